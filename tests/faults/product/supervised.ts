// Keeps the product running as `npm start` does: starts it again on the same port and data when it ended. While it comes up nobody
// is let through, so that the length of the journal at the start is known before anybody adds to it.
import type { History } from '../history/history.ts';
import { inMs } from '../clock.ts';
import type { FaultProxy } from '../proxy/fault-proxy.ts';
import { ask } from '../wire/http.ts';
import { nodeStart, ProductProcess, type Place } from './process.ts';

const memoryEveryMs = 250;
/** How often it is measured what a start of nothing costs on this machine, as busy as it is. */
const floorEvery = 4;

export class Supervised {
  current: ProductProcess | null = null;
  /** The server may end by itself now: a flush has failed, as planned. */
  mayEnd = false;
  operatorCode = '';
  private readonly place: Place;
  private readonly history: History;
  private readonly proxy: FaultProxy;
  private readonly sampler: NodeJS.Timeout;
  private isMeant = true;

  constructor(place: Place, history: History, proxy: FaultProxy) {
    this.place = place;
    this.history = history;
    this.proxy = proxy;
    this.sampler = setInterval(() => {
      const memory = this.current?.memoryMb() ?? null;
      if (memory !== null) history.memoryMb.push(memory);
    }, memoryEveryMs);
  }

  get isUp(): boolean {
    return this.current !== null && !this.current.hasEnded && !this.proxy.isShut;
  }

  /** Only launched: for those who want to kill it before it is up. */
  launch(): ProductProcess {
    this.isMeant = false;
    this.proxy.isShut = true;
    const started = new ProductProcess(this.place);
    this.current = started;
    void started.ended.then(({ code, signal }) => this.ended(started, code, signal));
    return started;
  }

  /** @returns whether it came up. */
  async start(): Promise<boolean> {
    if (this.history.starts.length % floorEvery === 0) this.history.floorMs.push(await nodeStart());
    const started = this.launch();
    const readyMs = await started.ready();
    if (readyMs === null) return false;
    const health = await ask({ port: this.place.port, owner: 'observer', path: '/healthz' });
    const seq = health === null ? null : (JSON.parse(health.text) as { seq: number }).seq;
    this.history.starts.push({ at: started.startedAt, readyMs, firstAckMs: null, seq });
    this.history.tell(`up ${started.pid} after ${readyMs} ms at ${seq}`);
    this.operatorCode = started.operatorCode;
    if (!started.hasEnded) this.proxy.isShut = false;
    return !started.hasEnded;
  }

  /** As the power button of a laptop that hangs, or as Ctrl-C. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const { current } = this;
    if (current === null || current.hasEnded) return null;
    this.isMeant = true;
    this.history.tell(`${signal} ${current.pid}`);
    const { code } = await current.end(signal);
    this.current = null;
    return code;
  }

  close(): void {
    clearInterval(this.sampler);
    this.isMeant = true;
    this.current?.signal('SIGKILL');
  }

  private ended(started: ProductProcess, code: number | null, signal: string | null): void {
    this.history.tell(`ended ${started.pid} ${code ?? signal} after ${inMs(started.startedAt)} ms`);
    if (this.isMeant || this.current !== started) return;
    this.history.counters.add('the server ended by itself');
    if (!this.mayEnd)
      this.history.trouble(`the server ended by itself (${code ?? signal}): ${started.complaints.trim().slice(-800)}`);
    void this.start();
  }
}
