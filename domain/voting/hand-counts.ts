// Votes counted by hand (现场计票): a teller enters the count, a second person counts again without seeing it, and it stands when both
// are the same. [R-HAND-COUNT]
import { refuse, type Refusal } from '../refusals.ts';
import { live, type Decisions, type Evolutions } from '../topic.ts';
import type { Poll } from './poll.ts';
import { figureFacts } from './poll-figures.ts';
import { isUnderWay, pollOf, runOf, type HandCount, type PollRun, type Sealed } from './poll-run.ts';
import { withRunChanged } from './polls.ts';

type Counted = Pick<HandCount, 'counts' | 'ballots' | 'invalid'>;

/** Every option once, none with more votes than papers, together no more than the papers can hold. */
function isPossible({ ask }: Poll, { options }: PollRun, { counts, ballots }: Counted): boolean {
  const isEach = counts.length === options.length && counts.every(({ option }, at) => options[at] === option);
  const most = ask.kind === 'choose' ? ask.max : 1;
  const all = counts.reduce((sum, { votes }) => sum + votes, 0);
  return isEach && all <= ballots * most && counts.every(({ votes }) => votes <= ballots);
}

const isSameCount = (a: Counted, b: Counted): boolean =>
  a.ballots === b.ballots &&
  a.invalid === b.invalid &&
  a.counts.every(({ votes }, at) => b.counts[at]?.votes === votes);

const isSamePerson = (a: string, b: string) => a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase();

const resultOf = ({ counts, ballots }: HandCount): Sealed => ({
  ballots,
  rows: counts.map(({ option, votes }) => ({ option, votes, points: votes })),
  rejected: { repeated: 0, late: 0, unknown: 0, revoked: 0 },
  digest: null,
});

function checked(run: PollRun | undefined, poll: Poll | undefined, counted: Counted): Refusal | null {
  if (run === undefined || poll === undefined) return refuse('poll.unknown');
  if (poll.ballots !== 'hand-count') return refuse('poll.not-by-hand');
  if (!isUnderWay(run)) return refuse('poll.not-open');
  return isPossible(poll, run, counted) ? null : refuse('poll.count-impossible');
}

export const handCountDecisions: Decisions<'poll.count-by-hand' | 'poll.confirm-count'> = {
  'poll.count-by-hand': live((state, { run: id, counts, ballots, invalid, teller }) => {
    const run = runOf(state, id);
    const poll = run && pollOf(state.definition, run.poll);
    return (
      checked(run, poll, { counts, ballots, invalid }) ?? [
        { type: 'poll.hand-counted', run: id, counts, ballots, invalid, teller },
      ]
    );
  }),
  'poll.confirm-count': live((state, { run: id, counts, ballots, invalid, checker }) => {
    const run = runOf(state, id);
    const poll = run && pollOf(state.definition, run.poll);
    const refusal = checked(run, poll, { counts, ballots, invalid });
    if (refusal !== null || run === undefined || poll === undefined) return refusal ?? refuse('poll.unknown');
    if (run.handCount === null) return refuse('poll.not-counted');
    if (isSamePerson(run.handCount.teller, checker)) return refuse('poll.same-person');
    if (!isSameCount(run.handCount, { counts, ballots, invalid })) return refuse('poll.counts-differ');
    return [
      { type: 'poll.hand-count-confirmed', run: id, checker },
      ...figureFacts(state, run, poll, resultOf(run.handCount)),
    ];
  }),
};

export const handCountEvolutions: Evolutions<'poll.hand-counted' | 'poll.hand-count-confirmed'> = {
  'poll.hand-counted': (state, { run, counts, ballots, invalid, teller }) =>
    withRunChanged(state, run, { handCount: { counts, ballots, invalid, teller } }),
  'poll.hand-count-confirmed': (state, { run: id }, { at }) => {
    const handCount = runOf(state, id)?.handCount ?? null;
    return handCount === null
      ? state
      : withRunChanged(state, id, { status: 'counted', closedAt: at, result: resultOf(handCount) });
  },
};
