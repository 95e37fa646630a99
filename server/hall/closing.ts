// The end of a run: what is on its way when the poll is closed still has a second to arrive, then its box is sealed. What was in
// it is reported until the server has recorded it. After a restart nothing can be on its way: it is sealed at once.
import type { BallotBox } from '#db/ballot-box.ts';
import { JournalFailure } from '#db/journal.ts';
import type { RunId } from '#domain/ids.ts';
import type { BoxRun, HallReport } from '#protocol/hall.ts';
import type { PollingPlace } from './polling-place.ts';

const graceMs = 1000;
const againMs = 1000;

export class Closing {
  private readonly box: BallotBox;
  private readonly place: PollingPlace;
  private readonly report: (report: HallReport) => void;
  private readonly timers = new Map<RunId, NodeJS.Timeout>();
  private runs: readonly BoxRun[] | null = null;

  constructor(box: BallotBox, place: PollingPlace, report: (report: HallReport) => void) {
    this.box = box;
    this.place = place;
    this.report = report;
  }

  /** The polling place knows these runs already. */
  takeRuns(runs: readonly BoxRun[]): void {
    const wasOpen = new Set((this.runs ?? []).filter(({ status }) => status === 'open').map(({ run }) => run));
    this.runs = runs;
    for (const { run, status } of runs) {
      if (status === 'closing' && wasOpen.has(run)) this.later(run, graceMs);
      else if ((status === 'closing' && !this.timers.has(run)) || (status === 'void' && !this.box.isSealed(run)))
        this.end(run);
    }
  }

  stop(): void {
    this.timers.forEach((timer) => clearTimeout(timer));
  }

  private later(run: RunId, ms: number): void {
    clearTimeout(this.timers.get(run));
    this.timers.set(
      run,
      setTimeout(() => this.end(run), ms),
    );
  }

  /** Seals the run, or says again what is in it, as long as the server waits for that. */
  private end(run: RunId): void {
    clearTimeout(this.timers.get(run));
    this.timers.delete(run);
    const status = this.runs?.find((known) => known.run === run)?.status;
    if (status !== 'closing' && status !== 'void') return;
    try {
      this.place.flush();
      const seal = this.box.seal(run);
      if (status === 'void') return;
      this.report({ kind: 'sealed', run, ...seal });
    } catch (error) {
      if (!(error instanceof JournalFailure) || error.isUnknown) throw error;
    }
    this.later(run, againMs);
  }
}
