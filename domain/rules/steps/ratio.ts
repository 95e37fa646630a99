// B5, approval share (大众评审举牌): times × part ÷ whole, e.g. 100 × yes ÷ voters present. Nobody present: no result. [R-APPROVAL]
import { divide, multiply, toRational } from '../../numbers.ts';
import { numberCell } from '../cell.ts';
import { rounded } from './rounding.ts';
import { numberAt, type EntryStep } from './step.ts';

export const ratio: EntryStep<'ratio'> = (step, read) => {
  const [part, whole] = [numberAt(read, step.of), numberAt(read, step.over)];
  if (part === null || whole === null || whole.n === 0n) return numberCell(null, [{ code: 'nobody-voted' }]);
  return numberCell(rounded(divide(multiply(part, toRational(step.times)), whole), step));
};
