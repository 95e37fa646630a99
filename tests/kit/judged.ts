// Marks as a table, computed by an event's own rule: what the analysis asks its questions of, without playing a whole day.
import { placingOf, type Judged, type Placing } from '#domain/analysis/placing.ts';
import type { EventDefinition } from '#domain/definition.ts';
import { columns } from '#domain/event-rule/columns.ts';
import { tablesOf } from '#domain/event-rule/entry-source.ts';
import { ZERO } from '#domain/numbers.ts';
import type { Rules } from '#domain/scoring-rules.ts';
import { decimal, exampleEvent } from './example-event.ts';

/** Mark tables are in thousandths. */
const UNITS = 1000;

/** marks[entry][judge][item]; null where that judge was recused. */
export type Marks = readonly (readonly (readonly number[] | null)[])[];

export function judgedBy(definition: EventDefinition, marks: Marks): Judged {
  return {
    definition,
    contest: {
      tables: tablesOf(definition),
      decisions: [],
      entries: definition.entries.map(({ id }, entry) => ({
        id,
        marks: {
          [columns.marks]: {
            rows: definition.criteria.map((_, item) =>
              (marks[entry] ?? []).map((sheet) => (sheet === null ? null : (sheet[item] ?? 0) * UNITS)),
            ),
            leftOut: new Map(
              (marks[entry] ?? []).flatMap((sheet, judge) => (sheet === null ? [[judge, 'recused' as const]] : [])),
            ),
          },
        },
        numbers: { [columns.deductions]: ZERO, [columns.bonuses]: ZERO },
        lists: { [columns.difficulty]: [] },
      })),
    },
  };
}

interface Example {
  readonly rules?: Partial<Rules>;
  readonly cutLine?: number;
  /** Allowed range of every item; steps of one point. */
  readonly from?: number;
  readonly to?: number;
}

/** One item, whole points: marks[entry][judge]; the plain mean and no tie-breaker where nothing else is said. */
export function table(marks: readonly (readonly (number | null)[])[], example: Example = {}): Judged {
  const { rules, cutLine, from = 0, to = 100 } = example;
  const definition = exampleEvent(
    { entries: marks.length, judges: marks[0]?.length ?? 0, ...(cutLine === undefined ? {} : { cutLine }) },
    { aggregate: { kind: 'mean' }, tieBreakers: [], ...rules },
  );
  return judgedBy(
    inSteps(definition, from, to),
    marks.map((row) => row.map((mark) => (mark === null ? null : [mark]))),
  );
}

export const inSteps = (definition: EventDefinition, from: number, to: number): EventDefinition => ({
  ...definition,
  criteria: definition.criteria.map((criterion) => ({
    ...criterion,
    minAllowed: decimal(String(from)),
    maxAllowed: decimal(String(to)),
    maxScore: decimal(String(to)),
    entryStep: decimal('1'),
  })),
});

export const official = (judged: Judged): Placing => placingOf(judged);
