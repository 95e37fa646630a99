// An entry leaves after all have been scored: whether the others change places among themselves without it.
import { comparesField } from '../../event-rule/aggregate-traits.ts';
import { imagine, type ImaginedRow } from '../imagined.ts';
import { entryAt, levels } from '../panels.ts';
import type { MakeSituation } from '../situation.ts';

const order = (rows: readonly ImaginedRow[]): readonly string[] =>
  [...rows].sort((a, b) => (a.place ?? 0) - (b.place ?? 0)).map((row) => row.result?.score ?? '');

export const entryWithdrawn: MakeSituation = (definition) => {
  if (!comparesField(definition)) return null;
  const entries = [82, 80, 78, 76].map((level, turn) => entryAt(definition, levels(definition, level, turn)));
  const { rows } = imagine(definition, entries);
  // Rules that take no equal marks have nothing to compare here.
  if (rows.some(({ result }) => result === null)) return null;
  const left = imagine(definition, entries.slice(0, 3)).rows;
  const before = order(rows.slice(0, 3));
  const after = order(left);
  const moved = after.filter((score, at) => score !== before[at]).length;
  return {
    code: 'entry-withdrawn',
    rows,
    findings: [
      moved > 0 ? { code: 'others-move', severity: 'attention', moved } : { code: 'others-stay', severity: 'settled' },
    ],
  };
};
