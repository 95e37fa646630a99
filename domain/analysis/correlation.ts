// Product-moment correlation of two lists, as the consistency of a judge uses it. [A-CORRELATION]
//   r = sum (x - mean x)(y - mean y) / root(sum (x - mean x)² · sum (y - mean y)²)
// Everything stays exact up to the one root. Fewer than two pairs, or a list without spread: a dash.
// Source: Pearson 1896.
import { multiply, type Rational } from '../numbers.ts';
import { dash, overRoot, type Figure } from './figure.ts';
import { productSum, squareSum } from './sample.ts';

export const correlation = (x: readonly Rational[], y: readonly Rational[]): Figure =>
  x.length < 2 ? dash('too-few-entries') : overRoot(productSum(x, y), multiply(squareSum(x), squareSum(y)));
