// Debates decided by the majority of adjudicators: each votes for the side with the larger sum, or declares one; side scores and
// margin average the majority only.
import Type, { type Static } from 'typebox';
import { caseMethod } from '../case-method.ts';
import { computed, contestOf, entryOf } from '../computed.ts';
import { majority } from '#domain/rules/majority.ts';
import { figure, listOf, orNone, paired, rowOf, whole, word, type Check } from '../row.ts';
import { count, Count, Marks, marksOf, Published } from '../shapes.ts';
import { ranking, sumOf } from '../steps.ts';

const Debate = Type.Object({
  id: Type.String(),
  /** [adjudicator][side][speaker] */
  scores: Type.Array(Type.Array(Marks)),
  declared: Type.Optional(Type.Union([Type.Array(Type.Union([Count, Type.Null()])), Type.Null()])),
  winner_rule: Type.Union([Type.Literal('points'), Type.Literal('declared')]),
});

/** [adjudicator][side] */
function sideTotals({ scores }: Static<typeof Debate>) {
  const sides = scores[0] ?? [];
  const columns = scores.map((_, adjudicator) => `adjudicator-${adjudicator}`);
  const entries = sides.map((_, side) =>
    entryOf(String(side), side, {
      lists: Object.fromEntries(
        columns.map((column, adjudicator) => [column, marksOf(scores[adjudicator]?.[side] ?? [])]),
      ),
    }),
  );
  const result = computed(
    {
      steps: columns.map((column) => sumOf(`total-${column}`, [column])),
      ranking: ranking(`total-${columns[0] ?? ''}`, 'highest'),
    },
    contestOf(entries),
  );
  return columns.map((column) => sides.map((_, side) => result.number(`total-${column}`, side)));
}

export const adjudicatorMajority = caseMethod(
  {
    method: Type.Object({}),
    input: Type.Object({ debates: Type.Array(Debate) }),
    expected: Type.Object({ debates: Type.Array(Published) }, { additionalProperties: false }),
  },
  ({ input, expected }) =>
    paired(input.debates, expected.debates).map(([debate, published]) => {
      const totals = sideTotals(debate);
      const isDeclared = debate.winner_rule === 'declared';
      const declared = isDeclared ? (debate.declared ?? []).map((side) => (side === null ? null : count(side))) : [];
      const result = majority(totals, { wins: 'majority', level: 'invalid' }, declared);
      const means = (values: (typeof result)['majorityMeans']): Check =>
        listOf((values ?? []).map((own) => figure(own)));
      const found = {
        totals_by_adj: listOf(totals.map((sides) => listOf(sides.map((own) => figure(own))))),
        winner_by_adj: listOf(result.votes.map((vote) => whole(vote === 'level' ? null : vote))),
        winner: orNone(whole(result.winner)),
        valid: word(result.isValid),
        majority_adjs: listOf(result.majority.map(whole)),
        majority_totals: means(result.majorityMeans),
        margin: figure(result.margin),
        everyone_totals: means(result.everyonesMeans),
      };
      return rowOf(debate.id, published, found, ['id']);
    }),
);
