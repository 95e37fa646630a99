// Totals and places of a contest in which voters give points: equal totals share the place, or are settled as the rules of that year say.
import Type, { type Static } from 'typebox';
import { caseMethod } from '../case-method.ts';
import { computed, contestOf, entryOf } from '../computed.ts';
import { compare, ONE, ZERO, type Rational } from '#domain/numbers.ts';
import { marksTable } from '#domain/rules/marks-table.ts';
import type { TieStep } from '#domain/rules/rule.ts';
import { figure, paired, rowsByEntry } from '../row.ts';
import { exact, Figure, maybeExact, PublishedByName } from '../shapes.ts';
import { better, panel, ranking, setting, totals } from '../steps.ts';

const Points = Type.Union([Type.Record(Type.String(), Figure), Type.Null()]);
const Vote = Type.Union([Type.Tuple([Type.String(), Points]), Type.Tuple([Type.String(), Points, Points])]);
const Tie = Type.Union([
  Type.Literal('shared'),
  Type.Literal('shared_except_first'),
  Type.Literal('countback'),
  Type.Literal('televote'),
]);
const Contest = Type.Object({
  id: Type.String(),
  contestants: Type.Array(Type.String()),
  start: Type.Optional(Type.Union([Type.Record(Type.String(), Figure), Type.Null()])),
  votes: Type.Array(Vote),
  tie: Tie,
});
type Contest = Static<typeof Contest>;

const countback = (votersFirst: boolean): TieStep => ({
  kind: 'countback',
  of: 'given',
  values: ['12', '10', '8', '7', '6', '5', '4', '3', '2', '1'].map(setting),
  votersFirst,
});

function chain(tie: Static<typeof Tie>): readonly TieStep[] {
  switch (tie) {
    case 'shared':
      return [];
    case 'shared_except_first':
      return [countback(false)];
    case 'countback':
      return [countback(true), { kind: 'start-order', prefer: 'earlier' }];
    case 'televote':
      return [better('televote', 'highest')];
  }
}

/** In starting order, where it is known of all. */
function inStartingOrder({ contestants, start }: Contest): readonly string[] {
  const known = contestants.flatMap((entry) => {
    const own = start?.[entry];
    return own === undefined ? [] : [{ entry, own: exact(own) }];
  });
  if (known.length !== contestants.length) return contestants;
  return known.sort((a, b) => compare(a.own, b.own)).map(({ entry }) => entry);
}

function standing(contest: Contest) {
  const names = inStartingOrder(contest);
  // Whom a voter does not name has 0 points from that voter.
  const from = (name: string, votes: readonly (Static<typeof Points> | undefined)[]) => [
    votes.map((points) => maybeExact(points?.[name] ?? '0')),
  ];
  const sets = contest.votes.flatMap(([, ...own]) => own);
  const given = marksTable(
    'given-points',
    names.map((name) => from(name, sets)),
  );
  const televotes = marksTable(
    'televote-points',
    names.map((name) =>
      from(
        name,
        contest.votes.map(([, , televote]) => televote),
      ),
    ),
  );
  const tables = [given, televotes];
  const entries = names.map((name, position) => entryOf(name, position, { tables }));
  const steps = [
    totals('given', 'given-points'),
    totals('televoted', 'televote-points'),
    panel('total', 'given', { kind: 'sum' }),
    panel('televote', 'televoted', { kind: 'sum' }),
  ];
  const ranked = (ties: readonly TieStep[]) =>
    computed({ steps, ranking: ranking('total', 'highest', ties) }, contestOf(entries, tables));
  const [shared, settled] = [ranked([]), ranked(chain(contest.tie))];
  const placeOf = (position: number): Rational | null => {
    const place = shared.places[position] ?? null;
    // Only the first place is settled; everybody else shares.
    const isShared = contest.tie === 'shared_except_first' && compare(place ?? ZERO, ONE) !== 0;
    return isShared ? place : (settled.places[position] ?? null);
  };
  return {
    total: Object.fromEntries(names.map((name, position) => [name, figure(shared.number('total', position))])),
    place: Object.fromEntries(names.map((name, position) => [name, figure(placeOf(position))])),
  };
}

export const pointsContest = caseMethod(
  {
    method: Type.Object({}),
    input: Type.Object({ contests: Type.Array(Contest) }),
    expected: Type.Object(
      {
        contests: Type.Array(
          Type.Object(
            {
              id: Type.Optional(Type.String()),
              total: Type.Optional(PublishedByName),
              place: Type.Optional(PublishedByName),
            },
            { additionalProperties: false },
          ),
        ),
      },
      { additionalProperties: false },
    ),
  },
  ({ input, expected }) =>
    paired(input.contests, expected.contests).flatMap(([contest, { total, place }]) =>
      rowsByEntry(contest.id, { total, place }, standing(contest)),
    ),
);
