// One connection to the lane (Engine.IO 4, Socket.IO 5) over a bare TCP socket: it can be cut in any way, stop reading, read a
// kilobyte a second, and send what it likes.
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { FrameReader, frameOf } from './websocket-frame.ts';

export interface LaneOptions {
  readonly port: number;
  /** For the proxy: whose connection this is. */
  readonly owner: string;
  readonly cookie: string;
  readonly auth: object;
  /** How it reads: everything at once, so many bytes a second, or never. */
  readonly reads?: 'all' | 'never' | number;
  readonly onOpen?: () => void;
  readonly onEvent?: (name: string, json: string) => void;
  readonly onAnswer?: (id: number, json: string) => void;
  /** Once, however it ended; the code when the server said why. */
  readonly onEnd: (code: string | null) => void;
}

const handshakeEnd = Buffer.from('\r\n\r\n');
const event = /^42\["([a-z-]+)"(?:,(.*))?\]$/s;
const answer = /^43(\d+)\[(.*)\]$/s;
const pongEveryMs = 3000;

export class LaneSocket {
  isOpen = false;
  wasOpen = false;
  /** Bytes that have come, read ones. */
  received = 0;
  private readonly socket: Socket;
  private readonly options: LaneOptions;
  private readonly frames = new FrameReader();
  private head: Buffer | null = Buffer.alloc(0);
  private isOver = false;
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(options: LaneOptions) {
    this.options = options;
    const { port, owner, cookie, reads = 'all' } = options;
    this.socket = connect(port, '127.0.0.1');
    this.socket.setNoDelay(true);
    this.socket.on('data', (chunk: Buffer) => this.take(chunk));
    this.socket.on('error', () => this.end(null));
    this.socket.on('close', () => this.end(null));
    this.socket.write(
      [
        'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
        `Host: 127.0.0.1:${port}`,
        'Upgrade: websocket',
        'Connection: Upgrade',
        'Sec-WebSocket-Version: 13',
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
        `Cookie: ${cookie}`,
        `X-Link: ${owner}`,
        '\r\n',
      ].join('\r\n'),
    );
    if (reads !== 'all') this.limitReading(reads);
  }

  send(name: string, body: unknown, answerId?: number): void {
    if (this.isOpen) this.socket.write(frameOf(`42${answerId ?? ''}${JSON.stringify([name, body])}`));
  }

  /** Goes without a word, as a tablet without battery does, or politely. */
  cut(how: 'reset' | 'close' = 'reset'): void {
    if (how === 'reset') this.socket.resetAndDestroy();
    else this.socket.destroy();
    this.end(null);
  }

  private limitReading(reads: 'never' | number): void {
    // The first seconds are read, so that it is let in; from then on it only says that it is alive.
    this.timers.push(
      setTimeout(() => {
        this.socket.pause();
        this.timers.push(setInterval(() => !this.isOver && this.socket.write(frameOf('3')), pongEveryMs));
        if (reads !== 'never')
          this.timers.push(
            setInterval(() => {
              const chunk = this.socket.read(Math.ceil(reads / 4)) as Buffer | null;
              if (chunk !== null) this.received += chunk.length;
            }, 250),
          );
      }, 700),
    );
  }

  private end(code: string | null): void {
    if (this.isOver) return;
    this.isOver = true;
    this.isOpen = false;
    this.timers.forEach((timer) => clearTimeout(timer));
    this.socket.destroy();
    this.options.onEnd(code);
  }

  private take(chunk: Buffer): void {
    this.received += chunk.length;
    if (this.isOver) return;
    if (this.head === null) return this.takeFrames(chunk);
    this.head = Buffer.concat([this.head, chunk]);
    const end = this.head.indexOf(handshakeEnd);
    if (end < 0) return;
    if (!this.head.subarray(0, 12).equals(Buffer.from('HTTP/1.1 101'))) return this.end(null);
    const rest = this.head.subarray(end + handshakeEnd.length);
    this.head = null;
    if (rest.length > 0) this.takeFrames(rest);
  }

  private takeFrames(chunk: Buffer): void {
    for (const payload of this.frames.take(chunk)) {
      if (payload === null) return this.end(null);
      this.takePacket(payload.toString());
    }
  }

  private takePacket(packet: string): void {
    if (packet.startsWith('42')) {
      const [, name = '', json = ''] = event.exec(packet) ?? [];
      if (name === 'closed') return this.end(JSON.parse(json) as string);
      this.options.onEvent?.(name, json);
    } else if (packet.startsWith('43')) {
      const [, id = '', json = ''] = answer.exec(packet) ?? [];
      this.options.onAnswer?.(Number(id), json);
    } else if (packet.startsWith('40')) {
      this.isOpen = this.wasOpen = true;
      this.options.onOpen?.();
    } else if (packet.startsWith('44')) {
      this.end((JSON.parse(packet.slice(2)) as { message?: string }).message ?? null);
    } else if (packet.startsWith('41')) this.end(null);
    else if (packet.startsWith('0')) this.socket.write(frameOf(`40${JSON.stringify(this.options.auth)}`));
    else if (packet.startsWith('2')) this.socket.write(frameOf('3'));
  }
}
