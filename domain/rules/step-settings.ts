// The settings of a step that its schema cannot check: judges that must be in the table, weights that must fit the items, numbers
// by which nothing can be divided.
import { compare, toRational, ZERO, type Decimal } from '../numbers.ts';
import type { Column } from './column-forms.ts';
import type { Contest } from './contest.ts';
import type { ReportRule } from './rule-problem.ts';
import type { Step, StepOf } from './step-schema.ts';

type Weights = NonNullable<StepOf<'judge-totals'>['weights']>;

function checkWeights(weights: Weights, items: number | null, at: string, report: ReportRule): void {
  if (items !== null && weights.length !== items)
    report('rule.weights-count', at, String(weights.length), [String(items)]);
  weights.forEach(({ full }, index) => {
    if (toRational(full).n === 0n) report('rule.full-marks-zero', `${at}/${index}/full`, full);
  });
}

function checkJudges(judges: readonly string[], read: Column, contest: Contest, at: string, report: ReportRule): void {
  const known = (read.table === null ? undefined : contest.tables[read.table])?.judges ?? [];
  judges.forEach((judge, index) => {
    if (!known.includes(judge)) report('rule.judge-unknown', `${at}/judges/${index}`, judge, known);
    else if (judges.indexOf(judge) < index) report('rule.name-twice', `${at}/judges/${index}`, judge);
  });
}

const isExact = (text: string): boolean => /^-?[0-9]{1,12}(?:\.[0-9]{1,20})?$/.test(text);

function checkReference(step: StepOf<'normalise'>, read: Column, contest: Contest, at: string, report: ReportRule) {
  if (step.reference === undefined) return;
  const { pool, judges } = step.reference;
  checkJudges(Object.keys(judges), read, contest, `${at}/reference`, report);
  const given = [['pool', pool] as const, ...Object.entries(judges).map(([id, own]) => [`judges/${id}`, own] as const)];
  for (const [place, { mean, deviation }] of given)
    for (const [name, text] of [['mean', mean] as const, ['deviation', deviation] as const])
      if (!isExact(text)) report('rule.reference-number', `${at}/reference/${place}/${name}`, text);
}

/** e^(−decay × (rank − 1)) of a thousand ranks is still computed in a moment. */
const MOST_DECAY = '10' as Decimal;

/** `read`: the column the step reads in its first place. */
export function settingProblems(step: Step, read: Column, contest: Contest, at: string, report: ReportRule): void {
  if ('judges' in step && step.judges !== undefined) checkJudges(step.judges, read, contest, at, report);
  switch (step.kind) {
    case 'judge-totals':
      if (step.weights !== undefined) checkWeights(step.weights, read.items, `${at}/weights`, report);
      return;
    case 'times':
      step.by.forEach((factor, index) => {
        if ('shares' in factor)
          checkWeights(factor.shares, read.form === 'list' ? read.items : 1, `${at}/by/${index}/shares`, report);
      });
      return;
    case 'item':
      if (read.items !== null && step.item >= read.items)
        report('rule.item-beyond', `${at}/item`, String(step.item), [String(read.items - 1)]);
      return;
    case 'rank-weights': {
      const decay = toRational(step.decay);
      if (compare(decay, ZERO) < 0 || compare(decay, toRational(MOST_DECAY)) > 0)
        report('rule.decay-range', `${at}/decay`, step.decay, ['0', MOST_DECAY]);
      return;
    }
    case 'bound':
    case 'share':
      if (step.min !== undefined && step.max !== undefined && compare(toRational(step.min), toRational(step.max)) > 0)
        report('rule.bounds-crossed', `${at}/min`, step.min, [step.max]);
      return;
    case 'normalise':
      checkReference(step, read, contest, at, report);
      return;
    default:
      return;
  }
}
