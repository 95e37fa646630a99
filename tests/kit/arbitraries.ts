// Random finals: small events of every kind of rule, and commands for a moment of one: mostly what people would do then,
// sometimes nonsense. A command is made from a roll of numbers and the state, so that a failing run shrinks and repeats.
import fc from 'fast-check';
import { commandSchemas, type Command, type CommandType } from '#domain/commands.ts';
import type { TimeRule } from '#domain/deduction-rules/time-rule.ts';
import type { EventDefinition, SegmentKind } from '#domain/definition.ts';
import type { Aggregate, Component, Components, Mapping, Rules, TieBreaker } from '#domain/scoring-rules.ts';
import { definitionProblems } from '#domain/definition-problems.ts';
import { dueProposal } from '#domain/due-proposal.ts';
import { isRemoved, sheetOf } from '#domain/entry-life.ts';
import { figureVersion } from '#domain/figures.ts';
import type { DeductionId, EntryId, PollId, RunId, ScreenId, SeatId } from '#domain/ids.ts';
import type { Mark } from '#domain/marks.ts';
import { openOutliers } from '#domain/outliers.ts';
import { nextStep } from '#domain/next-step.ts';
import type { Seat } from '#domain/seat.ts';
import type { Scene } from '#domain/stage-view.ts';
import type { EntryLife, FinalState, Sheet } from '#domain/state.ts';
import { isAboutOneEntry, type Poll } from '#domain/voting/poll.ts';
import { criterionId, decimal, entryId, exampleEvent, seatId } from './example-event.ts';
import { sealed } from './votes.ts';

const trimmed = fc.record({
  kind: fc.constant('trimmed-mean' as const),
  dropHighest: fc.nat(2),
  dropLowest: fc.nat(2),
  minForTrim: fc.integer({ min: 5, max: 6 }),
  trimScope: fc.constantFrom('judge-total' as const, 'criterion' as const),
});
export const aggregates: fc.Arbitrary<Aggregate> = fc.oneof(fc.constant({ kind: 'mean' as const }), trimmed);

const tieBreakers: fc.Arbitrary<TieBreaker[]> = fc.subarray<TieBreaker>([
  { kind: 'criterion', criterion: criterionId(1) },
  { kind: 'untrimmed-mean' },
  { kind: 'more-decimals' },
  { kind: 'panel-decision' },
]);

export const ruleSets: fc.Arbitrary<Rules> = fc.record({
  aggregate: aggregates,
  decimals: fc.integer({ min: 0, max: 4 }),
  rankOn: fc.constantFrom('rounded' as const, 'exact' as const),
  rankStyle: fc.constantFrom('competition' as const, 'dense' as const),
  tieBreakers,
  reveal: fc.constantFrom('at-once' as const, 'one-behind' as const, 'at-end' as const, 'never' as const),
  showJudgeTotals: fc.boolean(),
  checkBeforeReveal: fc.boolean(),
  judgeMayTakeBack: fc.boolean(),
});

const segmentKinds: readonly SegmentKind[] = ['presentation', 'questions', 'comment', 'scoring', 'presentation'];

/** Every other event asks for a time that the commands of a test, a second apart, often miss on either side. */
const keepingTime: TimeRule = {
  over: { kind: 'per-unit', unitSec: 2, points: decimal('0.5'), count: 'started' },
  under: { minimumSec: 3, steps: { kind: 'tiers', tiers: [{ fromSec: 1, points: decimal('1') }] } },
  cap: decimal('3'),
  stopAfterSec: 60,
};

/** Events that may start, of one to six entries, one to seven judges, one to three items. */
export const events: fc.Arbitrary<EventDefinition> = fc
  .record({
    entries: fc.integer({ min: 1, max: 6 }),
    judges: fc.integer({ min: 1, max: 7 }),
    items: fc.integer({ min: 1, max: 3 }),
    rules: ruleSets,
    cutLine: fc.option(fc.integer({ min: 1, max: 6 })),
    awards: fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.nat(3)), { maxLength: 3 }),
    segments: fc.subarray([...segmentKinds]),
    recused: fc.array(fc.tuple(fc.nat(6), fc.nat(5)), { maxLength: 3 }),
    isWeighted: fc.boolean(),
    isTimed: fc.boolean(),
  })
  .map(({ entries, judges, items, rules, cutLine, awards, segments, recused, isWeighted, isTimed }) => {
    const size = { entries, judges, items, ...(cutLine === null ? {} : { cutLine: Math.min(cutLine, entries) }) };
    const example = exampleEvent(size, rules);
    const isRecused = (seat: number, entry: number) =>
      seat > 1 && recused.some(([place, number]) => place + 1 === seat && (number % entries) + 1 === entry);
    return {
      ...example,
      panel: example.panel.map((judge) => ({
        ...judge,
        recusedFrom: example.entries.filter((_, index) => isRecused(judge.number, index + 1)).map(({ id }) => id),
      })),
      criteria: example.criteria.map((criterion, index) =>
        isWeighted ? { ...criterion, weight: decimal(String(10 * (index + 1))) } : criterion,
      ),
      segments: segments.map((kind, index) => ({
        kind,
        timeAllowedSec: isTimed ? 5 : 300,
        warningTimesSec: [30],
        ...(isTimed && index === segments.indexOf('presentation') && { overtime: keepingTime }),
      })),
      awards: awards.map(([from, more], index) => ({
        id: `award-${index + 1}`,
        name: { zh: `示例奖 ${index + 1}` },
        fromRank: from,
        toRank: from + more,
      })),
    };
  });

const percentages = ['60', '40'].map(decimal);
const noResultOr = fc.constantFrom('no-result' as const, 'redistribute' as const);
const mappings: fc.Arbitrary<Mapping> = fc.constantFrom<Mapping>(
  { kind: 'points', max: decimal('900000') },
  { kind: 'share' },
  { kind: 'leader', min: decimal('60') },
  { kind: 'rank-points', points: ['12.5', '8.25', '3.75'].map(decimal), ties: 'mean' },
  { kind: 'approval', voters: 900_000 },
  { kind: 'bands', bands: [{ from: decimal('2'), points: decimal('51.5') }] },
);
const components: fc.Arbitrary<Components> = fc
  .record({ mapping: mappings, combine: fc.constantFrom('weighted-sum', 'rank-sum'), ifMissing: noResultOr })
  .map(({ mapping, combine, ifMissing }) => ({
    panel: { weight: decimal('60') },
    parts: [{ id: 'votes', name: { zh: '示例投票' }, source: 'audience', weight: decimal('40'), mapping }],
    combine,
    ifMissing,
  }));
/** A poll of each kind that fits what there is; one that does not is left out by `mayStart`. */
const pollSets: fc.Arbitrary<readonly Poll[]> = fc
  .record({
    ask: fc.constantFrom<Poll['ask']>(
      { kind: 'choose', max: 1 },
      { kind: 'choose', max: 3 },
      { kind: 'rank', max: 3 },
      { kind: 'rate', about: 'entries', best: 10 },
      { kind: 'rate', about: 'entry', best: 5 },
      { kind: 'approve' },
    ),
    ballots: fc.constantFrom<Poll['ballots']>('device', 'codes', 'hand-count'),
    whileOpen: fc.constantFrom<Poll['whileOpen']>('nothing', 'count', 'bars'),
    counts: fc.constantFrom<Poll['counts']>(
      { as: 'component', component: 'votes' },
      { as: 'award', award: { zh: '示例人气奖' } },
    ),
    quorum: fc.option(fc.constantFrom('count' as const, 'leave-out' as const)),
    isTimed: fc.boolean(),
    mayChange: fc.boolean(),
  })
  .map(({ quorum, isTimed, ...poll }) => [
    {
      ...poll,
      id: 'hall' as PollId,
      name: { zh: '示例投票' },
      ...(quorum !== null && { quorum: { ballots: 15, otherwise: quorum } }),
      ...(isTimed && { timeAllowedSec: 60 }),
    },
    {
      id: 'popular' as PollId,
      name: { zh: '示例人气投票' },
      ask: { kind: 'choose', max: 1 },
      ballots: 'device',
      mayChange: true,
      whileOpen: 'bars',
      counts: { as: 'award', award: { zh: '示例人气奖' } },
    },
  ]);

/** Aggregates that compare the entries of the field. */
const comparing: fc.Arbitrary<Aggregate> = fc.constantFrom<Aggregate>(
  { kind: 'rank-sum', as: 'mean' },
  { kind: 'rank-points', points: ['12', '10', '8'].map(decimal), ties: 'mean' },
  { kind: 'majority', score: 'votes' },
  { kind: 'ballot', method: 'borda' },
);

/** What may not start has no day. */
const mayStart = (event: EventDefinition) => definitionProblems(event).every(({ severity }) => severity === 'hint');

/** Events with parts beside the panel, weighted judge groups, one of these methods or the event's own, and questions about far totals. */
export const eventsWithParts = (methods: fc.Arbitrary<Aggregate | null>): fc.Arbitrary<EventDefinition> =>
  fc
    .record({
      event: events,
      components: fc.option(components),
      groups: fc.option(noResultOr),
      comparing: methods,
      asksOutliers: fc.boolean(),
      tieAtCut: fc.constantFrom('all-in' as const, 'all-out' as const),
      polls: fc.option(pollSets),
    })
    .map(({ event, components: parts, groups, comparing: aggregate, asksOutliers, tieAtCut, polls }) => {
      const isGrouped = groups !== null && event.panel.length > 1;
      const ids = ['experts', 'residents'];
      return {
        ...event,
        ...(polls !== null && { polls: [...polls] }),
        judgeGroups: isGrouped ? ids.map((id) => ({ id, name: { zh: `示例评委组 ${id}` } })) : [],
        panel: event.panel.map((judge) => ({ ...judge, ...(isGrouped && { group: ids[judge.number % 2] ?? '' }) })),
        rules: {
          ...event.rules,
          tieAtCut,
          ...(aggregate !== null && { aggregate }),
          ...(parts !== null && { components: parts }),
          ...(asksOutliers && { outlierAt: decimal('5') }),
          ...(isGrouped && {
            groups: {
              weights: ids.map((group, place) => ({ group, weight: percentages[place] ?? decimal('0') })),
              ifMissing: groups,
            },
          }),
        },
      };
    })
    .filter(mayStart);
export const anyEvents: fc.Arbitrary<EventDefinition> = fc.oneof(events, eventsWithParts(fc.option(comparing)));

/** Numbers that choose a command; what they mean depends on the moment. */
export interface Roll {
  readonly kind: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}
const evenly = fc.noBias(fc.nat(999));
/** Long enough to come far: from a third of the given length on. */
export const rolls = (maxLength: number): fc.Arbitrary<Roll[]> =>
  fc.array(fc.record({ kind: evenly, a: evenly, b: evenly, c: evenly }), {
    minLength: Math.floor(maxLength / 3),
    maxLength,
    size: 'max',
  });

/** Few different marks: ties are common. */
const commonMarks = ['80', '80', '80', '80', '90', '90', '70.25'];
export type MarkMaker = (entry: EntryId, seat: SeatId, roll: Roll) => string;
export const commonMark: MarkMaker = (_entry, _seat, { c }) => commonMarks[c % commonMarks.length] ?? '70';

/** A figure that the part takes; now and then one it does not. */
export type FigureMaker = (part: Component | undefined, roll: Roll) => string;
export const commonFigure: FigureMaker = (part, { c }) => {
  if (c % 12 === 11) return '-1';
  return String(part?.mapping.kind === 'points' ? (c % 5) * 2.5 : c % 6);
};

const pick = <T>(list: readonly T[], roll: number, otherwise: T): T => list[roll % list.length] ?? otherwise;

function anyScene(state: FinalState, { b, c }: Roll): Scene {
  const entry = pick(state.order, c, entryId(99));
  const scenes: readonly Scene[] = [
    { kind: 'idle' },
    { kind: 'opening' },
    { kind: 'judges' },
    { kind: 'timer' },
    { kind: 'ceremony' },
    { kind: 'final' },
    { kind: 'pause' },
    { kind: 'black' },
    { kind: 'ranking', page: c % 9 === 0 ? 1 : 0 },
    { kind: 'entry-card', entry },
    { kind: 'progress', entry },
    { kind: 'score', entry },
    { kind: 'vote', run: anyRun(state, { kind: 0, a: b, b, c }) },
    { kind: 'vote-result', run: anyRun(state, { kind: 0, a: b, b, c }) },
  ];
  return pick(scenes, b, { kind: 'idle' });
}

const anyRun = ({ pollRuns }: FinalState, { a, c }: Roll): RunId =>
  c % 12 === 11 ? ('run-99' as RunId) : (pick(pollRuns.slice(-3), a, undefined)?.run ?? ('run-1' as RunId));

/** Whether a command of this type would have something to act on there. */
function fits(type: CommandType, life: EntryLife, sheet: Sheet): boolean {
  switch (type) {
    case 'result.correct':
      return life.result === 'revealed';
    case 'result.reveal':
    case 'result.check':
    case 'scoring.reopen':
      return life.scoring === 'closed' && life.result !== 'revealed';
    case 'score.take-back':
      return sheet.status === 'submitted' && life.scoring === 'open';
    case 'sheet.return':
      return sheet.status === 'submitted' && life.result !== 'revealed';
    case 'sheet.reinstate':
      return sheet.status === 'absent' || sheet.status === 'recused';
    case 'held.admit':
    case 'held.dismiss':
      return life.held.length > 0;
    case 'entry.reinstate':
      return isRemoved(life);
    case 'deduction.withdraw':
      return life.deductions.length > 0;
    case 'deduction.dismiss':
      return life.presentationMs !== null && life.result !== 'revealed';
    default:
      return true;
  }
}

/** An entry and a seat for the command: fitting ones, if there are any; about one in ten names something that is not there. */
function target(state: FinalState, type: CommandType, { a, b }: Roll): readonly [EntryId, SeatId] {
  const seats = (state.definition?.panel ?? []).map(({ seat }) => seat);
  const pairs = state.order.flatMap((entry) => seats.map((seat) => [entry, seat] as const));
  const fitting = pairs.filter(([entry, seat]) => {
    const life = state.entries.get(entry);
    const isItsHeld = !type.startsWith('held.') || life?.held.some((held) => held.seat === seat) === true;
    return life !== undefined && isItsHeld && fits(type, life, sheetOf(life, seat));
  });
  const [entry, seat] = pick(fitting.length > 0 ? fitting : pairs, a * 31 + b, [entryId(99), seatId(99)] as const);
  return [a % 12 === 11 ? entryId(99) : entry, b % 12 === 11 ? seatId(99) : seat];
}

export interface Makers {
  readonly markOf: MarkMaker;
  readonly figureOf: FigureMaker;
}
const common: Makers = { markOf: commonMark, figureOf: commonFigure };

/** A command of each type, made from what there is at the moment. */
function makeCommand(state: FinalState, type: CommandType, roll: Roll, { markOf, figureOf }: Makers): Command {
  const { a, b, c } = roll;
  const { definition } = state;
  const [entry, seat] = target(state, type, roll);
  const life = state.entries.get(entry);
  const version = (life === undefined ? 0 : sheetOf(life, seat).versions.length) + (c % 12 === 11 ? 1 : 0);
  const marks: Mark[] = (definition?.criteria ?? []).map(({ id }) => ({
    criterion: id,
    mark: decimal(markOf(entry, seat, roll)),
  }));
  const reason = '示例原因';
  const show = c % 3 === 0 ? { show: anyScene(state, roll) } : {};
  switch (type) {
    case 'event.define':
      return { type, definition: definition ?? exampleEvent() };
    case 'rules.confirm':
    case 'event.start':
    case 'event.end':
    case 'order.draw':
    case 'pointer.undo':
    case 'timer.pause':
    case 'timer.resume':
    case 'timer.stop':
    case 'scene.take':
    case 'help.call':
    case 'help.cancel':
      return { type };
    case 'event.return-to-set-up':
    case 'event.reopen':
    case 'ceremony.cancel':
    case 'result.withdraw':
      return { type, reason };
    case 'judge.amend':
      return { type, seat, name: { zh: '示例评委（更正）' } };
    case 'entry.amend':
      return { type, entry, title: { zh: '示例项目（更正）' } };
    case 'order.set': {
      const order = [...state.order];
      const [from, to] = [a % Math.max(1, order.length), b % Math.max(1, order.length)];
      const [one, other] = [order[from], order[to]];
      if (one !== undefined && other !== undefined) [order[from], order[to]] = [other, one];
      return c % 4 === 0 ? { type, order } : { type, order, reason };
    }
    case 'stage.call':
    case 'scoring.close':
    case 'result.reveal':
      return { type, entry, ...show };
    case 'stage.clear':
    case 'ceremony.begin':
    case 'ceremony.unveil':
    case 'result.publish':
      return { type, ...show };
    case 'scoring.open':
      return { type, entries: b % 4 === 0 ? [entry, pick(state.order, c, entryId(99))] : [entry], ...show };
    case 'scoring.reopen':
    case 'entry.reinstate':
    case 'result.correct':
      return { type, entry, reason };
    case 'scene.preview':
    case 'scene.show':
      return { type, scene: anyScene(state, roll) };
    case 'timer.start': {
      const kind = pick<SegmentKind>(['presentation', 'questions', 'comment', 'scoring'], b, 'presentation');
      return { type, kind, entry: c % 5 === 0 ? null : entry, ...show };
    }
    case 'timer.correct':
      return { type, deltaSec: (c % 120) - 60 };
    case 'sheet.return':
    case 'sheet.reinstate':
    case 'held.admit':
    case 'held.dismiss':
      return { type, entry, seat, reason };
    case 'sheet.mark-absent':
    case 'sheet.recuse':
      return { type, seat, entries: [entry], reason };
    case 'sheet.enter-from-paper':
      return { type, entry, seat, baseVersion: version, marks, remark: '', reason };
    case 'judge.remind':
      return { type, entry, seats: [seat] };
    case 'help.clear':
      return { type, seat };
    case 'entry.remove':
      return { type, entry, as: pick(['forfeited', 'withdrawn', 'disqualified'] as const, b, 'withdrawn'), reason };
    case 'deduction.add': {
      const points = decimal(pick(['0.5', '1', '0', '200'], b, '1'));
      const usedMs = life?.presentationMs ?? null;
      if (c % 3 === 0 && usedMs !== null)
        return { type, entry, points, reason: '', cause: { kind: usedMs < 3000 ? 'undertime' : 'overtime', usedMs } };
      return c % 3 === 1 ? { type, entry, points, reason, kind: 'bonus' } : { type, entry, points, reason };
    }
    case 'deduction.dismiss':
      return { type, entry, usedMs: life?.presentationMs ?? 0, reason };
    case 'figures.enter': {
      const parts = definition?.rules.components?.parts ?? [];
      const part = c % 12 === 11 ? undefined : pick(parts, b, undefined);
      const rows = state.order.filter((_, place) => place === a % state.order.length || (a >> place) % 2 === 0);
      return {
        type,
        component: part?.id ?? 'none',
        figures: rows.map((known, place) => ({
          entry: known,
          figure: decimal(figureOf(part, { ...roll, c: c + place * 7 })),
          baseVersion: part === undefined ? 0 : figureVersion(state, part.id, known),
        })),
        ...(c % 2 === 0 && { reason }),
      };
    }
    case 'poll.open': {
      const poll = pick(definition?.polls ?? [], b, undefined);
      const isAbout = poll === undefined ? c % 2 === 0 : isAboutOneEntry(poll.ask) !== (c % 12 === 11);
      return { type, poll: poll?.id ?? ('none' as PollId), ...(isAbout && { entry }), ...show };
    }
    case 'poll.close':
    case 'poll.reveal':
      return { type, run: anyRun(state, roll), ...show };
    case 'poll.expire':
      return { type, run: anyRun(state, roll) };
    case 'poll.void':
      return { type, run: anyRun(state, roll), reason };
    case 'poll.seal':
      return sealed(state, anyRun(state, roll), (place) =>
        Math.max(0, Math.floor(Number(figureOf(undefined, { ...roll, c: c + place * 7 })))),
      );
    case 'poll.count-by-hand':
    case 'poll.confirm-count': {
      const run = anyRun(state, roll);
      const options = state.pollRuns.find((known) => known.run === run)?.options ?? [];
      const counts = options.map((option, place) => ({
        option,
        votes: Number(figureOf(undefined, { ...roll, c: 1 + place * 5 })),
      }));
      const ballots = counts.reduce((sum, { votes }) => sum + votes, 0);
      const count = { run, counts, ballots, invalid: c % 12 === 11 ? 1 : 0 };
      return type === 'poll.count-by-hand'
        ? { type, ...count, teller: '示例计票员 1' }
        : { type, ...count, checker: `示例计票员 ${1 + (c % 4 === 0 ? 0 : 1)}` };
    }
    case 'ballots.issue':
      return { type, kind: b % 2 === 0 ? 'codes' : 'roster', count: 1 + (a % 50), commitment: 'c'.repeat(64) };
    case 'ballots.revoke':
      return { type, numbers: [1 + (a % 60)], reason };
    case 'outlier.let-stand': {
      const open = life === undefined || definition === null ? undefined : openOutliers(definition, life)[0];
      return {
        type,
        entry,
        seat: c % 5 === 4 ? seat : (open?.seat ?? seat),
        version: Math.max(1, open?.version ?? version),
      };
    }
    case 'deduction.withdraw':
      return { type, entry, deduction: `d${1 + (b % 2)}` as DeductionId, reason };
    case 'result.check':
      return { type, entry };
    case 'tie.decide':
      return {
        type,
        order: a % 2 === 0 ? [...state.order] : [...state.order].reverse(),
        decidedBy: '示例评委 1',
        reason,
      };
    case 'screen.pair':
      return { type, screen: `screen-${a % 2}` as ScreenId, name: '主屏' };
    case 'screen.forget':
      return { type, screen: `screen-${a % 2}` as ScreenId };
    case 'hall.set-locale':
      return { type, locale: b % 2 === 0 ? 'en' : 'zh-CN' };
    case 'spares.name':
      return { type, addresses: a % 2 === 0 ? [] : ['http://192.168.1.11:8080'] };
    case 'seat.join':
      return { type, device: '示例平板', takesOver: b % 2 === 0 };
    case 'score.submit':
      return { type, entry, baseVersion: version, marks, remark: b % 5 === 0 ? '示例评语' : '' };
    case 'score.offer':
      return { type, entry, marks, remark: '' };
    case 'score.take-back':
      return { type, entry, version: Math.max(1, version) };
  }
}

const types = Object.keys(commandSchemas) as readonly CommandType[];
const judgeTypes: readonly CommandType[] = [
  'seat.join',
  'score.submit',
  'score.offer',
  'score.take-back',
  'help.call',
  'help.cancel',
];
const boxTypes: readonly CommandType[] = ['poll.expire', 'poll.seal'];
const pollTypes: readonly CommandType[] = [
  'poll.open',
  'poll.close',
  'poll.seal',
  'poll.reveal',
  'poll.count-by-hand',
  'poll.confirm-count',
  'ballots.issue',
  'poll.open',
  'poll.close',
  'poll.seal',
  'poll.reveal',
  'poll.void',
  'poll.expire',
];
const seatAt = (state: FinalState, roll: number): SeatId =>
  pick(state.definition?.panel ?? [], roll, undefined)?.seat ?? seatId(1);

/** A judge with an open sheet submits it. */
function submission(state: FinalState, roll: Roll, markOf: MarkMaker): readonly [Seat, Command] {
  const open = state.order.filter((entry) => state.entries.get(entry)?.scoring === 'open');
  const entry = pick(open, roll.a, state.order[0] ?? entryId(1));
  const life = state.entries.get(entry);
  const outstanding = (state.definition?.panel ?? []).filter(
    ({ seat }) => life === undefined || ['not-scored', 'taken-back', 'returned'].includes(sheetOf(life, seat).status),
  );
  const seat = pick(outstanding, roll.b, undefined)?.seat ?? seatAt(state, roll.b);
  const marks = (state.definition?.criteria ?? []).map(({ id }, index) => ({
    criterion: id,
    mark: decimal(markOf(entry, seat, { ...roll, c: roll.c + index * 7 })),
  }));
  const baseVersion = life === undefined ? 0 : sheetOf(life, seat).versions.length;
  return [
    { role: 'judge', seat },
    { type: 'score.submit', entry, baseVersion, marks, remark: '' },
  ];
}

/** What is proposed is confirmed, or dismissed. */
function answer(state: FinalState, entry: EntryId | null, roll: number): Command | null {
  const { definition } = state;
  const life = entry === null ? undefined : state.entries.get(entry);
  if (definition === null || entry === null || life === undefined) return null;
  const due = dueProposal({ ...state, definition }, entry, life);
  if (due === null) return null;
  const { usedMs, points, code: kind } = due;
  return roll % 3 === 0
    ? { type: 'deduction.dismiss', entry, usedMs, reason: '示例原因' }
    : { type: 'deduction.add', entry, points, reason: '', cause: { kind, usedMs } };
}

/** The panel's decision about a real tie, or somebody's about a proposed deduction, where there is one. */
function decision(state: FinalState, { b }: Roll): Command | null {
  const [step] = nextStep(state);
  if (step.kind === 'decide-deduction') return answer(state, step.entry, b);
  if (step.kind !== 'decide-tie') return null;
  const order = b % 2 === 0 ? step.entries : [...step.entries].reverse();
  return { type: 'tie.decide', order: [...order], decidedBy: '示例评委 1', reason: '示例原因' };
}

/** What somebody asks for at this moment. */
export function asked(state: FinalState, roll: Roll, makers: Partial<Makers> = {}): readonly [Seat, Command] {
  const wanted = { ...common, ...makers };
  const { markOf } = wanted;
  const { kind, a } = roll;
  const operator: Seat = { role: 'operator' };
  if (state.phase === 'ended' && kind < 500) return [operator, { type: 'event.reopen', reason: '示例原因' }];
  if (kind < 350) return submission(state, roll, markOf);
  if (kind < 650) {
    const decided = decision(state, roll);
    if (decided !== null) return [operator, decided];
    const [next, alternative] = nextStep(state);
    const step = kind < 550 || alternative === null ? next : alternative;
    if (step.kind === 'await-votes') return [{ role: 'audience' }, makeCommand(state, 'poll.seal', roll, wanted)];
    const [command] = step.commands;
    if (command !== undefined) return [operator, command];
  }
  if (kind < 730 && (state.definition?.polls ?? []).length > 0) {
    const type = pick(pollTypes, roll.c, 'poll.open');
    const seat: Seat = boxTypes.includes(type) ? { role: 'audience' } : operator;
    return [seat, makeCommand(state, type, roll, wanted)];
  }
  if (kind > 990) {
    const strangers: readonly Seat[] = [
      { role: 'cue' },
      { role: 'audience' },
      { role: 'screen', screen: 'x' as ScreenId },
    ];
    return [pick(strangers, a, { role: 'cue' }), makeCommand(state, pick(types, roll.b, 'event.start'), roll, wanted)];
  }
  const type = pick(types, kind, 'event.start');
  if (boxTypes.includes(type)) return [{ role: 'audience' }, makeCommand(state, type, roll, wanted)];
  const seat: Seat = judgeTypes.includes(type) ? { role: 'judge', seat: target(state, type, roll)[1] } : operator;
  return [seat, makeCommand(state, type, roll, wanted)];
}

/** How many finals a law is tried on. A failing one is not made smaller (that takes minutes): its seed and story are printed. */
export const tried = (numRuns: number) => ({ numRuns, endOnFailure: true }) as const;
