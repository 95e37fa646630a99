// The server as a person starts it: the built program in a process of its own, with what it printed and how it ended.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { Device, until } from './server.ts';

const program = join(process.cwd(), 'dist/server/main.js');

export const newFolder = () => mkdtempSync(join(tmpdir(), 'liangfen-process-'));

const supervised = join(process.cwd(), 'tests/kit/supervised-server.mjs');

export interface How {
  readonly isSupervised?: boolean;
  readonly before?: readonly string[];
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Every program a test started; its afterEach ends those that are still there. */
const running = new Set<Program>();

export class Program {
  output = '';
  errors = '';
  readonly ended: Promise<Ended>;
  readonly child: ChildProcess;

  /** @param before another program that runs ours with its own limits: `prlimit --fsize=… --`. */
  constructor(args: readonly string[], env: NodeJS.ProcessEnv = {}, before: readonly string[] = []) {
    const [command = '', ...rest] = [...before, process.execPath, ...args];
    this.child = spawn(command, rest, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.child.stderr?.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
    running.add(this);
    this.ended = new Promise((resolve) =>
      this.child.once('close', (code, signal) => {
        running.delete(this);
        resolve({ code, signal });
      }),
    );
  }

  kill(signal: NodeJS.Signals): Promise<Ended> {
    this.child.kill(signal);
    return this.ended;
  }
}

export class ServerProgram extends Program {
  url = '';
  operatorCode = '';
  readonly folder: string;

  /** On the loopback address, logging everything, unless the arguments say otherwise. */
  constructor(folder: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}, how: How = {}) {
    super(
      [how.isSupervised ? supervised : program, '--data', folder, '--host', '127.0.0.1', '--no-browser', ...args],
      { LIANGFEN_LOG: 'info', ...env },
      how.before,
    );
    this.folder = folder;
  }

  /** The process ids the server itself has had under its supervisor, oldest first. */
  serverPids(): readonly number[] {
    const lines = this.errors.split('\n').filter((line) => line.includes('"name":"liangfen-server"'));
    return [...new Set(lines.map((line) => Number(/"pid":(\d+)/.exec(line)?.[1])))];
  }

  /** @throws when it ends instead of getting ready. */
  async ready(): Promise<this> {
    let hasEnded = false;
    void this.ended.then(() => (hasEnded = true));
    await until('the server is ready', () => hasEnded || this.output.includes('Ctrl-C'));
    this.url = /http:\/\/[\d.:]+/.exec(this.output)?.[0] ?? '';
    this.operatorCode = /Operator's code [^:]*: (\w+)/.exec(this.output)?.[1] ?? '';
    if (this.url === '') throw new Error(`the server did not start: ${this.errors}`);
    return this;
  }

  device(): Device {
    return new Device(this.url);
  }

  /** Where /a sends phones to. */
  async hallUrl(): Promise<string> {
    const response = await fetch(`${this.url}/a`, { redirect: 'manual' });
    return (response.headers.get('location') ?? '').replace(/\/$/, '');
  }

  /** The process ids the hall has had, oldest first, as its own log lines name them. */
  hallPids(): readonly number[] {
    const lines = this.errors.split('\n').filter((line) => line.includes('"name":"liangfen-hall"'));
    return [...new Set(lines.map((line) => Number(/"pid":(\d+)/.exec(line)?.[1])))];
  }
}

export async function startProgram(folder = newFolder(), args: readonly string[] = []): Promise<ServerProgram> {
  const port = args.includes('--port') ? [] : ['--port', String(await freePort())];
  return new ServerProgram(folder, [...port, ...args]).ready();
}

export async function endAll(): Promise<void> {
  await Promise.all([...running].map((each) => each.kill('SIGKILL')));
}
