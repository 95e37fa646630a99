// The rules of an event in sentences: what set-up shows, the host reads out and the paper is signed under, made from the
// very settings that are computed with.
import { scaleOf } from '#domain/scale-of-totals.ts';
import type { Award, Criterion, EntryNoun, EventDefinition, JudgeGroup, Segment } from '#domain/definition.ts';
import type { Rules, TieBreaker } from '#domain/scoring-rules.ts';
import { formatRounded } from '#domain/numbers.ts';
import type { Locale } from '#domain/text.ts';
import { aggregateInWords } from './aggregate-in-words.ts';
import {
  componentsInWords,
  groupsInWords,
  itemsInWords,
  missingInWords,
  normaliseInWords,
  partName,
  sayPart,
} from './parts-in-words.ts';
import { timeRuleInWords } from './time-rule-in-words.ts';
import { nounOf } from './wording/nouns.ts';
import type { PartWord } from './wording/parts.ts';
import { ruleWords, type RuleWord } from './wording/rules.ts';
import { fill, pick, type Blanks } from './wording/translate.ts';

export interface RuleLine {
  readonly term: string;
  readonly sentence: string;
}
/** What a score is made from; the whole definition and the document of results both hold it. */
export interface ScoringRules {
  readonly criteria: readonly Criterion[];
  readonly rules: Rules;
  readonly segments?: readonly Segment[];
  readonly judgeGroups: readonly JudgeGroup[];
}

const speaker =
  (locale: Locale) =>
  (word: RuleWord, blanks: Blanks = {}): string =>
    fill(ruleWords[locale][word], blanks);
type Speak = ReturnType<typeof speaker>;

const lineWith =
  (say: Speak) =>
  (term: RuleWord, sentence: string): RuleLine => ({ term: say(term), sentence });

const plain = (number: string) => (number.includes('.') ? number.replace(/\.?0+$/, '') : number);
/** A half-typed number has no scale yet. */
function scale(event: Pick<ScoringRules, 'criteria'>): string {
  try {
    return plain(formatRounded(scaleOf(event), 3));
  } catch {
    return '–';
  }
}

export const scaleInWords = (event: Pick<ScoringRules, 'criteria'>, locale: Locale): string =>
  speaker(locale)('scaleNote', { points: scale(event) });

function items({ criteria }: ScoringRules, locale: Locale, say: Speak): string {
  const isWeighted = criteria.some((criterion) => criterion.weight !== undefined);
  const listed = criteria
    .map((criterion) =>
      say('itemRead', { name: pick(criterion.name, locale), points: criterion.weight ?? criterion.maxScore }),
    )
    .join(say('comma'));
  const blanks = { n: criteria.length, items: listed, points: scale({ criteria }) };
  return say(isWeighted ? 'itemsWeighted' : criteria.length === 1 ? 'itemOnly' : 'itemsSummed', blanks);
}

function ranges({ criteria }: ScoringRules, locale: Locale, say: Speak): string {
  const all = criteria.map((criterion) => ({
    name: pick(criterion.name, locale),
    min: criterion.minAllowed,
    max: criterion.maxAllowed,
    step: criterion.entryStep,
  }));
  const [first] = all;
  const isAlike = all.every(({ min, max, step }) => min === first?.min && max === first.max && step === first.step);
  if (first && isAlike) return say(all.length === 1 ? 'rangeOne' : 'rangeAll', first);
  return all.map((one) => say('rangeItem', one)).join(say('semicolon'));
}

/** A name that goes between quotation marks has single ones inside. */
const quotable = (name: string) => name.replace(/“/g, '‘').replace(/”/g, '’');

export function tieInWords(
  step: TieBreaker,
  event: ScoringRules,
  locale: Locale,
): { readonly name: string; readonly explanation: string } {
  const say = speaker(locale);
  const item =
    step.kind === 'criterion' ? event.criteria.find((criterion) => criterion.id === step.criterion) : undefined;
  const blanks = {
    item: item === undefined ? '–' : quotable(pick(item.name, locale)),
    n: step.kind === 'next-best' ? step.n : 0,
    part: step.kind === 'part' ? quotable(partName(step.part, event, locale)) : '',
  };
  if (step.kind === 'start-order')
    return { name: say(`tie.start-${step.prefer}`), explanation: say('tie.start-order.what') };
  return { name: say(`tie.${step.kind}`, blanks), explanation: say(`tie.${step.kind}.what`, blanks) };
}

function ties(event: ScoringRules, locale: Locale, say: Speak): string {
  const { tieBreakers, rankStyle } = event.rules;
  const after = say(rankStyle === 'dense' ? 'denseRead' : 'competitionRead');
  if (tieBreakers.length === 0) return say('tiesNone', { after });
  const steps = tieBreakers.map((step) => tieInWords(step, event, locale).name).join(say('then'));
  const asksPanel = tieBreakers.some((step) => step.kind === 'panel-decision');
  return say(asksPanel ? 'tiesReadPanel' : 'tiesRead', { steps, after });
}

function time(segment: Segment, say: Speak): string {
  const minutes = Math.floor(segment.timeAllowedSec / 60);
  const seconds = segment.timeAllowedSec % 60;
  const length = [
    ...(minutes > 0 ? [say('minutesRead', { n: minutes })] : []),
    ...(seconds > 0 || minutes === 0 ? [say('secondsRead', { n: seconds })] : []),
  ].join(say('space'));
  const warnings = segment.warningTimesSec.map((left) => say('secondsRead', { n: left })).join(say('and'));
  const blanks = { segment: say(`segment.${segment.kind}`), length, warnings };
  return say(warnings === '' ? 'segmentRead' : 'segmentWarned', blanks);
}

export function timesInWords(segments: readonly Segment[], locale: Locale): string {
  const say = speaker(locale);
  return segments.map((segment) => time(segment, say)).join(say('semicolon'));
}

function awardInWords({ name, fromRank: from, toRank: to }: Award, locale: Locale, say: Speak): string {
  return say(from === to ? 'awardOne' : 'awardRange', { name: pick(name, locale), from, to });
}

/** How the marks become a score and a place. `noun` is the word for what is judged. */
export function scoringInWords(event: ScoringRules, locale: Locale, noun: EntryNoun = 'project'): readonly RuleLine[] {
  const say = speaker(locale);
  const sayOf = sayPart(locale);
  const line = lineWith(say);
  const { rules, criteria, segments = [] } = event;
  const rule = segments.find((segment) => segment.kind === 'presentation')?.overtime;
  const overtime = rule === undefined ? '' : timeRuleInWords(rule, locale);
  const one = nounOf(noun, locale).one;
  const set = (term: PartWord, sentence: string | null): readonly RuleLine[] =>
    sentence === null ? [] : [{ term: sayOf(term), sentence }];
  const cut = [
    ...(rules.cutLine === undefined ? [] : [say('cutRead', { n: rules.cutLine })]),
    ...(rules.cutLine !== undefined && rules.tieAtCut === 'all-out' ? [sayOf('cutAllOut')] : []),
  ];
  return [
    ...(criteria.length > 0 ? [line('term.items', items(event, locale, say))] : []),
    ...(criteria.length > 0 ? [line('term.marks', ranges(event, locale, say))] : []),
    ...set('term.normalise', normaliseInWords(event, locale)),
    line('term.score', aggregateInWords(rules.aggregate, locale, one)),
    ...set('term.items-made', itemsInWords(event, locale)),
    ...set('term.missing', missingInWords(event, locale, one)),
    ...set('term.groups', groupsInWords(event, locale, one)),
    ...set('term.parts', componentsInWords(event, locale)),
    line('term.deduction', say('deductionRead')),
    ...(overtime === '' ? [] : [line('term.overtime', overtime)]),
    line('term.decimals', say(rules.rankOn === 'rounded' ? 'decimalsRounded' : 'decimalsExact', { n: rules.decimals })),
    ...set(
      'term.tolerance',
      rules.tolerance === undefined ? null : sayOf('toleranceRead', { tolerance: rules.tolerance }),
    ),
    line('term.ties', ties(event, locale, say)),
    ...(cut.length === 0 ? [] : [line('term.cut', cut.join(say('space')))]),
    ...set('term.outlier', rules.outlierAt === undefined ? null : sayOf('outlierRead', { limit: rules.outlierAt })),
  ];
}

/** Every rule of the day: the scoring, the times, when scores are shown, awards, and what may still be changed. */
export function rulesInWords(definition: EventDefinition, locale: Locale): readonly RuleLine[] {
  const say = speaker(locale);
  const line = lineWith(say);
  const { rules, segments, awards } = definition;
  const noun = nounOf(definition.entryNoun, locale);
  return [
    ...scoringInWords(definition, locale, definition.entryNoun),
    ...(segments.length > 0 ? [line('term.time', timesInWords(segments, locale))] : []),
    line('term.reveal', say(`reveal.${rules.reveal}.what`, { noun: noun.one })),
    ...(awards.length > 0
      ? [line('term.awards', awards.map((award) => awardInWords(award, locale, say)).join(say('semicolon')))]
      : []),
    line('term.change', say(rules.judgeMayTakeBack ? 'takeBackRead' : 'noTakeBackRead')),
    ...(rules.checkBeforeReveal ? [line('term.check', say('checkRead'))] : []),
  ];
}
