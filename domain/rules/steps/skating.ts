// A14, the skating system over the field: the items are the dances; in each a judge's marks are places already, or become places by that
// judge's order of the entries. A judge who left entries equal in a dance has placed nobody: no result until that is put right,
// and the note says who. A judge without marks for some entry is left out of the whole. [R-SKATING]
import { numberCell, type Cell, type Note } from '../cell.ts';
import type { MarkTable } from '../contest.ts';
import { midranks } from '../rank-within-judge.ts';
import type { SkatingPlaces, SkatingRefusal } from '../skating/sheet.ts';
import { skating as placed, type SkatingResult } from '../skating/skating.ts';
import type { StepOf } from '../step-schema.ts';
import { rational, type Rational } from '../../numbers.ts';
import { membersIn } from './members.ts';
import { expectForm, type FieldStep, type Read } from './step.ts';

const wholeRank = (rank: Rational | null): number | null => (rank?.d === 1n ? Number(rank.n) : null);

export interface SkatingWorking {
  readonly table: MarkTable;
  /** Judges (positions in the table) whose places are counted. */
  readonly members: readonly number[];
  /** `places[dance][entry][judge of members]`. */
  readonly places: SkatingPlaces;
  readonly result: SkatingResult | SkatingRefusal;
}

/** The whole final with its working: for the column, and for whoever explains it. Null without entries. */
export function skatingWorking(step: StepOf<'skating'>, reads: readonly Read[]): SkatingWorking | null {
  const cells = reads.map((read) => expectForm(read(step.of), 'marks'));
  const [first] = cells;
  if (first === undefined) return null;
  const { table } = first;
  const dances = Math.max(...cells.map(({ marks }) => marks.rows.length));
  const mark = (entry: number, dance: number, judge: number) => cells[entry]?.marks.rows[dance]?.[judge] ?? null;
  const scale = 10 ** table.decimals;
  const members = membersIn(step.judges, table).filter((judge) =>
    cells.every((_, entry) =>
      Array.from({ length: dances }, (__, dance) => mark(entry, dance, judge)).every((own) => own !== null),
    ),
  );
  const ranks = (dance: number, judge: number): readonly (number | null)[] => {
    const own = cells.map((_, entry) => mark(entry, dance, judge));
    if (step.placesGiven) return own.map((units) => (units === null ? null : units / scale));
    return midranks(own.map((units) => (units === null ? null : rational(BigInt(units))))).map(wholeRank);
  };
  const byJudge = Array.from({ length: dances }, (_, dance) => members.map((judge) => ranks(dance, judge)));
  const places = byJudge.map((judges) => cells.map((_, entry) => judges.map((own) => own[entry] ?? null)));
  return { table, members, places, result: placed(places) };
}

export const skating: FieldStep<'skating'> = (step, reads) => {
  const working = skatingWorking(step, reads);
  if (working === null) return [];
  const { table, members, result } = working;
  const none = (notes: readonly Note[]) => reads.map((): Cell => ({ ...numberCell(null, notes), table }));
  if ('refused' in result) {
    const judge = result.judge === null ? undefined : members[result.judge];
    return none(judge === undefined ? [{ code: 'nobody-marked' }] : [{ code: 'places-not-distinct', judge }]);
  }
  return reads.map((_, entry): Cell => ({ ...numberCell(result.overall.places[entry]?.place ?? null), table }));
};
