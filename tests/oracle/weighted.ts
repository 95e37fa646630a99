// A weighted sum of parts of which one may be missing, for the second calculator.
import { nothing, over, times, total, whole, type Fraction } from './fraction.ts';

/** Σ weight × value ÷ 100; what is missing leaves no result, or hands its weight to the others in proportion. */
export function weighted(
  parts: readonly { readonly weight: Fraction; readonly value: Fraction | null }[],
  ifMissing: 'no-result' | 'redistribute',
  per = whole(100),
): Fraction | null {
  const present = parts.filter(({ value }) => value !== null);
  const isAllThere = present.length === parts.length;
  if (!isAllThere && (ifMissing === 'no-result' || present.length === 0)) return null;
  const sum = total(present.map(({ weight, value }) => times(weight, value ?? nothing)));
  const [all, left] = [total(parts.map(({ weight }) => weight)), total(present.map(({ weight }) => weight))];
  if (isAllThere) return over(sum, per);
  return left.top === 0n ? null : over(times(sum, over(all, left)), per);
}
