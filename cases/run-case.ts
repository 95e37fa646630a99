// One case file from text to rows compared, or to the sentence why it could not be.
import { readCaseFile } from './case-file.ts';
import { methods } from './methods/index.ts';
import type { Row } from './row.ts';

export type CaseOutcome =
  | { readonly id: string; readonly rows: readonly Row[]; readonly problem: null }
  | { readonly id: null; readonly rows: readonly []; readonly problem: string };

export function runCase(text: string): CaseOutcome {
  try {
    const file = readCaseFile(text);
    const method = methods.get(file.method.type);
    if (method === undefined) {
      const known = [...methods.keys()].join(', ');
      return failed(`the method "${file.method.type}" is not known; known are ${known}`);
    }
    // A row of which nothing was published is not compared, and does not count as one.
    const rows = method.rows(file).filter(({ fields }) => fields.length > 0);
    return rows.length === 0
      ? failed('nothing is published in it that could be compared')
      : { id: file.id, rows, problem: null };
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}

const failed = (problem: string): CaseOutcome => ({ id: null, rows: [], problem });
