// All case files of a folder: one line each, "ID matched/total", then the sum. What does not match is said below, file by file.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMatched, type Row } from './row.ts';
import { runCase } from './run-case.ts';

export interface Report {
  /** The lines for standard output. */
  readonly lines: readonly string[];
  /** What is wrong, for standard error. */
  readonly complaints: readonly string[];
  readonly isMatched: boolean;
}

const SHOWN = 10;

const tally = (rows: readonly Row[]): string => `${rows.filter(isMatched).length}/${rows.length}`;

function mismatches(file: string, rows: readonly Row[]): readonly string[] {
  const all = rows.flatMap(({ name, fields }) =>
    fields.flatMap((field) =>
      field.agrees ? [] : `${file}: ${name}, ${field.name}: published ${field.published}, found ${field.found}`,
    ),
  );
  const more = all.slice(SHOWN);
  return [...all.slice(0, SHOWN), ...(more.length > 0 ? [`${file}: ${more.length} more figures do not match.`] : [])];
}

export function runFolder(folder: string): Report {
  const files = listed(folder);
  if (files === null) return refused(`The folder ${folder} cannot be read.`);
  if (files.length === 0) return refused(`The folder ${folder} holds no case file (*.json).`);
  const outcomes = files.map((file) => {
    const outcome = runCase(readFileSync(join(folder, file), 'utf8'));
    const problem = outcome.problem === null ? [] : [`${file} could not be run: ${outcome.problem}.`];
    return { ...outcome, id: outcome.id ?? file, complaints: [...problem, ...mismatches(file, outcome.rows)] };
  });
  const rows = outcomes.flatMap((outcome) => outcome.rows);
  const complaints = outcomes.flatMap((outcome) => outcome.complaints);
  return {
    lines: [...outcomes.map((outcome) => `${outcome.id} ${tally(outcome.rows)}`), `sum ${tally(rows)}`],
    complaints,
    isMatched: complaints.length === 0,
  };
}

const refused = (sentence: string): Report => ({ lines: [], complaints: [sentence], isMatched: false });

function listed(folder: string): readonly string[] | null {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch {
    return null;
  }
}
