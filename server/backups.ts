// Copies of the whole event, each read through before it counts: on every result the hall is shown, every few minutes in which
// something happened, when the operator asks, and at the end. One that fails is shown and changes nothing else.
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { FinalState } from '#domain/state.ts';
import type { SqliteStore } from '#db/sqlite.ts';
import type { Backup, BackupCause, BackupProblem, BackupState } from '#protocol/backups.ts';
import { eventPart, readBackupName } from './backup-name.ts';
import type { BackupJob, BackupOutcome } from './backup-worker.ts';
import type { EventClock } from './event-clock.ts';
import type { LiveEvent } from './live-event.ts';

const scheduleMs = 5 * 60_000;
const keptScheduled = 12;
const boxPauseMs = 1000;

export interface BackupSettings {
  /** In the data folder. */
  readonly folder: string;
  /** Somewhere else, named at the keyboard; null when nowhere. */
  readonly second: string | null;
  /** The built program of the worker, or its source while developing. */
  readonly program: string;
  /** Lays a copy of the ballot box there; absent where there is no hall. */
  readonly copyBox?: (to: string) => Promise<void>;
}

export type BackupMade =
  | { readonly ok: true; readonly backup: Backup; readonly problem: BackupProblem | null }
  | { readonly ok: false; readonly problem: BackupProblem };

/** What the hall has been shown: grows with every reveal and every correction of one. */
const revealsIn = ({ entries }: FinalState): number =>
  [...entries.values()].reduce((sum, { revealVersion }) => sum + revealVersion, 0);

function discard(copy: string): void {
  try {
    rmSync(copy, { force: true });
  } catch {
    // Where no folder is there is no copy either.
  }
}

export class Backups {
  readonly settings: BackupSettings;
  problem: BackupProblem | null = null;
  private readonly store: SqliteStore;
  private readonly event: LiveEvent;
  private readonly clock: EventClock;
  private readonly listeners = new Set<() => void>();
  private readonly timer: NodeJS.Timeout;
  private known: readonly Backup[];
  private queue: Promise<unknown> = Promise.resolve();
  private isClosed = false;
  /** Waits for the one that is being made, and will have in it what has happened since. */
  private waiting: BackupCause | null = null;
  private reveals: number;
  private phase: FinalState['phase'];

  constructor(store: SqliteStore, event: LiveEvent, clock: EventClock, settings: BackupSettings) {
    this.store = store;
    this.event = event;
    this.clock = clock;
    this.settings = settings;
    this.known = this.found();
    this.reveals = revealsIn(event.state);
    this.phase = event.state.phase;
    event.onChange(() => this.look());
    this.timer = setInterval(() => this.makeScheduled(), scheduleMs);
    this.timer.unref();
  }

  onChange(listener: () => void): void {
    this.listeners.add(listener);
  }

  /** Newest first. */
  list(): readonly Backup[] {
    return this.known;
  }

  get state(): BackupState {
    const [newest] = this.known;
    return { newest: newest === undefined ? null : { at: newest.at, seq: newest.seq }, problem: this.problem };
  }

  /** One after the other; never rejects. */
  make(cause: BackupCause): Promise<BackupMade> {
    const made = this.queue.then(() => this.makeNow(cause));
    this.queue = made;
    return made;
  }

  /** No further one is begun; the server ends without waiting for the one that is being made. */
  close(): void {
    this.isClosed = true;
    clearInterval(this.timer);
  }

  private look(): void {
    const { state } = this.event;
    const reveals = revealsIn(state);
    if (reveals > this.reveals) this.makeSoon('revealed');
    if (state.phase === 'ended' && this.phase !== 'ended') this.makeSoon('ended');
    this.reveals = reveals;
    this.phase = state.phase;
  }

  /** Ten results revealed in a row are one backup or two, not ten. */
  private makeSoon(cause: BackupCause): void {
    if (this.isClosed) return;
    const isQueued = this.waiting !== null;
    if (!isQueued || cause !== 'scheduled') this.waiting = cause;
    if (isQueued) return;
    this.queue = this.queue.then(() => {
      const what = this.waiting ?? cause;
      this.waiting = null;
      return this.makeNow(what);
    });
  }

  private makeScheduled(): void {
    if (this.event.seq > (this.known[0]?.seq ?? 0)) this.makeSoon('scheduled');
  }

  private async makeNow(cause: BackupCause): Promise<BackupMade> {
    const { folder, second } = this.settings;
    const copy = join(folder, '.copy');
    const box = join(folder, '.box');
    try {
      mkdirSync(folder, { recursive: true });
      discard(copy);
      discard(box);
      const at = this.clock.now();
      await this.store.copyTo(copy);
      // After the journal: no vote is missing of a poll that it knows.
      const isBoxed = await this.copyBox(box);
      const job = { copy, box: isBoxed ? box : null, folder, at, cause, second, keep: keptScheduled };
      return this.note(await this.inWorker(job));
    } catch (error) {
      discard(copy);
      discard(box);
      const isFull = ['ENOSPC', 'SQLITE_FULL'].includes((error as NodeJS.ErrnoException).code ?? '');
      return this.note({ ok: false, problem: isFull ? 'full' : 'failed' });
    }
  }

  /** @returns whether there is one to be kept: before the first poll nothing is in it. */
  private async copyBox(to: string): Promise<boolean> {
    const { copyBox } = this.settings;
    if (copyBox === undefined || this.event.state.pollRuns.length === 0) return false;
    try {
      await copyBox(to);
    } catch {
      // A hall that has just died is started again.
      await pause(boxPauseMs);
      discard(to);
      await copyBox(to);
    }
    return true;
  }

  private note(outcome: BackupOutcome): BackupMade {
    this.problem = outcome.problem;
    this.known = this.found();
    this.listeners.forEach((listener) => listener());
    if (!outcome.ok) return outcome;
    const backup = this.known.find(({ name }) => name === outcome.name);
    return backup === undefined ? { ok: false, problem: 'failed' } : { ok: true, backup, problem: outcome.problem };
  }

  private inWorker(job: BackupJob): Promise<BackupOutcome> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(this.settings.program, { workerData: job });
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the backup's worker ended with ${code}`)));
    });
  }

  /** Only what was read through gets a name of this shape. */
  private found(): readonly Backup[] {
    const { folder } = this.settings;
    const event = eventPart(this.event.epoch);
    let names: string[];
    try {
      names = readdirSync(folder);
    } catch {
      return [];
    }
    return names
      .flatMap((name) => readBackupName(name) ?? [])
      .filter((known) => known.event === event)
      .map(({ name, at, seq, cause }) => ({ name, at, seq, cause, bytes: statSync(join(folder, name)).size }))
      .sort((a, b) => b.seq - a.seq || (a.name < b.name ? 1 : -1));
  }
}
