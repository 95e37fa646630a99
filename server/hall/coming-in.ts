// What is coming in while polls are open, told at most twice a second: to phones only of polls whose organiser shows it, to the
// server's process of all. No other number leaves the box before a result is revealed. [R-POLL-SECRET]
import type { BallotBox } from '#db/ballot-box.ts';
import type { LiveVotes } from '#domain/voting/live-votes.ts';
import { resultRows } from '#domain/voting/result-rows.ts';
import type { BoxRun } from '#protocol/hall.ts';

const everyMs = 500;

export interface Told {
  readonly toPhones: (votes: readonly LiveVotes[]) => void;
  readonly toServer: (votes: readonly LiveVotes[]) => void;
}

export class ComingIn {
  private readonly box: BallotBox;
  private readonly told: Told;
  private runs: readonly BoxRun[] = [];
  private timer: NodeJS.Timeout | null = null;
  private isDue = false;
  private sent = { phones: '[]', server: '[]' };

  constructor(box: BallotBox, told: Told) {
    this.box = box;
    this.told = told;
  }

  takeRuns(runs: readonly BoxRun[]): void {
    this.runs = runs.filter(({ status }) => status === 'open' || status === 'closing');
    this.changed();
  }

  /** At once when nothing was told for a while, else when it is time again. */
  changed(): void {
    this.isDue = true;
    if (this.timer === null) this.tell();
  }

  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
  }

  private tell(): void {
    this.timer = null;
    if (!this.isDue) return;
    this.isDue = false;
    this.timer = setTimeout(() => this.tell(), everyMs);
    this.send();
  }

  private send(): void {
    const all = this.runs.map((known) => ({ known, votes: this.votesOf(known) }));
    const toServer = all.map(({ votes }) => votes);
    const toPhones = all.filter(({ known }) => known.whileOpen !== 'nothing').map(({ votes }) => votes);
    const [server, phones] = [JSON.stringify(toServer), JSON.stringify(toPhones)];
    const before = this.sent;
    this.sent = { server, phones };
    if (server !== before.server) this.told.toServer(toServer);
    if (phones !== before.phones) this.told.toPhones(toPhones);
  }

  private votesOf({ run, ask, whileOpen }: BoxRun): LiveVotes {
    const tally = this.box.tally(run);
    return { run, ballots: tally.ballots, rows: whileOpen === 'bars' ? resultRows(ask, tally) : null };
  }
}
