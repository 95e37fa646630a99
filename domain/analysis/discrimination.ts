// S10, discrimination: how often a judge separates two entries at all. [A-DISCRIMINATION]
//   distinct = number of different marks used;  tie rate = pairs of entries with equal marks / all pairs of entries marked;
//   discrimination = 1 - tie rate. Both exact. Fewer than two marks: no pair, a dash.
// Source: common practice of reviews of panels; no published figures.
import { rational, subtract } from '../numbers.ts';
import { cautions, dash, figure, type Caution, type Figure } from './figure.ts';
import { midranks } from './midranks.ts';
import { columnOf, judgesAtWork, present, type MarkTable } from './table.ts';

export interface Discrimination {
  readonly judge: string;
  readonly entries: number;
  readonly distinct: number;
  readonly tieRate: Figure;
  readonly discrimination: Figure;
  readonly cautions: readonly Caution[];
}

/** How many pairs a number of things makes. */
export const pairs = (count: number): number => (count * (count - 1)) / 2;

export function discriminations(table: MarkTable): readonly Discrimination[] {
  const judges = judgesAtWork(table);
  return table.judges.map((judge, position) => {
    const marks = present(columnOf(table, position));
    const { groups } = midranks(marks);
    const tied = BigInt(groups.reduce((total, size) => total + pairs(size), 0));
    const tieRate = marks.length < 2 ? null : rational(tied, BigInt(pairs(marks.length)));
    return {
      judge,
      entries: marks.length,
      distinct: groups.length,
      tieRate: tieRate ? figure(tieRate) : dash('too-few-entries'),
      discrimination: tieRate ? figure(subtract(rational(1n), tieRate)) : dash('too-few-entries'),
      cautions: cautions(marks.length, judges),
    };
  });
}
