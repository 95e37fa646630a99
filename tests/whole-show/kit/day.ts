// Plays a day the way an operator does: looks at the console's next action and does it, while judges hand in their sheets
// in any order. What a test wants to happen besides is told per entry; what was given is kept for the second calculator.
import type { Command } from '#domain/commands.ts';
import type { EntryId } from '#domain/ids.ts';
import type { NextAction } from '#domain/next-action.ts';
import { until } from '#tests/kit/server.ts';
import { rankingOf, scoreOf, totalOf, type Line, type Marks } from './calculator.ts';
import { chance, shuffled } from './chance.ts';
import { laneOf, type Hall } from './hall.ts';
import type { Recording } from './recording.ts';

type Act = (day: Day, entry: EntryId) => Promise<void>;

/** What happens besides, each once, at the first moment of its kind. */
export interface Incidents {
  /** Instead of all judges handing in. */
  readonly scoring?: Act;
  /** All is in; the operator is about to close. */
  readonly beforeClosing?: Act;
  readonly beforeReveal?: Act;
  readonly afterReveal?: Act;
  /** A score waits for a decision. */
  readonly held?: Act;
  /** Before it is called to the stage. */
  readonly beforeCall?: Act;
}

export class Day {
  readonly hall: Hall;
  readonly recording: Recording;
  /** Entry → judge's number → the sheet that counts. */
  readonly given = new Map<EntryId, Map<number, Marks>>();
  readonly deductions = new Map<EntryId, string[]>();
  readonly removed = new Set<EntryId>();
  decision: readonly EntryId[] = [];
  readonly next: (below: number) => number;
  private readonly planned: ReadonlyMap<EntryId, readonly Marks[]>;
  private readonly incidents: ReadonlyMap<EntryId, Incidents>;
  private readonly happened = new Set<string>();
  private readonly afterEachStep: (step: string) => Promise<void>;

  constructor(
    hall: Hall,
    recording: Recording,
    planned: ReadonlyMap<EntryId, readonly Marks[]>,
    options: {
      readonly seed: number;
      readonly incidents?: ReadonlyMap<EntryId, Incidents>;
      readonly afterEachStep?: (step: string) => Promise<void>;
    },
  ) {
    this.hall = hall;
    this.recording = recording;
    this.planned = planned;
    this.next = chance(options.seed);
    this.incidents = options.incidents ?? new Map<EntryId, Incidents>();
    this.afterEachStep = options.afterEachStep ?? (async () => {});
  }

  plannedMarks(entry: EntryId, judge: number): Marks {
    const marks = this.planned.get(entry)?.[judge - 1];
    if (marks === undefined) throw new Error(`no marks were planned for judge ${judge}, ${entry}`);
    return marks;
  }

  /** Hands in and, unless it is held, counts it from now on. */
  async submit(judge: number, entry: EntryId, marks = this.plannedMarks(entry, judge)): Promise<{ isHeld: boolean }> {
    const about = `judge ${judge}, ${entry}`;
    this.recording.tell(laneOf(judge), ...marks, totalOf(marks));
    this.recording.hide(about, ...marks, totalOf(marks));
    const { isHeld } = await this.hall.submit(judge, entry, marks);
    if (!isHeld) this.count(judge, entry, marks);
    return { isHeld };
  }

  count(judge: number, entry: EntryId, marks: Marks): void {
    this.given.set(entry, (this.given.get(entry) ?? new Map<number, Marks>()).set(judge, marks));
  }

  /** The judge's sheet counts no longer. */
  discount(judge: number, entry: EntryId): void {
    this.given.get(entry)?.delete(judge);
  }

  /** All who can, in any order and side by side. */
  async collect(entry: EntryId): Promise<void> {
    const sheets = this.hall.operator.view.entries.find((known) => known.card.id === entry)?.sheets ?? [];
    const outstanding = this.hall.judges.filter(({ seat }) =>
      sheets.some((known) => known.seat === seat && ['not-scored', 'taken-back', 'returned'].includes(known.status)),
    );
    await Promise.all(
      shuffled(outstanding, this.next).map(async ({ number }) => {
        await until(`judge ${number} can score ${entry}`, () => this.hall.sheet(number, entry)?.isOpen === true);
        await this.submit(number, entry);
      }),
    );
    await this.seeAllIn(entry);
  }

  async seeAllIn(entry: EntryId): Promise<void> {
    const desk = () => this.hall.operator.view.entries.find((known) => known.card.id === entry);
    await until(`all sheets of ${entry} are in`, () => desk()?.isAllIn === true);
    await this.afterEachStep(`sheets ${entry}`);
  }

  /** What the second calculator says about the sheets that count. */
  ranking(): readonly Line[] {
    const scored = [...this.given]
      .filter(([entry, sheets]) => !this.removed.has(entry) && sheets.size > 0)
      .map(([entry, sheets]) => ({
        entry,
        sheets: [...sheets].sort(([a], [b]) => a - b).map(([, marks]) => marks),
        deductions: this.deductions.get(entry) ?? [],
      }));
    return rankingOf(scored, 3, this.decision);
  }

  /** Everything that becomes known with a result. */
  numbersOf(entry: EntryId): readonly string[] {
    const sheets = [...(this.given.get(entry)?.values() ?? [])];
    const deductions = this.deductions.get(entry) ?? [];
    return [scoreOf({ sheets, deductions }), scoreOf({ sheets, deductions: [] }), ...sheets.map(totalOf)];
  }

  /** The sheets of this entry are locked: the console may show them, nobody else. */
  discloseToDesk(entry: EntryId): void {
    const sheets = [...(this.given.get(entry)?.values() ?? [])];
    this.recording.hide(`the result of ${entry}`, ...this.numbersOf(entry));
    this.recording.tell('operator', ...this.numbersOf(entry), ...sheets.flat());
  }

  /** The operator shows whatever can be shown: no scene may give away what is about to be revealed. */
  async tour(): Promise<void> {
    for (const scene of this.hall.operator.view.sceneBank) await this.hall.run({ type: 'scene.show', scene });
  }

  /** Incidents that never had their moment: a story that was not told proves nothing. */
  get missed(): readonly string[] {
    return [...this.incidents]
      .flatMap(([entry, acts]) => Object.keys(acts).map((kind) => `${kind} ${entry}`))
      .filter((known) => !this.happened.has(known));
  }

  private async once(kind: keyof Incidents, entry: EntryId | null): Promise<boolean> {
    const act = entry === null ? undefined : this.incidents.get(entry)?.[kind];
    if (act === undefined || entry === null || this.happened.has(`${kind} ${entry}`)) return false;
    this.happened.add(`${kind} ${entry}`);
    await act(this, entry);
    return true;
  }

  /** @returns whether the day goes on. */
  async step(): Promise<boolean> {
    const { next, alternative } = this.hall.operator.view;
    const { entry } = next;
    switch (next.kind) {
      case 'nothing':
        return false;
      case 'introduce':
        if (await this.once('beforeCall', entry)) return true;
        break;
      case 'remind': {
        // Half of the time the operator goes on, so that two entries are open at once.
        if (alternative !== null && this.next(2) === 0)
          return (await this.once('beforeCall', alternative.entry)) || this.press(alternative);
        if (entry !== null && !(await this.once('scoring', entry))) await this.collect(entry);
        return true;
      }
      case 'close-scoring': {
        if (await this.once('beforeClosing', entry)) return true;
        if (entry !== null) this.discloseToDesk(entry);
        break;
      }
      case 'decide-held':
        if (!(await this.once('held', entry))) throw new Error(`nobody decides on the held score of ${entry}`);
        return true;
      case 'reveal': {
        if (await this.once('beforeReveal', entry)) return true;
        await this.tour();
        if (entry !== null) this.recording.reveal(...this.numbersOf(entry));
        await this.press(next);
        await this.once('afterReveal', entry);
        return true;
      }
      case 'decide-tie': {
        this.decision = shuffled(next.entries, this.next);
        await this.hall.run({
          type: 'tie.decide',
          order: [...this.decision],
          decidedBy: '示例评委 1',
          reason: '评委会合议',
        });
        await this.afterEachStep('decide-tie');
        return true;
      }
      case 'check-rules':
        await this.run({ type: 'rules.confirm' });
        return true;
      default:
        break;
    }
    return this.press(next);
  }

  async play(): Promise<void> {
    for (let steps = 0; await this.step(); steps += 1) if (steps > 1000) throw new Error('the day does not end');
  }

  async run(...commands: readonly Command[]): Promise<void> {
    for (const command of commands) {
      await this.hall.run(command);
      await this.afterEachStep(command.type);
    }
  }

  private async press({ commands, kind, entry }: NextAction): Promise<boolean> {
    if (commands.length === 0) throw new Error(`${kind} (${entry}) has no command to send`);
    await this.run(...commands);
    return true;
  }
}
