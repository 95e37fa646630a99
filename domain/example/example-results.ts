// The example beside the rules, computed by the engine that will compute the day: each made-up mark and what became of it, the panel
// score, the parts, the score and the place. A preview for the organiser; nothing here is ever a result.
import type { EventDefinition } from '../definition.ts';
import { newLife } from '../entry-life.ts';
import { resultAt } from '../entry-result.ts';
import { columns } from '../event-rule/columns.ts';
import { eventContest } from '../event-rule/entry-source.ts';
import { eventRule } from '../event-rule/event-rule.ts';
import type { Field } from '../field.ts';
import type { Millis, OpId } from '../ids.ts';
import { formatExact, type Decimal } from '../numbers.ts';
import type { Note } from '../rules/cell.ts';
import { evaluate, type Evaluation } from '../rules/evaluate.ts';
import { rank } from '../rules/rank.ts';
import type { TieBreaker } from '../scoring-rules.ts';
import type { PartScore } from '../stage-view.ts';
import type { EntryLife, Sheet } from '../state.ts';
import { linesOf, panelsOf, type ExampleLine } from './example-lines.ts';
import type { ExampleMarks } from './made-up-marks.ts';

export interface ExampleEntry {
  readonly number: string;
  readonly lines: readonly ExampleLine[];
  readonly panelScore: string | null;
  readonly parts: readonly PartScore[];
  readonly score: string | null;
  readonly notes: readonly Note[];
  readonly place: string | null;
  readonly isShared: boolean;
  /** The tie-breaker that separated it from an equal score. */
  readonly decidedBy: TieBreaker | null;
}

function lifeOf(event: EventDefinition, entry: number, { marks, figures }: ExampleMarks): EntryLife {
  const known = event.entries[entry];
  if (known === undefined) throw new RangeError('an example of an entry that is not there');
  const sheets = event.panel.map(({ seat }, judge): readonly [typeof seat, Sheet] => {
    const given = event.criteria.flatMap(({ id }, item) => {
      const mark = marks[entry]?.[item]?.[judge] ?? null;
      return mark === null ? [] : [{ criterion: id, mark }];
    });
    const version = {
      version: 1,
      marks: given,
      remark: '',
      via: 'device',
      receipt: '',
      opId: '' as OpId,
      at: 0 as Millis,
    } as const;
    return given.length < event.criteria.length
      ? [seat, { status: 'absent', versions: [], reason: null }]
      : [seat, { status: 'submitted', versions: [version], reason: null }];
  });
  const parts = (event.rules.components?.parts ?? []).flatMap(({ id }, part): readonly [string, Decimal][] => {
    const figure = figures[entry]?.[part] ?? null;
    return figure === null ? [] : [[id, figure]];
  });
  return { ...newLife(event, known.id), scoring: 'closed', sheets: new Map(sheets), figures: new Map(parts) };
}

function fieldOf(event: EventDefinition, marks: ExampleMarks): Field {
  const members = event.entries.map(({ id }, entry) => ({ entry: id, life: lifeOf(event, entry, marks) }));
  return {
    entries: members.map(({ entry }) => entry),
    lives: members.map(({ life }) => life),
    evaluation: evaluate(eventRule(event), eventContest(event, members, [])),
  };
}

/** What kept a judge's marks from becoming a figure, wherever in the panels it happened. */
function notesOf(event: EventDefinition, evaluation: Evaluation, entry: number): readonly Note[] {
  const columnsToAsk = [...panelsOf(event).map(({ id }) => id), columns.panel, columns.combined];
  const notes = [...new Set(columnsToAsk)].flatMap((name) => {
    const cell = evaluation.cell(name, entry);
    return cell.form === 'number' ? cell.notes : [];
  });
  const said = notes.map((note) =>
    JSON.stringify(note, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}` : value)),
  );
  return notes.filter((_, index) => said.indexOf(said[index] ?? '') === index);
}

/** `event` is a reduced event (reduced-event.ts) whose rules compute (isComputable). */
export function exampleResults(event: EventDefinition, marks: ExampleMarks): readonly ExampleEntry[] {
  const withDifficulty: EventDefinition = {
    ...event,
    entries: event.entries.map((entry, index) => ({ ...entry, difficulty: [...(marks.difficulty[index] ?? [])] })),
  };
  const field = fieldOf(withDifficulty, marks);
  const { placed } = rank(field.evaluation);
  return withDifficulty.entries.map(({ number }, at): ExampleEntry => {
    const result = resultAt(field, withDifficulty, at);
    const place = placed.find(({ entry }) => entry === at);
    return {
      number,
      lines: linesOf(withDifficulty, field.evaluation, at, marks),
      panelScore: result?.panelScore ?? null,
      parts: result?.parts ?? [],
      score: result?.score ?? null,
      notes: notesOf(withDifficulty, field.evaluation, at),
      place: place === undefined ? null : formatExact(place.place),
      isShared: place?.isShared ?? false,
      decidedBy: place?.decidedBy == null ? null : (withDifficulty.rules.tieBreakers[place.decidedBy] ?? null),
    };
  });
}
