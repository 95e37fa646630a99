// The run of show: the operators take every entry through its day, often with both consoles pressing at the same moment, mark
// absent who stays away, decide on what came late, return a sheet, take points off, show scenes, publish, end.
import type { Chance } from '../chance.ts';
import { sleep, until } from '../clock.ts';
import type { History } from '../history/history.ts';
import type { Answer, Command, EntryDesk, OperatorView } from '../wire/messages.ts';
import type { Console } from './console.ts';
import type { Judge } from './judge.ts';
import type { Plan } from './plan.ts';

const pressedAgainMs = 30;

export interface ShowSettings {
  /** Share of presses that both consoles make at once. */
  readonly races: number;
  /** How long something that must come is waited for. */
  readonly patienceMs: number;
}

export class Show {
  /** Presses that are always right; the race is on when both consoles make them. */
  private readonly consoles: readonly [Console, Console];
  private readonly plan: Plan;
  private readonly judges: readonly Judge[];
  private readonly chance: Chance;
  private readonly history: History;
  private readonly settings: ShowSettings;
  isGone = false;

  constructor(
    consoles: readonly [Console, Console],
    plan: Plan,
    judges: readonly Judge[],
    chance: Chance,
    history: History,
    settings: ShowSettings,
  ) {
    this.consoles = consoles;
    this.plan = plan;
    this.judges = judges;
    this.chance = chance;
    this.history = history;
    this.settings = settings;
  }

  async begin(): Promise<void> {
    await this.tell({ type: 'event.define', definition: this.plan.definition }, true);
    await this.tell({ type: 'rules.confirm' });
    await this.tell({ type: 'event.start' });
  }

  async play(): Promise<void> {
    for (const entry of this.plan.entryIds) await this.playEntry(entry);
    await this.reach(
      'published',
      (view) => view.isPublished,
      () => ({ type: 'result.publish', show: { kind: 'final' } }),
    );
    await this.reach(
      'ended',
      (view) => view.phase === 'ended',
      () => ({ type: 'event.end' }),
    );
  }

  /** Large pictures on the wall again and again: what a display does not read has to stay somewhere, or not. */
  async flood(times: number): Promise<void> {
    for (let turn = 0; turn < times && !this.isGone; turn += 1) {
      // The first two entries have pictures.
      await this.tell({ type: 'scene.show', scene: { kind: 'entry-card', entry: this.plan.entryIds[turn % 2] } });
      await sleep(16);
    }
  }

  private async playEntry(entry: string): Promise<void> {
    const { chance, history } = this;
    const desk = (view: OperatorView) => this.desk(view, entry);
    const is = (check: (life: EntryDesk) => boolean) => (view: OperatorView) => {
      const life = desk(view);
      return life !== undefined && check(life);
    };
    const lateJudge = this.judges.length > 6 && chance.is(0.35) ? chance.pick(this.judges) : null;
    lateJudge?.late.add(entry);
    await this.reach(
      `${entry} is called`,
      is((life) => life.isOnStage),
      () => ({ type: 'stage.call', entry }),
    );
    await this.reach(
      `${entry} is open`,
      is(({ scoring }) => scoring !== 'not-opened'),
      () => ({
        type: 'scoring.open',
        entries: [entry],
        show: { kind: 'progress', entry },
      }),
    );
    // Now and then the operator closes as soon as all is in, although somebody is about to take a sheet back.
    const isHasty = chance.is(0.15);
    await until(
      () => this.isGone || this.judges.every((judge) => judge.done.has(entry)) || (isHasty && this.isAllIn(entry)),
      300_000,
      15,
    );
    if (lateJudge !== null) {
      const isSettled = is(({ sheets }) =>
        sheets.some(({ seat, status }) => seat === lateJudge.seat && status === 'absent'),
      );
      await this.reach('the late one is absent', isSettled, () => ({
        type: 'sheet.mark-absent',
        seat: lateJudge.seat,
        entries: [entry],
        reason: '示例原因',
      }));
    }
    await this.reach(
      `${entry} is closed`,
      is(({ scoring }) => scoring === 'closed'),
      () => ({
        type: 'scoring.close',
        entry,
        show: { kind: 'score', entry },
      }),
    );
    if (lateJudge !== null) await this.decideLate(entry, lateJudge);
    const stayed = this.judges.filter((judge) => judge !== lateJudge);
    if (chance.is(0.15)) await this.returnSheet(entry, chance.pick(stayed).seat);
    if (chance.is(0.2)) {
      await this.tell({ type: 'deduction.add', entry, points: chance.pick(['0.5', '1', '0.25']), reason: '示例扣分' });
      history.counters.add('deductions');
    }
    if (chance.is(0.5))
      await this.tell({ type: 'scene.show', scene: { kind: chance.pick(['pause', 'black', 'idle']) } });
    await this.reach(
      `${entry} is revealed`,
      is(({ result }) => result === 'revealed'),
      (view) =>
        this.plan.isChecked && desk(view)?.result === 'none'
          ? { type: 'result.check', entry }
          : { type: 'result.reveal', entry, show: { kind: 'score', entry } },
    );
    const isOnWall = (view: OperatorView) => view.program.scene.kind === 'ranking';
    await this.reach('the ranking is on the wall', isOnWall, () => ({
      type: 'scene.show',
      scene: { kind: 'ranking', page: 0 },
    }));
  }

  private async decideLate(entry: string, judge: Judge): Promise<void> {
    judge.late.delete(entry);
    const held = () =>
      this.view() && this.desk(this.view() as OperatorView, entry)?.held.find(({ seat }) => seat === judge.seat);
    if (!(await until(() => this.isGone || Boolean(held()), this.settings.patienceMs, 20)))
      return this.history.trouble(`${entry}: the late score never came`);
    const type = this.chance.is(0.6) ? 'held.admit' : 'held.dismiss';
    await this.tell({ type, entry, seat: judge.seat, reason: '示例原因' });
    this.history.counters.add(type === 'held.admit' ? 'late scores admitted' : 'late scores dismissed');
  }

  private async returnSheet(entry: string, seat: string): Promise<void> {
    const answer = await this.tell({ type: 'sheet.return', entry, seat, reason: '示例原因' });
    if (answer?.ok !== true) return;
    this.history.counters.add('sheets returned');
    const isIn = () => {
      const view = this.view();
      const console = this.consoles.find(({ seq }) => seq >= answer.seq);
      return console !== undefined && view !== null && this.desk(view, entry)?.isAllIn === true;
    };
    if (!(await until(() => this.isGone || isIn(), this.settings.patienceMs, 20)))
      this.history.trouble(`${entry}: the returned sheet of ${seat} never came back`);
  }

  private desk = (view: OperatorView, entry: string): EntryDesk | undefined =>
    view.entries.find(({ card }) => card.id === entry);

  private isAllIn(entry: string): boolean {
    const view = this.view();
    return view !== null && this.desk(view, entry)?.isAllIn === true;
  }

  /** What the console that is further ahead shows. */
  private view(): OperatorView | null {
    const [one, two] = this.consoles;
    return (one.seq >= two.seq ? one : two).desk;
  }

  /** Presses until the programme is where it should be; a press that came second does nothing and is looked at again. */
  private async reach(
    what: string,
    isThere: (view: OperatorView) => boolean,
    make: (view: OperatorView) => Command,
  ): Promise<void> {
    for (let tries = 0; !this.isGone; tries += 1) {
      if (tries === 400) return this.history.trouble(`never reached: ${what}`);
      const view = this.view();
      if (view === null) await sleep(pressedAgainMs);
      else if (isThere(view)) return;
      else await this.pressFor(view, make(view));
    }
  }

  private async pressFor(view: OperatorView, command: Command): Promise<void> {
    const { history } = this;
    const hasBasis = !['sheet.mark-absent', 'result.check', 'event.end'].includes(command.type);
    const full = hasBasis ? { ...command, basis: view.programmeVersion } : command;
    const isRace = this.chance.is(this.settings.races);
    const pressing = isRace ? this.consoles : [this.chance.pick(this.consoles)];
    const answers = await Promise.all(pressing.map((console) => console.press(full, this.chance.is(0.3))));
    const won = answers.filter((answer) => answer?.ok === true).length;
    if (isRace && hasBasis && won === 1) history.counters.add('races of two consoles');
    const seq = Math.max(0, ...answers.map((answer) => (answer?.ok === true ? answer.seq : 0)));
    if (seq === 0) await sleep(pressedAgainMs);
    await until(() => this.isGone || this.consoles.some((console) => console.seq >= seq), 20_000, 5);
  }

  /** One command, until it is answered. */
  private async tell(command: Command, overHttp = this.chance.is(0.3)): Promise<Answer | null> {
    if (this.isGone) return null;
    const answer = await this.chance.pick(this.consoles).press(command, overHttp);
    if (answer?.ok === false) this.history.tell(`refused ${command.type} ${answer.code}`);
    return answer;
  }
}
