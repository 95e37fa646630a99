// How far a judge's own total of a performance lies from the mean of the other judges' own totals. The own total is the segment score
// of a contest in which the judge sits alone.
import Type from 'typebox';
import { caseMethod } from '../case-method.ts';
import { deviations } from '#domain/analysis/deviation.ts';
import type { Rational } from '#domain/numbers.ts';
import type { Rule } from '#domain/rules/rule.ts';
import { Performance, segmentResult, segmentScore, withColumns } from '../performances.ts';
import { figure, rowOf } from '../row.ts';
import { Count, count, Published } from '../shapes.ts';
import { panel, ranking } from '../steps.ts';

/** One judge's marks as they are: nothing to trim, nothing to round but the products. */
const alone: Rule = {
  steps: [
    panel('own-g', 'elements', { kind: 'mean' }),
    panel('own-k', 'components', { kind: 'mean' }),
    ...segmentScore('own-g', 'own-k'),
  ],
  ranking: ranking('tss', 'highest'),
};

/** An element without marks counts its base value; where only this judge's mark is missing there is no own total. */
function ownTotals(performance: Performance): readonly (Rational | null)[] {
  const { e, k } = performance;
  const [, longest = []] = [...e, ...k].find(([, marks]) => marks !== null) ?? [];
  const unmarked = e.filter(([, marks]) => marks === null).map(([base]) => [base, ['0']] as Performance['e'][number]);
  return (longest ?? []).map((_, judge) => {
    const own = withColumns(performance, (marks) => [marks[judge] ?? null]);
    const result = segmentResult([{ ...own, e: [...own.e.filter(([, marks]) => marks !== null), ...unmarked] }], alone);
    return result.number('tss', 0);
  });
}

const Judged = Type.Object({ s: Type.String(), c: Type.String(), j: Count });

export const judgeBias = caseMethod(
  {
    method: Type.Object({}),
    input: Type.Object({ performances: Type.Array(Performance) }),
    expected: Type.Object({ rows: Type.Array(Type.Intersect([Judged, Published])) }, { additionalProperties: false }),
  },
  ({ input: { performances }, expected }) => {
    const totals = performances.map(ownTotals);
    const judges = [...new Set(totals.flatMap((own) => [...own.keys()]))].map(String);
    const found = deviations({ entries: performances.map(({ s, c }) => `${s} ${c}`), judges, values: totals });
    return expected.rows.map((row) => {
      const position = performances.findIndex(({ s, c }) => s === row.s && c === row.c);
      const judge = count(row.j);
      const checks = {
        points_vs_avg: figure(found[position]?.[judge] ?? null),
        own_total: figure(totals[position]?.[judge] ?? null),
      };
      return rowOf(`${row.s} ${row.c}, judge ${row.j}`, row, checks, ['s', 'c', 'j', 'judge', 'country', 'nation']);
    });
  },
);
