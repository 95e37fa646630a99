// The marks one item allows: from the lowest to the highest in steps. Counted in whole thousandths, which is exact for
// every decimal the rules can name; a mark leaves here as a decimal string again.
import { parseDecimal, type Decimal } from '#domain/numbers.ts';
import type { CriterionLine } from '#domain/roles/judge-view.ts';

export type ScaledItem = Pick<CriterionLine, 'minAllowed' | 'maxAllowed' | 'entryStep'>;

/** "9.5" → 9500. */
export function toThousandths(decimal: string): number {
  const isNegative = decimal.startsWith('-');
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const size = Number(whole) * 1000 + Number(fraction.padEnd(3, '0'));
  return isNegative ? -size : size;
}

/** 9500 with one decimal → "9.5". */
export function fromThousandths(value: number, decimals: number): string {
  const digits = String(Math.abs(value)).padStart(4, '0');
  const fraction = digits.slice(-3).slice(0, decimals);
  const sign = value < 0 ? '-' : '';
  return decimals === 0 ? `${sign}${digits.slice(0, -3)}` : `${sign}${digits.slice(0, -3)}.${fraction}`;
}

const decimalsOf = (decimal: string) => decimal.split('.')[1]?.length ?? 0;
/** Distances between labelled ticks, in thousandths; the first that gives at most six labels is taken. */
const tickDistances = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000];
const quickDistances = [500, 1000, 2000, 5000, 10_000, 20_000];

export class Scale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly decimals: number;
  /** Index of the highest mark; the lowest has index 0. */
  readonly last: number;

  constructor({ minAllowed, maxAllowed, entryStep }: ScaledItem) {
    this.min = toThousandths(minAllowed);
    this.max = toThousandths(maxAllowed);
    this.step = Math.max(1, toThousandths(entryStep));
    this.decimals = Math.max(decimalsOf(minAllowed), decimalsOf(entryStep));
    this.last = Math.max(0, Math.floor((this.max - this.min) / this.step));
  }

  markAt(index: number): Decimal {
    const clamped = Math.min(this.last, Math.max(0, index));
    // A number of thousandths always spells a decimal; the fallback only satisfies the parser's type.
    return parseDecimal(fromThousandths(this.min + clamped * this.step, this.decimals)) ?? ('0' as Decimal);
  }

  indexOf(mark: Decimal): number {
    return Math.round((toThousandths(mark) - this.min) / this.step);
  }

  /** The nearest mark at a place on the track, 0 … 1. */
  markNear(place: number): Decimal {
    return this.markAt(Math.round((place * (this.max - this.min)) / this.step));
  }

  /** Where on the track a value lies, 0 … 1. */
  placeOf(value: string): number {
    return this.max === this.min ? 0 : (toThousandths(value) - this.min) / (this.max - this.min);
  }

  /** With all its decimals: "10.0". */
  label(mark: string): string {
    return fromThousandths(toThousandths(mark), Math.max(this.decimals, decimalsOf(mark)));
  }

  ticks(): readonly { readonly label: string; readonly place: number }[] {
    const distance = tickDistances.find((known) => (this.max - this.min) / known <= 5) ?? this.max - this.min;
    const first = Math.ceil(this.min / distance) * distance;
    const count = Math.max(0, Math.floor((this.max - first) / distance)) + 1;
    return Array.from({ length: count }, (_, index) => {
      const value = first + index * distance;
      return {
        label: fromThousandths(value, distance % 1000 === 0 ? 0 : 1),
        place: this.max === this.min ? 0 : (value - this.min) / (this.max - this.min),
      };
    });
  }

  /** Four round marks below the highest, for one touch each; none where the range is too small for them. */
  quickMarks(): readonly Decimal[] {
    const range = this.max - this.min;
    const distance = quickDistances.find((known) => range <= known * 20) ?? 0;
    if (distance === 0 || range < distance * 8 || distance % this.step !== 0) return [];
    return [1, 2, 3, 4].map((times) => this.markAt(this.last - (times * distance) / this.step));
  }
}
