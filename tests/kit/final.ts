// A final without a server: commands in, facts and state out, exactly as the server runs it. Time is counted, chance fixed.
import type { Command } from '#domain/commands.ts';
import { decide } from '#domain/decide.ts';
import { evolve } from '#domain/evolve.ts';
import type { Fact, Recorded } from '#domain/facts.ts';
import type { EventDefinition } from '#domain/definition.ts';
import type { Millis, OpId } from '#domain/ids.ts';
import { isRefusal, type RefusalCode } from '#domain/refusals.ts';
import type { Seat } from '#domain/seat.ts';
import { emptyState, type EntryLife, type FinalState } from '#domain/state.ts';
import { criterionId, decimal, entryId, seatId } from './example-event.ts';

export const operator: Seat = { role: 'operator' };
export const judge = (number: number): Seat => ({ role: 'judge', seat: seatId(number) });

export class Final {
  state: FinalState = emptyState;
  readonly journal: Recorded[] = [];
  /** What was asked and answered, for the message of a failing law. */
  readonly story: string[] = [];
  private clock = 1_000_000;
  private operations = 0;

  /** The refusal's code, or null when the command was obeyed. */
  ask(seat: Seat, command: Command): RefusalCode | null {
    const opId = (this.operations += 1).toString(16).padStart(32, '0') as OpId;
    const at = (this.clock += 1000) as Millis;
    const decided = decide(this.state, seat, command, { at, opId, device: 'test device', entropy: 'ab'.repeat(64) });
    const who = seat.role === 'judge' ? seat.seat : seat.role;
    this.story.push(
      `${who} ${JSON.stringify(command).slice(0, 240)} → ${isRefusal(decided) ? decided.refused : 'done'}`,
    );
    if (isRefusal(decided)) return decided.refused;
    for (const fact of decided) {
      const recorded: Recorded = { seq: this.journal.length + 1, at, by: seat, device: 'test device', opId, fact };
      this.journal.push(recorded);
      this.state = evolve(this.state, recorded);
    }
    return null;
  }

  /** @throws when the command is refused: the test's own story must hold. */
  tell(seat: Seat, ...commands: readonly Command[]): this {
    for (const command of commands) {
      const refused = this.ask(seat, command);
      if (refused !== null) throw new Error(`${command.type} was refused: ${refused}\n${this.told()}`);
    }
    return this;
  }

  /** The operator's commands. */
  run(...commands: readonly Command[]): this {
    return this.tell(operator, ...commands);
  }

  /** A judge gives the same mark for every item. */
  score(judgeNumber: number, entryNumber: number, mark: string): RefusalCode | null {
    const entry = entryId(entryNumber);
    const sheet = this.state.entries.get(entry)?.sheets.get(seatId(judgeNumber));
    return this.ask(judge(judgeNumber), {
      type: 'score.submit',
      entry,
      baseVersion: sheet?.versions.length ?? 0,
      marks: (this.state.definition?.criteria ?? []).map(({ id }) => ({ criterion: id, mark: decimal(mark) })),
      remark: '',
    });
  }

  /** Calls an entry, opens its scoring and takes one mark per judge; null leaves that judge out. */
  play(entryNumber: number, marks: readonly (string | null)[]): this {
    const entry = entryId(entryNumber);
    this.run({ type: 'stage.call', entry }, { type: 'scoring.open', entries: [entry] });
    marks.forEach((mark, index) => {
      if (mark === null) return;
      const refused = this.score(index + 1, entryNumber, mark);
      if (refused !== null) throw new Error(`judge ${index + 1} was refused: ${refused}`);
    });
    return this;
  }

  /** The same with scoring closed. */
  finish(entryNumber: number, marks: readonly (string | null)[]): this {
    return this.play(entryNumber, marks).run({ type: 'scoring.close', entry: entryId(entryNumber) });
  }

  /** The same moment again, to try something without consequences. */
  fork(): Final {
    const copy = new Final();
    copy.state = this.state;
    copy.journal.push(...this.journal);
    copy.story.push(...this.story);
    copy.clock = this.clock;
    copy.operations = this.operations;
    return copy;
  }

  life(entryNumber: number): EntryLife {
    const life = this.state.entries.get(entryId(entryNumber));
    if (life === undefined) throw new Error(`there is no entry ${entryNumber}`);
    return life;
  }

  /** The facts of the newest operation. */
  newest(): readonly Fact[] {
    const opId = this.journal.at(-1)?.opId;
    return this.journal.filter((recorded) => recorded.opId === opId).map(({ fact }) => fact);
  }

  /** The story so far, for people. */
  told = (): string => `the story:\n${this.story.slice(-60).join('\n')}`;
}

export function startedFinal(definition: EventDefinition): Final {
  return new Final().run({ type: 'event.define', definition }, { type: 'rules.confirm' }, { type: 'event.start' });
}

export const fold = (journal: readonly Recorded[]): FinalState => journal.reduce(evolve, emptyState);

export { criterionId, decimal, entryId, seatId };
