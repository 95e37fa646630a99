// Rows P1 and P3 to P6: votes, broadcast, memory, the storm of arrivals, and the judges meanwhile. Each side is measured in turns with
// its floor in the same run.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { ServerProcess } from '#tests/whole-show/kit/server-process.ts';
import { median, percentile, rounded } from '../figures.ts';
import type { Row } from '../row.ts';
import { Crowd } from './crowd-process.ts';
import type { FloorOrder, FloorReport } from './floor-hall.ts';
import { measurePixels } from './pixels.ts';
import { VotingHall } from './voting-hall.ts';

const phones = 5000;
const repeats = 3;

class FloorHall {
  readonly url: string;
  readonly bareUrl: string;
  private readonly child;

  private constructor(child: ReturnType<typeof fork>, url: string, bareUrl: string) {
    this.child = child;
    this.url = url;
    this.bareUrl = bareUrl;
  }

  static async open(view: unknown): Promise<FloorHall> {
    const child = fork(new URL('floor-hall.ts', import.meta.url), { execArgv: ['--import', 'tsx'], stdio: 'inherit' });
    const [ready] = (await once(child, 'message')) as [Extract<FloorReport, { kind: 'ready' }>];
    const floor = new FloorHall(child, ready.url, ready.bareUrl);
    floor.order({ kind: 'view', view });
    return floor;
  }

  async push(over: 'socket.io' | 'bare'): Promise<bigint> {
    const answered = once(this.child, 'message');
    this.order({ kind: 'push', over });
    const [{ at }] = (await answered) as [Extract<FloorReport, { kind: 'pushed' }>];
    return BigInt(at);
  }

  async memory(): Promise<number> {
    const answered = once(this.child, 'message');
    this.order({ kind: 'memory' });
    const [{ bytes }] = (await answered) as [Extract<FloorReport, { kind: 'memory' }>];
    return bytes;
  }

  close(): void {
    this.child.kill();
  }

  private order(order: FloorOrder): void {
    this.child.send(order);
  }
}

/** Of ratios that want to be high (throughput) or low (time, memory). */
function rowOf(
  row: string,
  what: string,
  limit: number,
  isAtLeast: boolean,
  real: readonly number[],
  floor: readonly number[],
): Row {
  const ratios = real.map((value, at) => value / (floor[at] ?? NaN));
  const ratio = median(ratios);
  return {
    row,
    what,
    target: `${isAtLeast ? '≥' : '≤'} ${limit}`,
    ratio: rounded(ratio),
    ratioFrom: rounded(Math.min(...ratios)),
    ratioTo: rounded(Math.max(...ratios)),
    isMet: isAtLeast ? ratio >= limit : ratio <= limit,
    real: rounded(median(real)),
    realP99: rounded(percentile(real, 0.99)),
    floor: rounded(median(floor)),
  };
}

const perSecond = (count: number, ms: number) => (count * 1000) / ms;
const quiet = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A judge taps every 40 ms until told to stop. */
async function tapping(hall: VotingHall, isOver: () => boolean): Promise<readonly number[]> {
  const times: number[] = [];
  while (!isOver()) {
    times.push(await hall.tap());
    await quiet(40);
  }
  return times;
}

async function meanwhile<T>(
  hall: VotingHall,
  work: () => Promise<T>,
): Promise<{ readonly done: T; readonly taps: readonly number[] }> {
  let isOver = false;
  const taps = tapping(hall, () => isOver);
  const done = await work();
  isOver = true;
  return { done, taps: await taps };
}

export interface HallReport {
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
}

export async function measureHall(): Promise<HallReport> {
  const server = await ServerProcess.start();
  const hall = await VotingHall.open(server, phones, 2 * repeats + 1);
  const notes: string[] = [];
  const floor = await FloorHall.open(hall.view.program.view);
  const idle = (await meanwhile(hall, () => quiet(4000))).taps;

  const [joins, floorJoins, bytes, floorBytes]: [number[], number[], number[], number[]] = [[], [], [], []];
  const [votes, floorVotes]: [number[], number[]] = [[], []];
  const [storm, burst]: [number[], number[]] = [[], []];
  const pixels: Row[] = [];
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const before = await floor.memory();
    const floored = await Crowd.join(floor.url, phones);
    floorJoins.push(perSecond(phones, floored.ms));
    await quiet(1000);
    floorBytes.push((await floor.memory()) - before);
    const floorVoted = await floored.crowd.vote('run-1', ['entry-1'], hall.codes, 0);
    floorVotes.push(perSecond(phones, floorVoted.ms));
    await floored.crowd.leave();

    const own = hall.hallMemory();
    const { done: joined, taps } = await meanwhile(hall, () => Crowd.join(hall.hallUrl, phones, { hasCookies: true }));
    storm.push(...taps);
    joins.push(perSecond(phones - joined.failed, joined.ms));
    await quiet(1000);
    bytes.push(hall.hallMemory() - own);
    const spread = await hall.openPoll();
    await quiet(500);
    // Within five seconds, as a hall votes; then all in the same instant, which no hall does.
    const { done: voted, taps: during } = await meanwhile(hall, () =>
      joined.crowd.vote(spread.run, spread.options, hall.codes, 5000),
    );
    burst.push(...during);
    const counted = await hall.closePoll(spread.run);
    const instant = await hall.openPoll();
    await quiet(500);
    const atOnce = await joined.crowd.vote(instant.run, instant.options, hall.codes, 0);
    votes.push(perSecond(phones, atOnce.ms));
    await hall.closePoll(instant.run);
    if (repeat === repeats - 1) pixels.push(await measurePixels(hall));
    const lost = await joined.crowd.leave();
    const tallied = counted?.result?.rows.reduce((sum, row) => sum + row.votes, 0) ?? 0;
    notes.push(
      `storm ${repeat + 1}: ${joined.failed} failed, ${lost} lost; ${voted.receipts.length} receipts, ${tallied} votes in the tally, ${voted.refused.length} refused; ` +
        `answer to a vote: median ${rounded(median(voted.answersMs))} ms, 99 % ${rounded(percentile(voted.answersMs, 0.99))} ms within five seconds, 99 % ${rounded(percentile(atOnce.answersMs, 0.99))} ms all at once; ` +
        `judge meanwhile: 99 % ${rounded(percentile(during, 0.99))} ms`,
    );
  }

  const broadcast: Row[] = [];
  for (const size of [1000, 10_000]) {
    const real = (await Crowd.join(hall.hallUrl, size, { atOnce: 500 })).crowd;
    const bare = (await Crowd.join(floor.bareUrl, size, { atOnce: 500 })).crowd;
    const [times, floorTimes]: [number[], number[]] = [[], []];
    for (let repeat = 0; repeat < 7; repeat += 1) {
      await bare.expectViews(1);
      const pushed = await floor.push('bare');
      floorTimes.push(Number((await bare.lastView()) - pushed) / 1e6);
      await quiet(300);
      await real.expectViews(1);
      const asked = await hall.changeEveryView(repeat);
      times.push(Number((await real.lastView()) - asked) / 1e6);
      await quiet(300);
    }
    broadcast.push(
      rowOf(
        'P3',
        `one view to ${size.toLocaleString('en')} phones, until the last has it; floor: bare TCP, ready frame`,
        1.1,
        false,
        times,
        floorTimes,
      ),
    );
    await Promise.all([real.leave(), bare.leave()]);
  }

  const p99 = (times: readonly number[]) => percentile(times, 0.99);
  const meanwhileRow = (what: string, times: readonly number[]): Row => ({
    ...rowOf('P6', `judge’s acknowledgement, 99 %, ${what}; floor: idle hall`, 3, false, [p99(times)], [p99(idle)]),
    real: rounded(median(times)),
    realP99: rounded(p99(times)),
    floor: rounded(p99(idle)),
  });
  const kib = (all: readonly number[]) => all.map((total) => total / phones / 1024);
  const rows = [
    rowOf(
      'P1',
      `durable votes a second, ${phones.toLocaleString('en')} phones at once; floor: no storage`,
      0.9,
      true,
      votes,
      floorVotes,
    ),
    ...broadcast,
    rowOf('P4', 'KiB of memory for an idle phone; floor: bare Socket.IO', 1.1, false, kib(bytes), kib(floorBytes)),
    rowOf(
      'P5',
      `phones a second until each has its first view, storm of ${phones.toLocaleString('en')}; floor: bare Socket.IO`,
      0.9,
      true,
      joins,
      floorJoins,
    ),
    meanwhileRow('while the storm arrives', storm),
    meanwhileRow('while all vote within five seconds', burst),
    ...pixels,
  ];
  floor.close();
  hall.close();
  await server.stop();
  return { rows, notes };
}
