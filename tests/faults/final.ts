// One final under fault: set-up, a whole day with the nemesis at work, a quiet end, a new start, and the checks.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Chance } from './chance.ts';
import { checkBackups } from './checker/backups.ts';
import { canonical } from './checker/chain.ts';
import { checkDisplays } from './checker/displays.ts';
import { checkEndings, type Ending, type Picture } from './checker/endings.ts';
import { Findings } from './checker/finding.ts';
import { checkLimits } from './checker/limits.ts';
import { checkOperations, type Fenced } from './checker/operations.ts';
import { checkProgramme } from './checker/programme.ts';
import { inMs, nanos, sleep, until } from './clock.ts';
import { History } from './history/history.ts';
import { readJournal, type Row } from './history/journal-file.ts';
import { Nemesis, type Fault } from './nemesis/faults.ts';
import { Network, type NetworkFaults } from './nemesis/network.ts';
import { checkRestored } from './checker/restored.ts';
import { freePort } from './product/ports.ts';
import { Supervised } from './product/supervised.ts';
import { FaultProxy } from './proxy/fault-proxy.ts';
import { Control } from './shim/control.ts';
import { Console } from './workload/console.ts';
import { ask } from './wire/http.ts';
import { Display } from './workload/display.ts';
import { Judge, type Manners } from './workload/judge.ts';
import { planFinal, type Plan, type Size } from './workload/plan.ts';
import { Show } from './workload/show.ts';

export interface FinalSettings {
  readonly name: string;
  readonly size: Size;
  readonly manners: Manners;
  readonly network: NetworkFaults;
  /** Struck one after the other, spread evenly over the work. */
  readonly faults: readonly Fault[];
  /** Share of presses that both consoles make at once. */
  readonly races: number;
  readonly neverReading: number;
  /** Pictures shown while displays do not read. */
  readonly flood: number;
  /** Every write is recorded, for the crash states. */
  readonly isRecorded: boolean;
  /** Backups of it that are restored and started afterwards. */
  readonly restores: number;
  readonly memoryLimitMb: number;
  readonly limitMs: number;
  /** How long something that must come is waited for. */
  readonly patienceMs: number;
  /** A planted bug's run is over when something went wrong. */
  readonly endsAtTrouble: boolean;
}

export interface FinalOutcome {
  readonly settings: FinalSettings;
  readonly history: History;
  readonly rows: readonly Row[];
  readonly findings: Findings;
  readonly seconds: number;
  readonly data: string;
  readonly trace: string | null;
}

export interface Bench {
  readonly product: string;
  readonly shim: string;
  readonly folder: string;
}

export async function playFinal(settings: FinalSettings, bench: Bench, chance: Chance): Promise<FinalOutcome> {
  return new Final(settings, bench, chance).run();
}

class Final {
  private readonly history = new History();
  private readonly findings = new Findings();
  private readonly fenced: Fenced[] = [];
  private readonly digits = new Map<string, string>();
  private judges: readonly Judge[] = [];
  private displays: Display[] = [];
  private hallPort: number | null = null;
  private proxyPort = 0;
  private readonly begun = nanos();
  private readonly settings: FinalSettings;
  private readonly bench: Bench;
  private readonly chance: Chance;
  private readonly plan: Plan;
  private readonly network: Network;
  private readonly folder: string;

  constructor(settings: FinalSettings, bench: Bench, chance: Chance) {
    this.settings = settings;
    this.bench = bench;
    this.chance = chance;
    this.plan = planFinal(settings.size, chance.of('plan'));
    this.network = new Network(this.history, chance.of('network'), settings.network);
    this.folder = join(bench.folder, settings.name);
  }

  async run(): Promise<FinalOutcome> {
    const { history, chance, folder, settings } = this;
    const data = join(folder, 'data');
    mkdirSync(data, { recursive: true });
    const control = new Control(join(folder, 'control'));
    const port = await freePort(chance.of('port'));
    const trace = settings.isRecorded ? join(folder, 'writes') : null;
    const proxy = new FaultProxy(port, {
      onCommand: (owner, opId) => this.network.onCommand(owner, opId),
      onTrace: (line) => history.tell(line),
      random: () => chance.real(),
    });
    await proxy.open(await freePort(chance.of('proxy')));
    const environment = {
      LD_PRELOAD: this.bench.shim,
      FAULTS_FOLDER: data,
      FAULTS_CONTROL: control.file,
      FAULTS_TRACE: trace ?? '',
    };
    const server = new Supervised({ product: this.bench.product, data, port, environment }, history, proxy);
    try {
      await this.day(server, proxy, control);
    } catch (error) {
      history.trouble(`the run broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    } finally {
      this.judges.forEach((judge) => {
        judge.isGone = true;
        judge.tablet.lose();
      });
      this.displays.forEach((display) => display.close());
      await server.end('SIGKILL');
      server.close();
      proxy.close();
      control.close();
    }
    const rows = this.check(data);
    const restoring = {
      product: this.bench.product,
      data,
      folder,
      times: settings.restores,
      history,
      rows,
      cookies: new Map(
        this.judges
          .filter(({ tablet, seat }) => tablet.owner === seat)
          .map(({ seat, tablet }) => [seat, tablet.cookie]),
      ),
    };
    await checkRestored(restoring, chance.of('restore'), this.findings);
    return { settings, history, rows, findings: this.findings, seconds: inMs(this.begun) / 1000, data, trace };
  }

  private async day(server: Supervised, proxy: FaultProxy, control: Control): Promise<void> {
    const { history, chance, plan, settings, network } = this;
    if (!(await server.start())) throw new Error(`the server did not start: ${server.current?.complaints}`);
    this.proxyPort = proxy.port;
    const venue = { port: proxy.port, history };
    const consoles = await Promise.all(
      ['console-1', 'console-2'].map(
        async (owner) =>
          new Console(
            venue,
            owner,
            { role: 'operator' },
            await this.join(proxy.port, owner, server.operatorCode),
            chance.of(owner),
          ),
      ),
    );
    const [one, two] = consoles;
    if (one === undefined || two === undefined) throw new Error('there are no consoles');
    const judges: Judge[] = [];
    const show = new Show([one, two], plan, judges, chance.of('show'), history, settings);
    await show.begin();
    await this.seat(proxy.port, one, judges);
    this.judges = judges;
    await this.hang(server, proxy.port, one);

    const working = judges.map((judge) => judge.work());
    network.storm(proxy);
    const swap = (judge: Judge) => this.swap(proxy.port, judge);
    const nemesis = new Nemesis({ server, proxy, network, control, history, judges, swap }, chance.of('nemesis'));
    const observing = this.observe(one);
    let isOver = false;
    const striking = this.strike(nemesis, () => isOver);
    const playing = show.play();
    const flooding = settings.flood > 0 ? show.flood(settings.flood) : Promise.resolve();
    const left = settings.limitMs - inMs(this.begun);
    const played = Promise.all([playing, flooding]).then(() => true);
    const inTrouble = until(() => settings.endsAtTrouble && history.troubles.length > 0, left, 50).then(() => false);
    const isDone = await Promise.race([played, inTrouble]);
    history.isOutOfTime = !isDone && history.troubles.length === 0;
    isOver = true;
    await Promise.race([striking, sleep(30_000)]);
    control.calm();
    network.calm();
    if (isDone) await this.end(server, proxy.port, control, consoles);
    show.isGone = true;
    consoles.forEach((console) => {
      console.isGone = true;
      console.close();
    });
    judges.forEach((judge) => (judge.isGone = true));
    observing.stop();
    await Promise.race([Promise.all(working), sleep(3000)]);
  }

  private async join(port: number, owner: string, code: string, takeOver = false): Promise<string> {
    for (let tries = 0; tries < 40; tries += 1) {
      this.history.joins += 1;
      const reply = await ask({ port, owner, path: '/api/join', body: { code, takeOver } });
      if (reply?.status === 200 && reply.cookies[0] !== undefined) return reply.cookies.join('; ');
      if (reply !== null && reply.status === 429) await sleep(1000);
      await sleep(150);
    }
    throw new Error(`${owner} could not join`);
  }

  private async seat(port: number, console: Console, judges: Judge[]): Promise<void> {
    const reply = await ask({
      port,
      owner: 'console-1',
      path: '/api/cards',
      cookie: console.cookie,
      body: {},
      patienceMs: 60_000,
    });
    const { cards } = JSON.parse(reply?.text ?? '{"cards":[]}') as { cards: { seat: string; digits: string }[] };
    for (const { seat, digits } of cards) {
      this.digits.set(seat, digits);
      const cookie = await this.join(port, seat, digits);
      judges.push(
        new Judge(
          { port, history: this.history },
          this.plan,
          seat,
          cookie,
          this.chance.of(seat),
          this.settings.manners,
        ),
      );
    }
    if (cards.length !== this.plan.seats.length) throw new Error(`there are ${cards.length} cards`);
  }

  /** Hangs the screens on the wall, named by the code that is on them, and lets two phones in. */
  private async hang(server: Supervised, proxyPort: number, console: Console): Promise<void> {
    const { chance, history, settings } = this;
    const direct = Number(
      new URL(server.current?.printed.match(/http:\/\/[\d.]+:\d+/)?.[0] ?? 'http://127.0.0.1:1').port,
    );
    const kinds: readonly (readonly [string, 'all' | 'never' | number])[] = [
      ['screen-1', 'all'],
      ['screen-2', 'all'],
      ['screen-slow', 1024],
      ...Array.from({ length: settings.neverReading }, (_, at) => [`screen-never-${at + 1}`, 'never'] as const),
    ];
    for (const [name, reads] of kinds) {
      const reply = await ask({ port: proxyPort, owner: name, path: '/api/join/screen', body: {} });
      const port = () => (reads === 'all' ? proxyPort : direct);
      const kind = { name, role: 'screen' as const, cookie: reply?.cookies.join('; ') ?? '', reads, port };
      const display = new Display({ port: proxyPort, history }, kind, chance.of(name));
      this.displays.push(display);
      const waiting = () =>
        console.presence?.screens.find(
          ({ pairingCode }) => pairingCode !== null && pairingCode === display.pairingCode,
        );
      if (!(await until(() => waiting() !== undefined, 10_000)))
        throw new Error(`${name} was never seen by the console`);
      await console.press({ type: 'screen.pair', screen: waiting()?.screen, name }, false);
    }
    const reply = await ask({ port: proxyPort, owner: 'observer', path: '/api/addresses' });
    const { hall } = JSON.parse(reply?.text ?? '{}') as { hall: string | null };
    this.hallPort = hall === null ? null : Number(new URL(hall).port);
    for (const name of ['phone-1', 'phone-2'])
      this.displays.push(
        new Display(
          { port: proxyPort, history },
          { name, role: 'phone', cookie: '', reads: 'all', port: () => this.hallPort },
          chance.of(name),
        ),
      );
  }

  /** Strikes when so much of the planned work is acknowledged, so that the faults are spread over it whatever the machine's speed. */
  private async strike(nemesis: Nemesis, isOver: () => boolean): Promise<void> {
    const { faults, size } = this.settings;
    const planned = size.entries * size.judges * size.opsPerSheet * 0.85;
    const order = this.chance.of('faults').shuffled(faults);
    for (const [at, fault] of order.entries()) {
      const due = (planned * (at + 0.5)) / order.length;
      await until(() => isOver() || this.history.acknowledged >= due, 900_000, 5);
      if (isOver()) return this.history.trouble(`the day was over before ${order.length - at} faults`);
      await nemesis.strike(fault);
    }
  }

  private async swap(port: number, judge: Judge): Promise<void> {
    const code = this.digits.get(judge.seat) ?? '';
    const former = judge.tablet;
    former.isAirplane = this.chance.is(0.3);
    former.isStubborn = this.chance.is(0.8);
    const cookie = await this.join(port, judge.seat, code, true);
    this.fenced.push({ owner: former.owner, at: nanos() });
    judge.swap(cookie);
    this.history.counters.add('seats taken over');
    former.isAirplane = false;
    // The former tablet does not know yet, or does not want to: it goes on scoring.
    for (let tries = 0; tries < 6; tries += 1) {
      const open = former.sheets?.sheets.find(({ isOpen }) => isOpen);
      if (open !== undefined)
        former.send({
          type: 'score.submit',
          entry: open.entry.id,
          baseVersion: open.version,
          marks: this.plan.anyMarks(this.chance),
          remark: '',
        });
      await sleep(200);
    }
    if (former.endedBy !== null) this.history.counters.add('former tablets fenced off');
    former.lose();
  }

  /** Somebody looks at the published pages and files at random times; every head that is told must hold. */
  private observe(console: Console): { stop: () => void } {
    let isOver = false;
    const chance = this.chance.of('observer');
    void (async () => {
      while (!isOver) {
        await sleep(chance.between(400, 1500));
        const reply = await console.get('/api/results.json', 3000);
        if (reply?.status !== 200) continue;
        const { journal } = JSON.parse(reply.text) as { journal: { seq: number; hash: string } };
        this.history.heads.push(journal);
        this.history.counters.add('heads told to observers');
        if (chance.is(0.15)) await this.backUp(console);
      }
    })();
    return { stop: () => (isOver = true) };
  }

  /** One more than the product makes by itself, at any moment. */
  private async backUp({ cookie }: Console): Promise<void> {
    const at = nanos();
    const port = this.proxyPort;
    const reply = await ask({ port, owner: 'observer', path: '/api/backups', cookie, body: {}, patienceMs: 10_000 });
    if (reply?.status !== 200) return;
    const { name, seq } = JSON.parse(reply.text) as { name: string; seq: number };
    this.history.backups.push({ name, seq, at });
  }

  private async end(server: Supervised, port: number, control: Control, consoles: readonly Console[]): Promise<void> {
    const { history } = this;
    const devices = [...this.judges.map(({ tablet }) => tablet), ...consoles];
    if (!(await until(() => devices.every(({ waiting }) => waiting === 0), this.settings.patienceMs)))
      history.trouble(
        `still waiting long after it was quiet: ${devices
          .filter(({ waiting }) => waiting > 0)
          .map(({ owner }) => owner)
          .join(', ')}`,
      );
    const quiet = nanos();
    const good = this.displays.filter(({ kind }) => kind.reads === 'all');
    const [console] = consoles;
    if (console === undefined) return;
    await until(() => consoles.every(({ desk }) => desk?.phase === 'ended'), 30_000);
    const before = await this.picture(port, console);
    const isSame = () =>
      good.every(({ kind, lastText }) => lastText === (kind.role === 'phone' ? before.phone : before.screen));
    const convergedMs = (await until(isSame, 20_000)) ? inMs(quiet) : null;
    const displays = good.map(({ kind, lastText }) => ({ name: kind.name, view: lastText }));
    control.moveClock(0);
    const stopped = nanos();
    const code = await server.end('SIGTERM');
    if (code !== 0 || inMs(stopped) > 5000)
      history.trouble(`the last SIGTERM ended with ${code} after ${inMs(stopped)} ms`);
    if (!(await server.start())) return history.trouble('the server did not start on the finished journal');
    await until(() => !console.isOnline, 2000);
    await until(() => console.isOnline && console.desk !== null, 20_000);
    const restarted = await this.picture(port, console);
    this.ending = { before, displays, restarted, convergedMs };
    if (convergedMs !== null) history.convergedMs.push(convergedMs);
    await server.end('SIGKILL');
    history.counters.add('kills');
  }

  private ending: Ending | null = null;

  /** What is seen from outside now, by devices that have just been loaded. */
  private async picture(port: number, console: Console): Promise<Picture> {
    const { chance, history } = this;
    const wall = this.displays.find(({ kind }) => kind.name === 'screen-1');
    const fresh = [
      ...(wall === undefined
        ? []
        : [new Display({ port, history: new History() }, { ...wall.kind, name: 'fresh screen' }, chance)]),
      new Display(
        { port, history: new History() },
        { name: 'fresh phone', role: 'phone', cookie: '', reads: 'all', port: () => this.hallPort },
        chance,
      ),
    ];
    const again = new Console(
      { port, history: new History() },
      'fresh console',
      { role: 'operator' },
      console.cookie,
      chance,
    );
    await until(() => again.viewText !== null && fresh.every(({ last }) => last !== null), 20_000);
    const reply = await console.get('/api/results.json');
    if (reply?.status === 200)
      history.heads.push((JSON.parse(reply.text) as { journal: { seq: number; hash: string } }).journal);
    const picture = {
      console: again.desk === null ? null : canonical(again.desk),
      screen: fresh.find(({ kind }) => kind.role === 'screen')?.lastText ?? null,
      phone: fresh.find(({ kind }) => kind.role === 'phone')?.lastText ?? null,
      results: reply?.status === 200 ? canonical({ ...(JSON.parse(reply.text) as object), exportedAt: 0 }) : null,
    };
    fresh.forEach((display) => display.close());
    again.close();
    return picture;
  }

  private check(data: string): readonly Row[] {
    const { history, findings, settings } = this;
    history.troubles.forEach((what) => findings.add('run', what));
    if (history.isOutOfTime)
      findings.add('time', `the day did not end within ${Math.round(settings.limitMs / 1000)} s`);
    let rows: readonly Row[] = [];
    try {
      const journal = readJournal(join(data, 'liangfen.db'));
      rows = journal.rows;
      findings.expect('I1', journal.integrity === 'ok', () => `SQLite finds the file damaged: ${journal.integrity}`);
    } catch (error) {
      findings.add('I1', `the journal could not be opened: ${String(error)}`);
    }
    checkOperations(history, rows, this.fenced, findings);
    const fold = checkProgramme(history, rows, findings);
    checkDisplays(history, rows, findings);
    if (this.ending !== null) checkEndings(this.ending, fold, findings);
    checkBackups(history, data, rows, findings);
    checkLimits(history, settings.memoryLimitMb, findings);
    history.counters.add('score operations in the journal', fold.scores);
    history.countCaught();
    return rows;
  }
}
