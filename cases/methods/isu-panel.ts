// Figure skating 2016 to 2018: every panel value, the technical, component and segment score, and the rank in the segment.
import Type from 'typebox';
import { caseMethod } from '../case-method.ts';
import { bySegment, Performance, segmentResult, segmentRule, Segments } from '../performances.ts';
import { figure, paired, rowOf, type Row } from '../row.ts';
import { Published } from '../shapes.ts';

const labels = ['s', 'c'];

export const isuPanel = caseMethod(
  {
    method: Type.Object({}),
    input: Type.Object({ segments: Segments, performances: Type.Array(Performance) }),
    expected: Type.Object({ performances: Type.Array(Published) }, { additionalProperties: false }),
  },
  ({ input, expected }) => {
    const published = new Map(paired(input.performances, expected.performances).map(([own, row]) => [own, row]));
    return bySegment(input.segments, input.performances).flatMap(({ id, kind, performances }) => {
      const result = segmentResult(performances, segmentRule(kind));
      return performances.flatMap((performance, position): readonly Row[] => {
        const { g, k, ...scores } = published.get(performance) ?? {};
        const name = `${id} ${performance.c}`;
        const found = {
          tes: figure(result.number('tes', position)),
          pcs: figure(result.number('pcs', position)),
          tss: figure(result.number('tss', position)),
          rank: figure(result.places[position] ?? null),
        };
        return [
          ...lines(`${name} element`, g, result.list('g', position)),
          ...lines(`${name} component`, k, result.list('k', position)),
          rowOf(name, scores, found, labels),
        ];
      });
    });
  },
);

/** One row per published panel value. */
function lines(name: string, published: unknown, found: ReturnType<ReturnType<typeof segmentResult>['list']>) {
  if (published === undefined || published === null) return [];
  if (!Array.isArray(published)) throw new TypeError(`${name}: the panel values are no list`);
  return paired(found, published as readonly unknown[]).map(([value, own, line]) =>
    rowOf(`${name} ${line}`, { value: own }, { value: figure(value) }),
  );
}
