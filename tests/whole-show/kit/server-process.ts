// The real server as its operator starts it: the built program in a process of its own, on a port and a data folder that
// outlive it, so that a test can kill it without warning and start it again.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#tests/kit/free-port.ts';
import { root } from './build.ts';

const alive = new Set<ChildProcess>();
process.once('exit', () => alive.forEach((child) => child.kill('SIGKILL')));

export class ServerProcess {
  readonly data: string;
  readonly port: number;
  /** On this machine. */
  readonly url: string;
  /** What the operator reads in the terminal, since the last start. */
  printed = '';
  private readonly options: readonly string[];
  private child: ChildProcess | null = null;

  private constructor(data: string, port: number, options: readonly string[]) {
    this.data = data;
    this.port = port;
    this.url = `http://127.0.0.1:${port}`;
    this.options = options;
  }

  static async start(
    options: readonly string[] = [],
    data = mkdtempSync(join(tmpdir(), 'liangfen-show-')),
    port: number | null = null,
  ): Promise<ServerProcess> {
    const server = new ServerProcess(data, port ?? (await freePort()), options);
    await server.begin();
    return server;
  }

  /** The address a tablet in the hall would use. */
  get address(): string {
    return /http:\/\/[\d.]+:\d+/.exec(this.printed)?.[0] ?? this.url;
  }

  get operatorCode(): string {
    const code = /: ([A-Z0-9]{8})$/m.exec(this.printed)?.[1];
    if (code === undefined) throw new Error(`no operator's code was printed:\n${this.printed}`);
    return code;
  }

  /** No warning, no clean end: what is not on disk is lost. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** @returns the exit code. */
  stop(): Promise<number | null> {
    return this.end('SIGTERM');
  }

  async restart(): Promise<void> {
    await this.begin();
  }

  private async begin(): Promise<void> {
    this.printed = '';
    const child = spawn(
      process.execPath,
      [
        join(root, 'dist/server/main.js'),
        ...['--port', String(this.port), '--data', this.data, '--no-browser'],
        ...this.options,
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    this.child = child;
    alive.add(child);
    let complaints = '';
    child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (chunk: Buffer) => {
        this.printed += chunk.toString();
        if (this.printed.includes('Ctrl-C')) resolve();
      });
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${complaints}${this.printed}`)));
    });
  }

  private async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const { child } = this;
    this.child = null;
    if (child === null) return null;
    const ended = once(child, 'exit');
    child.kill(signal);
    const [code] = (await ended) as [number | null];
    alive.delete(child);
    return code;
  }
}
