// What became of each made-up mark: dropped, moved to a limit, replaced, or turned into a rank or points of the judge's own order.
import type { EventDefinition } from '../definition.ts';
import { columns } from '../event-rule/columns.ts';
import { formatExact, formatRounded, toRational, type Decimal, type Rational } from '../numbers.ts';
import type { Note, PanelWorking, ValueFate } from '../rules/cell.ts';
import type { Evaluation } from '../rules/evaluate.ts';
import { valueOf } from '../rules/panel.ts';
import { midranks } from '../rules/rank-within-judge.ts';
import type { Aggregate } from '../scoring-rules.ts';
import type { ExampleMarks } from './made-up-marks.ts';

export type ExampleFate = ValueFate | 'absent' | 'not-counted';

export interface ExampleMark {
  readonly mark: Decimal | null;
  readonly fate: ExampleFate;
  /** What the mark counted as, where that is something else. */
  readonly countsAs: CountsAs | null;
}

export interface CountsAs {
  /** Another mark (a limit, a mean, a normalised total), a place in the judge's own order, or points for it. */
  readonly as: 'mark' | 'rank' | 'points';
  readonly value: string;
}

/** The marks of all judges for one item, or their totals. */
export interface ExampleLine {
  readonly marks: readonly ExampleMark[];
  /** What the panel made of it, where the rules make something of each line. */
  readonly value: string | null;
}

interface PanelOfExample {
  readonly id: string;
  readonly aggregate: Aggregate;
  /** Positions of its judges. */
  readonly judges: readonly number[];
}

/** The panels the marks go to: the whole one, or one for each weighted group. */
export function panelsOf({ rules, panel }: EventDefinition): readonly PanelOfExample[] {
  const all = panel.map((_, judge) => judge);
  return (
    rules.groups?.weights.map(({ group, aggregate }) => ({
      id: columns.group(group),
      aggregate: aggregate ?? rules.aggregate,
      judges: all.filter((judge) => panel[judge]?.group === group),
    })) ?? [{ id: columns.panel, aggregate: rules.aggregate, judges: all }]
  );
}

interface Place {
  readonly entry: number;
  readonly item: number;
  readonly judge: number;
}

/** Methods by order alone: where the entry stands in the judge's own order. */
function ownRank({ marks }: ExampleMarks, { entry, item, judge }: Place): CountsAs | null {
  const given = marks.map((items) => items[item]?.[judge] ?? null);
  if (given.includes(null)) return null;
  const ranks = midranks(given.map((mark) => (mark === null ? null : toRational(mark))));
  const own = ranks[entry] ?? null;
  return own === null ? null : { as: 'rank', value: formatExact(own) };
}

/** Between marks and panel some methods put a value per judge: ranks, points, weights, normalised totals. */
function betweenOf(
  evaluation: Evaluation,
  { id, aggregate }: PanelOfExample,
  given: ExampleMarks,
  place: Place,
): CountsAs | null {
  const valueIn = (name: string) => {
    const cell = evaluation.cell(name, place.entry);
    return cell.form === 'judges' ? valueOf(cell.values, place.judge) : null;
  };
  switch (aggregate.kind) {
    case 'skating':
    case 'majority':
    case 'ballot':
      return ownRank(given, place);
    case 'rank-sum':
    case 'rank-points': {
      const value = valueIn(`${id}/ranks`);
      return value && { as: aggregate.kind === 'rank-sum' ? 'rank' : 'points', value: formatExact(value) };
    }
    case 'rank-weights': {
      const value = valueIn(`${id}/weights`);
      return value && { as: 'points', value: formatRounded(value, 3) };
    }
    default: {
      const value = valueIn(columns.values);
      return value && { as: 'mark', value: formatRounded(value, 2) };
    }
  }
}

interface Working {
  readonly panel: PanelWorking | null;
  readonly notes: readonly Note[];
  readonly value: Rational | null;
}

/** What one panel did with one line of marks. */
function workingOf(evaluation: Evaluation, panel: string, entry: number, item: number): Working {
  const list = columns.items(panel);
  const hasList = evaluation.rule.steps.some(({ id }) => id === list);
  if (hasList) {
    const raw = evaluation.cell(`${list}/panel`, entry);
    const made = evaluation.cell(list, entry);
    const source = raw.form === 'list' ? raw : made;
    const own = source.form === 'list' ? (source.panels?.[item] ?? null) : null;
    return { panel: own, notes: own?.notes ?? [], value: made.form === 'list' ? (made.values[item] ?? null) : null };
  }
  const cell = evaluation.cell(panel, entry);
  return cell.form === 'number'
    ? { panel: cell.panel, notes: cell.notes, value: null }
    : { panel: null, notes: [], value: null };
}

function markOf(
  mark: Decimal | null,
  judge: number,
  working: Working,
  between: CountsAs | null,
  shown: number,
): ExampleMark {
  const at = working.panel?.judges.indexOf(judge) ?? -1;
  const corrected = at < 0 ? null : (working.panel?.corrected?.[at] ?? null);
  const replaced = working.notes.find((note) => note.code === 'replaced-by-mean');
  const isReplaced = replaced?.code === 'replaced-by-mean' && replaced.judges.includes(judge);
  const stands = corrected ?? (isReplaced ? replaced.value : null);
  const countsAs: CountsAs | null = stands === null ? between : { as: 'mark', value: formatRounded(stands, shown) };
  return {
    mark,
    fate: mark === null ? 'absent' : at < 0 ? 'counted' : (working.panel?.fates.get(at) ?? 'counted'),
    countsAs,
  };
}

export function linesOf(
  event: EventDefinition,
  evaluation: Evaluation,
  entry: number,
  given: ExampleMarks,
): readonly ExampleLine[] {
  const panels = panelsOf(event);
  const { decimals } = event.rules;
  return event.criteria.map((_, item) => {
    const workings = panels.map(({ id }) => workingOf(evaluation, id, entry, item));
    const [first] = workings;
    const only = panels.length === 1 ? (first?.value ?? null) : null;
    return {
      marks: event.panel.map((__, judge): ExampleMark => {
        const mark = given.marks[entry]?.[item]?.[judge] ?? null;
        const at = panels.findIndex(({ judges }) => judges.includes(judge));
        const [panel, working] = [panels[at], workings[at]];
        if (panel === undefined || working === undefined) return { mark, fate: 'not-counted', countsAs: null };
        return markOf(
          mark,
          judge,
          working,
          betweenOf(evaluation, panel, given, { entry, item, judge }),
          Math.max(2, decimals),
        );
      }),
      value: only === null ? null : formatRounded(only, Math.max(2, decimals)),
    };
  });
}
