// A rule computed on a contest: every step's cell for every entry. What depends on one entry alone is kept with that entry's
// marks, so that a changed mark costs its own entry and the steps across the field, and nothing else.
import { numberCell, listCell, type Cell } from './cell.ts';
import type { Contest, EntrySource } from './contest.ts';
import { referencesOf } from './references.ts';
import type { Rule } from './rule.ts';
import type { Step } from './step-schema.ts';
import { computeForEntry, computeForField, seesField, type EntryStepOf } from './steps/index.ts';
import type { Read } from './steps/step.ts';

export interface Evaluation {
  readonly rule: Rule;
  readonly contest: Contest;
  /** The cell of a column (a step, marks, a number, a list) for the entry at this position of the contest. */
  readonly cell: (name: string, entry: number) => Cell;
}

interface Plan {
  /** Steps that need nothing but the entry's own marks and numbers. */
  readonly own: readonly EntryStepOf[];
  /** From the first step across the field on: everything that depends on one. */
  readonly shared: readonly Step[];
  /** Where each own step's cell stands. */
  readonly at: ReadonlyMap<string, number>;
}

function planOf(rule: Rule): Plan {
  const own: EntryStepOf[] = [];
  const shared = new Set<string>();
  for (const step of rule.steps)
    if (seesField(step) || referencesOf(step).some((name) => shared.has(name))) shared.add(step.id);
    else own.push(step);
  return {
    own,
    shared: rule.steps.filter((step) => shared.has(step.id)),
    at: new Map(own.map(({ id }, index) => [id, index])),
  };
}

type Tables = Contest['tables'];

/** A column may be called `constructor`; what every object inherits is none. */
const ownIn = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.prototype.hasOwnProperty.call(record, name) ? record[name] : undefined;

function sourceCell(tables: Tables, entry: EntrySource, name: string): Cell {
  const marks = ownIn(entry.marks, name);
  const table = marks && tables.find((known) => known.id === name);
  if (marks && table) return { form: 'marks', table, marks };
  const list = ownIn(entry.lists, name);
  return list ? listCell(list) : numberCell(ownIn(entry.numbers, name) ?? null);
}

/** An entry's own cells by step; each is computed when it is first asked for: what only ties ask for, only for the tied. */
type OwnCells = (Cell | undefined)[];

function readerOf(plan: Plan, tables: Tables, entry: EntrySource, cells: OwnCells): Read {
  const read: Read = (name) => {
    const at = plan.at.get(name);
    if (at === undefined) return sourceCell(tables, entry, name);
    return (cells[at] ??= computeForEntry(plan.own[at] as EntryStepOf, read));
  };
  return read;
}

// Rules, tables and entries are immutable: what was computed for one is found again by identity.
const plans = new WeakMap<Rule, Plan>();
const known = new WeakMap<Rule, WeakMap<Tables, WeakMap<EntrySource, OwnCells>>>();

function remembered<K extends object, V>(cache: WeakMap<K, V>, key: K, make: () => V): V {
  let value = cache.get(key);
  if (value === undefined) cache.set(key, (value = make()));
  return value;
}

/** The rule must fit the contest (rule-problems.ts); then nothing here can fail. */
export function evaluate(rule: Rule, contest: Contest): Evaluation {
  const { tables, entries } = contest;
  const plan = remembered(plans, rule, () => planOf(rule));
  const ofTables = remembered(
    remembered(known, rule, () => new WeakMap<Tables, WeakMap<EntrySource, OwnCells>>()),
    tables,
    () => new WeakMap<EntrySource, OwnCells>(),
  );
  const own = entries.map((entry) =>
    readerOf(
      plan,
      tables,
      entry,
      remembered(ofTables, entry, (): OwnCells => new Array<Cell | undefined>(plan.own.length)),
    ),
  );
  const sharedCells = plan.shared.length === 0 ? null : entries.map(() => new Map<string, Cell>());
  const reads =
    sharedCells === null
      ? own
      : own.map(
          (read, index): Read =>
            (name) =>
              sharedCells[index]?.get(name) ?? read(name),
        );
  for (const step of plan.shared) {
    const cells = seesField(step) ? computeForField(step, reads) : reads.map((read) => computeForEntry(step, read));
    cells.forEach((cell, index) => sharedCells?.[index]?.set(step.id, cell));
  }
  return {
    rule,
    contest,
    cell: (name, entry) => reads[entry]?.(name) ?? numberCell(null),
  };
}
