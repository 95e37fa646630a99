// One mark of a sheet moved by whole entry steps within its item's allowed range: the only changes a judge could have made.
import type { Criterion, EventDefinition } from '../definition.ts';
import { columns } from '../event-rule/columns.ts';
import { toRational, type Decimal } from '../numbers.ts';
import type { Contest, EntrySource } from '../rules/contest.ts';

/** Up or down. */
export type Direction = 1 | -1;

export interface Change {
  /** Position in the contest. */
  readonly entry: number;
  /** Position on the panel. */
  readonly judge: number;
  /** Position among the items; every item of the judge when a bound is asked for. */
  readonly items: readonly number[];
  readonly direction: Direction;
}

/** An item's range and step, in the units of the mark table. */
interface Grid {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

export class MarkSteps {
  private readonly grids: readonly Grid[];
  private readonly contest: Contest;

  constructor({ criteria }: EventDefinition, contest: Contest) {
    this.contest = contest;
    const decimals = contest.tables.find(({ id }) => id === columns.marks)?.decimals ?? 0;
    const units = (decimal: Decimal) => {
      const { n, d } = toRational(decimal);
      return Number((n * 10n ** BigInt(decimals)) / d);
    };
    this.grids = criteria.map(({ minAllowed, maxAllowed, entryStep }: Criterion) => ({
      min: units(minAllowed),
      max: units(maxAllowed),
      step: units(entryStep),
    }));
  }

  /** In units of the table; null where the judge gave none. */
  mark(entry: number, judge: number, item: number): number | null {
    return this.contest.entries[entry]?.marks[columns.marks]?.rows[item]?.[judge] ?? null;
  }

  /** How many steps the mark can go; 0 where there is none. */
  room(entry: number, judge: number, item: number, direction: Direction): number {
    const [mark, grid] = [this.mark(entry, judge, item), this.grids[item]];
    if (mark === null || grid === undefined || grid.step <= 0) return 0;
    return Math.max(0, Math.floor((direction === 1 ? grid.max - mark : mark - grid.min) / grid.step));
  }

  /** The mark so many steps on, or as far as it goes. */
  moved(entry: number, judge: number, item: number, direction: Direction, steps: number): number | null {
    const mark = this.mark(entry, judge, item);
    const taken = Math.min(steps, this.room(entry, judge, item, direction));
    return mark === null ? null : mark + direction * taken * (this.grids[item]?.step ?? 0);
  }

  /** The entry with these marks of one judge changed; null where there is no such entry. */
  changed({ entry, judge, items, direction }: Change, steps: number): EntrySource | null {
    const source = this.contest.entries[entry];
    const marks = source?.marks[columns.marks];
    if (source === undefined || marks === undefined) return null;
    const rows = marks.rows.map((row, item) =>
      items.includes(item)
        ? row.map((mark, at) => (at === judge ? this.moved(entry, judge, item, direction, steps) : mark))
        : row,
    );
    return { ...source, marks: { ...source.marks, [columns.marks]: { ...marks, rows } } };
  }
}
