// What the import noticed about a row. A `note` tells what was changed, a `check` asks for a look, a `fix` keeps the row
// from being saved until it is put right, left out, or (where that makes sense) accepted as it is.
import type { Cleaning } from './clean-text.ts';

export type FindingCode =
  | Cleaning
  | 'title-missing'
  | 'name-missing'
  | 'number-duplicate'
  | 'number-taken'
  | 'number-assigned'
  | 'number-padded'
  | 'number-too-long'
  | 'seat-number-invalid'
  | 'subdistrict-empty'
  | 'community-empty'
  | 'title-long'
  | 'title-repeated'
  | 'name-repeated'
  | 'name-closed-up'
  | 'text-too-long';

export type Level = 'note' | 'check' | 'fix';

export interface Finding {
  readonly code: FindingCode;
  readonly level: Level;
  /** The column it is about; null when it is about the row. */
  readonly column: number | null;
  /** What is wrong or new, for the sentence. */
  readonly value: string;
  /** A person may decide that it is right as it is. */
  readonly mayStay: boolean;
}

export const finding = (
  code: FindingCode,
  level: Level,
  column: number | null,
  value = '',
  mayStay = false,
): Finding => ({ code, level, column, value, mayStay });

const weight: { readonly [L in Level]: number } = { note: 1, check: 2, fix: 3 };

/** The gravest level of a row's findings, or `fine`. */
export function levelOf(findings: readonly Finding[]): Level | 'fine' {
  return findings.reduce<Level | 'fine'>(
    (worst, { level }) => (worst === 'fine' || weight[level] > weight[worst] ? level : worst),
    'fine',
  );
}
