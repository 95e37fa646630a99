// The hall votes: polls opened, closed, sealed, shown, void and held again; counts by hand; ballot codes.
import { expect } from 'vitest';
import type { Command } from '#domain/commands.ts';
import type { EventDefinition } from '#domain/definition.ts';
import type { PollId, RunId } from '#domain/ids.ts';
import { nextStep } from '#domain/next-step.ts';
import { audience } from '#domain/roles/audience.ts';
import { operator as operatorRole } from '#domain/roles/operator.ts';
import { screen } from '#domain/roles/screen.ts';
import type { Seat } from '#domain/seat.ts';
import type { Mapping } from '#domain/scoring-rules.ts';
import { standings } from '#domain/standings.ts';
import type { Poll } from '#domain/voting/poll.ts';
import { decimal, entryId, exampleEvent } from '#tests/kit/example-event.ts';
import { ended, type Case } from '#tests/kit/given.ts';
import { startedFinal, type Final } from '#tests/kit/final.ts';
import { sealed } from '#tests/kit/votes.ts';

const reason = '示例原因';
const [one, two] = [entryId(1), entryId(2)];
const hall: Seat = { role: 'audience' };
const poll = 'popular' as PollId;
const run = (number: number) => `run-${number}` as RunId;
const leader: Mapping = { kind: 'leader', min: decimal('0') };

const part = { as: 'component', component: 'votes' } as const;
const award = { as: 'award', award: { zh: '示例人气奖' } } as const;

/** Three entries, two judges, panel 70 and the hall 30; the poll as it differs from choosing one per phone for that part. */
function event(
  more: Partial<Poll> = {},
  mapping: Mapping = leader,
  ifMissing: 'no-result' | 'redistribute' = 'no-result',
): EventDefinition {
  const example = exampleEvent(
    { judges: 2 },
    {
      components: {
        panel: { weight: decimal('70') },
        parts: [{ id: 'votes', name: { zh: '示例投票' }, source: 'audience', weight: decimal('30'), mapping }],
        combine: 'weighted-sum',
        ifMissing,
      },
      reveal: 'at-end',
    },
  );
  const asked: Poll = {
    id: poll,
    name: { zh: '示例投票' },
    ask: { kind: 'choose', max: 1 },
    ballots: 'device',
    mayChange: true,
    whileOpen: 'nothing',
    counts: part,
    ...more,
  };
  return { ...example, polls: [asked] };
}
const set = (more: Partial<Poll> = {}, mapping: Mapping = leader) => startedFinal(event(more, mapping));
const open: Command = { type: 'poll.open', poll };
const close: Command = { type: 'poll.close', run: run(1) };
const approval = { ask: { kind: 'approve' }, counts: part } as const;
const points = (max: string): Mapping => ({ kind: 'points', max: decimal(max) });

const opened = (more: Partial<Poll> = {}, mapping: Mapping = leader) => set(more, mapping).run(open);
const closed = (more: Partial<Poll> = {}, mapping: Mapping = leader) => opened(more, mapping).run(close);
const votes = [200, 100, 50];
const counted = (more: Partial<Poll> = {}, mapping: Mapping = leader) => {
  const final = closed(more, mapping);
  return final.tell(hall, seal(final));
};
const seal = ({ state }: Final, number = 1, of: readonly number[] = votes): Command =>
  sealed(state, run(number), (place) => of[place] ?? 0);
const sealing = (of: readonly number[] = votes): Command => seal(opened(), 1, of);
const tellVotes = (final: Final, of: readonly number[]) => final.tell(hall, seal(final, 1, of));
const byHand = { ballots: 'hand-count', ask: { kind: 'choose', max: 2 } } as const;
const count = (of: readonly number[], ballots = 100, invalid = 2) => ({
  run: run(1),
  counts: of.map((each, place) => ({ option: entryId(place + 1), votes: each })),
  ballots,
  invalid,
});
const teller = (of: readonly number[] = [80, 60, 40]): Command => ({
  type: 'poll.count-by-hand',
  ...count(of),
  teller: '示例计票员 1',
});
const checker = (of: readonly number[] = [80, 60, 40], name = '示例计票员 2'): Command => ({
  type: 'poll.confirm-count',
  ...count(of),
  checker: name,
});
const figures = ({ state }: Final) => state.order.map((entry) => state.entries.get(entry)?.figures.get('votes'));
const runs = ({ state }: Final) => state.pollRuns.map(({ status }) => status);
const issue: Command = { type: 'ballots.issue', kind: 'codes', count: 60, commitment: 'c'.repeat(64) };
const scores = ({ state }: Final) => standings(state).map(({ result }) => result.score);
const allScored = (final: Final) => final.finish(1, ['80', '80']).finish(2, ['70', '70']).finish(3, ['60', '60']);

export const voting: readonly Case[] = [
  {
    title: '[R-POLL-OPEN] a poll is opened with what can be chosen as it stands then, in the same act as its scene',
    given: set,
    when: { ...open, show: { kind: 'vote', run: run(1) } },
    then: ['poll.opened', 'scene.shown'],
    and: ({ state }) => {
      expect(state.pollRuns).toMatchObject([{ run: 'run-1', status: 'open', options: [one, two, entryId(3)] }]);
      expect(screen.view(state).scene).toMatchObject({ kind: 'vote', poll: { status: 'open', result: null } });
      expect(audience.view(state).polls).toMatchObject([{ run: 'run-1', status: 'open', result: null }]);
    },
  },
  {
    title: '[R-POLL-OPEN] one that is not defined is not opened',
    given: set,
    when: { type: 'poll.open', poll: 'other' as PollId },
    then: 'poll.unknown',
  },
  {
    title: '[R-POLL-OPEN] one across entries is not about a single one',
    given: set,
    when: { ...open, entry: one },
    then: 'poll.about-another',
  },
  {
    title: '[R-POLL-OPEN] one about an entry needs it',
    given: () => set(approval, points('100')),
    when: open,
    then: 'poll.about-another',
  },
  {
    title: '[R-POLL-OPEN] one about an entry is opened for each',
    given: () => set(approval, points('100')).run({ type: 'poll.open', poll, entry: one }),
    when: { type: 'poll.open', poll, entry: two },
    then: ['poll.opened'],
    and: ({ state }) =>
      expect(state.pollRuns.map(({ entry, options }) => [entry, options])).toEqual([
        [one, ['yes', 'no']],
        [two, ['yes', 'no']],
      ]),
  },
  {
    title: '[R-POLL-OPEN] an entry that has left is not voted on',
    given: () => set(approval, points('100')).run({ type: 'entry.remove', entry: one, as: 'withdrawn', reason }),
    when: { type: 'poll.open', poll, entry: one },
    then: 'entry.removed',
  },
  {
    title: '[R-POLL-OPEN] without anybody in the competition there is nothing to choose',
    given: () =>
      [1, 2, 3].reduce(
        (final, number) => final.run({ type: 'entry.remove', entry: entryId(number), as: 'withdrawn', reason }),
        set(),
      ),
    when: open,
    then: 'poll.nothing-to-choose',
  },
  {
    title: '[R-POLL-OPEN] codes are issued before',
    given: () => set({ ballots: 'codes' }),
    when: open,
    then: 'ballots.none',
  },
  {
    title: '[R-POLL-OPEN] with codes it opens',
    given: () => set({ ballots: 'codes' }).run(issue),
    when: open,
    then: ['poll.opened'],
  },
  {
    title: '[R-POLL-OPEN] a scene of another run is refused with it',
    given: set,
    when: { ...open, show: { kind: 'vote', run: run(7) } },
    then: 'scene.unavailable',
  },
  { title: '[R-POLL-ONCE] an open one is not opened again', given: opened, when: open, then: 'poll.already-open' },
  {
    title: '[R-POLL-ONCE] a counted one is not held again as it stands',
    given: counted,
    when: open,
    then: 'poll.already-held',
  },
  {
    title: '[R-POLL-VOID] void, it is held again, and both are kept',
    given: () => counted().run({ type: 'poll.void', run: run(1), reason }),
    when: open,
    then: ['poll.opened'],
    and: (final) => {
      expect(runs(final)).toEqual(['void', 'open']);
      expect(final.state.pollRuns[0]).toMatchObject({ voidedBecause: reason, result: { ballots: 350 } });
    },
  },
  {
    title: '[R-POLL-CLOSE] the operator closes it',
    given: opened,
    when: close,
    then: ['poll.closed'],
    and: (final) => expect(runs(final)).toEqual(['closing']),
  },
  {
    title: '[R-POLL-CLOSE] its time closes it',
    given: () => opened({ timeAllowedSec: 60 }),
    by: hall,
    when: { type: 'poll.expire', run: run(1) },
    then: ['poll.closed'],
    and: ({ journal }) => expect(journal.at(-1)?.fact).toMatchObject({ by: 'time' }),
  },
  { title: '[R-POLL-CLOSE] a closed one is not closed again', given: closed, when: close, then: 'poll.not-open' },
  {
    title: '[R-POLL-CLOSE] the operator cannot seal the box',
    given: closed,
    when: sealing(),
    then: 'role.not-allowed',
  },
  {
    title: '[R-POLL-FIGURE] what the sealed box holds is recorded for its part in the same act',
    given: closed,
    by: hall,
    when: sealing(),
    then: ['poll.sealed', 'figures.entered'],
    and: (final) => {
      expect(figures(final)).toEqual(['200', '100', '50']);
      // 70 % of 80 and 30 % of full marks; then 35 of 70 with half the leader's votes.
      expect(scores(allScored(final))).toEqual(['86.00', '64.00', '49.50']);
    },
  },
  {
    title: '[R-POLL-CLOSE] a box is sealed only after closing',
    given: opened,
    by: hall,
    when: sealing(),
    then: 'poll.not-closing',
  },
  {
    title: '[R-POLL-CLOSE] a count of other options is none',
    given: closed,
    by: hall,
    when: { ...(sealing() as Extract<Command, { type: 'poll.seal' }>), rows: [] },
    then: 'poll.count-impossible',
  },
  {
    title: '[R-POLL-AWARD] an award takes nothing into the score',
    given: () => closed({ counts: award }),
    by: hall,
    when: sealing(),
    then: ['poll.sealed'],
    and: (final) => expect(figures(final)).toEqual([undefined, undefined, undefined]),
  },
  {
    title: '[R-QUORUM] with too few ballots the votes give nothing, where the rules say so',
    given: () => closed({ quorum: { ballots: 351, otherwise: 'leave-out' } }),
    by: hall,
    when: sealing(),
    then: ['poll.sealed'],
    and: ({ state }) =>
      expect(operatorRole.view(state).polls[0]?.runs[0]).toMatchObject({
        result: { ballots: 350, doesCount: false },
        uncounted: [one, two, entryId(3)],
      }),
  },
  {
    title: '[R-QUORUM] or they count all the same',
    given: () => closed({ quorum: { ballots: 351, otherwise: 'count' } }),
    by: hall,
    when: sealing(),
    then: ['poll.sealed', 'figures.entered'],
  },
  {
    title: '[R-POLL-FIGURE] an entry that left meanwhile gets no figure',
    given: () => closed().run({ type: 'entry.remove', entry: two, as: 'withdrawn', reason }),
    by: hall,
    when: sealing(),
    then: ['poll.sealed', 'figures.entered'],
    and: (final) => expect(figures(final)).toEqual(['200', undefined, '50']),
  },
  {
    title: '[R-POLL-FIGURE] ratings are recorded as their mean, of those who rated, to three decimals',
    given: () => closed({ ask: { kind: 'rate', about: 'entries', best: 10 } }, points('10')),
    by: hall,
    when: {
      ...(sealing() as Extract<Command, { type: 'poll.seal' }>),
      rows: [
        { option: one, votes: 30, points: 251 },
        { option: two, votes: 7, points: 70 },
        { option: entryId(3), votes: 0, points: 0 },
      ],
    },
    then: ['poll.sealed', 'figures.entered'],
    and: (final) => expect(figures(final)).toEqual(['8.367', '10.000', undefined]),
  },
  {
    title: '[R-POLL-FIGURE] approval is recorded as the share of yes in percent where the part takes points',
    given: () => set(approval, points('100')).run({ type: 'poll.open', poll, entry: two }, close),
    by: hall,
    when: {
      type: 'poll.seal',
      run: run(1),
      ballots: 3,
      rows: [
        { option: 'yes', votes: 2, points: 2 },
        { option: 'no', votes: 1, points: 1 },
      ],
      rejected: { repeated: 0, late: 0, unknown: 0, revoked: 0 },
      digest: 'd'.repeat(64),
    },
    then: ['poll.sealed', 'figures.entered'],
    and: (final) => expect(figures(final)).toEqual([undefined, '66.667', undefined]),
  },
  {
    title: '[R-POLL-SECRET] counted is not shown: no phone and no screen has the count before it is revealed',
    given: counted,
    when: { type: 'poll.reveal', run: run(1), show: { kind: 'vote-result', run: run(1) } },
    then: ['poll.revealed', 'scene.shown'],
    and: ({ state }) => {
      expect(screen.view(state).scene).toMatchObject({ kind: 'vote-result', poll: { result: { ballots: 350 } } });
      expect(audience.view(state).polls[0]?.result?.rows.map(({ option, shown, bar }) => [option, shown, bar])).toEqual(
        [
          [one, '200', 1000],
          [two, '100', 500],
          [entryId(3), '50', 250],
        ],
      );
    },
  },
  {
    title: '[R-POLL-SECRET] its result is no scene before',
    given: counted,
    when: { type: 'scene.show', scene: { kind: 'vote-result', run: run(1) } },
    then: 'scene.unavailable',
  },
  {
    title: '[R-POLL-SECRET] what is not counted is not shown',
    given: closed,
    when: { type: 'poll.reveal', run: run(1) },
    then: 'poll.not-counted',
  },
  {
    title: '[R-POLL-SECRET] what was shown is not shown for the first time again',
    given: () => counted().run({ type: 'poll.reveal', run: run(1) }),
    when: { type: 'poll.reveal', run: run(1) },
    then: 'poll.already-revealed',
  },
  {
    title: '[R-POLL-VOID] the figures of a void poll are taken back, and its scene with it',
    given: () => counted().run({ type: 'poll.reveal', run: run(1), show: { kind: 'vote-result', run: run(1) } }),
    when: { type: 'poll.void', run: run(1), reason },
    then: ['poll.voided'],
    and: (final) => {
      expect(figures(final)).toEqual([undefined, undefined, undefined]);
      expect(final.state.scene).toEqual({ kind: 'idle' });
    },
  },
  {
    title: '[R-POLL-VOID] figures that somebody entered over it stay',
    given: () =>
      counted().run({
        type: 'figures.enter',
        component: 'votes',
        figures: [{ entry: one, figure: decimal('7'), baseVersion: 1 }],
        reason,
      }),
    when: { type: 'poll.void', run: run(1), reason },
    then: ['poll.voided'],
    and: (final) => expect(figures(final)).toEqual(['7', undefined, undefined]),
  },
  {
    title: '[R-POLL-VOID] void is for ever',
    given: () => opened().run({ type: 'poll.void', run: run(1), reason }),
    when: { type: 'poll.void', run: run(1), reason },
    then: 'poll.already-void',
  },
  {
    title: '[R-POLL-VOID] not once the result rests on it',
    given: () => allScored(counted()).run({ type: 'result.publish' }),
    when: { type: 'poll.void', run: run(1), reason },
    then: 'result.frozen',
  },
  {
    title: '[R-POLL-VOID] nor once the hall has seen a score with it',
    given: () => allScored(counted()).run({ type: 'result.reveal', entry: one }),
    when: { type: 'poll.void', run: run(1), reason },
    then: 'entry.revealed',
  },
  {
    title: '[R-POLL-UNDER-WAY] the result is not settled while a part of it is voted on',
    given: () => allScored(startedFinal(event({}, leader, 'redistribute'))).run(open),
    when: { type: 'result.publish' },
    then: 'poll.under-way',
    and: ({ state }) =>
      expect(nextStep(state)[0]).toMatchObject({ kind: 'close-poll', run: 'run-1', commands: [close] }),
  },
  {
    title: '[R-POLL-UNDER-WAY] nor does the event end while anything is voted on',
    given: () =>
      allScored(startedFinal({ ...event({ counts: award }), rules: exampleEvent({ judges: 2 }).rules })).run(
        { type: 'result.publish' },
        open,
      ),
    when: { type: 'event.end' },
    then: 'poll.under-way',
  },
  {
    title: '[R-POLL-UNDER-WAY] what is missing from results is voted on, step by step',
    given: () => allScored(set()),
    when: open,
    then: ['poll.opened'],
    and: (final) => {
      expect(nextStep(final.state)[0]).toMatchObject({ kind: 'close-poll' });
      final.run(close);
      expect(nextStep(final.state)[0]).toMatchObject({ kind: 'await-votes', run: 'run-1' });
      tellVotes(final, [10, 20, 30]);
      expect(nextStep(final.state)[0].kind).not.toBe('enter-figures');
      expect(scores(final).length).toBe(3);
    },
  },
  // Counted by hand
  {
    title: '[R-HAND-COUNT] a teller enters the count, which gives nothing yet',
    given: () => opened(byHand),
    when: teller(),
    then: ['poll.hand-counted'],
    and: (final) => {
      expect(figures(final)).toEqual([undefined, undefined, undefined]);
      expect(operatorRole.view(final.state).polls[0]?.runs[0]).toMatchObject({ teller: '示例计票员 1', result: null });
      expect(JSON.stringify(operatorRole.view(final.state))).not.toContain('"votes":80');
    },
  },
  {
    title: '[R-HAND-COUNT] it stands when a second person has counted the same',
    given: () => opened(byHand).run(teller()),
    when: checker(),
    then: ['poll.hand-count-confirmed', 'figures.entered'],
    and: (final) => {
      expect(figures(final)).toEqual(['80', '60', '40']);
      expect(runs(final)).toEqual(['counted']);
    },
  },
  {
    title: '[R-HAND-COUNT] two counts that differ stand for nothing',
    given: () => opened(byHand).run(teller()),
    when: checker([80, 61, 40]),
    then: 'poll.counts-differ',
  },
  {
    title: '[R-HAND-COUNT] nobody confirms the own count',
    given: () => opened(byHand).run(teller()),
    when: checker(undefined, ' 示例计票员 1 '),
    then: 'poll.same-person',
  },
  {
    title: '[R-HAND-COUNT] more votes than papers is no count',
    given: () => opened(byHand),
    when: teller([101, 0, 0]),
    then: 'poll.count-impossible',
  },
  {
    title: '[R-HAND-COUNT] nor more together than the papers can hold',
    given: () => opened(byHand),
    when: teller([100, 100, 1]),
    then: 'poll.count-impossible',
  },
  {
    title: '[R-HAND-COUNT] there is nothing to confirm before a count',
    given: () => opened(byHand),
    when: checker(),
    then: 'poll.not-counted',
  },
  {
    title: '[R-HAND-COUNT] what phones vote on is not counted by hand',
    given: opened,
    when: teller(),
    then: 'poll.not-by-hand',
  },
  // Ballot codes
  {
    title: '[R-BALLOT-BATCH] codes are numbered on from batch to batch',
    given: () => set({ ballots: 'codes' }).run(issue),
    when: { ...issue, kind: 'roster', count: 3 },
    then: ['ballots.issued'],
    and: ({ state }) =>
      expect(state.ballotBatches).toMatchObject([
        { batch: 1, from: 1, count: 60 },
        { batch: 2, from: 61, count: 3, kind: 'roster' },
      ]),
  },
  {
    title: '[R-BALLOT-BATCH] nobody is given a vote more while a poll that takes them is open',
    given: () => set({ ballots: 'codes' }).run(issue, open),
    when: issue,
    then: 'poll.already-open',
  },
  { title: '[R-BALLOT-BATCH] an event that is over issues none', given: ended, when: issue, then: 'event.not-live' },
  {
    title: '[R-BALLOT-BATCH] a ballot is revoked by its number, for a reason',
    given: () => set().run(issue),
    when: { type: 'ballots.revoke', numbers: [7, 7, 60], reason },
    then: ['ballots.revoked'],
    and: ({ state }) => expect([...state.revokedBallots]).toEqual([7, 60]),
  },
  {
    title: '[R-BALLOT-BATCH] one that was never issued is not revoked',
    given: () => set().run(issue),
    when: { type: 'ballots.revoke', numbers: [61], reason },
    then: 'ballots.unknown',
  },
];
