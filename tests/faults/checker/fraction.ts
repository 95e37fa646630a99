// Exact arithmetic of the harness's own: hundredths as big integers, a result as numerator and denominator, rounded half up once.
export type Hundredths = bigint;

export function hundredths(decimal: string): Hundredths {
  const [, whole = '0', part = ''] = /^(\d+)(?:\.(\d{1,2}))?$/.exec(decimal) ?? [];
  return BigInt(whole) * 100n + BigInt(part.padEnd(2, '0'));
}

export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** To whole hundredths, a half upwards; nothing here is negative. */
export const rounded = ({ over, under }: Fraction): Hundredths => (2n * over + under) / (2n * under);

export const text = (value: Hundredths): string => `${value / 100n}.${String(value % 100n).padStart(2, '0')}`;
