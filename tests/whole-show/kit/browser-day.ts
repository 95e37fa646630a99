// A whole day in browsers, played from what the pages show: the console's next action, the tablets' sheets, the wall.
import { expect } from '@playwright/test';
import { rankingOf, scoreOf, totalOf, type Line, type Marks } from './calculator.ts';
import type { ConsolePage } from './console-page.ts';
import { laneOf } from './hall.ts';
import type { Recording } from './recording.ts';
import type { TabletPage } from './tablet-page.ts';

export interface BrowserDayParts {
  readonly desk: ConsolePage;
  readonly tablets: readonly TabletPage[];
  readonly recording: Recording;
  /** The sheets of the entry with a running number. */
  readonly planned: ReadonlyMap<number, readonly Marks[]>;
  /** Called when an action has been done; for what a test wants to see at each phase. */
  readonly afterEach?: (kind: string, running: number) => Promise<void>;
  /** The tie's window, decided with the first entry of the list first. */
  readonly decideTie?: (desk: ConsolePage) => Promise<readonly number[]>;
}

export class BrowserDay {
  private readonly parts: BrowserDayParts;
  /** Running number of the entry that was introduced last, and of those that wait for scores or for their reveal. */
  private introduced = 0;
  private readonly open: number[] = [];
  private readonly closed: number[] = [];
  private readonly scored = new Set<number>();
  private decision: readonly number[] = [];

  constructor(parts: BrowserDayParts) {
    this.parts = parts;
  }

  private sheets(running: number): readonly Marks[] {
    return this.parts.planned.get(running) ?? [];
  }

  private numbersOf(running: number): readonly string[] {
    const sheets = this.sheets(running);
    return [scoreOf({ sheets, deductions: [] }), ...sheets.map(totalOf)];
  }

  /** By running number. */
  ranking(): readonly Line[] {
    return rankingOf(
      [...this.scored].map((running) => ({ entry: String(running), sheets: this.sheets(running), deductions: [] })),
      3,
      this.decision.map(String),
    );
  }

  /** Every tablet whose sheet is open, side by side. */
  async collect(): Promise<void> {
    const { tablets, recording } = this.parts;
    for (const running of this.open.filter((known) => !this.scored.has(known))) {
      this.scored.add(running);
      await Promise.all(
        tablets.map(async (tablet) => {
          const marks = this.sheets(running)[tablet.number - 1];
          if (marks === undefined) throw new Error(`no marks for judge ${tablet.number}, no. ${running}`);
          recording.tell(laneOf(tablet.number), totalOf(marks));
          recording.hide(`judge ${tablet.number}, no. ${running}`, totalOf(marks));
          await tablet.score(running, marks);
        }),
      );
      await this.parts.afterEach?.('scored', running);
    }
  }

  /** @returns whether the day goes on. */
  async step(): Promise<boolean> {
    const { desk, recording } = this.parts;
    const kind = await desk.next();
    switch (kind) {
      case 'nothing':
        return false;
      case 'remind':
        // One behind: the next entry comes on while the judges are still scoring.
        if ((await desk.alternative()) === 'introduce') {
          await desk.pressAlternative();
          this.introduced += 1;
          await this.parts.afterEach?.('introduce', this.introduced);
        } else {
          await this.collect();
          await expect(desk.page.locator('[data-next]')).not.toHaveAttribute('data-next', 'remind');
        }
        return true;
      case 'decide-tie':
        this.decision = (await this.parts.decideTie?.(desk)) ?? [];
        return true;
      case 'introduce':
        this.introduced += 1;
        break;
      case 'finish-presentation':
        await this.collect();
        this.open.push(this.introduced);
        break;
      case 'close-scoring': {
        const running = this.open.shift() ?? 0;
        this.closed.push(running);
        recording.hide(`the result of no. ${running}`, ...this.numbersOf(running));
        recording.tell('operator', ...this.numbersOf(running));
        break;
      }
      case 'reveal':
        recording.reveal(...this.numbersOf(this.closed.shift() ?? 0));
        break;
      default:
        break;
    }
    await desk.pressNext();
    await this.parts.afterEach?.(kind, this.introduced);
    return true;
  }

  async play(): Promise<void> {
    for (let steps = 0; await this.step(); steps += 1) if (steps > 1000) throw new Error('the day does not end');
  }
}
