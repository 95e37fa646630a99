// What the ballot box last said of open polls, and who is told which of it: consoles all, screens and cue views only what the
// organiser shows the hall. [R-POLL-SECRET]
import type { FinalState } from '#domain/state.ts';
import type { LiveVotes } from '#domain/voting/live-votes.ts';
import { isUnderWay, pollOf, runOf } from '#domain/voting/poll-run.ts';
import type { LiveEvent } from './live-event.ts';

const isShownTo = (state: FinalState, role: 'screen' | 'cue' | 'operator', { run: id }: LiveVotes): boolean => {
  const run = runOf(state, id);
  if (run === undefined || state.definition === null || !isUnderWay(run)) return false;
  return role === 'operator' || pollOf(state.definition, run.poll)?.whileOpen !== 'nothing';
};

export class IncomingVotes {
  private readonly event: LiveEvent;
  private readonly listeners = new Set<() => void>();
  private votes: readonly LiveVotes[] = [];

  constructor(event: LiveEvent) {
    this.event = event;
  }

  onChange(listener: () => void): void {
    this.listeners.add(listener);
  }

  take(votes: readonly LiveVotes[]): void {
    this.votes = votes;
    this.listeners.forEach((listener) => listener());
  }

  for(role: 'screen' | 'cue' | 'operator'): readonly LiveVotes[] {
    return this.votes.filter((votes) => isShownTo(this.event.state, role, votes));
  }
}
