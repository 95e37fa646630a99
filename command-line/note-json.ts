// A note of a result for a file: exact values as text, judges by name instead of by position.
import { formatExact, type Rational } from '#domain/numbers.ts';
import type { Note } from '#domain/rules/cell.ts';

const isRational = (value: unknown): value is Rational =>
  typeof value === 'object' && value !== null && 'n' in value && 'd' in value;

export function noteJson(note: Note, judges: readonly string[]): object {
  const name = (judge: number) => judges[judge] ?? judge;
  const fields = Object.entries(note).map(([key, value]: [string, unknown]) => {
    if (isRational(value)) return [key, formatExact(value)];
    if (key === 'judges' && Array.isArray(value)) return [key, (value as readonly number[]).map(name)];
    return key === 'judge' && typeof value === 'number' ? [key, name(value)] : [key, value];
  });
  return Object.fromEntries(fields) as object;
}
