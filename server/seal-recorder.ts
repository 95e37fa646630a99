// Writes into the journal what a closed poll's ballot box holds. The hall says it again until it has been recorded, so that neither
// process's end in between loses a count.
import { randomBytes } from 'node:crypto';
import type { OpId, RunId } from '#domain/ids.ts';
import { runOf } from '#domain/voting/poll-run.ts';
import type { HallReport } from '#protocol/hall.ts';
import type { LiveEvent } from './live-event.ts';

type Sealed = Extract<HallReport, { kind: 'sealed' }>;

export class SealRecorder {
  private readonly event: LiveEvent;
  private readonly underWay = new Set<RunId>();

  constructor(event: LiveEvent) {
    this.event = event;
  }

  take({ run, tally: { ballots, rows }, rejected, digest }: Sealed): void {
    if (this.underWay.has(run) || runOf(this.event.state, run)?.status !== 'closing') return;
    this.underWay.add(run);
    const opId = randomBytes(16).toString('hex') as OpId;
    const command = { type: 'poll.seal' as const, run, ballots, rows: [...rows], rejected, digest };
    void this.event.submit({ role: 'audience' }, 'ballot box', opId, command).finally(() => this.underWay.delete(run));
  }
}
