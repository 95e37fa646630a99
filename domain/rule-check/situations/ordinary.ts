// An ordinary field: what a result looks like when everybody marks and nobody is equal.
import { imagine } from '../imagined.ts';
import { entryAt, levels } from '../panels.ts';
import type { MakeSituation } from '../situation.ts';

export const ordinary: MakeSituation = (definition) => {
  const { rows } = imagine(
    definition,
    [82, 74, 66].map((level, turn) => entryAt(definition, levels(definition, level, turn))),
  );
  return {
    code: 'ordinary',
    rows,
    findings: rows.some((row) => row.result === null) ? [{ code: 'no-result', severity: 'undecided' }] : [],
  };
};
