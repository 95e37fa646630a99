// A judge with a tablet: hands in, takes back, hands in again, as often as planned; now and then presses ahead without waiting,
// sends something twice, sends an edit that was made on an older version, or comes too late. Knows only what the tablet shows.
import type { Chance } from '../chance.ts';
import { sleep, until } from '../clock.ts';
import type { Op } from '../history/history.ts';
import type { Answer, JudgeView, Mark, SheetView } from '../wire/messages.ts';
import { Device, type Venue } from './device.ts';
import type { Plan } from './plan.ts';

export interface Manners {
  /** Pause between two operations of one judge; the lane takes 20 a second from a hand. */
  readonly everyMs: number;
  readonly again: number;
  readonly forged: number;
  readonly stale: number;
  readonly ahead: number;
  /** Share of edits that are thought over for a while first. */
  readonly slow: number;
}

export class Tablet extends Device {
  get sheets(): JudgeView | null {
    return this.view<JudgeView>();
  }
}

export class Judge {
  readonly seat: string;
  tablet: Tablet;
  /** Entries this judge has done with. */
  readonly done = new Set<string>();
  /** The entry for which this judge stays away until it is too late. */
  readonly late = new Set<string>();
  isGone = false;
  private readonly venue: Venue;
  private readonly plan: Plan;
  private readonly chance: Chance;
  private readonly manners: Manners;
  private readonly past: Op[] = [];
  private devices = 1;

  constructor(venue: Venue, plan: Plan, seat: string, cookie: string, chance: Chance, manners: Manners) {
    this.venue = venue;
    this.plan = plan;
    this.seat = seat;
    this.chance = chance;
    this.manners = manners;
    this.tablet = this.open(cookie);
  }

  /** Another tablet has taken the seat over; what the first one held stays on it. */
  swap(cookie: string): Tablet {
    const former = this.tablet;
    this.devices += 1;
    this.tablet = this.open(cookie);
    if (former.waiting > 0) this.venue.history.counters.add('swaps with something waiting');
    return former;
  }

  sheet(entry: string): SheetView | undefined {
    return this.tablet.sheets?.sheets.find((known) => known.entry.id === entry);
  }

  /** Works until the event is over. */
  async work(): Promise<void> {
    while (!this.isGone) {
      const open = this.plan.entryIds.find((entry) => this.sheet(entry)?.isOpen === true && !this.done.has(entry));
      const returned = this.tablet.sheets?.sheets.find(({ status, isOpen }) => status === 'returned' && isOpen);
      if (open !== undefined) await this.score(open);
      else if (returned !== undefined) await this.handIn(returned.entry.id, returned.version);
      await sleep(this.manners.everyMs);
    }
  }

  private open(cookie: string): Tablet {
    const owner = this.devices === 1 ? this.seat : `${this.seat}-device-${this.devices}`;
    return new Tablet(
      this.venue,
      owner,
      { role: 'judge', seat: this.seat },
      cookie,
      this.chance.of(`tablet ${this.devices}`),
    );
  }

  private async score(entry: string): Promise<void> {
    if (this.late.has(entry)) return this.comeLate(entry);
    let version = this.sheet(entry)?.version ?? 0;
    for (let left = this.plan.opsPerSheet; left > 0 && !this.isGone;) {
      if (left >= 3 && this.chance.is(this.manners.ahead)) {
        const ops = [this.submit(entry, version), this.takeBack(entry, version + 1), this.submit(entry, version + 1)];
        const answers = await Promise.all(ops.map((op) => op.settled));
        if (!answers.every((answer) => answer?.ok === true)) {
          if (!(await this.look(entry))) return this.finish(entry);
          version = this.sheet(entry)?.version ?? version;
          left -= 2;
        } else {
          version += 2;
          left -= 3;
          if (left > 0) {
            await sleep(this.manners.everyMs);
            await this.takeBack(entry, version).settled;
            left -= 1;
          }
        }
        await sleep(this.manners.everyMs * 3);
        continue;
      }
      const answer = await this.handIn(entry, version, left === 1);
      left -= 1;
      if (answer?.ok !== true || answer.isHeld) {
        if (!(await this.look(entry))) return this.finish(entry);
        version = this.sheet(entry)?.version ?? version;
        if (answer?.ok !== true) left += 1;
        continue;
      }
      version += 1;
      if (left === 0) break;
      await sleep(this.manners.everyMs);
      const back = await this.takeBack(entry, version).settled;
      left -= 1;
      if (back?.ok !== true) {
        if (!(await this.look(entry))) return this.finish(entry);
        version = this.sheet(entry)?.version ?? version;
      } else if (version > 1 && this.chance.is(this.manners.stale)) {
        await this.submit(entry, version - 1).settled;
        this.venue.history.counters.add('edits of an older version sent');
      }
      await sleep(this.chance.is(this.manners.slow) ? this.chance.between(200, 900) : this.manners.everyMs);
    }
    this.finish(entry);
  }

  private finish(entry: string): void {
    this.done.add(entry);
  }

  /** After an answer that was not expected: what does the tablet show now? @returns whether the sheet can be filled in. */
  private async look(entry: string): Promise<boolean> {
    await sleep(150);
    await until(() => this.isGone || (this.tablet.isOnline && this.sheet(entry) !== undefined), 20_000, 30);
    await sleep(60);
    return !this.isGone && this.sheet(entry)?.isOpen === true;
  }

  /** The tablet is offline when the judge presses; it comes back when the entry is closed. */
  private async comeLate(entry: string): Promise<void> {
    const version = this.sheet(entry)?.version ?? 0;
    this.tablet.isAirplane = true;
    const op = this.submit(entry, version, true);
    this.done.add(entry);
    await until(() => this.isGone || !this.late.has(entry), 600_000, 30);
    this.tablet.isAirplane = false;
    const answer = await op.settled;
    if (answer?.ok === true && answer.isHeld) this.venue.history.counters.add('late scores held');
  }

  private async handIn(entry: string, version: number, isLast = true): Promise<Answer | null> {
    const op = this.submit(entry, version, isLast);
    const answer = await op.settled;
    if (answer?.ok !== true) return answer;
    this.past.push(op);
    const earlier = this.chance.is(0.5) ? op : this.chance.pick(this.past);
    if (this.chance.is(this.manners.again)) this.tablet.sendAgain(earlier);
    if (this.chance.is(this.manners.forged))
      this.tablet.forge(earlier, { ...earlier.command, marks: this.plan.anyMarks(this.chance), remark: 'other' });
    return answer;
  }

  private submit(entry: string, baseVersion: number, isLast = false): Op {
    const marks: readonly Mark[] = isLast ? this.plan.lastMarks(entry, this.seat) : this.plan.anyMarks(this.chance);
    return this.tablet.send({ type: 'score.submit', entry, baseVersion, marks, remark: '' });
  }

  private takeBack(entry: string, version: number): Op {
    return this.tablet.send({ type: 'score.take-back', entry, version });
  }
}
