// Diving in 2000: the middle five of seven marks times difficulty times 0.6, rounded per dive. The semifinal carries the preliminary
// along, the final the semifinal only.
import Type, { type Static } from 'typebox';
import { caseMethod } from '../case-method.ts';
import { computed, contestOf, entryOf } from '../computed.ts';
import type { Rational } from '#domain/numbers.ts';
import { marksTable } from '#domain/rules/marks-table.ts';
import { figure, paired, rowOf } from '../row.ts';
import { exact, Figure, Marks, marksOf, Published } from '../shapes.ts';
import { oneEachSide, panel, ranking, setting, sumOf } from '../steps.ts';

const Round = Type.Record(Type.String(), Type.Array(Type.Tuple([Figure, Marks])));
type Round = Static<typeof Round>;

/** What counts beside the round's own dives. */
const carried = { Prelim: null, Semi: 'Prelim', Final: 'Semi' } as const;
type RoundName = keyof typeof carried;

function ownSums(round: Round): ReadonlyMap<string, Rational | null> {
  const divers = Object.entries(round);
  const table = marksTable(
    'marks',
    divers.map(([, dives]) => dives.map(([, marks]) => marksOf(marks))),
  );
  const entries = divers.map(([name, dives], position) =>
    entryOf(name, position, { tables: [table], lists: { difficulty: dives.map(([difficulty]) => exact(difficulty)) } }),
  );
  const result = computed(
    {
      steps: [
        panel('middle', 'marks', oneEachSide('trimmed-sum')),
        {
          id: 'dives',
          kind: 'times',
          of: 'middle',
          by: [{ of: 'difficulty' }, { value: setting('0.6') }],
          decimals: 2,
        },
        sumOf('own', ['dives']),
      ],
      ranking: ranking('own', 'highest'),
    },
    contestOf(entries, [table]),
  );
  return new Map(divers.map(([name], position) => [name, result.number('own', position)]));
}

function standing(rounds: Readonly<Record<string, Round>>, name: RoundName) {
  const before = carried[name];
  const [own, earlier] = [ownSums(rounds[name] ?? {}), before === null ? null : ownSums(rounds[before] ?? {})];
  const divers = [...own.keys()];
  const entries = divers.map((diver, position) =>
    entryOf(diver, position, { numbers: { own: own.get(diver) ?? null, before: earlier?.get(diver) ?? null } }),
  );
  const steps = [sumOf('total', earlier === null ? ['own'] : ['own', 'before'])];
  const result = computed({ steps, ranking: ranking('total', 'highest') }, contestOf(entries));
  return new Map(
    divers.map((diver, position) => [
      diver,
      {
        rank: figure(result.places[position] ?? null),
        total: figure(result.number('total', position)),
        points: figure(own.get(diver) ?? null),
      },
    ]),
  );
}

const isRound = (name: string): name is RoundName => Object.hasOwn(carried, name);

export const diving = caseMethod(
  {
    method: Type.Object({}),
    input: Type.Object({
      events: Type.Array(Type.Object({ id: Type.String(), rounds: Type.Record(Type.String(), Round) })),
    }),
    expected: Type.Object(
      {
        events: Type.Record(
          Type.String(),
          // What is published, by its name and the round: rank, and where a source has them the sums.
          Type.Record(Type.String(), Type.Record(Type.String(), Published)),
        ),
      },
      { additionalProperties: false },
    ),
  },
  ({ input, expected }) => {
    const published = input.events.map(({ id }) => {
      const own = expected.events[id];
      if (own === undefined) throw new TypeError(`no result is expected of the event "${id}"`);
      return own;
    });
    if (Object.keys(expected.events).length !== input.events.length)
      throw new TypeError('a result is expected of an event that is not in the input');
    return paired(input.events, published).flatMap(([{ id, rounds }, own]) => {
      const names = [...new Set(Object.values(own).flatMap((byRound) => Object.keys(byRound)))];
      return names.flatMap((round) => {
        if (!isRound(round)) throw new TypeError(`"${round}" is no round: Prelim, Semi and Final are`);
        const found = standing(rounds, round);
        const divers = [...new Set(Object.values(own).flatMap((byRound) => Object.keys(byRound[round] ?? {})))];
        return divers.map((diver) => {
          const figures = Object.entries(own).flatMap(([key, byRound]) => {
            const ofRound = byRound[round];
            return ofRound !== undefined && Object.hasOwn(ofRound, diver) ? [[key, ofRound[diver]] as const] : [];
          });
          return rowOf(`${id} ${round} ${diver}`, Object.fromEntries(figures), found.get(diver) ?? {});
        });
      });
    });
  },
);
