// The bad Wi-Fi of the whole event: requests and answers that are lost, links that are cut or go silent, slow and lumpy ones, frames
// that arrive a second time.
import type { Chance } from '../chance.ts';
import type { History } from '../history/history.ts';
import type { Fate, FaultProxy } from '../proxy/fault-proxy.ts';
import { fair, type Weather } from '../proxy/pipe.ts';

export interface NetworkFaults {
  readonly loseRequest: number;
  readonly loseAnswer: number;
  /** Share of links with bad weather. */
  readonly badWeather: number;
  /** Milliseconds between two of a kind; 0: never. */
  readonly cutEveryMs: number;
  readonly halfOpenEveryMs: number;
  readonly repeatEveryMs: number;
}

export const calmNetwork: NetworkFaults = {
  loseRequest: 0,
  loseAnswer: 0,
  badWeather: 0,
  cutEveryMs: 0,
  halfOpenEveryMs: 0,
  repeatEveryMs: 0,
};

const weathers: readonly (readonly [string, Weather])[] = [
  ['late links', { latencyMs: 60, jitterMs: 120, bytesPerSecond: 0, slice: 0 }],
  ['lumpy links', { latencyMs: 0, jitterMs: 0, bytesPerSecond: 0, slice: 700 }],
  ['links of bytes', { latencyMs: 0, jitterMs: 5, bytesPerSecond: 0, slice: 97 }],
  ['narrow links', { latencyMs: 20, jitterMs: 20, bytesPerSecond: 60_000, slice: 0 }],
];

export class Network {
  private readonly history: History;
  private readonly chance: Chance;
  private readonly faults: NetworkFaults;
  private proxy: FaultProxy | null = null;
  private isCalm = true;
  private timers: NodeJS.Timeout[] = [];
  /** Called with every command that passes, for those who aim. */
  watcher: ((owner: string, opId: string) => void) | null = null;

  constructor(history: History, chance: Chance, faults: NetworkFaults) {
    this.history = history;
    this.chance = chance;
    this.faults = faults;
  }

  onCommand(owner: string, opId: string): Fate {
    this.watcher?.(owner, opId);
    if (this.isCalm) return 'pass';
    if (this.chance.is(this.faults.loseRequest)) {
      this.history.counters.add('requests lost');
      return 'lose-request';
    }
    if (!this.chance.is(this.faults.loseAnswer)) return 'pass';
    this.history.counters.add('answers lost');
    return 'lose-answer';
  }

  storm(proxy: FaultProxy): void {
    this.proxy = proxy;
    this.isCalm = false;
    const { cutEveryMs, halfOpenEveryMs, repeatEveryMs, badWeather } = this.faults;
    proxy.weatherFor = (owner) => {
      if (this.isCalm || !this.chance.is(badWeather) || owner === 'observer') return fair;
      const [name, weather] = this.chance.pick(weathers);
      this.history.counters.add(name);
      return weather;
    };
    this.every(cutEveryMs, () => {
      this.anyLink()?.cut(this.chance.is(0.5) ? 'reset' : 'end');
      this.history.counters.add('links cut');
    });
    this.every(halfOpenEveryMs, () => {
      const link = this.anyLink();
      if (link === undefined) return;
      const way = this.chance.pick(['up', 'down', 'both']);
      if (way !== 'down') link.up.isSwallowing = true;
      if (way !== 'up') link.down.isSwallowing = true;
      this.history.tell(`half-open ${link.owner} ${way}`);
      this.history.counters.add('links made half-open');
    });
    this.every(repeatEveryMs, () => {
      const owner = this.anyLink()?.owner;
      if (owner !== undefined && proxy.repeat(owner)) this.history.counters.add('frames repeated');
    });
  }

  calm(): void {
    this.isCalm = true;
    this.timers.forEach((timer) => clearInterval(timer));
    this.timers = [];
    // Whoever was silenced finds out by itself; slow links would go on being slow.
    for (const link of this.proxy?.links ?? []) if (!link.isWhole) link.cut('reset');
  }

  private anyLink() {
    const links = [...(this.proxy?.links ?? [])].filter(({ isUpgraded, isOver }) => isUpgraded && !isOver);
    return links.length === 0 ? undefined : this.chance.pick(links);
  }

  private every(ms: number, act: () => void): void {
    if (ms > 0) this.timers.push(setInterval(act, ms));
  }
}
