// Equal weights in per cent that add up to exactly 100: three decimals each, and the rest with the last.
import type { Decimal } from './numbers.ts';
import { formatExact, rational } from './numbers.ts';

export function evenWeights(count: number): readonly Decimal[] {
  if (count < 1) return [];
  const each = 100_000n / BigInt(count);
  return Array.from({ length: count }, (_, index) => {
    const thousandths = index < count - 1 ? each : 100_000n - each * BigInt(count - 1);
    return formatExact(rational(thousandths, 1000n)) as Decimal;
  });
}
