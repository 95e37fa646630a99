// Keeps the hall's process alive and informed: starts it, starts it again when it died, and tells it what the audience may see and
// which polls and ballots there are, whenever that changes. Whatever happens over there, this process goes on with the judges.
import { fork, type ChildProcess } from 'node:child_process';
import { audience } from '#domain/roles/audience.ts';
import { copyIdleBox } from '#db/box-in-backup.ts';
import type { HallReport, HallUpdate } from '#protocol/hall.ts';
import { boxRuns } from './box-runs.ts';
import type { BallotCodes } from './ballot-codes.ts';
import type { IncomingVotes } from './incoming-votes.ts';
import type { LiveEvent } from './live-event.ts';
import type { LogLevel } from './log.ts';
import { hallPorts } from './ports.ts';
import { SealRecorder } from './seal-recorder.ts';

const firstPauseMs = 100;
const longestPauseMs = 5_000;
/** One that lived this long died of something new: it is started again at once. */
const soundAfterMs = 10_000;

export interface HallSettings {
  /** The built program, or its source while developing. */
  readonly program: string;
  /** The folder of the built audience page. */
  readonly pages: string;
  /** The file of the ballot box, which only the hall's process opens. */
  readonly box: string;
  readonly host: string;
  /** Null: the first free one after the main port. */
  readonly port: number | null;
  /** Where phones already look for the hall, after a restart of this process; null at the first start. */
  readonly knownPort: number | null;
  readonly log: LogLevel;
  /** Told when a process of the hall has ended by itself. */
  readonly onDeath: (how: string) => void;
}

export interface HallParts {
  readonly event: LiveEvent;
  readonly ballotCodes: BallotCodes;
  readonly incoming: IncomingVotes;
}

export class HallProcess {
  /** Null while the hall cannot be reached. */
  port: number | null = null;
  private readonly parts: HallParts;
  private readonly seals: SealRecorder;
  private readonly settings: HallSettings;
  private child: ChildProcess | null = null;
  /** Phones have this port in their address: a new process gets the same one. */
  private knownPort: number | null;
  private mainPort = 0;
  /** What each kind of update was made of when it was sent last. */
  private readonly sent = new Map<HallUpdate['kind'], readonly unknown[]>();
  /** Copies of the box that are being made, by where they go. */
  private readonly copies = new Map<string, (isWhole: boolean) => void>();
  private pauseMs = firstPauseMs;
  private restart: NodeJS.Timeout | null = null;
  private isStopped = false;

  constructor(parts: HallParts, settings: HallSettings) {
    this.parts = parts;
    this.seals = new SealRecorder(parts.event);
    this.settings = settings;
    this.knownPort = settings.knownPort;
    parts.event.onChange(() => this.tellIfChanged());
  }

  /** @returns whether the first process found a port; later ones are started again until they do. */
  start(mainPort: number): Promise<boolean> {
    this.mainPort = mainPort;
    return new Promise((found) => this.launch(found));
  }

  /** Ends the hall; a second call does nothing. */
  stop(): void {
    this.isStopped = true;
    if (this.restart !== null) clearTimeout(this.restart);
    this.child?.kill('SIGKILL');
  }

  private launch(onReport: (isListening: boolean) => void): void {
    const { program, pages, box, host, port, log } = this.settings;
    const ports = [...(this.knownPort === null ? [] : [this.knownPort]), ...hallPorts(port, this.mainPort)];
    const places = ['--pages', pages, '--box', box, '--host', host, '--ports', ports.join(',')];
    const child = fork(program, [...places, '--log', log]);
    const startedAt = performance.now();
    this.child = child;
    this.sent.clear();
    this.tellIfChanged();

    child.on('message', (report: HallReport) => {
      switch (report.kind) {
        case 'listening':
          this.port = this.knownPort = report.port;
          return onReport(true);
        case 'no-port':
          child.kill();
          return onReport(false);
        case 'votes':
          return this.parts.incoming.take(report.votes);
        case 'box-copied':
          return this.copies.get(report.to)?.(report.isWhole);
        case 'sealed':
          return this.seals.take(report);
        // Development tools speak on this channel, too.
      }
    });
    // A message that could not be delivered is a process that ends: the next one gets the whole view again.
    child.on('error', () => child.kill('SIGKILL'));
    child.once('exit', (code, signal) => {
      this.port = null;
      this.child = null;
      if (this.isStopped) return;
      this.settings.onDeath(signal ?? `exit code ${code}`);
      onReport(false);
      this.pauseMs = performance.now() - startedAt > soundAfterMs ? firstPauseMs : this.pauseMs;
      this.restart = setTimeout(() => this.launch(() => {}), this.pauseMs);
      this.pauseMs = Math.min(this.pauseMs * 2, longestPauseMs);
    });
  }

  /** Ballots before runs, so that none counts that is revoked; runs before the view, so that what a phone is shown can be voted on. */
  private tellIfChanged(): void {
    if (this.child === null) return;
    const { event, ballotCodes } = this.parts;
    const { ballotBatches, revokedBallots } = event.state;
    this.tell('ballots', [ballotBatches, revokedBallots], () => ({
      kind: 'ballots',
      batches: ballotCodes.boxBatches(),
      revoked: [...revokedBallots],
    }));
    const runs = boxRuns(event.state);
    this.tell('runs', [JSON.stringify(runs)], () => ({ kind: 'runs', runs }));
    const view = audience.view(event.state);
    const { epoch, seq } = event;
    this.tell('audience-view', [JSON.stringify(view)], () => ({
      kind: 'audience-view',
      message: { epoch, seq, view },
    }));
  }

  /** @throws when there is no whole copy. */
  copyBox(to: string): Promise<void> {
    const { child } = this;
    if (child === null) return copyIdleBox(this.settings.box, to);
    return new Promise<void>((resolve, reject) => {
      const failed = () => reject(new Error('the ballot box was not copied'));
      this.copies.set(to, (isWhole) => (isWhole ? resolve() : failed()));
      child.once('exit', failed);
      const update: HallUpdate = { kind: 'copy-box', to };
      child.send(update, (error) => error !== null && failed());
    }).finally(() => this.copies.delete(to));
  }

  private tell(kind: HallUpdate['kind'], from: readonly unknown[], make: () => HallUpdate): void {
    const before = this.sent.get(kind);
    if (before !== undefined && from.every((part, at) => part === before[at])) return;
    this.sent.set(kind, from);
    this.child?.send(make(), () => {});
  }
}
