// A judge removed or replaced after the fact: without the judge's columns, or with the mean of the others in their place and the trim of
// the full panel. Totals over the segments; ranks by total.
import Type from 'typebox';
import { caseMethod } from '../case-method.ts';
import { computed, contestOf, entryOf } from '../computed.ts';
import type { Rational } from '#domain/numbers.ts';
import { bySegment, Performance, segmentResult, segmentRule, Segments, withColumns } from '../performances.ts';
import { figure, rowOf, type Row } from '../row.ts';
import { Count, count, exact, Figure, Published } from '../shapes.ts';
import { ranking, sumOf } from '../steps.ts';

const scenarios = ['actual', 'removal', 'replacement'] as const;
type Scenario = (typeof scenarios)[number];

/** The performances of one segment as the scenario has them. */
function judgedIn(scenario: Scenario, performances: readonly Performance[], removed: readonly number[]) {
  switch (scenario) {
    case 'actual':
      return performances;
    case 'removal':
      return performances.map((own) =>
        withColumns(own, (marks) => marks.filter((_, column) => !removed.includes(column))),
      );
    case 'replacement':
      return performances.map((own) =>
        withColumns(own, (marks) => {
          if (removed.length > 0 && marks.some((mark, column) => mark === null && !removed.includes(column)))
            throw new TypeError(
              `${own.c} lacks other marks too: a mean for the removed judges alone is not provided for`,
            );
          return marks.map((mark, column) => (removed.includes(column) ? null : mark));
        }),
      );
  }
}

export const isuWhatIf = caseMethod(
  {
    method: Type.Object({
      remove: Type.Record(Type.String(), Type.Array(Count)),
      tolerance: Type.Optional(Figure),
    }),
    input: Type.Object({ segments: Segments, performances: Type.Array(Performance) }),
    expected: Type.Object({ rows: Type.Array(Published) }, { additionalProperties: false }),
  },
  ({ method, input, expected }) => {
    const contestants = [...new Set(input.performances.map(({ c }) => c))];
    const segments = bySegment(input.segments, input.performances);

    const outcome = (scenario: Scenario) => {
      const scores = segments.map(({ id, kind, performances }) => {
        const removed = (method.remove[id] ?? []).map(count);
        const result = segmentResult(
          judgedIn(scenario, performances, removed),
          segmentRule(kind, scenario === 'replacement' ? 'replace-by-mean' : 'leave-out'),
        );
        return [id, new Map(performances.map(({ c }, position) => [c, result.number('tss', position)]))] as const;
      });
      const entries = contestants.map((c, position) => {
        const numbers = scores.map(([id, ofSegment]): [string, Rational | null] => [id, ofSegment.get(c) ?? null]);
        return entryOf(c, position, { numbers: Object.fromEntries(numbers) });
      });
      // Who did not reach the second segment has the first one's score.
      const steps = [
        sumOf(
          'total',
          segments.map(({ id }) => id),
          'zero',
        ),
      ];
      return [scenario, computed({ steps, ranking: ranking('total', 'highest') }, contestOf(entries))] as const;
    };
    const outcomes = scenarios.map(outcome);
    const tolerance = method.tolerance === undefined ? null : { tolerance: exact(method.tolerance) };

    return expected.rows.flatMap((row): readonly Row[] => {
      const position = contestants.indexOf(String(row['c']));
      const known = new Set([
        'c',
        'corrected',
        'note',
        ...scenarios,
        ...scenarios.map((scenario) => `${scenario}_rank`),
      ]);
      const others = Object.entries(row).filter(([key]) => !known.has(key));
      return [
        ...outcomes.map(([scenario, result]) => {
          const [total, rank] = [scenario, `${scenario}_rank`];
          const published = Object.entries(row).filter(([key]) => key === total || key === rank);
          return rowOf(`${String(row['c'])}, ${scenario}`, Object.fromEntries(published), {
            [total]: figure(result.number('total', position), tolerance),
            [rank]: figure(result.places[position] ?? null),
          });
        }),
        rowOf(String(row['c']), Object.fromEntries(others), {}),
      ];
    });
  },
);
