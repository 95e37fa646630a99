// Mean, sample variance (divisor n - 1) and sample standard deviation of a list, and the product sum of two lists: the
// ground the statistics stand on. Mean and variance are exact, the deviation is a root. [A-SAMPLE]
import { squareRoot } from '../irrational.ts';
import { divide, multiply, rational, subtract, sum, type Rational } from '../numbers.ts';

const count = (values: readonly unknown[]): Rational => rational(BigInt(values.length));

/** The mean; null for an empty list. */
export const meanOf = (values: readonly Rational[]): Rational | null =>
  values.length === 0 ? null : divide(sum(values), count(values));

/** Sum of (x - mean x)(y - mean y), as sum xy - sum x · sum y / n: exact, so the short way loses nothing. */
export function productSum(x: readonly Rational[], y: readonly Rational[]): Rational {
  if (x.length === 0) return rational(0n);
  const products = sum(x.map((value, position) => multiply(value, y[position] ?? value)));
  return subtract(products, divide(multiply(sum(x), sum(y)), count(x)));
}

/** Sum of squared distances from the mean. */
export const squareSum = (values: readonly Rational[]): Rational => productSum(values, values);

/** Sample variance; null for fewer than two values. */
export const varianceOf = (values: readonly Rational[]): Rational | null =>
  values.length < 2 ? null : divide(squareSum(values), rational(BigInt(values.length - 1)));

/** The square of the standard error of a mean, exactly; null for fewer than two values. */
export const squaredError = (values: readonly Rational[]): Rational | null => {
  const variance = varianceOf(values);
  return variance && divide(variance, rational(BigInt(values.length)));
};

/** Sample standard deviation, half up to `digits` decimals; null for fewer than two values. */
export function standardDeviationOf(values: readonly Rational[], digits: number): Rational | null {
  const variance = varianceOf(values);
  return variance && squareRoot(variance, digits);
}
