// Halfpipe: each run is the mean of the marks without one highest and one lowest, rounded; the best run places, then the second, the third.
import Type from 'typebox';
import { caseMethod } from '../case-method.ts';
import { computed, contestOf, entryOf } from '../computed.ts';
import { ZERO } from '#domain/numbers.ts';
import { marksTable } from '#domain/rules/marks-table.ts';
import type { StepOf } from '#domain/rules/step-schema.ts';
import { figure, rowOf, rowsByEntry, type Check, type Row } from '../row.ts';
import { Marks, marksOf, PublishedByName } from '../shapes.ts';
import { better, oneEachSide, panel, ranking, sumOf } from '../steps.ts';

const bests = [1, 2, 3].map((n): StepOf<'nth-best'> => ({
  id: `best-${n}`,
  kind: 'nth-best',
  of: ['runs'],
  n,
  prefer: 'highest',
}));

export const bestRun = caseMethod(
  {
    method: Type.Object({}),
    input: Type.Object({
      athletes: Type.Array(Type.Object({ id: Type.String(), runs: Type.Array(Type.Union([Marks, Type.Null()])) })),
    }),
    expected: Type.Object(
      {
        runs: Type.Optional(Type.Record(Type.String(), Type.Array(Type.Unknown()))),
        best: Type.Optional(PublishedByName),
        place: Type.Optional(PublishedByName),
      },
      { additionalProperties: false },
    ),
  },
  ({ input: { athletes }, expected }) => {
    const table = marksTable(
      'marks',
      athletes.map(({ runs }) => runs.map((run) => marksOf(run ?? []))),
    );
    const entries = athletes.map(({ id }, position) =>
      entryOf(id, position, { tables: [table], numbers: { nothing: ZERO } }),
    );
    const steps = [
      panel('runs', 'marks', oneEachSide('trimmed-mean'), { decimals: 2 }),
      ...bests,
      // Whoever has no second or third run is behind whoever has one.
      sumOf('second', ['best-2', 'nothing'], 'zero'),
      sumOf('third', ['best-3', 'nothing'], 'zero'),
    ];
    const ties = [better('second', 'highest'), better('third', 'highest')];
    const result = computed({ steps, ranking: ranking('best-1', 'highest', ties) }, contestOf(entries, [table]));
    const runs = Object.entries(expected.runs ?? {}).flatMap(([name, published]): readonly Row[] => {
      const found = result.list(
        'runs',
        athletes.findIndex(({ id }) => id === name),
      );
      return published.map((run, index) =>
        rowOf(`${name}, run ${index}`, { score: run }, { score: figure(found[index] ?? null) }),
      );
    });
    const places = rowsByEntry(
      '',
      { best: expected.best, place: expected.place },
      {
        best: byName(athletes, (position) => figure(result.number('best-1', position))),
        place: byName(athletes, (position) => figure(result.places[position] ?? null)),
      },
    );
    return [...runs, ...places];
  },
);

const byName = (athletes: readonly { readonly id: string }[], check: (position: number) => Check) =>
  Object.fromEntries(athletes.map(({ id }, position) => [id, check(position)]));
