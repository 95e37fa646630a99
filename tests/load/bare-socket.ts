// The smallest client that speaks the lane: WebSocket frames and Socket.IO packets by hand. A thousand of them in a process
// must cost so little that what is measured is the server.
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

const handshakeEnd = Buffer.from('\r\n\r\n');

/** Masked with zeros, as the protocol allows: the bytes stay as they are. */
function frame(text: string): Buffer {
  const payload = Buffer.from(text);
  const head =
    payload.length < 126
      ? Buffer.from([0x81, 0x80 | payload.length, 0, 0, 0, 0])
      : Buffer.from([0x81, 0xfe, payload.length >> 8, payload.length & 255, 0, 0, 0, 0]);
  return Buffer.concat([head, payload]);
}

export class BareSocket {
  isOpen = false;
  private readonly socket: Socket;
  private received: Buffer = Buffer.alloc(0);
  private isUpgraded = false;
  private readonly auth: string;
  private readonly onPacket: (packet: Buffer) => void;
  private readonly answers = new Map<number, (answer: string) => void>();
  private asked = 0;
  private joined: () => void = () => {};
  private refused: (error: Error) => void = () => {};

  private constructor(url: URL, cookie: string, auth: object, onPacket: (packet: Buffer) => void) {
    this.auth = JSON.stringify(auth);
    this.onPacket = onPacket;
    this.socket = connect(Number(url.port), url.hostname);
    this.socket.setNoDelay(true);
    this.socket.on('data', (chunk) => this.take(chunk));
    this.socket.on('error', (error) => this.refused(error));
    this.socket.on('close', () => {
      this.isOpen = false;
      this.refused(new Error('closed'));
    });
    this.socket.write(
      [
        'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
        `Host: ${url.host}`,
        'Upgrade: websocket',
        'Connection: Upgrade',
        'Sec-WebSocket-Version: 13',
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
        `Cookie: ${cookie}`,
        '\r\n',
      ].join('\r\n'),
    );
  }

  /** Resolves once the server has let it in; `onPacket` gets every event packet, undecoded: `42["view",{…`. */
  static open(
    url: string,
    cookie: string,
    auth: object,
    onPacket: (packet: Buffer) => void = () => {},
  ): Promise<BareSocket> {
    return new Promise((resolve, reject) => {
      const bare = new BareSocket(new URL(url), cookie, auth, onPacket);
      bare.joined = () => resolve(bare);
      bare.refused = reject;
    });
  }

  /** Sends an event and resolves with the answer's JSON. */
  ask(event: string, body: unknown): Promise<string> {
    const id = (this.asked += 1);
    return new Promise((resolve) => {
      this.answers.set(id, resolve);
      this.socket.write(frame(`42${id}${JSON.stringify([event, body])}`));
    });
  }

  /** Stops reading, as a page on a link that has gone does. */
  pause(): void {
    this.socket.pause();
  }

  resume(): void {
    this.socket.resume();
  }

  close(): void {
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    if (!this.isUpgraded) {
      const end = this.received.indexOf(handshakeEnd);
      if (end < 0) return;
      if (!this.received.subarray(0, 12).equals(Buffer.from('HTTP/1.1 101'))) this.refused(new Error('no upgrade'));
      this.isUpgraded = true;
      this.received = this.received.subarray(end + handshakeEnd.length);
    }
    while (this.takeFrame());
  }

  /** @returns whether there was a whole frame. */
  private takeFrame(): boolean {
    const { received } = this;
    if (received.length < 2) return false;
    const short = (received[1] ?? 0) & 127;
    const head = short === 126 ? 4 : short === 127 ? 10 : 2;
    if (received.length < head) return false;
    const length = short === 126 ? received.readUInt16BE(2) : short === 127 ? received.readUInt32BE(6) : short;
    if (received.length < head + length) return false;
    const packet = received.subarray(head, head + length);
    this.received = received.subarray(head + length);
    this.takePacket(packet);
    return true;
  }

  private takePacket(packet: Buffer): void {
    const kind = packet.toString('latin1', 0, 2);
    if (kind === '42') this.onPacket(packet);
    else if (kind === '43') {
      const [, id = '', body = ''] = /^43(\d+)(.*)$/s.exec(packet.toString()) ?? [];
      const answer = this.answers.get(Number(id));
      this.answers.delete(Number(id));
      answer?.(body);
    } else if (kind === '40') {
      this.isOpen = true;
      this.joined();
    } else if (kind === '44') this.refused(new Error(packet.toString()));
    else if (kind.startsWith('0')) this.socket.write(frame(`40${this.auth}`));
    else if (kind.startsWith('2')) this.socket.write(frame('3'));
  }
}
