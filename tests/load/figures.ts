// What a bench says about many measurements: the middle, the edge, and how far its repeats disagree.

export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? NaN;
}

export const median = (values: readonly number[]) => percentile(values, 0.5);
export const rounded = (value: number, decimals = 2) => Math.round(value * 10 ** decimals) / 10 ** decimals;
