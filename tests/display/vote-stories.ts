// The big screen while the hall votes and when it is told the result, in every form a poll has.
import type { EventDefinition } from '#domain/definition.ts';
import type { EntryId, PollId, RunId } from '#domain/ids.ts';
import type { Scene } from '#domain/stage-view.ts';
import type { LiveVotes } from '#domain/voting/live-votes.ts';
import { pollOf, runOf } from '#domain/voting/poll-run.ts';
import type { Ask, Poll } from '#domain/voting/poll.ts';
import { resultRows } from '#domain/voting/result-rows.ts';
import type { Tally } from '#domain/voting/tally.ts';
import { decimal, entryId, type Final } from '#tests/kit/final.ts';

const run = 'run-1' as RunId;

/** An event with one poll: an award beside the ranking unless something else is said. */
export function polled(definition: EventDefinition, ask: Ask, changes: Partial<Poll> = {}): EventDefinition {
  const isLong = definition.entries[0]?.title['en']?.startsWith('Sample project “') === true;
  const poll: Poll = {
    id: 'favourite' as PollId,
    name: isLong
      ? {
          zh: '示例区居民最喜爱的社区治理创新项目现场投票',
          en: 'The innovation project residents of Sample District like best',
        }
      : { zh: '示例人气项目', en: 'Sample audience favourite' },
    ask,
    ballots: 'device',
    mayChange: true,
    whileOpen: 'bars',
    counts: { as: 'award', award: { zh: '示例人气奖', en: 'Sample favourite' } },
    ...changes,
  };
  return { ...definition, polls: [poll] };
}

/** The same with the votes as a part of the score. */
export function weighedIn(definition: EventDefinition, max: string): EventDefinition {
  return {
    ...definition,
    rules: {
      ...definition.rules,
      components: {
        panel: { weight: decimal('70') },
        parts: [
          {
            id: 'votes',
            name: { zh: '示例投票得分', en: 'Sample vote score' },
            source: 'audience',
            weight: decimal('30'),
            mapping: max === '' ? { kind: 'leader', min: decimal('0') } : { kind: 'points', max: decimal(max) },
          },
        ],
        combine: 'weighted-sum',
        ifMissing: 'redistribute',
      },
    },
  };
}

export function open(entry: EntryId | null = null, batch: 'codes' | 'roster' | null = null) {
  return (told: Final): void => {
    if (batch !== null) told.run({ type: 'ballots.issue', kind: batch, count: 900, commitment: '0'.repeat(64) });
    told.run({ type: 'poll.open', poll: 'favourite' as PollId, ...(entry !== null && { entry }) });
  };
}

/** Votes that differ and reach a thousand; `level` of the first share the lead. */
export function tally(told: Final, level = 1, scale = 1): Tally {
  const options = runOf(told.state, run)?.options ?? [];
  if (options.includes('yes'))
    return {
      ballots: 783,
      rows: options.map((option, no) => ({ option, votes: no === 0 ? 522 : 261, points: no === 0 ? 522 : 261 })),
    };
  const votes = options.map((_, place) =>
    Math.floor((1250 - 43 * Math.max(0, ((place * 7) % options.length) - level + 1)) * scale),
  );
  return {
    ballots: Math.floor(1783 * scale),
    rows: options.map((option, place) => {
      const count = Math.max(0, votes[place] ?? 0);
      return { option, votes: count, points: Math.floor(count * 8.7) };
    }),
  };
}

const seal = (told: Final, counted: Tally): void =>
  void told.run({ type: 'poll.close', run }).tell(
    { role: 'audience' },
    {
      type: 'poll.seal',
      run,
      ballots: counted.ballots,
      rows: [...counted.rows],
      rejected: { repeated: 3, late: 1, unknown: 2, revoked: 0 },
      digest: 'ab'.repeat(32),
    },
  );

export function result(told: Final, entry: EntryId | null = null, level = 1, scale = 1): void {
  open(entry)(told);
  seal(told, tally(told, level, scale));
  told.run({ type: 'poll.reveal', run });
}

/** What the ballot box would say of that run now. */
export function liveVotes(told: Final): readonly LiveVotes[] {
  const known = runOf(told.state, run);
  const poll = known && told.state.definition && pollOf(told.state.definition, known.poll);
  if (poll === undefined || poll === null || poll.whileOpen === 'nothing') return [];
  const counted = tally(told);
  return [{ run, ballots: counted.ballots, rows: poll.whileOpen === 'bars' ? resultRows(poll.ask, counted) : null }];
}

const vote: Scene = { kind: 'vote', run };
const shown: Scene = { kind: 'vote-result', run };
const choose = (max: number): Ask => ({ kind: 'choose', max });
const approve: Ask = { kind: 'approve' };
const rateOne: Ask = { kind: 'rate', about: 'entry', best: 10 };
const part = { counts: { as: 'component', component: 'votes' } } as const;

interface VoteStory {
  readonly name: string;
  readonly definition: EventDefinition;
  readonly tell: (final: Final) => void;
  readonly scene: Scene;
}

/** Made from the casts of the other stories: short names, long names, sixty entries, and entries with a title alone. */
export function voteStories(
  plain: EventDefinition,
  long: EventDefinition,
  sixty: EventDefinition,
  bare: EventDefinition,
): readonly VoteStory[] {
  const one = entryId(8);
  return [
    { name: 'vote, bars', definition: polled(plain, choose(3), { timeAllowedSec: 180 }), tell: open(), scene: vote },
    {
      name: 'vote, bars, long',
      definition: polled(long, choose(3), { timeAllowedSec: 180 }),
      tell: open(),
      scene: vote,
    },
    { name: 'vote, bars, 60', definition: polled(sixty, choose(10)), tell: open(), scene: vote },
    {
      name: 'vote, count, ballot codes, part of the score',
      definition: polled(weighedIn(plain, ''), choose(3), {
        ...part,
        whileOpen: 'count',
        ballots: 'codes',
        timeAllowedSec: 180,
      }),
      tell: open(null, 'codes'),
      scene: vote,
    },
    {
      name: 'vote, count, roster, long, ranking',
      definition: polled(
        long,
        { kind: 'rank', max: 5 },
        { whileOpen: 'count', ballots: 'roster', timeAllowedSec: 180 },
      ),
      tell: open(null, 'roster'),
      scene: vote,
    },
    {
      name: 'vote, nothing shown, one of all',
      definition: polled(plain, choose(1), { whileOpen: 'nothing', mayChange: false }),
      tell: open(),
      scene: vote,
    },
    {
      name: 'vote, rating of one, long',
      definition: polled(weighedIn(long, '10'), rateOne, { ...part, whileOpen: 'count' }),
      tell: open(one),
      scene: vote,
    },
    {
      name: 'vote, raised hands about one',
      definition: polled(weighedIn(plain, '100'), approve, { ...part, whileOpen: 'nothing', ballots: 'hand-count' }),
      tell: open(one),
      scene: vote,
    },
    {
      name: 'vote, raised hands, long',
      definition: polled(long, choose(2), { whileOpen: 'nothing', ballots: 'hand-count' }),
      tell: open(),
      scene: vote,
    },
    {
      name: 'vote, closing',
      definition: polled(plain, choose(3)),
      tell: (told) => (open()(told), void told.run({ type: 'poll.close', run })),
      scene: vote,
    },
    {
      name: 'vote, counted and not yet shown, long',
      definition: polled(long, choose(3)),
      tell: (told) => (open()(told), seal(told, tally(told))),
      scene: vote,
    },
    { name: 'vote result', definition: polled(plain, choose(3)), tell: (told) => result(told), scene: shown },
    {
      name: 'vote result, long, two level',
      definition: polled(long, choose(3)),
      tell: (told) => result(told, null, 2),
      scene: shown,
    },
    {
      name: 'vote result, five level, part of the score',
      definition: polled(weighedIn(plain, ''), choose(3), part),
      tell: (told) => result(told, null, 5),
      scene: shown,
    },
    { name: 'vote result, 60', definition: polled(sixty, choose(10)), tell: (told) => result(told), scene: shown },
    {
      name: 'vote result, titles alone',
      definition: polled(bare, choose(1)),
      tell: (told) => result(told),
      scene: shown,
    },
    {
      name: 'vote result, too few, long',
      definition: polled(long, choose(3), { quorum: { ballots: 50, otherwise: 'leave-out' } }),
      tell: (told) => result(told, null, 1, 0.01),
      scene: shown,
    },
    {
      name: 'vote result, nobody voted',
      definition: polled(plain, choose(3)),
      tell: (told) => result(told, null, 1, 0),
      scene: shown,
    },
    {
      name: 'vote result, ranking',
      definition: polled(plain, { kind: 'rank', max: 5 }),
      tell: (told) => result(told),
      scene: shown,
    },
    {
      name: 'vote result, ratings, long',
      definition: polled(long, { kind: 'rate', about: 'entries', best: 10 }),
      tell: (told) => result(told),
      scene: shown,
    },
    {
      name: 'vote result, yes and no, long',
      definition: polled(weighedIn(long, '100'), approve, part),
      tell: (told) => result(told, one),
      scene: shown,
    },
    {
      name: 'vote result, rating of one',
      definition: polled(weighedIn(plain, '10'), rateOne, part),
      tell: (told) => result(told, one),
      scene: shown,
    },
  ];
}
