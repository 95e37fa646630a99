// Weights are written as percentages and computed as exact decimals.
import { divide, formatExact, rational, toRational, type Decimal, type Rational } from '../numbers.ts';

/** A value that has a finite decimal, as a rule writes it. */
export const inDecimal = (value: Rational): Decimal => formatExact(value) as Decimal;

export const percent = (weight: Decimal): Decimal => inDecimal(divide(toRational(weight), rational(100n)));
