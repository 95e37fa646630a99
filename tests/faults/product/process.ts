// The product as its operator starts it: the built program by its documented command, in a process of its own, on a port and a
// data folder that outlive it. Killed, stopped, paused and started again from outside only.
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inMs, nanos } from '../clock.ts';

export interface Place {
  /** Where dist/server/main.js is found. */
  readonly product: string;
  readonly data: string;
  readonly port: number;
  readonly environment: NodeJS.ProcessEnv;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

const alive = new Set<ChildProcess>();
process.once('exit', () => alive.forEach((child) => child.kill('SIGKILL')));

/** Milliseconds that a Node needs which does nothing: the floor under every start. */
export function nodeStart(): Promise<number> {
  const begun = nanos();
  const child = spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' });
  return new Promise((resolve) => child.once('exit', () => resolve(inMs(begun))));
}

export class ProductProcess {
  printed = '';
  complaints = '';
  readonly startedAt = nanos();
  readonly ended: Promise<Ended>;
  hasEnded = false;
  private readonly child: ChildProcess;
  private readonly printedAll: Promise<boolean>;

  constructor({ product, data, port, environment }: Place) {
    const program = join(product, 'dist/server/main.js');
    const child = spawn(
      process.execPath,
      [program, '--port', String(port), '--host', '127.0.0.1', '--data', data, '--no-browser'],
      { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    this.child = child;
    alive.add(child);
    child.stderr.on('data', (chunk: Buffer) => (this.complaints = (this.complaints + chunk.toString()).slice(-4000)));
    this.ended = new Promise((resolve) =>
      child.once('exit', (code, signal) => {
        this.hasEnded = true;
        alive.delete(child);
        resolve({ code, signal });
      }),
    );
    this.printedAll = new Promise((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => {
        this.printed += chunk.toString();
        if (this.printed.includes('Ctrl-C')) resolve(true);
      });
      void this.ended.then(() => resolve(false));
    });
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get operatorCode(): string {
    return /: ([A-Z0-9]{8})$/m.exec(this.printed)?.[1] ?? '';
  }

  /** @returns the milliseconds it took, or null when it ended instead. */
  async ready(): Promise<number | null> {
    return (await this.printedAll) ? inMs(this.startedAt) : null;
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<Ended> {
    this.child.kill(signal);
    return this.ended;
  }

  /** Resident memory in MB, or null when it has ended. */
  memoryMb(): number | null {
    try {
      const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.pid}/status`, 'utf8'))?.[1];
      return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
    } catch {
      return null;
    }
  }
}
