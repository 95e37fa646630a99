// Lines of plain arithmetic on numbers and lists: sums with weights, factors, products, best of several, floors and caps,
// roundings, ratios and bands.
import { add, compare, divide, toRational, ZERO, type Rational } from '../numbers.ts';
import type { Step, StepOf } from '../rules/step-schema.ts';
import { numberAt, numbersIn } from '../rules/steps/step.ts';
import { itemSource, type Asked } from './asked.ts';
import type { Line, LineSubject, Operand, Source } from './derivation.ts';
import { lineOf, valueAt } from './line.ts';
import { quantity } from './quantity.ts';
import type { Working } from './working.ts';

/** Where a column comes from for this entry, once steps that changed nothing are passed over. */
export type Resolve = (column: string) => Source;

function operandAt(asked: Asked, of: Source, column: string, value: Rational | null): Operand {
  return { of, value: value && asked.show(column, value), fate: value === null ? 'missing' : 'counted' };
}

/** The values of a column, item by item where it is a list. */
function operandsIn(asked: Asked, column: string, resolve: Resolve): readonly Operand[] {
  const cell = asked.read(column);
  if (cell.form !== 'list') return [operandAt(asked, resolve(column), column, numberAt(asked.read, column))];
  const behind = resolve(column);
  const list = behind.what === 'column' ? behind.column : column;
  return cell.values.map((value, item) => operandAt(asked, itemSource(asked, list, item), column, value));
}

/** Numbers that are given and add nothing, such as deductions nobody made, are not worth a line. */
function addsNothing(asked: Asked, column: string): boolean {
  const { rule } = asked.evaluation;
  const cell = asked.read(column);
  const isGiven = !rule.steps.some(({ id }) => id === column);
  return isGiven && cell.form === 'number' && cell.value?.n === 0n;
}

/** The terms of a sum that say something for this entry. */
export function termsOf(asked: Asked, step: StepOf<'sum'>): StepOf<'sum'>['terms'] {
  const telling = step.terms.filter(({ of }) => !addsNothing(asked, of));
  return telling.length === 0 ? step.terms.slice(0, 1) : telling;
}

export function sumLine(asked: Asked, step: StepOf<'sum'>, resolve: Resolve): Line {
  const missing = step.terms.filter(({ of }) => numbersIn(asked.read, [of]).includes(null));
  const weight = (terms: StepOf<'sum'>['terms']) =>
    terms.reduce<Rational>((total, term) => add(total, toRational(term.weight)), ZERO);
  const isRedistributed = missing.length > 0 && missing.length < step.terms.length && step.ifMissing === 'redistribute';
  const present = step.terms.filter((term) => !missing.includes(term));
  const working: Working | null = isRedistributed
    ? { as: 'redistributed', all: quantity(weight(step.terms), null), present: quantity(weight(present), null) }
    : null;
  const operands = termsOf(asked, step).flatMap((term) =>
    operandsIn(asked, term.of, resolve).map((operand): Operand =>
      term.weight === '1' ? operand : { ...operand, weight: quantity(toRational(term.weight), null, 6) },
    ),
  );
  return lineOf(asked, step, { operands, working });
}

function factorAt(asked: Asked, factor: StepOf<'times'>['by'][number], item: number, resolve: Resolve): Operand {
  if ('value' in factor)
    return { of: { what: 'constant' }, value: quantity(toRational(factor.value), null, 6), fate: 'counted' };
  if ('shares' in factor) {
    const share = factor.shares[item];
    const value = share && divide(toRational(share.weight), toRational(share.full));
    return {
      of: { what: 'constant' },
      value: value ? quantity(value, null, 6) : null,
      fate: value ? 'counted' : 'missing',
      ...(share && { share: { full: share.full, weight: share.weight } }),
    };
  }
  const cell = asked.read(factor.of);
  const of = cell.form === 'list' ? itemSource(asked, factor.of, item) : resolve(factor.of);
  return operandAt(asked, of, factor.of, valueAt(cell, item));
}

/** One line, or one per item. */
function perItem(
  asked: Asked,
  step: Step & { readonly of: string },
  resolve: Resolve,
  operandsOf: (item: number) => readonly Operand[],
): readonly Line[] {
  const cell = asked.read(step.of);
  const lineAt = (item: number, at?: LineSubject) => {
    const own = operandAt(asked, at ?? resolve(step.of), step.of, valueAt(cell, item));
    return lineOf(asked, step, { ...(at && { at }), position: item, operands: [own, ...operandsOf(item)] });
  };
  return cell.form === 'list'
    ? cell.values.map((_, item) => lineAt(item, itemSource(asked, step.of, item)))
    : [lineAt(0)];
}

export const timesLines = (asked: Asked, step: StepOf<'times'>, resolve: Resolve): readonly Line[] =>
  perItem(asked, step, resolve, (item) => step.by.map((factor) => factorAt(asked, factor, item, resolve)));

export const roundLines = (asked: Asked, step: StepOf<'round'>, resolve: Resolve): readonly Line[] =>
  perItem(asked, step, resolve, () => []);

export const boundLine = (asked: Asked, step: StepOf<'bound'>, resolve: Resolve): Line =>
  lineOf(asked, step, { operands: operandsIn(asked, step.of, resolve) });

export function itemLine(asked: Asked, step: StepOf<'item'>): Line {
  const value = valueAt(asked.read(step.of), step.item);
  return lineOf(asked, step, {
    operands: [operandAt(asked, itemSource(asked, step.of, step.item), step.of, value)],
  });
}

export const productLine = (asked: Asked, step: StepOf<'product'>, resolve: Resolve): Line =>
  lineOf(asked, step, { operands: step.of.flatMap((column) => operandsIn(asked, column, resolve)) });

/** All runs, the chosen one counted; of equal ones the first. */
export function nthBestLine(asked: Asked, step: StepOf<'nth-best'>, resolve: Resolve): Line {
  const values = numbersIn(asked.read, step.of);
  const direction = step.prefer === 'highest' ? -1 : 1;
  const chosen = [...values.entries()]
    .flatMap(([position, value]) => (value === null ? [] : [{ position, value }]))
    .sort((a, b) => direction * compare(a.value, b.value) || a.position - b.position)[step.n - 1]?.position;
  const operands = step.of
    .flatMap((column) => operandsIn(asked, column, resolve))
    .map((operand, position): Operand =>
      operand.fate === 'missing' ? operand : { ...operand, fate: position === chosen ? 'counted' : 'passed-over' },
    );
  return lineOf(asked, step, { operands });
}

export const ratioLine = (asked: Asked, step: StepOf<'ratio'>, resolve: Resolve): Line =>
  lineOf(asked, step, {
    operands: [step.of, step.over].flatMap((column) => operandsIn(asked, column, resolve)),
  });

export function bandLine(asked: Asked, step: StepOf<'bands'>, resolve: Resolve): Line {
  const value = numberAt(asked.read, step.of);
  const reached = step.bands
    .map(({ from }) => toRational(from))
    .filter((from) => value !== null && compare(value, from) >= 0)
    .sort((a, b) => compare(b, a));
  return lineOf(asked, step, {
    operands: operandsIn(asked, step.of, resolve),
    working: { as: 'band', from: reached[0] ? quantity(reached[0], null) : null },
  });
}
