// What happens to the server and to the devices, one at a time: each fault is done with when the server answers again.
import type { Chance } from '../chance.ts';
import { inMs, nanos, sleep, until } from '../clock.ts';
import type { History } from '../history/history.ts';
import type { Supervised } from '../product/supervised.ts';
import type { FaultProxy } from '../proxy/fault-proxy.ts';
import { EIO, ENOSPC, type Control } from '../shim/control.ts';
import type { Judge } from '../workload/judge.ts';
import type { Network } from './network.ts';

export type Fault =
  | 'kill'
  | 'kill-aimed'
  | 'kill-at-start'
  | 'kill-twice'
  | 'term'
  | 'pause'
  | 'clock'
  | 'clock-and-kill'
  | 'full-disk'
  | 'failing-write'
  | 'failing-flush'
  | 'slow-disk'
  | 'storm'
  | 'swap'
  | 'reload';

export interface Stage {
  readonly server: Supervised;
  readonly proxy: FaultProxy;
  readonly network: Network;
  readonly control: Control;
  readonly history: History;
  readonly judges: readonly Judge[];
  /** Another tablet joins the seat. */
  readonly swap: (judge: Judge) => Promise<void>;
}

const hour = 3_600_000;
const patienceMs = 20_000;

export class Nemesis {
  private readonly stage: Stage;
  private readonly chance: Chance;

  constructor(stage: Stage, chance: Chance) {
    this.stage = stage;
    this.chance = chance;
  }

  /** @returns when the server is up again. */
  async strike(fault: Fault): Promise<void> {
    const { history, server } = this.stage;
    if (!(await until(() => server.isUp, patienceMs)))
      return history.trouble(`the server did not come back before ${fault}`);
    history.tell(`fault ${fault}`);
    history.counters.add(`fault ${fault}`);
    await this.act(fault);
    if (!(await until(() => server.isUp, patienceMs))) history.trouble(`the server did not come back after ${fault}`);
  }

  private async act(fault: Fault): Promise<void> {
    const { server, control, proxy, history, judges } = this.stage;
    switch (fault) {
      case 'kill':
        return this.kill();
      case 'kill-aimed':
        await this.aim();
        return this.kill();
      case 'kill-at-start':
        await this.kill(false);
        for (let times = this.chance.between(1, 2); times > 0; times -= 1) {
          const started = server.launch();
          await sleep(this.chance.between(20, 450));
          if (!started.hasEnded) history.counters.add('kills during start');
          history.counters.add('kills');
          await server.end('SIGKILL');
        }
        return this.up();
      case 'kill-twice':
        await this.kill();
        await sleep(this.chance.between(0, 120));
        return this.kill();
      case 'term': {
        const [begun, waiting] = [nanos(), judges.some(({ tablet }) => tablet.waiting > 0)];
        const code = await server.end('SIGTERM');
        if (waiting) history.counters.add('ends with something waiting');
        if (code !== 0) history.trouble(`SIGTERM ended with ${code}`);
        if (inMs(begun) > 5000) history.trouble(`SIGTERM took ${inMs(begun)} ms`);
        return this.up();
      }
      case 'pause':
        server.current?.signal('SIGSTOP');
        await sleep(this.chance.pick([300, 1000, 1000, 6000]));
        server.current?.signal('SIGCONT');
        return;
      case 'clock':
        return this.moveClock();
      case 'clock-and-kill':
        this.moveClock();
        await sleep(this.chance.between(0, 100));
        return this.kill();
      case 'full-disk': {
        const before = control.get('failures');
        control.set('isFull', 1);
        await sleep(this.chance.between(400, 1800));
        control.set('isFull', 0);
        history.counters.add('writes refused by a full disk', control.get('failures') - before);
        return;
      }
      case 'failing-write':
        return this.failing('failWriteIn', 'writeErrno', this.chance.pick([ENOSPC, EIO]));
      case 'failing-flush':
        return this.failing('failSyncIn', 'syncErrno', EIO);
      case 'slow-disk':
        control.set('syncDelayUs', this.chance.pick([5_000, 20_000, 60_000]));
        await sleep(this.chance.between(300, 900));
        if (this.chance.is(0.5)) {
          await this.aim();
          await this.kill();
        }
        control.set('syncDelayUs', 0);
        return;
      case 'storm':
        proxy.isShut = true;
        proxy.cutAll('reset');
        await sleep(this.chance.between(100, 600));
        proxy.isShut = false;
        return;
      case 'swap':
        // Whoever is meant to come too late keeps the tablet: what it holds is needed for that.
        return this.stage.swap(this.chance.pick(judges.filter(({ late }) => late.size === 0)));
      case 'reload':
        return this.reload();
    }
  }

  /** Without network first, until something waits; then the page is loaded anew, and the network comes back. */
  private async reload(): Promise<void> {
    const tablets = this.chance.shuffled(this.stage.judges.filter(({ late }) => late.size === 0)).slice(0, 3);
    tablets.forEach(({ tablet }) => (tablet.isAirplane = true));
    await until(() => tablets.some(({ tablet }) => tablet.waiting > 0), 2000);
    tablets.forEach(({ tablet }) => {
      tablet.reload();
      tablet.isAirplane = false;
    });
  }

  private moveClock(): void {
    this.stage.control.moveClock(this.chance.pick([-24 * hour, -hour, hour, 24 * hour, 0]));
  }

  /** Waits for a command to pass by, and a moment more: between the write and the answer. */
  private async aim(): Promise<void> {
    const { network } = this.stage;
    const passed = new Promise<void>((resolve) => (network.watcher = () => resolve()));
    await Promise.race([passed, sleep(1500)]);
    network.watcher = null;
    const wait = this.chance.real() * 6;
    const begun = nanos();
    while (inMs(begun) < wait) await new Promise(setImmediate);
  }

  /** Whatever is not answered when it dies, and stands in the journal when it is up again, was caught between commit and answer. */
  private async kill(andUp = true): Promise<void> {
    const { server, history } = this.stage;
    await server.end('SIGKILL');
    history.counters.add('kills');
    if (andUp) await this.up();
  }

  private async up(): Promise<void> {
    if (!(await this.stage.server.start()))
      this.stage.history.trouble(`the server did not start: ${this.stage.server.current?.complaints.slice(-400)}`);
  }

  private async failing(
    after: 'failWriteIn' | 'failSyncIn',
    errno: 'writeErrno' | 'syncErrno',
    code: number,
  ): Promise<void> {
    const { server, control, history } = this.stage;
    const before = control.get('failures');
    server.mayEnd = true;
    control.set(errno, code);
    control.set(after, after === 'failWriteIn' ? this.chance.between(1, 40) : this.chance.between(1, 6));
    await until(() => control.get('failures') > before, 3000);
    control.set(after, 0);
    if (control.get('failures') > before)
      history.counters.add(`${after === 'failWriteIn' ? 'writes' : 'flushes'} failed`);
    await sleep(300);
    await until(() => server.isUp, patienceMs);
    server.mayEnd = false;
  }
}
