// One direction of one connection: passes bytes on late, slowly, in small pieces, or not at all.
import type { Socket } from 'node:net';

export interface Weather {
  /** Milliseconds added to every chunk, and up to so many more at random. */
  readonly latencyMs: number;
  readonly jitterMs: number;
  /** 0: as fast as it goes. */
  readonly bytesPerSecond: number;
  /** Largest piece; 0: as it came. */
  readonly slice: number;
}

export const fair: Weather = { latencyMs: 0, jitterMs: 0, bytesPerSecond: 0, slice: 0 };

const highWater = 1024 * 1024;

export class Pipe {
  weather: Weather = fair;
  /** Half-open: bytes are taken and vanish. */
  isSwallowing = false;
  private readonly from: Socket;
  private readonly to: Socket;
  private readonly random: () => number;
  /** Strictly in order, whatever the weather: TCP keeps its order, and two timers may not. */
  private readonly queue: { readonly piece: Buffer; readonly due: number }[] = [];
  private lastDue = 0;
  private timer: NodeJS.Timeout | null = null;

  constructor(from: Socket, to: Socket, random: () => number) {
    this.from = from;
    this.to = to;
    this.random = random;
  }

  pass(chunk: Buffer): void {
    if (this.isSwallowing || this.to.destroyed) return;
    const { latencyMs, jitterMs, bytesPerSecond, slice } = this.weather;
    if (this.weather === fair && this.queue.length === 0) return this.write(chunk);
    const size = slice === 0 ? chunk.length : slice;
    for (let at = 0; at < chunk.length; at += size) {
      const piece = chunk.subarray(at, at + size);
      const cost = bytesPerSecond === 0 ? 0 : (piece.length / bytesPerSecond) * 1000;
      const earliest = performance.now() + (at === 0 ? latencyMs + this.random() * jitterMs : 0);
      this.lastDue = Math.max(this.lastDue, earliest) + cost;
      this.queue.push({ piece, due: this.lastDue });
    }
    this.wait();
  }

  private wait(): void {
    const [first] = this.queue;
    if (this.timer !== null || first === undefined) return;
    this.timer = setTimeout(
      () => {
        this.timer = null;
        const now = performance.now() + 1;
        for (let next = this.queue[0]; next !== undefined && next.due <= now; next = this.queue[0]) {
          this.queue.shift();
          if (!this.isSwallowing && !this.to.destroyed) this.write(next.piece);
        }
        this.wait();
      },
      Math.max(0, first.due - performance.now()),
    );
  }

  private write(chunk: Buffer): void {
    this.to.write(chunk);
    if (this.to.writableLength > highWater && !this.from.isPaused()) {
      this.from.pause();
      this.to.once('drain', () => this.from.resume());
    }
  }
}
