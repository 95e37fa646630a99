// The bench's end of the processes full of phones: a crowd shared by several of them, asked and answered as one.
import { fork, type ChildProcess } from 'node:child_process';
import type { CrowdOrder, CrowdReport } from './crowd.ts';

const processes = 2;

type Reported<K extends CrowdReport['kind']> = Extract<CrowdReport, { kind: K }>;

export interface Voted {
  /** From the first vote sent to the last answer. */
  readonly ms: number;
  readonly answersMs: readonly number[];
  readonly refused: readonly string[];
  readonly receipts: Reported<'voted'>['receipts'];
}

const latest = (moments: readonly string[]) => moments.map(BigInt).reduce((a, b) => (a > b ? a : b));
const earliest = (moments: readonly string[]) => moments.map(BigInt).reduce((a, b) => (a < b ? a : b));
const msBetween = (from: bigint, to: bigint) => Number(to - from) / 1e6;

export class Crowd {
  readonly size: number;
  private readonly children: readonly ChildProcess[];
  private awaited: Promise<readonly Reported<'had'>[]> | null = null;

  private constructor(size: number) {
    this.size = size;
    this.children = Array.from({ length: processes }, () =>
      fork(new URL('crowd.ts', import.meta.url), { execArgv: ['--import', 'tsx'], stdio: 'inherit' }),
    );
  }

  /** @returns the crowd, how long the storm took until every phone had its first view, and how many failed. */
  static async join(
    url: string,
    size: number,
    { atOnce = 0, hasCookies = false } = {},
  ): Promise<{ crowd: Crowd; ms: number; failed: number }> {
    const crowd = new Crowd(size);
    await crowd.warm();
    const joined = await crowd.order('joined', (part) => ({
      kind: 'join',
      url,
      count: part,
      atOnce: Math.ceil(atOnce / processes),
      hasCookies,
    }));
    const ms = msBetween(earliest(joined.map(({ from }) => from)), latest(joined.map(({ to }) => to)));
    return { crowd, ms, failed: joined.reduce((sum, { failed }) => sum + failed, 0) };
  }

  async vote(run: string, options: readonly string[], codes: readonly string[], withinMs: number): Promise<Voted> {
    const share = this.size / processes;
    const voted = await this.order('voted', (_part, at) => ({
      kind: 'vote',
      run,
      options,
      codes: codes.slice(at * share, (at + 1) * share),
      withinMs,
    }));
    return {
      ms: msBetween(earliest(voted.map(({ from }) => from)), latest(voted.map(({ to }) => to))),
      answersMs: voted.flatMap(({ answersMs }) => answersMs),
      refused: voted.flatMap(({ refused }) => refused),
      receipts: voted.flatMap(({ receipts }) => receipts),
    };
  }

  /** From now on views are counted; `lastView` resolves when the last phone has had so many. */
  async expectViews(views: number): Promise<void> {
    this.awaited = this.reports('had');
    await this.order('expecting', () => ({ kind: 'expect', views }));
  }

  async lastView(): Promise<bigint> {
    return latest(((await this.awaited) ?? []).map(({ to }) => to));
  }

  /** @returns how many connections had been lost before. */
  async leave(): Promise<number> {
    const left = await this.order('lost', () => ({ kind: 'leave' }));
    this.children.forEach((child) => child.kill());
    return left.reduce((sum, { count }) => sum + count, 0);
  }

  /** The processes are there before anything is measured. */
  private async warm(): Promise<void> {
    await this.order('expecting', () => ({ kind: 'expect', views: 1 }));
  }

  private async order<K extends CrowdReport['kind']>(
    kind: K,
    orderOf: (part: number, at: number) => CrowdOrder,
  ): Promise<readonly Reported<K>[]> {
    const reports = this.reports(kind);
    this.children.forEach((child, at) => child.send(orderOf(this.size / processes, at)));
    return reports;
  }

  private reports<K extends CrowdReport['kind']>(kind: K): Promise<readonly Reported<K>[]> {
    return Promise.all(
      this.children.map(
        (child) =>
          new Promise<Reported<K>>((resolve) => {
            const take = (message: CrowdReport) => {
              if (message.kind !== kind) return;
              child.off('message', take);
              resolve(message as Reported<K>);
            };
            child.on('message', take);
          }),
      ),
    );
  }
}
