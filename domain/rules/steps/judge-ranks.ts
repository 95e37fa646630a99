// Each judge's values as ranks over the entries: 1 is the best. Equal values share the mean of the ranks (midranks) or the better
// one. Only judges who gave a value for every entry rank: ranks over different fields cannot be compared. [R-JUDGE-RANKS]
import { rational } from '../../numbers.ts';
import type { CellOf, Note } from '../cell.ts';
import { judgeCount, valueOf } from '../panel.ts';
import { competitionRanks, midranks } from '../rank-within-judge.ts';
import { expectForm, type FieldStep } from './step.ts';

export const judgeRanks: FieldStep<'judge-ranks'> = (step, reads) => {
  const cells = reads.map((read) => expectForm(read(step.of), 'judges'));
  const [first] = cells;
  if (first === undefined) return [];
  const judges = Array.from({ length: judgeCount(first.values) }, (_, judge) => judge);
  const columns = judges.map((judge) => {
    const given = cells.map((cell) => valueOf(cell.values, judge));
    if (given.includes(null)) return null;
    const better = step.prefer === 'highest' ? 'higher' : 'lower';
    return step.ties === 'mean'
      ? midranks(given, better)
      : competitionRanks(given, better).map((rank) => (rank === null ? null : rational(BigInt(rank))));
  });
  const partly = judges.filter(
    (judge) => columns[judge] === null && cells.some((cell) => valueOf(cell.values, judge) !== null),
  );
  const notes: readonly Note[] = partly.length > 0 ? [{ code: 'ranks-incomplete', judges: partly }] : [];
  return cells.map((cell, entry): CellOf<'judges'> => ({
    form: 'judges',
    values: { form: 'exact', values: columns.map((column) => column?.[entry] ?? null) },
    table: cell.table,
    notes,
  }));
};
