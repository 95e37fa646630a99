// The rules: what each choice does, and a whole event's rules in sentences that a host can read out, made from the same
// definition that is computed with.
import { scaleOf } from '#domain/definition-problems.ts';
import type { EventDefinition, Segment, TieBreaker } from '#domain/definition.ts';
import { formatRounded } from '#domain/numbers.ts';
import type { Locale } from '#domain/text.ts';
import { nounOf } from './nouns.ts';
import { ruleWords, type RuleWord } from './set-up-rule-words.ts';
import { fill, pick, type Blanks } from './translate.ts';

export { ruleWords };

export interface RuleLine {
  readonly term: string;
  readonly sentence: string;
}

const speaker =
  (locale: Locale) =>
  (word: RuleWord, blanks: Blanks = {}): string =>
    fill(ruleWords[locale][word], blanks);
type Speak = ReturnType<typeof speaker>;

const plain = (number: string) => (number.includes('.') ? number.replace(/\.?0+$/, '') : number);
/** A half-typed number has no scale yet. */
function scale(definition: EventDefinition): string {
  try {
    return plain(formatRounded(scaleOf(definition), 3));
  } catch {
    return '–';
  }
}

export const scaleInWords = (definition: EventDefinition, locale: Locale): string =>
  speaker(locale)('scaleNote', { points: scale(definition) });

function items(definition: EventDefinition, locale: Locale, say: Speak): string {
  const listed = definition.criteria
    .map((criterion) =>
      say('itemRead', { name: pick(criterion.name, locale), points: criterion.weight ?? criterion.maxScore }),
    )
    .join(say('comma'));
  return say('itemsRead', { n: definition.criteria.length, items: listed, points: scale(definition) });
}

function ranges(definition: EventDefinition, locale: Locale, say: Speak): string {
  const all = definition.criteria.map((criterion) => ({
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

export function aggregateInWords(definition: EventDefinition, locale: Locale): string {
  const say = speaker(locale);
  const { aggregate } = definition.rules;
  if (aggregate.kind === 'mean') return say('meanRead');
  const { dropHighest: high, dropLowest: low, minForTrim: least, trimScope } = aggregate;
  return say(trimScope === 'criterion' ? 'trimItemRead' : 'trimRead', { high, low, least });
}

export function tieInWords(
  step: TieBreaker,
  definition: EventDefinition,
  locale: Locale,
): { readonly name: string; readonly explanation: string } {
  const say = speaker(locale);
  const item =
    step.kind === 'criterion' ? definition.criteria.find((criterion) => criterion.id === step.criterion) : undefined;
  const blanks = { item: item === undefined ? '–' : pick(item.name, locale) };
  return { name: say(`tie.${step.kind}`, blanks), explanation: say(`tie.${step.kind}.what`, blanks) };
}

function ties(definition: EventDefinition, locale: Locale, say: Speak): string {
  const { tieBreakers, rankStyle } = definition.rules;
  const after = say(rankStyle === 'dense' ? 'denseRead' : 'competitionRead');
  if (tieBreakers.length === 0) return say('tiesNone', { after });
  const steps = tieBreakers.map((step) => tieInWords(step, definition, locale).name).join(say('then'));
  return say(tieBreakers.some((step) => step.kind === 'panel-decision') ? 'tiesReadPanel' : 'tiesRead', {
    steps,
    after,
  });
}

function time(segment: Segment, say: Speak): string {
  const minutes = Math.floor(segment.timeAllowedSec / 60);
  const seconds = segment.timeAllowedSec % 60;
  const length = [
    ...(minutes > 0 ? [say('minutesRead', { n: minutes })] : []),
    ...(seconds > 0 || minutes === 0 ? [say('secondsRead', { n: seconds })] : []),
  ].join(say('space'));
  const warnings = segment.warningTimesSec.map((left) => say('secondsRead', { n: left })).join(say('and'));
  return say(warnings === '' ? 'segmentRead' : 'segmentWarned', {
    segment: say(`segment.${segment.kind}`),
    length,
    warnings,
  });
}

/** What is read out is what is computed: every line is made from the settings themselves. */
export function rulesInWords(definition: EventDefinition, locale: Locale): readonly RuleLine[] {
  const say = speaker(locale);
  const { rules, segments, awards, criteria } = definition;
  const noun = nounOf(definition.entryNoun, locale);
  const line = (term: RuleWord, sentence: string): RuleLine => ({ term: say(term), sentence });
  return [
    ...(criteria.length > 0 ? [line('term.items', items(definition, locale, say))] : []),
    ...(criteria.length > 0 ? [line('term.marks', ranges(definition, locale, say))] : []),
    line('term.score', aggregateInWords(definition, locale)),
    line('term.decimals', say(rules.rankOn === 'rounded' ? 'decimalsRounded' : 'decimalsExact', { n: rules.decimals })),
    line('term.deduction', say('deductionRead')),
    line('term.ties', ties(definition, locale, say)),
    ...(segments.length > 0
      ? [line('term.time', segments.map((segment) => time(segment, say)).join(say('semicolon')))]
      : []),
    line('term.reveal', say(`reveal.${rules.reveal}.what`, { noun: noun.one })),
    ...(rules.cutLine === undefined ? [] : [line('term.cut', say('cutRead', { n: rules.cutLine }))]),
    ...(awards.length > 0
      ? [
          line(
            'term.awards',
            awards
              .map((award) =>
                say(award.fromRank === award.toRank ? 'awardOne' : 'awardRange', {
                  name: pick(award.name, locale),
                  from: award.fromRank,
                  to: award.toRank,
                }),
              )
              .join(say('semicolon')),
          ),
        ]
      : []),
    line('term.change', say(rules.judgeMayTakeBack ? 'takeBackRead' : 'noTakeBackRead')),
    ...(rules.checkBeforeReveal ? [line('term.check', say('checkRead'))] : []),
  ];
}
