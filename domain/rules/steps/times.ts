// Factors: difficulty, a constant, a weight per item. They apply before the item is rounded. [R-FACTOR]
import { divide, multiply, toRational, type Rational } from '../../numbers.ts';
import type { StepOf } from '../step-schema.ts';
import { mapped } from './mapped.ts';
import { rounded } from './rounding.ts';
import { expectForm, type EntryStep, type Read } from './step.ts';

export const times: EntryStep<'times'> = (step, read) =>
  mapped(read(step.of), (value, item) => {
    let product: Rational | null = value;
    for (const factor of step.by) {
      const by = factorAt(factor, item, read);
      product = product && by && multiply(product, by);
    }
    return product && rounded(product, step);
  });

function factorAt(factor: StepOf<'times'>['by'][number], item: number, read: Read): Rational | null {
  if ('value' in factor) return toRational(factor.value);
  if ('shares' in factor) {
    const share = factor.shares[item];
    return share === undefined ? null : divide(toRational(share.weight), toRational(share.full));
  }
  const cell = read(factor.of);
  return cell.form === 'list' ? (cell.values[item] ?? null) : expectForm(cell, 'number').value;
}
