// A word for ICC(3,k), so that the chief judge need not know the scale by heart. [A-RELIABILITY]
//   below 0.5 poor, from 0.5 moderate, from 0.75 good, from 0.9 excellent
// Source: Koo and Li 2016, A guideline of selecting and reporting intraclass correlation coefficients.
import { compare, rational } from '../numbers.ts';
import type { Figure } from './figure.ts';

export type Reliability = 'poor' | 'moderate' | 'good' | 'excellent';

/** Null for a dash. */
export function reliability({ value }: Figure): Reliability | null {
  if (value === null) return null;
  const reaches = (hundredths: bigint) => compare(value, rational(hundredths, 100n)) >= 0;
  return reaches(90n) ? 'excellent' : reaches(75n) ? 'good' : reaches(50n) ? 'moderate' : 'poor';
}
