// The rounding a step may carry, and rounding as a step of its own: half up, away from zero, at the place the rule names. [R-ROUND]
import { roundHalfUp, type Rational } from '../../numbers.ts';
import { mapped } from './mapped.ts';
import type { EntryStep } from './step.ts';

export const rounded = (value: Rational, step: { readonly decimals?: number | undefined }): Rational =>
  step.decimals === undefined ? value : roundHalfUp(value, step.decimals);

export const round: EntryStep<'round'> = (step, read) =>
  mapped(read(step.of), (value) => roundHalfUp(value, step.decimals));
