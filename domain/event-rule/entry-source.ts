// The lives of an event's entries as the engine reads them: submitted sheets as marks in thousandths, everybody else as left out
// with the reason, bonuses, deductions and imported figures as numbers. A life that has not changed keeps its source, and its result.
import type { EventDefinition } from '../definition.ts';
import { newestVersion, sheetOf } from '../entry-life.ts';
import { sum, toRational, type Decimal, type Rational } from '../numbers.ts';
import type { Contest, EntryMarks, EntrySource, LeftOut, MarkTable } from '../rules/contest.ts';
import type { Deduction, EntryLife, FinalState, SheetStatus } from '../state.ts';
import type { EntryId } from '../ids.ts';
import { columns } from './columns.ts';

/** Marks have at most three decimals (numbers.ts). */
const MARK_DECIMALS = 3;

const tables = new WeakMap<EventDefinition, readonly MarkTable[]>();

export function tablesOf(definition: EventDefinition): readonly MarkTable[] {
  let known = tables.get(definition);
  if (known === undefined) {
    known = [
      {
        id: columns.marks,
        judges: definition.panel.map(({ seat }) => seat),
        items: definition.criteria.map(({ id }) => id),
        decimals: MARK_DECIMALS,
      },
    ];
    tables.set(definition, known);
  }
  return known;
}

function leftOutAs(status: SheetStatus): LeftOut {
  return status === 'recused' || status === 'absent' ? status : 'missing';
}

function inUnits(mark: Decimal): number {
  const { n, d } = toRational(mark);
  return Number((n * 10n ** BigInt(MARK_DECIMALS)) / d);
}

function marksOf({ panel, criteria }: EventDefinition, life: EntryLife): EntryMarks {
  const rows = criteria.map((): (number | null)[] => panel.map(() => null));
  const leftOut = new Map<number, LeftOut>();
  panel.forEach(({ seat }, judge) => {
    const sheet = sheetOf(life, seat);
    const version = sheet.status === 'submitted' ? newestVersion(sheet) : null;
    if (version === null) leftOut.set(judge, leftOutAs(sheet.status));
    criteria.forEach(({ id }, item) => {
      const given = version?.marks.find((mark) => mark.criterion === id);
      const row = rows[item];
      if (given !== undefined && row !== undefined) row[judge] = inUnits(given.mark);
    });
  });
  return { rows, leftOut };
}

function makeSource(definition: EventDefinition, entry: EntryId, life: EntryLife): EntrySource {
  const standing = life.deductions.filter(({ withdrawnBecause }) => withdrawnBecause === null);
  // [R-BONUS] Added and taken off after the panel, never trimmed or weighted.
  const pointsOf = (wanted: Deduction['kind']) =>
    sum(standing.filter(({ kind }) => kind === wanted).map(({ points }) => toRational(points)));
  const figures = (definition.rules.components?.parts ?? []).map(({ id }): [string, Rational | null] => {
    const figure = life.figures.get(id);
    return [columns.figure(id), figure === undefined ? null : toRational(figure)];
  });
  const difficulty = definition.entries.find(({ id }) => id === entry)?.difficulty;
  return {
    id: entry,
    marks: { [columns.marks]: marksOf(definition, life) },
    numbers: {
      ...Object.fromEntries(figures),
      [columns.deductions]: pointsOf('deduction'),
      [columns.bonuses]: pointsOf('bonus'),
    },
    lists: { [columns.difficulty]: (difficulty ?? []).map(toRational) },
  };
}

const known = new WeakMap<EventDefinition, WeakMap<EntryLife, EntrySource>>();

export function entrySource(definition: EventDefinition, entry: EntryId, life: EntryLife): EntrySource {
  let ofDefinition = known.get(definition);
  if (!ofDefinition) known.set(definition, (ofDefinition = new WeakMap()));
  let source = ofDefinition.get(life);
  if (source === undefined) ofDefinition.set(life, (source = makeSource(definition, entry, life)));
  return source;
}

/** These entries of the event, in the order given, with the decisions recorded on ties. */
export function eventContest(
  definition: EventDefinition,
  lives: readonly { readonly entry: EntryId; readonly life: EntryLife }[],
  tieDecisions: FinalState['tieDecisions'],
): Contest {
  return {
    tables: tablesOf(definition),
    entries: lives.map(({ entry, life }) => entrySource(definition, entry, life)),
    decisions: tieDecisions.map(({ order, score }) => ({ order, at: toRational(score as Decimal) })),
  };
}
