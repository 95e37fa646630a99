// Welch's t: whether two groups of figures have different means, without taking their spreads for equal. [A-WELCH]
//   t = (mean 1 - mean 2) / root(s1²/n1 + s2²/n2), two-sided
//   df = (s1²/n1 + s2²/n2)² / ((s1²/n1)²/(n1 - 1) + (s2²/n2)²/(n2 - 1)), exact
// A group of fewer than two: the difference stands, t and df are dashes. No spread in either group: likewise.
// Source: Welch 1947, The generalization of Student's problem.
import { add, divide, multiply, rational, subtract, type Rational } from '../numbers.ts';
import { dash, figure, fraction, overRoot, type Figure } from './figure.ts';
import { meanOf, squaredError } from './sample.ts';

export interface Group {
  readonly count: number;
  readonly mean: Figure;
}

export interface WelchTest {
  readonly first: Group;
  readonly second: Group;
  readonly difference: Figure;
  readonly t: Figure;
  readonly degrees: Figure;
}

const group = (values: readonly Rational[]): Group => {
  const mean = meanOf(values);
  return { count: values.length, mean: mean ? figure(mean) : dash('too-few-pairs') };
};

export function welch(one: readonly Rational[], two: readonly Rational[]): WelchTest {
  const [first, second] = [group(one), group(two)];
  const difference =
    first.mean.value && second.mean.value
      ? figure(subtract(first.mean.value, second.mean.value))
      : dash('too-few-pairs');
  const [a, b] = [squaredError(one), squaredError(two)];
  if (!difference.value || !a || !b)
    return { first, second, difference, t: dash('too-few-pairs'), degrees: dash('too-few-pairs') };
  const both = add(a, b);
  const share = (square: Rational, count: number) => divide(multiply(square, square), rational(BigInt(count - 1)));
  return {
    first,
    second,
    difference,
    t: overRoot(difference.value, both),
    degrees: fraction(multiply(both, both), add(share(a, one.length), share(b, two.length))),
  };
}
