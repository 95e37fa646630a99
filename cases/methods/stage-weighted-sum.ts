// Weighted sum of rounded stage results, listed in official order; with a tolerance, results closer than it to the one above share the place.
import Type from 'typebox';
import { caseMethod } from '../case-method.ts';
import { computed, contestOf, entryOf } from '../computed.ts';
import type { Ranking } from '#domain/rules/rule.ts';
import { figure, paired, rowOf, type Row } from '../row.ts';
import { Count, Figure, Marks, marksOf, Published } from '../shapes.ts';
import { decimalsOf, ranking, setting, sumOf } from '../steps.ts';

export const stageWeightedSum = caseMethod(
  {
    method: Type.Object({
      weights: Type.Array(Figure, { minItems: 1 }),
      decimals: Type.Optional(Count),
      tie_tolerance: Type.Optional(Type.Union([Figure, Type.Null()])),
    }),
    input: Type.Object({ rows: Type.Array(Type.Object({ id: Type.String(), stages: Marks })) }),
    expected: Type.Object({ rows: Type.Array(Published) }, { additionalProperties: false }),
  },
  ({ method, input, expected }) => {
    const { weights, tie_tolerance: tolerance } = method;
    const stages = weights.map(
      (_, stage) => ({ id: `stage-${stage}`, kind: 'item', of: 'stages', item: stage }) as const,
    );
    const terms = weights.map((weight, stage): [string, string] => [`stage-${stage}`, weight]);
    const byTotal = ranking('total', 'highest');
    const placed: Ranking =
      tolerance === undefined || tolerance === null
        ? byTotal
        : { ...byTotal, style: 'dense', tolerance: setting(tolerance) };
    const steps = [...stages, sumOf('total', terms, 'no-result', decimalsOf(method.decimals))];
    const entries = input.rows.map(({ id, stages: results }, position) =>
      entryOf(id, position, { lists: { stages: marksOf(results) } }),
    );
    const result = computed({ steps, ranking: placed }, contestOf(entries));
    // The list is in official order, and equal totals stay in the order given: the engine's order must be the list's.
    const listed = [...input.rows.keys()].filter((position) => result.places[position] !== null);
    return paired(input.rows, expected.rows).map(([row, published, position]): Row => {
      const found = {
        total: figure(result.number('total', position)),
        place: figure(result.places[position] ?? null),
      };
      const own = rowOf(row.id, published, found, ['id']);
      if (!listed.includes(position)) return own;
      const official = result.order[listed.indexOf(position)];
      const inOrder = {
        name: 'order',
        agrees: official === position,
        published: row.id,
        found: (official === undefined ? undefined : input.rows[official]?.id) ?? 'nobody',
      };
      return { ...own, fields: [...own.fields, inOrder] };
    });
  },
);
