// What each judge's total went into the panel as: a rank, points for the rank, an adjusted or corrected value. Said beside the total,
// because a struck-out or moved number without its reason looks like a mistake.
import { columns } from './event-rule/columns.ts';
import type { Field } from './field.ts';
import { compare, formatExact, formatRounded, type Rational } from './numbers.ts';
import { valueOf } from './rules/panel.ts';
import type { Step } from './rules/step-schema.ts';
import type { CountedAs } from './stage-view.ts';

function kindOf(step: Step | undefined): CountedAs['as'] {
  switch (step?.kind) {
    case 'judge-ranks':
      return 'rank';
    case 'judge-points':
      return 'points';
    case 'rank-weights':
      return 'weight';
    default:
      return 'value';
  }
}

/** Ranks and points as they are, unless they have no end. */
function written(value: Rational, as: CountedAs['as'], decimals: number): string {
  if (as === 'value') return formatRounded(value, decimals);
  const exact = formatExact(value);
  return as === 'weight' || exact.includes('/') ? formatRounded(value, 4) : exact;
}

/** By judge (position on the panel); only those whose total did not go in as it is. `name`: the panel's column. */
export function countedAs(field: Field, name: string, at: number, decimals: number): ReadonlyMap<number, CountedAs> {
  const { rule, cell } = field.evaluation;
  const counted = new Map<number, CountedAs>();
  const step = rule.steps.find(({ id }) => id === name);
  const result = cell(name, at);
  const [totals, values] = [cell(columns.totals, at), step?.kind === 'panel' ? cell(step.of, at) : null];
  if (step?.kind !== 'panel' || result.form !== 'number' || totals.form !== 'judges' || values?.form !== 'judges')
    return counted;
  const as = kindOf(rule.steps.find(({ id }) => id === step.of));
  result.panel?.judges.forEach((judge, position) => {
    const [total, own] = [valueOf(totals.values, judge), valueOf(values.values, judge)];
    const corrected = result.panel?.corrected?.[position] ?? null;
    const value = corrected ?? own;
    if (value === null || total === null || (as === 'value' && compare(value, total) === 0)) return;
    counted.set(judge, { as, value: written(value, as, decimals) });
  });
  return counted;
}
