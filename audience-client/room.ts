// What a phone shows of a poll, decided in one place. Truth goes first: what the hall has stored is shown as cast, and what it has
// not answered is never shown as anything but on its way.
import type { PollView } from '#domain/stage-view.ts';

export type Room = 'void' | 'result' | 'waiting' | 'cast' | 'closed' | 'by-hand' | 'spent' | 'code' | 'ballot';

export interface BallotState {
  readonly isCast: boolean;
  readonly isChanging: boolean;
  /** On its way for so long that the voter should know. */
  readonly isSlow: boolean;
  readonly isCodeMissing: boolean;
  /** The hall has said that this ballot cannot be cast. */
  readonly isSpent: boolean;
}

export function roomOf({ status, ballots, result }: PollView, ballot: BallotState): Room {
  if (status === 'void') return 'void';
  if (result !== null) return 'result';
  if (ballot.isSlow) return 'waiting';
  if (status !== 'open') return 'closed';
  if (ballots === 'hand-count') return 'by-hand';
  if (ballot.isCast && !ballot.isChanging) return 'cast';
  if (ballot.isSpent) return 'spent';
  return ballot.isCodeMissing ? 'code' : 'ballot';
}
