// Ballots and their count, over random ballots: against a count that looks at every ballot, in any order, with changes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalChoice, type Choice } from '#domain/voting/choice.ts';
import type { Ask } from '#domain/voting/poll.ts';
import { resultRows } from '#domain/voting/result-rows.ts';
import { emptyTally, pollFigure, withBallot, type Tally } from '#domain/voting/tally.ts';

const entries = ['entry-1', 'entry-2', 'entry-3', 'entry-4', 'entry-5'];
const optionsFor = (ask: Ask) => (ask.kind === 'approve' ? ['yes', 'no'] : entries);

const asks: fc.Arbitrary<Ask> = fc.oneof(
  fc.record({ kind: fc.constant('choose' as const), max: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant('rank' as const), max: fc.integer({ min: 2, max: 4 }) }),
  fc.record({
    kind: fc.constant('rate' as const),
    about: fc.constant('entries' as const),
    best: fc.constantFrom(5 as const, 10 as const),
  }),
  fc.constant({ kind: 'approve' as const }),
);

/** What a voter may write for that question. */
const choiceFor = (ask: Ask): fc.Arbitrary<Choice> => {
  const some = (most: number) => fc.shuffledSubarray(optionsFor(ask), { minLength: 1, maxLength: most });
  switch (ask.kind) {
    case 'choose':
    case 'rank':
      return some(ask.max);
    case 'approve':
      return some(1);
    case 'rate':
      return some(5).chain((rated) =>
        fc.tuple(
          ...rated.map((option) => fc.integer({ min: 1, max: ask.best }).map((points) => `${option}=${points}`)),
        ),
      );
  }
};
const polls = asks.chain((ask) =>
  fc.record({ ask: fc.constant(ask), ballots: fc.array(choiceFor(ask), { maxLength: 40 }) }),
);

const tallyOf = (ask: Ask, ballots: readonly Choice[]): Tally =>
  ballots.reduce((tally, choice) => withBallot(tally, ask, choice), emptyTally(optionsFor(ask)));

/** By looking at each option on each ballot. */
function counted(
  ask: Ask,
  ballots: readonly Choice[],
  option: string,
): { readonly votes: number; readonly points: number } {
  const words = ballots.map((choice) => ({
    at: choice.indexOf(option),
    rated: choice.find((word) => word.startsWith(`${option}=`)),
  }));
  switch (ask.kind) {
    case 'choose':
    case 'approve': {
      const votes = words.filter(({ at }) => at >= 0).length;
      return { votes, points: votes };
    }
    case 'rank':
      return {
        votes: words.filter(({ at }) => at === 0).length,
        points: words.reduce((sum, { at }) => sum + (at < 0 ? 0 : ask.max - at), 0),
      };
    case 'rate': {
      const ratings = words.flatMap(({ rated }) =>
        rated === undefined ? [] : [Number(rated.slice(option.length + 1))],
      );
      return { votes: ratings.length, points: ratings.reduce((sum, rating) => sum + rating, 0) };
    }
  }
}

describe('a ballot', () => {
  it('[R-VALID-BALLOT] is written in one way, and reading it again changes nothing', () => {
    fc.assert(
      fc.property(
        asks.chain((ask) => fc.tuple(fc.constant(ask), choiceFor(ask))),
        ([ask, choice]) => {
          const written = canonicalChoice(ask, optionsFor(ask), choice);
          expect(written).not.toBeNull();
          expect(canonicalChoice(ask, optionsFor(ask), written ?? [])).toEqual(written);
          if (ask.kind === 'choose' || ask.kind === 'rate')
            expect(canonicalChoice(ask, optionsFor(ask), choice.toReversed())).toEqual(written);
        },
      ),
    );
  });

  it.each<readonly [string, Ask, Choice]>([
    ['more than may be chosen', { kind: 'choose', max: 2 }, ['entry-1', 'entry-2', 'entry-3']],
    ['the same twice', { kind: 'choose', max: 3 }, ['entry-1', 'entry-1']],
    ['what is not there', { kind: 'choose', max: 3 }, ['entry-9']],
    ['the same place for two', { kind: 'rank', max: 3 }, ['entry-2', 'entry-2']],
    ['a longer ranking', { kind: 'rank', max: 2 }, ['entry-1', 'entry-2', 'entry-3']],
    ['a rating beyond the best', { kind: 'rate', about: 'entries', best: 5 }, ['entry-1=6']],
    ['two ratings of one', { kind: 'rate', about: 'entries', best: 5 }, ['entry-1=5', 'entry-1=4']],
    ['a name where a rating is asked for', { kind: 'rate', about: 'entries', best: 5 }, ['entry-1']],
    ['yes and no', { kind: 'approve' }, ['yes', 'no']],
    ['a rating where a name is asked for', { kind: 'choose', max: 1 }, ['entry-1=5']],
  ])('[R-VALID-BALLOT] is not valid with %s', (_what, ask, choice) => {
    expect(canonicalChoice(ask, optionsFor(ask), choice)).toBeNull();
  });
});

describe('a tally', () => {
  it('[R-TALLY] is that of a count of every ballot, in any order', () => {
    fc.assert(
      fc.property(polls, fc.boolean(), ({ ask, ballots }, isTurned) => {
        const tally = tallyOf(ask, isTurned ? ballots.toReversed() : ballots);
        expect(tally.ballots).toBe(ballots.length);
        expect(tally.rows).toEqual(optionsFor(ask).map((option) => ({ option, ...counted(ask, ballots, option) })));
      }),
    );
  });

  it('[R-TALLY] after changes of ballots is that of the newest choices alone', () => {
    fc.assert(
      fc.property(
        asks.chain((ask) =>
          fc.record({
            ask: fc.constant(ask),
            ballots: fc.array(fc.tuple(choiceFor(ask), fc.option(choiceFor(ask))), { maxLength: 30 }),
          }),
        ),
        ({ ask, ballots }) => {
          let tally = tallyOf(
            ask,
            ballots.map(([first]) => first),
          );
          for (const [former, newer] of ballots)
            if (newer !== null) tally = withBallot(withBallot(tally, ask, former, -1), ask, newer);
          expect(tally).toEqual(
            tallyOf(
              ask,
              ballots.map(([first, newer]) => newer ?? first),
            ),
          );
        },
      ),
    );
  });

  it('[R-POLL-FIGURE] gives a mean and a share rounded half up to three decimals', () => {
    const rate: Ask = { kind: 'rate', about: 'entries', best: 5 };
    const row = (votes: number, points: number): Tally => ({
      ballots: 9,
      rows: [{ option: 'entry-1', votes, points }],
    });
    expect(pollFigure(rate, row(3, 14), 'entry-1', true)).toBe('4.667');
    expect(pollFigure(rate, row(16, 49), 'entry-1', true)).toBe('3.063');
    expect(pollFigure(rate, row(0, 0), 'entry-1', true)).toBeNull();
    const yes: Tally = { ballots: 3, rows: [{ option: 'yes', votes: 2, points: 2 }] };
    expect(pollFigure({ kind: 'approve' }, yes, 'yes', true)).toBe('66.667');
    expect(pollFigure({ kind: 'approve' }, yes, 'yes', false)).toBe('2');
  });
});

describe('rows as they are shown', () => {
  it('[R-POLL-AWARD] stand in order, the longest bar full, all with most ahead and none while there are no votes', () => {
    fc.assert(
      fc.property(polls, ({ ask, ballots }) => {
        const rows = resultRows(ask, tallyOf(ask, ballots));
        expect(rows.map(({ option }) => option).toSorted()).toEqual(optionsFor(ask).toSorted());
        expect(rows.some(({ isAhead }) => isAhead)).toBe(ballots.length > 0);
        for (const { bar, isAhead } of rows) {
          expect(bar).toBeGreaterThanOrEqual(0);
          expect(bar).toBeLessThanOrEqual(1000);
          if (isAhead && ask.kind !== 'rate') expect(bar).toBe(1000);
        }
        if (ask.kind === 'approve') return;
        for (const [at, row] of rows.entries()) {
          const before = rows[at - 1];
          if (before !== undefined) expect(row.bar).toBeLessThanOrEqual(before.bar);
          if (before !== undefined && row.isAhead) expect(before.isAhead).toBe(true);
        }
      }),
    );
  });
});
