// Which poll a phone is on. Opening the page, or a new poll, leads straight to the one thing there is to do; nobody is taken
// away from a ballot he is filling in.
import type { RunId } from '#domain/ids.ts';
import type { AudienceView } from '#domain/roles/audience-view.ts';
import type { PollView } from '#domain/stage-view.ts';

type Seen = Pick<AudienceView, 'polls' | 'isPublished'>;

/** Phones vote on it now. */
export const isVotable = ({ status, ballots }: PollView): boolean => status === 'open' && ballots !== 'hand-count';

/** @param isDone whether this phone has cast, or is casting, in that run. */
export function nextFocus(
  now: RunId | null,
  before: Seen | null,
  { polls, isPublished }: Seen,
  isDone: (run: RunId) => boolean,
): RunId | null {
  const toDo = polls.filter((poll) => isVotable(poll) && !isDone(poll.run)).map(({ run }) => run);
  if (now !== null && toDo.includes(now)) return now;
  const isKnown = (run: RunId) => before?.polls.some((known) => known.run === run) === true;
  const hasNews = before === null || polls.some(({ run }) => !isKnown(run));
  if (hasNews && toDo.length > 0) return toDo.length === 1 ? (toDo[0] ?? null) : null;
  if (isPublished && before?.isPublished !== true) return null;
  if (before === null) return polls[0]?.run ?? null;
  return polls.some(({ run }) => run === now) ? now : null;
}
