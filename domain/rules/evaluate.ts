// A rule computed on a contest: every step's cell for every entry. What depends on one entry alone is kept with that entry's
// marks, so that a changed mark costs its own entry and the steps across the field, and nothing else.
import { numberCell, listCell, type Cell } from './cell.ts';
import type { Contest, EntrySource } from './contest.ts';
import { referencesOf } from './references.ts';
import type { Rule } from './rule.ts';
import type { Step } from './step-schema.ts';
import { computeForEntry, computeForField, seesField } from './steps/index.ts';
import type { Read } from './steps/step.ts';

export interface Evaluation {
  readonly rule: Rule;
  readonly contest: Contest;
  /** The cell of a column (a step, marks, a number, a list) for the entry at this position of the contest. */
  readonly cell: (name: string, entry: number) => Cell;
}

interface Plan {
  /** Steps that need nothing but the entry's own marks and numbers. */
  readonly own: readonly Step[];
  /** From the first step across the field on: everything that depends on one. */
  readonly shared: readonly Step[];
}

function planOf(rule: Rule): Plan {
  const shared = new Set<string>();
  for (const step of rule.steps)
    if (seesField(step) || referencesOf(step).some((name) => shared.has(name))) shared.add(step.id);
  return {
    own: rule.steps.filter((step) => !shared.has(step.id)),
    shared: rule.steps.filter((step) => shared.has(step.id)),
  };
}

type Tables = Contest['tables'];

/** A column may be called `constructor`; what every object inherits is none. */
const ownIn = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

function sourceCell(tables: Tables, entry: EntrySource, name: string): Cell {
  const marks = ownIn(entry.marks, name);
  const table = marks && tables.find((known) => known.id === name);
  if (marks && table) return { form: 'marks', table, marks };
  const list = ownIn(entry.lists, name);
  return list ? listCell(list) : numberCell(ownIn(entry.numbers, name) ?? null);
}

function readerOf(tables: Tables, entry: EntrySource, cells: ReadonlyMap<string, Cell>): Read {
  return (name) => cells.get(name) ?? sourceCell(tables, entry, name);
}

function ownCells(plan: Plan, tables: Tables, entry: EntrySource): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  const read = readerOf(tables, entry, cells);
  for (const step of plan.own) if (!seesField(step)) cells.set(step.id, computeForEntry(step, read));
  return cells;
}

// Rules, tables and entries are immutable: what was computed for one is found again by identity.
const plans = new WeakMap<Rule, Plan>();
const known = new WeakMap<Rule, WeakMap<Tables, WeakMap<EntrySource, ReadonlyMap<string, Cell>>>>();

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
    remembered(known, rule, () => new WeakMap<Tables, WeakMap<EntrySource, ReadonlyMap<string, Cell>>>()),
    tables,
    () => new WeakMap<EntrySource, ReadonlyMap<string, Cell>>(),
  );
  const own = entries.map((entry) => remembered(ofTables, entry, () => ownCells(plan, tables, entry)));
  const hasShared = plan.shared.length > 0;
  const sharedCells = hasShared ? entries.map(() => new Map<string, Cell>()) : [];
  const reads = entries.map((entry, index): Read => {
    const read = readerOf(tables, entry, own[index] ?? new Map<string, Cell>());
    return hasShared ? (name) => sharedCells[index]?.get(name) ?? read(name) : read;
  });
  for (const step of plan.shared) {
    const cells = seesField(step) ? computeForField(step, reads) : reads.map((read) => computeForEntry(step, read));
    cells.forEach((cell, index) => sharedCells[index]?.set(step.id, cell));
  }
  return {
    rule,
    contest,
    cell: (name, entry) => reads[entry]?.(name) ?? numberCell(null),
  };
}
