// Keeps the hall's process alive and informed: starts it, starts it again when it died, and tells it the audience's view
// whenever that changes. Whatever happens over there, this process goes on with the judges.
import { fork, type ChildProcess } from 'node:child_process';
import { audience } from '#domain/roles/audience.ts';
import type { HallReport, HallUpdate } from '#protocol/hall.ts';
import type { LiveEvent } from './live-event.ts';
import type { LogLevel } from './log.ts';
import { hallPorts } from './ports.ts';

const firstPauseMs = 100;
const longestPauseMs = 5_000;
/** One that lived this long died of something new: it is started again at once. */
const soundAfterMs = 10_000;

export interface HallSettings {
  /** The built program, or its source while developing. */
  readonly program: string;
  /** The folder of the built audience page. */
  readonly pages: string;
  readonly host: string;
  /** Null: the first free one after the main port. */
  readonly port: number | null;
  /** Where phones already look for the hall, after a restart of this process; null at the first start. */
  readonly knownPort: number | null;
  readonly log: LogLevel;
  /** Told when a process of the hall has ended by itself. */
  readonly onDeath: (how: string) => void;
}

export class HallProcess {
  /** Null while the hall cannot be reached. */
  port: number | null = null;
  private readonly event: LiveEvent;
  private readonly settings: HallSettings;
  private child: ChildProcess | null = null;
  /** Phones have this port in their address: a new process gets the same one. */
  private knownPort: number | null;
  private mainPort = 0;
  private sentView = '';
  private pauseMs = firstPauseMs;
  private restart: NodeJS.Timeout | null = null;
  private isStopped = false;

  constructor(event: LiveEvent, settings: HallSettings) {
    this.event = event;
    this.settings = settings;
    this.knownPort = settings.knownPort;
    event.onChange(() => this.tellIfChanged());
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
    const { program, pages, host, port, log } = this.settings;
    const ports = [...(this.knownPort === null ? [] : [this.knownPort]), ...hallPorts(port, this.mainPort)];
    const child = fork(program, ['--pages', pages, '--host', host, '--ports', ports.join(','), '--log', log]);
    const startedAt = performance.now();
    this.child = child;
    this.sentView = '';
    this.tellIfChanged();

    child.on('message', (report: HallReport) => {
      switch (report.kind) {
        case 'listening':
          this.port = this.knownPort = report.port;
          return onReport(true);
        case 'no-port':
          child.kill();
          return onReport(false);
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

  private tellIfChanged(): void {
    if (this.child === null) return;
    const view = audience.view(this.event.state);
    const bytes = JSON.stringify(view);
    if (bytes === this.sentView) return;
    this.sentView = bytes;
    const { epoch, seq } = this.event;
    const update: HallUpdate = { kind: 'audience-view', message: { epoch, seq, view } };
    this.child.send(update, () => {});
  }
}
