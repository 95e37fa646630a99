// The real program with an event that votes: one judge who scores all the time, ballot codes for everybody, and a poll for every
// repeat. What the bench needs of it, and nothing measured here.
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Command } from '#domain/commands.ts';
import type { EventDefinition } from '#domain/definition.ts';
import type { PollId, RunId } from '#domain/ids.ts';
import { demonstration } from '#domain/presets/demonstration.ts';
import type { OperatorView } from '#domain/roles/operator-view.ts';
import type { BallotSheets } from '#protocol/ballots.ts';
import type { Answer } from '#protocol/messages.ts';
import type { SeatCard } from '#protocol/http.ts';
import { Device, until, type Line } from '#tests/kit/server.ts';
import type { ServerProcess } from '#tests/whole-show/kit/server-process.ts';

export const votingEvent = (polls: number): EventDefinition => ({
  ...demonstration,
  polls: Array.from({ length: polls }, (_, at) => ({
    id: `poll-${at + 1}` as PollId,
    name: { zh: `示例投票 ${at + 1}`, en: `Sample vote ${at + 1}` },
    ask: { kind: 'choose', max: 1 },
    ballots: 'codes',
    mayChange: false,
    whileOpen: 'nothing',
    counts: { as: 'award', award: { zh: '示例人气奖', en: 'Sample award' } },
  })),
});

const opId = () => randomBytes(16).toString('hex');

export class VotingHall {
  readonly server: ServerProcess;
  readonly desk: Device;
  readonly operator: Line<'operator'>;
  readonly judge: Line<'judge'>;
  readonly codes: readonly string[];
  readonly hallUrl: string;
  private held = 0;
  private taps = 0;

  private constructor(parts: Pick<VotingHall, 'server' | 'desk' | 'operator' | 'judge' | 'codes' | 'hallUrl'>) {
    ({
      server: this.server,
      desk: this.desk,
      operator: this.operator,
      judge: this.judge,
      codes: this.codes,
      hallUrl: this.hallUrl,
    } = parts);
  }

  static async open(server: ServerProcess, phones: number, polls: number): Promise<VotingHall> {
    const desk = await new Device(server.url).join(server.operatorCode);
    const tell = async (command: Command) => {
      const answer = (await (await desk.post('/api/command', { opId: opId(), command })).json()) as Answer;
      if (!answer.ok) throw new Error(`${command.type}: ${answer.code}`);
    };
    await tell({ type: 'event.define', definition: votingEvent(polls) });
    await tell({ type: 'rules.confirm' });
    await tell({ type: 'event.start' });
    const [first] = demonstration.entries;
    const [seat] = demonstration.panel;
    if (first === undefined || seat === undefined) throw new Error('the demonstration event is empty');
    await tell({ type: 'stage.call', entry: first.id });
    await tell({ type: 'scoring.open', entries: [first.id] });
    const issued = await desk.post('/api/ballots', { kind: 'codes', count: phones });
    if (!issued.ok) throw new Error(`no codes were issued: ${await issued.text()}`);
    const { sheets } = (await (await desk.fetch('/api/ballots/cards')).json()) as BallotSheets;
    const seats = (await (await desk.post('/api/cards', { seats: [seat.seat] })).json()) as {
      cards: readonly SeatCard[];
    };
    const judge = (await new Device(server.url).join(seats.cards[0]?.digits ?? '')).connect('judge');
    const operator = desk.connect('operator');
    await until('judge and operator are there', () => judge.messages.length > 0 && operator.messages.length > 0);
    const { hall } = (await (await desk.fetch('/api/addresses')).json()) as { hall: string | null };
    if (hall === null) throw new Error('there is no hall');
    const hallUrl = `http://127.0.0.1:${new URL(hall).port}`;
    return new VotingHall({
      server,
      desk,
      operator,
      judge,
      codes: sheets.flatMap(({ cards }) => cards.map(({ code }) => code)),
      hallUrl,
    });
  }

  get view(): OperatorView {
    return this.operator.view;
  }

  /** Opens the next poll. */
  async openPoll(): Promise<{ readonly run: RunId; readonly options: readonly string[] }> {
    this.held += 1;
    await this.operator.tell({ type: 'poll.open', poll: `poll-${this.held}` as PollId });
    const run = `run-${this.held}` as RunId;
    const find = () => this.view.polls.flatMap(({ runs }) => runs).find((known) => known.run === run);
    await until('the poll is open', () => find() !== undefined);
    return { run, options: find()?.options ?? [] };
  }

  /** Closes it and waits for the sealed count. */
  async closePoll(run: RunId) {
    await this.operator.tell({ type: 'poll.close', run });
    const find = () => this.view.polls.flatMap(({ runs }) => runs).find((known) => known.run === run);
    await until('the poll is counted', () => find()?.status === 'counted');
    return find();
  }

  /** A judge hands in, takes back, hands in …: milliseconds from the tap to the acknowledgement. */
  async tap(): Promise<number> {
    const entry = demonstration.entries[0]?.id as never;
    const version = Math.ceil(this.taps / 2);
    const command: Command =
      this.taps % 2 === 0
        ? {
            type: 'score.submit',
            entry,
            baseVersion: version,
            marks: demonstration.criteria.map(({ id }) => ({ criterion: id, mark: '17.5' as never })),
            remark: '',
          }
        : { type: 'score.take-back', entry, version };
    this.taps += 1;
    const from = process.hrtime.bigint();
    const answer = await this.judge.send(command);
    if (!answer.ok) throw new Error(`the tap was refused: ${answer.code}`);
    return Number(process.hrtime.bigint() - from) / 1e6;
  }

  /** The audience view changes for everybody: the hall's language. @returns when it was asked for. */
  async changeEveryView(times: number): Promise<bigint> {
    const from = process.hrtime.bigint();
    await this.operator.tell({ type: 'hall.set-locale', locale: times % 2 === 0 ? 'en' : 'zh-CN' });
    return from;
  }

  /** Bytes of memory of the process of this port's hall, as the system counts them. */
  hallMemory(): number {
    const children = readdirSync('/proc').filter((name) => {
      if (!/^\d+$/.test(name)) return false;
      try {
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
        return command.includes('hall.js') && command.includes(this.server.data);
      } catch {
        return false;
      }
    });
    const [pid] = children;
    const resident = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(resident) * 1024;
  }

  close(): void {
    this.operator.close();
    this.judge.close();
  }
}
