// The real server on a free port with a real store in a folder of its own, and real clients: cookies, HTTP and sockets.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import type { Command } from '#domain/commands.ts';
import type { OpId } from '#domain/ids.ts';
import { openSqlite } from '#db/sqlite.ts';
import type { Answer, Presence, ScreenMessage, ServerCode, ViewMessage, ViewOf, WireRole } from '#protocol/messages.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { buildApp, type App } from '#server/app.ts';

let operations = 0;
export const newOpId = () => ((operations += 1).toString(16).padStart(8, '0') + 'a'.repeat(24)) as OpId;

/** One device with its own cookies. */
export class Device {
  readonly url: string;
  cookies = new Map<string, string>();
  /** Is given every byte that this device receives, for the tests that look for what must not be there. */
  private readonly keep: (text: string) => void;

  constructor(url: string, keep: (text: string) => void = () => {}) {
    this.url = url;
    this.keep = keep;
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(this.url + path, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), cookie },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) this.cookies.set(name, value);
    }
    this.keep(await response.clone().text());
    return response;
  }

  post(path: string, body: unknown = {}): Promise<Response> {
    return this.fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  async join(code: string, takeOver?: boolean): Promise<this> {
    const response = await this.post('/api/join', takeOver === undefined ? { code } : { code, takeOver });
    if (!response.ok) throw new Error(`joining failed: ${response.status} ${await response.text()}`);
    return this;
  }

  connect<R extends WireRole>(role: R, protocol = PROTOCOL_VERSION): Line<R> {
    return new Line(this, role, protocol, this.keep);
  }
}

/** A connection and everything it was ever sent. */
export class Line<R extends WireRole> {
  readonly socket: Socket;
  readonly messages: ViewMessage<ViewOf[R]>[] = [];
  /** Every byte of every message, for the tests that look for what must not be there. */
  bytes = '';
  presence: Presence | null = null;
  screen: ScreenMessage | null = null;
  closedBy: ServerCode | null = null;
  refusedBy: string | null = null;

  constructor(device: Device, role: R, protocol: number, keep: (text: string) => void) {
    const cookie = [...device.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    this.socket = io(device.url, {
      forceNew: true,
      transports: ['websocket'],
      auth: { role, protocol },
      extraHeaders: { cookie },
      reconnectionDelay: 50,
      reconnectionDelayMax: 100,
    });
    // Packets as they came off the line, of this and of every later connection.
    this.socket.io.on('open', () =>
      this.socket.io.engine.on('packet', ({ data }) => keep(typeof data === 'string' ? data : '')),
    );
    this.socket.onAny((_event, ...args) => (this.bytes += JSON.stringify(args)));
    this.socket.on('view', (message: ViewMessage<ViewOf[R]>) => this.messages.push(message));
    this.socket.on('presence', (presence: Presence) => (this.presence = presence));
    this.socket.on('screen', (message: ScreenMessage) => (this.screen = message));
    this.socket.on('closed', (code: ServerCode) => (this.closedBy = code));
    this.socket.on('connect_error', (error: Error) => (this.refusedBy = error.message));
  }

  get view(): ViewOf[R] {
    const newest = this.messages.at(-1);
    if (newest === undefined) throw new Error('no view yet');
    return newest.view;
  }

  send(command: Command, opId = newOpId()): Promise<Answer> {
    return this.socket.timeout(5000).emitWithAck('command', { opId, command }) as Promise<Answer>;
  }

  /** As a page does: the same operation again and again until it is answered. */
  async sendUntilAnswered(command: Command, opId = newOpId()): Promise<Answer> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      const answer = await this.send(command, opId).catch((error: unknown) => {
        if (Date.now() > deadline) throw error;
      });
      if (answer !== undefined) return answer;
    }
  }

  /** Two turns of question and answer: whatever the server had to send when this was called has arrived. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 2; turn += 1) await this.socket.timeout(patienceMs).emitWithAck('clock');
  }

  /** @throws when a command is refused. */
  async tell(...commands: readonly Command[]): Promise<void> {
    for (const command of commands) {
      const answer = await this.send(command);
      if (!answer.ok) throw new Error(`${command.type} was refused: ${answer.code} ${JSON.stringify(answer.params)}`);
    }
  }

  close(): void {
    this.socket.close();
  }
}

/** Generous, because a machine may be busy with seven other test runs; nothing waits this long when all is well. */
const patienceMs = 20_000;

/** Waits until the condition holds. @throws when patience ends, naming what did not come. */
export async function until(what: string, condition: () => boolean): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`did not happen: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export interface TestServer extends App {
  readonly url: string;
  readonly folder: string;
  device(): Device;
  operator(): Promise<Line<'operator'>>;
  stop(): Promise<void>;
}

export async function startServer(
  folder = mkdtempSync(join(tmpdir(), 'liangfen-server-')),
  port = 0,
): Promise<TestServer> {
  let url = '';
  const app = await buildApp({
    store: openSqlite(join(folder, 'liangfen.db')),
    clients: join(process.cwd(), 'dist/clients'),
    addresses: () => [url],
    hallAddress: () => null,
    spares: [],
    backups: {
      folder: join(folder, 'backups'),
      second: null,
      program: join(process.cwd(), 'dist/server/backup-worker.js'),
    },
    logger: false,
  });
  url = await app.web.listen({ host: '127.0.0.1', port });
  const lines: Line<WireRole>[] = [];
  return {
    ...app,
    url,
    folder,
    device: () => new Device(url),
    async operator() {
      const device = await new Device(url).join(app.seats.issueOperatorCode());
      const line = device.connect('operator');
      lines.push(line);
      await until('the operator has a view', () => line.messages.length > 0);
      return line;
    },
    async stop() {
      lines.forEach((line) => line.close());
      await app.web.close();
    },
  };
}
