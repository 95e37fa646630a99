// Plain mean of all judges, highest first; means are published with two decimals.
import Type from 'typebox';
import { caseMethod } from '../case-method.ts';
import { computed, contestOf, entryOf } from '../computed.ts';
import { marksTable } from '#domain/rules/marks-table.ts';
import { figure, rowsByEntry } from '../row.ts';
import { Count, count, Marks, maybeExact, PublishedByName } from '../shapes.ts';
import { panel, ranking, totals } from '../steps.ts';

export const meanRank = caseMethod(
  {
    method: Type.Object({ decimals: Type.Optional(Count) }),
    input: Type.Object({ contestants: Type.Array(Type.String()), marks: Type.Array(Marks) }),
    expected: Type.Object(
      { place: Type.Optional(PublishedByName), mean: Type.Optional(PublishedByName) },
      { additionalProperties: false },
    ),
  },
  ({ method, input: { contestants, marks }, expected }) => {
    const table = marksTable(
      'marks',
      contestants.map((_, position) => [marks.map((ofJudge) => maybeExact(ofJudge[position]))]),
    );
    const entries = contestants.map((name, position) => entryOf(name, position, { tables: [table] }));
    const steps = [totals('given', 'marks'), panel('mean', 'given', { kind: 'mean' })];
    const result = computed({ steps, ranking: ranking('mean', 'highest') }, contestOf(entries, [table]));
    const decimals = count(method.decimals ?? '2');
    return rowsByEntry('', expected, {
      mean: Object.fromEntries(
        contestants.map((name, position) => [name, figure(result.number('mean', position), { decimals })]),
      ),
      place: Object.fromEntries(contestants.map((name, position) => [name, figure(result.places[position] ?? null)])),
    });
  },
);
