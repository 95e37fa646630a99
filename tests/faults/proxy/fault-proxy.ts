// The network between the hall and the server, in this process: every connection of every device goes through it, and each can be
// cut, silenced, slowed, or made to say something again. It reads along: it knows a command when it passes by.
import { createServer, connect, type Server, type Socket } from 'node:net';
import { Pipe, fair, type Weather } from './pipe.ts';

/** What to do with a command that has come from a device. */
export type Fate = 'pass' | 'lose-request' | 'lose-answer';

export interface Listener {
  onCommand(owner: string, opId: string): Fate;
  onTrace(line: string): void;
  readonly random: () => number;
}

const commandIn = /\["command",\{"opId":"([0-9a-f]{32})"/;
const kept = 24;

export class Link {
  owner = '';
  readonly up: Pipe;
  readonly down: Pipe;
  readonly client: Socket;
  readonly server: Socket;
  isOver = false;
  isUpgraded = false;

  constructor(client: Socket, server: Socket, random: () => number) {
    this.client = client;
    this.server = server;
    this.up = new Pipe(client, server, random);
    this.down = new Pipe(server, client, random);
  }

  set weather(weather: Weather) {
    this.up.weather = weather;
    this.down.weather = weather;
  }

  get isWhole(): boolean {
    return [this.up, this.down].every(({ weather, isSwallowing }) => weather === fair && !isSwallowing);
  }

  cut(how: 'reset' | 'end'): void {
    if (this.isOver) return;
    this.isOver = true;
    for (const socket of [this.client, this.server]) {
      if (how === 'reset') socket.resetAndDestroy();
      else socket.end();
    }
  }
}

export class FaultProxy {
  readonly links = new Set<Link>();
  port = 0;
  /** Shut: nobody gets through, as when the access point is gone. */
  isShut = false;
  weatherFor: (owner: string) => Weather = () => fair;
  private readonly serverPort: number;
  private readonly listener: Listener;
  private readonly door: Server;
  private readonly said = new Map<string, Buffer[]>();

  constructor(serverPort: number, listener: Listener) {
    this.serverPort = serverPort;
    this.listener = listener;
    this.door = createServer({ noDelay: true }, (client) => this.accept(client));
  }

  async open(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.door.once('error', reject);
      this.door.listen(port, '127.0.0.1', () => resolve());
    });
    this.port = port;
  }

  close(): void {
    this.links.forEach((link) => link.cut('reset'));
    this.door.close();
  }

  cutAll(how: 'reset' | 'end'): void {
    this.links.forEach((link) => link.cut(how));
  }

  /** Sends a command that this device has sent before once more, on any of its connections. @returns whether there was one. */
  repeat(owner: string): boolean {
    const frames = this.said.get(owner) ?? [];
    const frame = frames[Math.floor(this.listener.random() * frames.length)];
    const link = [...this.links].find((known) => known.owner === owner && known.isUpgraded && known.isWhole);
    if (frame === undefined || link === undefined) return false;
    link.up.pass(frame);
    return true;
  }

  private accept(client: Socket): void {
    if (this.isShut) return void client.resetAndDestroy();
    const server = connect({ port: this.serverPort, host: '127.0.0.1', noDelay: true });
    const link = new Link(client, server, this.listener.random);
    this.links.add(link);
    const over = (other: Socket) => () => {
      this.links.delete(link);
      if (link.isOver) return;
      link.isOver = true;
      other.destroy();
    };
    client.on('error', () => {});
    server.on('error', () => {});
    client.on('close', over(server));
    server.on('close', over(client));
    client.on('data', (chunk: Buffer) => this.fromDevice(link, chunk));
    server.on('data', (chunk: Buffer) => link.down.pass(chunk));
  }

  private fromDevice(link: Link, chunk: Buffer): void {
    if (link.owner === '') {
      const head = chunk.toString('latin1');
      link.owner = /^x-link: (\S+)/im.exec(head)?.[1] ?? 'nobody';
      link.isUpgraded = /^upgrade: websocket/im.test(head);
      link.weather = this.weatherFor(link.owner);
    } else if (link.isUpgraded) {
      const opId = commandIn.exec(chunk.toString('latin1'))?.[1];
      if (opId !== undefined) return this.command(link, opId, chunk);
    }
    link.up.pass(chunk);
  }

  private command(link: Link, opId: string, chunk: Buffer): void {
    const fate = this.listener.onCommand(link.owner, opId);
    if (fate !== 'pass') this.listener.onTrace(`${link.owner} ${fate} ${opId}`);
    if (fate === 'lose-request') return link.cut('reset');
    const frames = this.said.get(link.owner) ?? [];
    frames.push(chunk);
    if (frames.length > kept) frames.splice(Math.floor(this.listener.random() * kept), 1);
    this.said.set(link.owner, frames);
    link.up.pass(chunk);
    if (fate === 'lose-answer') {
      link.down.isSwallowing = true;
      setTimeout(() => link.cut('reset'), 20 + this.listener.random() * 400);
    }
  }
}
