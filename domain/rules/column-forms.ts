// What each step reads and gives, by form: what can be known of a rule before anything is computed. Used to check rules from outside.
import type { CellForm } from './cell.ts';
import type { TieStep } from './rule.ts';
import type { Step } from './step-schema.ts';

/** A column as far as it is known: its form, the table its judges belong to, how many items a list has. */
export interface Column {
  readonly form: CellForm;
  /** Position of the table; null for what has no judges. */
  readonly table: number | null;
  /** Null where entries may differ. */
  readonly items: number | null;
}

/** A name a step reads, where it stands in the step, and the forms that fit. */
export interface Reading {
  readonly at: string;
  readonly name: string;
  readonly forms: readonly CellForm[];
}

const numeric: readonly CellForm[] = ['number', 'list'];
const each = (at: string, names: readonly string[], forms: readonly CellForm[]): readonly Reading[] =>
  names.map((name, index) => ({ at: `${at}/${index}`, name, forms }));

export function readingsOf(step: Step): readonly Reading[] {
  const of = (name: string, ...forms: readonly CellForm[]): Reading => ({ at: '/of', name, forms });
  switch (step.kind) {
    case 'judge-totals':
    case 'skating':
      return [of(step.of, 'marks')];
    case 'judge-ranks':
    case 'judge-points':
    case 'rank-weights':
    case 'fill-missing':
    case 'normalise':
    case 'ballot':
      return [of(step.of, 'judges')];
    case 'majority':
      return [
        of(step.of, 'judges'),
        ...(step.declared === undefined
          ? []
          : [{ at: '/declared', name: step.declared, forms: ['judges'] satisfies CellForm[] }]),
      ];
    case 'panel':
      return [of(step.of, 'judges', 'marks')];
    case 'times':
      return [
        of(step.of, ...numeric),
        ...step.by.flatMap((factor, index) =>
          'of' in factor ? [{ at: `/by/${index}/of`, name: factor.of, forms: numeric }] : [],
        ),
      ];
    case 'sum':
      return step.terms.map(({ of: name }, index) => ({ at: `/terms/${index}/of`, name, forms: numeric }));
    case 'item':
      return [of(step.of, 'list')];
    case 'product':
    case 'nth-best':
      return each('/of', step.of, numeric);
    case 'round':
      return [of(step.of, ...numeric)];
    case 'ratio':
      return [of(step.of, 'number'), { at: '/over', name: step.over, forms: ['number'] }];
    case 'place':
      return [
        of(step.of, 'number'),
        ...(step.thenBy === undefined
          ? []
          : [{ at: '/thenBy/of', name: step.thenBy.of, forms: ['number'] satisfies CellForm[] }]),
      ];
    case 'bound':
    case 'bands':
    case 'place-points':
    case 'share':
      return [of(step.of, 'number')];
  }
}

/** What the step gives, where it reads `read` in its first place. */
export function givenBy(step: Step, read: Column): Column {
  switch (step.kind) {
    case 'judge-totals':
    case 'judge-ranks':
    case 'judge-points':
    case 'rank-weights':
    case 'fill-missing':
    case 'normalise':
      return { form: 'judges', table: read.table, items: null };
    case 'panel':
      return read.form === 'marks'
        ? { form: 'list', table: null, items: read.items }
        : { form: 'number', table: null, items: null };
    case 'times':
    case 'round':
      return { ...read, table: null };
    default:
      return { form: 'number', table: null, items: null };
  }
}

export function tieReadings(step: TieStep): readonly Reading[] {
  switch (step.kind) {
    case 'value':
      return [{ at: '/of', name: step.of, forms: ['number'] }];
    case 'countback':
    case 'head-to-head':
    case 'more-top-marks':
      return [{ at: '/of', name: step.of, forms: ['judges'] }];
    case 'better-in-more':
      return each('/of', step.of, numeric);
    case 'start-order':
    case 'decision':
      return [];
  }
}
