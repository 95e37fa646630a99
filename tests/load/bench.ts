// npm run bench: rows P7 and P8 of the targets in docs/performance.md, and the scoring engine's S1 and S2. Every figure is a ratio to a floor that the same run
// measures in turns with it, because machines are noisy; the milliseconds beside it are for orientation only.
import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fdatasyncSync, mkdirSync, mkdtempSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from '#domain/commands.ts';
import { demonstration } from '#domain/presets/demonstration.ts';
import type { SeatCard } from '#protocol/http.ts';
import { Device, until } from '#tests/kit/server.ts';
import { buildServer } from '#tests/whole-show/kit/build.ts';
import { ServerProcess } from '#tests/whole-show/kit/server-process.ts';
import { BareSocket } from './bare-socket.ts';
import type { DisplaysOrder, DisplaysReport } from './displays.ts';
import { median, percentile, rounded } from './figures.ts';
import { measureHall } from './hall/hall-bench.ts';
import { measureLongEvening } from './long-evening.ts';
import { pageWeights } from './page-weights.ts';
import type { Row } from './row.ts';
import { measureScoring, type ScoringReport } from './scoring.ts';

const displays = 1000;
const displayProcesses = 2;
const rounds = 7;
const tapsPerRound = 25;
/** A judge's connection may send 20 messages a second in the long run; three sides take turns. */
const restMs = 20;

const milliseconds = (from: bigint, to: bigint) => Number(to - from) / 1e6;
const rest = () => new Promise((resolve) => setTimeout(resolve, restMs));
const program = (name: string) =>
  fork(new URL(name, import.meta.url), { execArgv: ['--import', 'tsx'], stdio: 'inherit' });
const opId = () => randomBytes(16).toString('hex');
const cookieOf = (device: Device) => [...device.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
const children: ChildProcess[] = [];

type Measure = () => Promise<number>;

/** One judge's finger: hands in, takes back, hands in … each is a fact of its own. */
class Finger {
  private readonly socket: BareSocket;
  private taps = 0;

  constructor(socket: BareSocket) {
    this.socket = socket;
  }

  async tap(): Promise<{ readonly from: bigint; readonly answered: bigint; readonly seq: number }> {
    const version = Math.ceil(this.taps / 2);
    const entry = demonstration.entries[0]?.id;
    const command =
      this.taps % 2 === 0
        ? {
            type: 'score.submit',
            entry,
            baseVersion: version,
            marks: demonstration.criteria.map(({ id }) => ({ criterion: id, mark: '17.5' })),
            remark: '',
          }
        : { type: 'score.take-back', entry, version };
    this.taps += 1;
    const from = process.hrtime.bigint();
    const body = await this.socket.ask('command', { opId: opId(), command });
    const answered = process.hrtime.bigint();
    const [answer] = JSON.parse(body) as [{ ok: boolean; seq: number; code?: string }];
    if (!answer.ok) throw new Error(`the tap was refused: ${answer.code}`);
    return { from, answered, seq: answer.seq };
  }
}

/** A thousand screens in processes of their own. */
class Wall {
  private readonly arrivals = new Map<number, bigint[]>();

  static async open(url: string, cookie: string): Promise<Wall> {
    const wall = new Wall();
    await Promise.all(
      Array.from({ length: displayProcesses }, async () => {
        const child = program('displays.ts');
        children.push(child);
        child.send({ url, cookie, count: displays / displayProcesses } satisfies DisplaysOrder);
        await new Promise<void>((resolve) =>
          child.on('message', (report: DisplaysReport) => {
            if ('ready' in report) return resolve();
            wall.arrivals.set(report.seq, [...(wall.arrivals.get(report.seq) ?? []), BigInt(report.at)]);
          }),
        );
      }),
    );
    return wall;
  }

  /** When the last screen had the view of this number. */
  async last(seq: number): Promise<bigint> {
    await until(`every screen has view ${seq}`, () => this.arrivals.get(seq)?.length === displayProcesses);
    const all = this.arrivals.get(seq) ?? [];
    return all.reduce((latest, at) => (at > latest ? at : latest), 0n);
  }
}

/** One page appended and forced to the disk: what any durable answer must wait for. */
function flushing(folder: string): Measure {
  const file = openSync(join(folder, 'flush'), 'w');
  const page = Buffer.alloc(4096, 1);
  return async () => {
    const from = process.hrtime.bigint();
    writeSync(file, page);
    fdatasyncSync(file);
    return milliseconds(from, process.hrtime.bigint());
  };
}

async function realHall(server: ServerProcess) {
  const desk = await new Device(server.url).join(server.operatorCode);
  const tell = async (command: Command) => {
    const answer = (await (await desk.post('/api/command', { opId: opId(), command })).json()) as { ok: boolean };
    if (!answer.ok) throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
  };
  const [first] = demonstration.entries;
  const [seat] = demonstration.panel;
  if (first === undefined || seat === undefined) throw new Error('the demonstration event is empty');
  await tell({ type: 'event.define', definition: demonstration });
  await tell({ type: 'rules.confirm' });
  await tell({ type: 'event.start' });
  await tell({ type: 'stage.call', entry: first.id });
  await tell({ type: 'scoring.open', entries: [first.id], show: { kind: 'progress', entry: first.id } });
  const { cards } = (await (await desk.post('/api/cards', { seats: [seat.seat] })).json()) as { cards: SeatCard[] };
  const judge = await new Device(server.url).join(cards[0]?.digits ?? '');
  const screen = new Device(server.url);
  await screen.post('/api/join/screen');
  // A first connection makes the screen known, so that it can be paired; all others are the same screen again.
  const operator = desk.connect('operator');
  const line = screen.connect('screen');
  await until('the screen is known', () => (operator.presence?.screens.length ?? 0) > 0);
  await tell({ type: 'screen.pair', screen: operator.presence?.screens[0]?.screen as never, name: '主屏' });
  await until('the screen has its view', () => line.messages.length > 0);
  const { view } = line;
  line.close();
  operator.close();
  const auth = (role: string) => ({ role, protocol: 1 });
  // The console stays open, as on every day.
  await BareSocket.open(server.url, cookieOf(desk), auth('operator'));
  const finger = new Finger(await BareSocket.open(server.url, cookieOf(judge), auth('judge')));
  return { finger, view, screenCookie: cookieOf(screen) };
}

async function floorHall(view: unknown) {
  const child = program('floor-server.ts');
  children.push(child);
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  child.send({ view });
  const url = `http://127.0.0.1:${port}`;
  return { url, finger: new Finger(await BareSocket.open(url, '', { role: 'judge' })) };
}

type Side = 'real' | 'floor' | 'flush';
type Rounds = Readonly<Record<Side, number[][]>>;

/** One tap each in turns, so that whatever the machine does meets all sides alike. */
async function inTurns(sides: Readonly<Record<Side, Measure>>): Promise<Rounds> {
  const times: Rounds = { real: [], floor: [], flush: [] };
  const order = ['floor', 'flush', 'real'] as const;
  for (let round = -1; round < rounds; round += 1) {
    const measured = { real: [] as number[], floor: [] as number[], flush: [] as number[] };
    for (let tap = 0; tap < tapsPerRound; tap += 1)
      for (const side of order) {
        measured[side].push(await sides[side]());
        await rest();
      }
    // The first round warms up.
    if (round >= 0) order.forEach((side) => times[side].push(measured[side]));
  }
  return times;
}

/** `hasFlush`: the floor of this row is an answer that waits for one flush, too. */
function rowOf(row: string, what: string, limit: number, rounds: Rounds, hasFlush: boolean): Row {
  const floors = rounds.floor.map((times, round) => median(times) + (hasFlush ? median(rounds.flush[round] ?? []) : 0));
  const ratios = rounds.real.map((times, round) => median(times) / (floors[round] ?? NaN));
  const ratio = median(ratios);
  return {
    row,
    what,
    target: `≤ ${limit}`,
    ratio: rounded(ratio),
    ratioFrom: rounded(Math.min(...ratios)),
    ratioTo: rounded(Math.max(...ratios)),
    isMet: ratio <= limit,
    real: rounded(median(rounds.real.flat())),
    realP99: rounded(percentile(rounds.real.flat(), 0.99)),
    floor: rounded(median(floors)),
  };
}

/** Full computation and one changed mark; a change must make one entry again and nothing else but the ranking. */
function scoringRows(report: ScoringReport): readonly Row[] {
  const { fullMs, readMs, changeMs, multiple, multipleFrom, multipleTo, changeShare, recomputed } = report;
  return [
    {
      row: 'S1',
      what: 'whole result of 1,000 entries × 100 judges × 10 items, places and ties',
      target: '≤ 10',
      ratio: multiple,
      ratioFrom: multipleFrom,
      ratioTo: multipleTo,
      isMet: multiple <= 10,
      real: fullMs,
      realP99: report.fullP99Ms,
      floor: readMs,
    },
    {
      row: 'S2',
      what: `one changed mark of them: ${recomputed} of 1,000 entries made again`,
      target: '1 entry',
      ratio: changeShare,
      ratioFrom: report.changeShareFrom,
      ratioTo: report.changeShareTo,
      isMet: recomputed === 1,
      real: changeMs,
      realP99: report.changeP99Ms,
      floor: fullMs,
    },
  ];
}

// Alone in this process, before anything else runs beside it.
const scoring = measureScoring('levels');
const chance = measureScoring('chance');

buildServer();
const server = await ServerProcess.start();
const flush = flushing(mkdtempSync(join(tmpdir(), 'liangfen-flush-')));
const { finger, view, screenCookie } = await realHall(server);
const floor = await floorHall(view);
const answerOf = (side: Finger) => async () => {
  const { from, answered } = await side.tap();
  return milliseconds(from, answered);
};
const idle = await inTurns({ real: answerOf(finger), floor: answerOf(floor.finger), flush });

const [wall, floorWall] = await Promise.all([Wall.open(server.url, screenCookie), Wall.open(floor.url, '')]);
const arrivalOf = (side: Finger, screens: Wall) => async () => {
  const { from, seq } = await side.tap();
  return milliseconds(from, await screens.last(seq));
};
const pushed = await inTurns({
  real: arrivalOf(finger, wall),
  floor: arrivalOf(floor.finger, floorWall),
  flush,
});

await server.stop();
children.forEach((child) => child.kill());
const crowd = await measureHall();
const evening = await measureLongEvening();

const report = {
  at: new Date().toISOString(),
  machine: { processors: cpus().length, model: cpus()[0]?.model ?? '', node: process.versions.node },
  flushMs: rounded(median(idle.flush.flat()), 3),
  viewBytes: JSON.stringify(view).length,
  scoring,
  /** The same where the marks are chance alone, so that nearly the whole field is tied. */
  scoringByChance: chance,
  rows: [
    ...scoringRows(scoring),
    rowOf('P7', 'tap to acknowledgement, one judge, idle', 1.5, idle, true),
    rowOf('P8', `tap to the last of ${displays} displays`, 1, pushed, false),
    ...crowd.rows,
    ...evening,
    ...pageWeights(),
  ],
  notes: crowd.notes,
};
mkdirSync('test-results', { recursive: true });
writeFileSync('test-results/bench.json', `${JSON.stringify(report, null, 2)}\n`);
console.log(`Node ${report.machine.node}, ${report.machine.processors} processors, one flush ${report.flushMs} ms`);
console.table(report.rows);
console.log(
  `S1: ${scoring.tied} entries tied; reading the same marks from one flat typed array instead: ${scoring.flatMultiple} ×.`,
);
console.log(`S1 where the marks are chance alone: ${chance.tied} entries tied, ${chance.multiple} ×.`);
console.log('S1: floor = reading each of these marks once where it is stored. S2: floor = S1.');
console.log(
  'P7: floor = answer without storage + one flush. P8: floor = the same push without storage. Ratios of medians,',
);
console.log(
  'median of the rounds; ratioFrom and ratioTo say how far the rounds disagree. Also in test-results/bench.json.',
);
crowd.notes.forEach((note) => console.log(note));
process.exit(report.rows.every(({ isMet }) => isMet) ? 0 : 1);
