// Every scene and state the big screen can show, each built by driving the real domain: the pictures and the checks of
// scenes.spec.ts, and the fixtures of the screen's unit tests. All people and projects are plainly marked stand-ins.
import type { Command } from '#domain/commands.ts';
import type { EventDefinition } from '#domain/definition.ts';
import type { Rules } from '#domain/scoring-rules.ts';
import type { Scene, StageView } from '#domain/stage-view.ts';
import { stageView } from '#domain/stage.ts';
import { exampleEvent, type ExampleSize } from '#tests/kit/example-event.ts';
import { decimal, entryId, Final, seatId } from '#tests/kit/final.ts';
import type { Seat } from '#domain/seat.ts';
import type { LiveVotes } from '#domain/voting/live-votes.ts';
import { liveVotes, voteStories } from './vote-stories.ts';

export interface Story {
  readonly name: string;
  /** The event this is about: long names or short ones, many or few. */
  readonly definition: EventDefinition;
  /** What has happened before the scene is shown. */
  readonly tell: (final: Final) => void;
  readonly scene: Scene;
}

interface Cast extends ExampleSize {
  readonly names?: 'plain' | 'long';
  readonly rules?: Partial<Rules>;
}

const longTitle = {
  // 40 characters, with paired quotes, a half-title before the comma, digits and Latin letters.
  zh: '示例项目“小板凳议事会”搬到楼道口，老旧小区加装电梯共商共建共管共享的18个步骤与YOUNG经验',
  en: 'Sample project “Stools on the stairs”: how an old estate agreed on, paid for and runs its 18 new lifts together',
};

function named(definition: EventDefinition, isLong: boolean): EventDefinition {
  return {
    ...definition,
    name: isLong
      ? {
          zh: '2023 年示例市示例区十大社区治理创新项目评选活动现场决赛',
          en: 'Sample City, Sample District: Ten Best Community Governance Innovation Projects 2023, Final',
        }
      : { zh: '示例区十大社区治理创新项目决赛', en: 'Sample District Top Ten Projects: Final' },
    shortName: isLong
      ? { zh: '示例区十大社区治理创新项目评选决赛', en: 'Sample District Ten Best Projects Final' }
      : { zh: '示例区十大项目决赛', en: 'Sample Top Ten Final' },
    organizer: { zh: '示例区民政局', en: 'Sample District Civil Affairs Bureau' },
    venue: { zh: '示例会堂', en: 'Sample Hall' },
    date: '2023-10-20',
    entries: definition.entries.map((entry, index) => ({
      ...entry,
      title: isLong
        ? longTitle
        : {
            zh: index % 2 === 0 ? `示例项目 ${index + 1}：共商共建“共享书屋”` : `示例项目 ${index + 1}`,
            en: `Sample project ${index + 1}: a shared library`,
          },
      subdistrict: isLong
        ? { zh: '示例经济技术开发区街道', en: 'Sample Development Zone Sub-district' }
        : { zh: '示例街道', en: 'Sample Sub-district' },
      community: isLong
        ? { zh: `示例都市桃源壕社区 ${index + 1}`, en: `Sample Garden Estate Community ${index + 1}` }
        : { zh: `示例社区 ${index + 1}`, en: `Sample Community ${index + 1}` },
    })),
    judgeGroups: [{ id: 'experts', name: { zh: '专家评委', en: 'Expert judge' } }],
    panel: definition.panel.map((judge) => ({
      ...judge,
      name: isLong
        ? { zh: '示例若楠', en: 'Samplestone Alexandra' }
        : { zh: `示例评委 ${judge.number}`, en: `Sample judge ${judge.number}` },
      title: { zh: '示例大学社会学院教授', en: 'Professor, Sample University' },
      group: 'experts',
    })),
    criteria: definition.criteria.map((criterion, index) => ({
      ...criterion,
      weight: decimal((100 / definition.criteria.length).toFixed(1)),
      name: isLong
        ? { zh: `群众参与程度 ${index + 1}`, en: `Public involvement ${index + 1}` }
        : { zh: `示例项 ${index + 1}`, en: `Sample item ${index + 1}` },
    })),
  };
}

export function cast({ names = 'plain', rules = {}, ...size }: Cast): EventDefinition {
  return named(exampleEvent({ entries: 15, judges: 7, items: 5, cutLine: 10, ...size }, rules), names === 'long');
}

/** Marks that differ per entry and judge and never tie; a hundredth apart where it matters. */
export function marksFor(entry: number, judges: number): readonly string[] {
  const base = 9620 - entry * 41;
  return Array.from({ length: judges }, (_, index) => {
    const hundredths = base + ((index * 37) % 150);
    return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
  });
}

const panelSize = (final: Final) => final.state.definition?.panel.length ?? 0;

function score(final: Final, entry: number, marks = marksFor(entry, panelSize(final))): void {
  final.play(entry, marks).run({ type: 'scoring.close', entry: entryId(entry) });
}

function reveal(final: Final, entry: number, marks?: readonly string[]): void {
  score(final, entry, marks);
  final.run({ type: 'result.reveal', entry: entryId(entry) });
}

function revealAll(final: Final, order: readonly number[]): void {
  order.forEach((entry) => reveal(final, entry));
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
/** An order in which ranks move: the best come neither first nor last. */
const shuffled = (count: number) => upTo(count).map((place) => ((place * 7) % count) + 1);
const allOf = (final: Final) => shuffled(final.state.definition?.entries.length ?? 0);
const show = (scene: Scene): Command => ({ type: 'scene.show', scene });
const about = (kind: 'entry-card' | 'progress' | 'score', entry = 8): Scene => ({ kind, entry: entryId(entry) });

function unveil(final: Final, places: number): void {
  revealAll(final, allOf(final));
  final.run({ type: 'ceremony.begin', show: { kind: 'ceremony' } });
  upTo(places).forEach(() => final.run({ type: 'ceremony.unveil' }));
}

function publish(final: Final): void {
  revealAll(final, allOf(final));
  final.run({ type: 'result.publish', show: { kind: 'final' } });
}

const nothing = () => undefined;
const plain = cast({});
const long = cast({ names: 'long' });
const ranking: Scene = { kind: 'ranking', page: 0 };
const final: Scene = { kind: 'final' };
const withVotes: NonNullable<Rules['components']> = {
  panel: { weight: decimal('70') },
  parts: [
    {
      id: 'votes',
      name: { zh: '现场投票得分', en: 'Live vote score' },
      source: 'audience',
      weight: decimal('30'),
      mapping: { kind: 'leader', min: decimal('0') },
    },
  ],
  combine: 'weighted-sum',
  ifMissing: 'redistribute',
};
const weighed = cast({ names: 'long', items: 12 });

export const stories: readonly Story[] = [
  { name: 'idle', definition: plain, tell: nothing, scene: { kind: 'idle' } },
  { name: 'idle, long', definition: long, tell: nothing, scene: { kind: 'idle' } },
  { name: 'opening', definition: plain, tell: nothing, scene: { kind: 'opening' } },
  { name: 'opening, long, 12 items', definition: weighed, tell: nothing, scene: { kind: 'opening' } },
  { name: 'judges', definition: plain, tell: nothing, scene: { kind: 'judges' } },
  { name: 'judges, 1', definition: cast({ judges: 1 }), tell: nothing, scene: { kind: 'judges' } },
  { name: 'judges, 9 long', definition: cast({ judges: 9, names: 'long' }), tell: nothing, scene: { kind: 'judges' } },
  { name: 'judges, 30', definition: cast({ judges: 30, names: 'long' }), tell: nothing, scene: { kind: 'judges' } },
  { name: 'entry card', definition: plain, tell: nothing, scene: about('entry-card', 9) },
  { name: 'entry card, long', definition: long, tell: nothing, scene: about('entry-card', 9) },
  {
    name: 'entry card, title alone',
    definition: exampleEvent({ entries: 3 }),
    tell: nothing,
    scene: about('entry-card', 2),
  },
  { name: 'timer', definition: long, tell: onClock(), scene: { kind: 'timer' } },
  { name: 'timer, last half minute', definition: plain, tell: onClock(-455), scene: { kind: 'timer' } },
  { name: 'timer, overtime', definition: plain, tell: onClock(-492), scene: { kind: 'timer' } },
  {
    name: 'timer, paused',
    definition: plain,
    tell: (told) => (onClock(-200)(told), told.run({ type: 'timer.pause' })),
    scene: { kind: 'timer' },
  },
  { name: 'progress', definition: plain, tell: scoring(5), scene: about('progress') },
  {
    name: 'progress, 9 long, one recused, one absent',
    definition: cast({ judges: 9, names: 'long' }),
    tell: (told) => (scoring(6)(told), withoutTwo(told, 8)),
    scene: about('progress'),
  },
  {
    name: 'progress, 1 judge complete',
    definition: cast({ judges: 1 }),
    tell: scoring(1),
    scene: about('progress'),
  },
  { name: 'progress, 30', definition: cast({ judges: 30 }), tell: scoring(17), scene: about('progress') },
  { name: 'score, sealed', definition: plain, tell: (told) => score(told, 8), scene: about('score') },
  { name: 'score', definition: plain, tell: (told) => revealAll(told, [1, 12, 3, 8]), scene: about('score') },
  { name: 'score, long', definition: long, tell: (told) => revealAll(told, [1, 8]), scene: about('score') },
  {
    name: 'score, 9 judges long',
    definition: cast({ judges: 9, names: 'long' }),
    tell: (told) => revealAll(told, [1, 8]),
    scene: about('score'),
  },
  { name: 'score, 1 judge', definition: cast({ judges: 1 }), tell: (told) => reveal(told, 8), scene: about('score') },
  {
    name: 'score, 30 judges',
    definition: cast({ judges: 30, names: 'long' }),
    tell: (told) => reveal(told, 8),
    scene: about('score'),
  },
  {
    name: 'score, full marks from all',
    definition: plain,
    tell: (told) => reveal(told, 8, Array<string>(7).fill('100')),
    scene: about('score'),
  },
  {
    name: 'score, tied',
    definition: plain,
    tell: (told) => [3, 8].forEach((entry) => reveal(told, entry, marksFor(5, 7))),
    scene: about('score'),
  },
  {
    name: 'score, recused and absent, trimming suspended',
    definition: plain,
    tell: (told) => {
      scoring(4)(told);
      withoutTwo(told, 5);
      told.run({ type: 'sheet.mark-absent', seat: seatId(7), entries: [entryId(8)], reason: '示例原因' });
      told.run({ type: 'scoring.close', entry: entryId(8) }, { type: 'result.reveal', entry: entryId(8) });
    },
    scene: about('score'),
  },
  {
    name: 'score, deduction and correction',
    definition: long,
    tell: (told) => {
      reveal(told, 8);
      told.run(
        { type: 'result.correct', entry: entryId(8), reason: '计时员补报超时，经评委组长确认' },
        { type: 'deduction.add', entry: entryId(8), points: decimal('2.00'), reason: '展示超时 1 分 20 秒' },
        { type: 'result.reveal', entry: entryId(8) },
      );
    },
    scene: about('score'),
  },
  {
    name: 'score, two judge groups',
    definition: grouped(plain, ['70', '30']),
    tell: (told) => revealAll(told, [1, 8]),
    scene: about('score'),
  },
  {
    name: 'score, four judge groups, 12 judges, long, deduction',
    definition: grouped(cast({ judges: 12, names: 'long' }), ['40', '30', '20', '10']),
    tell: (told) => {
      told.run({ type: 'deduction.add', entry: entryId(8), points: decimal('2'), reason: '展示超时 1 分 20 秒' });
      revealAll(told, [1, 8]);
    },
    scene: about('score'),
  },
  {
    name: "score, two judge groups, judges' totals not shown",
    definition: grouped(cast({ rules: { showJudgeTotals: false } }), ['70', '30']),
    tell: (told) => reveal(told, 8),
    scene: about('score'),
  },
  {
    name: 'score, panel 70 and votes 30',
    definition: cast({ rules: { components: withVotes } }),
    tell: (told) => {
      score(told, 8);
      told.run({
        type: 'figures.enter',
        component: 'votes',
        figures: upTo(15).map((entry) => ({
          entry: entryId(entry),
          figure: decimal(String(812 - ((entry * 37) % 300))),
          baseVersion: 0,
        })),
      });
      allOf(told)
        .filter((entry) => entry !== 8)
        .forEach((entry) => score(told, entry));
      [3, 8].forEach((entry) => told.run({ type: 'result.reveal', entry: entryId(entry) }));
    },
    scene: about('score'),
  },
  {
    name: 'score, raised and lowered',
    definition: cast({ rules: { aggregate: { kind: 'clamp', limit: decimal('3'), limitDecimals: 2 } } }),
    tell: (told) => reveal(told, 8, ['92.15', '92.4', '84.5', '91.8', '98.75', '92.05', '91.6']),
    scene: about('score'),
  },
  {
    name: 'score, median',
    definition: cast({ rules: { aggregate: { kind: 'median' } } }),
    tell: (told) => revealAll(told, [1, 8]),
    scene: about('score'),
  },
  {
    name: 'score, sum of ranks',
    definition: cast({ names: 'long', rules: { aggregate: { kind: 'rank-sum', as: 'sum' }, tieBreakers: [] } }),
    tell: (told) => {
      allOf(told).forEach((entry) => score(told, entry, crossing(entry)));
      told.run({ type: 'result.publish' });
    },
    scene: about('score'),
  },
  {
    name: "score, judges' totals not shown",
    definition: cast({ rules: { showJudgeTotals: false } }),
    tell: (told) => reveal(told, 8),
    scene: about('score'),
  },
  {
    name: 'ranking, moved',
    definition: plain,
    tell: (told) => {
      revealAll(told, shuffled(15).slice(0, 13));
      told.run(show(ranking), show({ kind: 'idle' }));
      revealAll(told, shuffled(15).slice(13, 14));
    },
    scene: ranking,
  },
  { name: 'ranking, 1 revealed', definition: plain, tell: (told) => reveal(told, 4), scene: ranking },
  {
    name: 'ranking, long, complete, one removed',
    definition: long,
    tell: (told) => {
      revealAll(told, upTo(14));
      told.run({ type: 'entry.remove', entry: entryId(15), as: 'forfeited', reason: '示例原因' });
    },
    scene: ranking,
  },
  {
    name: 'ranking, 60, page 2',
    definition: cast({ entries: 60, cutLine: 20 }),
    tell: (told) => revealAll(told, upTo(40)),
    scene: { kind: 'ranking', page: 1 },
  },
  { name: 'ceremony, begun', definition: plain, tell: (told) => unveil(told, 0), scene: { kind: 'ceremony' } },
  { name: 'ceremony, third', definition: plain, tell: (told) => unveil(told, 8), scene: { kind: 'ceremony' } },
  { name: 'ceremony, long', definition: long, tell: (told) => unveil(told, 5), scene: { kind: 'ceremony' } },
  { name: 'ceremony, champion', definition: plain, tell: (told) => unveil(told, 10), scene: { kind: 'ceremony' } },
  { name: 'ceremony, champion, long', definition: long, tell: (told) => unveil(told, 10), scene: { kind: 'ceremony' } },
  {
    name: 'ceremony, shared place with awards',
    definition: withAwards(cast({ rules: { tieBreakers: [] } })),
    tell: (told) => {
      upTo(15).forEach((entry) => reveal(told, entry, marksFor(entry === 3 ? 2 : entry, 7)));
      told.run({ type: 'ceremony.begin', show: { kind: 'ceremony' } });
      upTo(8).forEach(() => told.run({ type: 'ceremony.unveil' }));
    },
    scene: { kind: 'ceremony' },
  },
  { name: 'final', definition: plain, tell: publish, scene: final },
  { name: 'final, long', definition: long, tell: publish, scene: final },
  { name: 'final, awards', definition: withAwards(plain), tell: publish, scene: final },
  { name: 'final, 1 place', definition: cast({ entries: 1, cutLine: 1 }), tell: publish, scene: final },
  {
    name: 'final, 3 places, long',
    definition: cast({ cutLine: 3, names: 'long', entries: 11 }),
    tell: publish,
    scene: final,
  },
  { name: 'final, 20 places', definition: cast({ cutLine: 20, entries: 24 }), tell: publish, scene: final },
  { name: 'final, 60 without a line', definition: sixty(), tell: publish, scene: { kind: 'final', page: 1 } },
  {
    name: 'final, page of finalists',
    definition: cast({ entries: 40, cutLine: 10, names: 'long' }),
    tell: publish,
    scene: { kind: 'final', page: 1 },
  },
  ...voteStories(plain, long, cast({ entries: 60, names: 'long' }), exampleEvent({ entries: 3 })),
  { name: 'pause', definition: plain, tell: nothing, scene: { kind: 'pause' } },
  { name: 'black', definition: plain, tell: nothing, scene: { kind: 'black' } },
];

/** Panels in which the judges do not agree on the order. */
function crossing(entry: number): readonly string[] {
  return Array.from({ length: 7 }, (_, judge) => String(80 + ((entry * (judge + 3)) % 15)));
}

/** The panel in as many groups as there are weights. */
function grouped(definition: EventDefinition, weights: readonly string[]): EventDefinition {
  const names = [
    { zh: '专家评委', en: 'Expert judges' },
    { zh: '媒体评委', en: 'Media judges' },
    { zh: '群众评委', en: 'Resident judges' },
    { zh: '职能部门评委', en: 'Judges from departments' },
  ];
  return {
    ...definition,
    judgeGroups: weights.map((_, index) => ({ id: `group-${index + 1}`, name: names[index] ?? {} })),
    panel: definition.panel.map((judge, index) => ({ ...judge, group: `group-${(index % weights.length) + 1}` })),
    rules: {
      ...definition.rules,
      aggregate: { kind: 'mean' },
      groups: {
        weights: weights.map((weight, index) => ({ group: `group-${index + 1}`, weight: decimal(weight) })),
        ifMissing: 'no-result',
      },
    },
  };
}

function onClock(correctionSec = 0) {
  return (told: Final) => {
    told.run(
      { type: 'stage.call', entry: entryId(8) },
      { type: 'timer.start', kind: 'presentation', entry: entryId(8), show: { kind: 'timer' } },
    );
    if (correctionSec !== 0) told.run({ type: 'timer.correct', deltaSec: correctionSec });
  };
}

function scoring(submitted: number) {
  return (told: Final) => told.play(8, marksFor(8, submitted));
}

/** Judge n recused, judge n + 1 absent. */
function withoutTwo(told: Final, first: number): void {
  const entries = [entryId(8)];
  told.run(
    { type: 'sheet.recuse', seat: seatId(first), entries, reason: '示例原因' },
    { type: 'sheet.mark-absent', seat: seatId(first + 1), entries, reason: '示例原因' },
  );
}

function withAwards(definition: EventDefinition): EventDefinition {
  return {
    ...definition,
    awards: [
      { id: 'first', name: { zh: '一等奖', en: 'First prize' }, fromRank: 1, toRank: 1 },
      { id: 'second', name: { zh: '二等奖', en: 'Second prize' }, fromRank: 2, toRank: 4 },
      { id: 'third', name: { zh: '三等奖', en: 'Third prize' }, fromRank: 5, toRank: 10 },
    ],
  };
}

function sixty(): EventDefinition {
  const definition = cast({ entries: 60, judges: 3 });
  const { cutLine: _none, ...rules } = definition.rules;
  return { ...definition, rules };
}

export interface Told {
  readonly seat: Seat;
  readonly command: Command;
}

/** A final that remembers what it was told, so that a real server can be told the same. */
class RememberedFinal extends Final {
  readonly commands: Told[] = [];

  override ask(seat: Seat, command: Command) {
    this.commands.push({ seat, command });
    return super.ask(seat, command);
  }
}

function told(story: Story): RememberedFinal {
  const remembered = new RememberedFinal();
  remembered.run(
    { type: 'event.define', definition: story.definition },
    { type: 'rules.confirm' },
    { type: 'event.start' },
  );
  story.tell(remembered);
  remembered.run(show(story.scene));
  return remembered;
}

/** Every command of the story, from the event's definition to its scene. */
export const commandsOf = (story: Story): readonly Told[] => told(story).commands;

/** What the hall sees at the end of the story. */
export function viewOf(story: Story): StageView {
  const { state } = told(story);
  return stageView(state, state.scene);
}

/** What the ballot box says beside it. */
export const votesOf = (story: Story): readonly LiveVotes[] => liveVotes(told(story));
