// A hall without browsers: the operator's desk, the panel, one big screen and the host's cue view as real devices on the
// real wire, all of them recorded. It acts as the pages do and knows nothing that they do not know.
import type { Command } from '#domain/commands.ts';
import type { EventDefinition } from '#domain/definition.ts';
import type { EntryId, SeatId } from '#domain/ids.ts';
import type { Decimal } from '#domain/numbers.ts';
import type { SeatCard } from '#protocol/http.ts';
import type { Answer } from '#protocol/messages.ts';
import { makeOpId } from '#client-kit/op-id.ts';
import { Device, until, type Line } from '#tests/kit/server.ts';
import type { Marks } from './calculator.ts';
import type { Recording } from './recording.ts';
import type { ServerProcess } from './server-process.ts';

export interface Judge {
  readonly seat: SeatId;
  readonly number: number;
  readonly device: Device;
  readonly line: Line<'judge'>;
}

export const laneOf = (number: number) => `judge ${number}`;

export class Hall {
  readonly server: ServerProcess;
  readonly desk: Device;
  readonly operator: Line<'operator'>;
  readonly judges: readonly Judge[];
  readonly screen: Line<'screen'>;
  readonly cue: Line<'cue'>;
  readonly wall: Device;
  /** Every score that was acknowledged, by its operation: each must be in the journal exactly once. */
  readonly acknowledged = new Map<string, Extract<Answer, { ok: true }>>();

  private constructor(parts: Pick<Hall, 'server' | 'desk' | 'operator' | 'judges' | 'screen' | 'cue' | 'wall'>) {
    ({
      server: this.server,
      desk: this.desk,
      operator: this.operator,
      judges: this.judges,
      screen: this.screen,
      cue: this.cue,
      wall: this.wall,
    } = parts);
  }

  /** Defines the event over HTTP, seats the panel by its cards, pairs the screen by the code on it, opens the cue view. */
  static async open(server: ServerProcess, definition: EventDefinition, recording: Recording): Promise<Hall> {
    const { url } = server;
    const desk = await new Device(url, recording.keeper('operator')).join(server.operatorCode);
    const answer = (await (
      await desk.post('/api/command', { opId: makeOpId(), command: { type: 'event.define', definition } })
    ).json()) as Answer;
    if (!answer.ok) throw new Error(`the event was refused: ${answer.code}`);
    const operator = desk.connect('operator');
    const { cards } = (await (await desk.post('/api/cards')).json()) as { cards: readonly SeatCard[] };
    const judges = await Promise.all(
      cards.map(async ({ seat, number, digits }) => {
        const device = await new Device(url, recording.keeper(laneOf(number))).join(digits);
        return { seat, number, device, line: device.connect('judge') };
      }),
    );
    const wall = new Device(url, recording.keeper('screen'));
    await wall.post('/api/join/screen');
    const screen = wall.connect('screen');
    const host = new Device(url, recording.keeper('cue'));
    await host.join(((await (await desk.post('/api/cards/cue')).json()) as { code: string }).code);
    const cue = host.connect('cue');
    await until('the console sees the code that is on the wall', () =>
      Boolean(operator.presence?.screens.some((known) => known.pairingCode === screen.screen?.pairingCode)),
    );
    const [waiting] = operator.presence?.screens ?? [];
    await operator.tell({ type: 'screen.pair', screen: waiting?.screen as never, name: '主屏' });
    const hall = new Hall({ server, desk, operator, judges, screen, cue, wall });
    await until('everybody has a view', () => hall.lines.every((line) => line.messages.length > 0));
    return hall;
  }

  get lines(): readonly Line<'operator' | 'judge' | 'screen' | 'cue'>[] {
    return [this.operator, ...this.judges.map(({ line }) => line), this.screen, this.cue];
  }

  judge(number: number): Judge {
    const found = this.judges.find((judge) => judge.number === number);
    if (found === undefined) throw new Error(`there is no judge ${number}`);
    return found;
  }

  /** Sends the operator's commands one after the other and waits until the console shows what came of them. */
  async run(...commands: readonly Command[]): Promise<void> {
    for (const command of commands) {
      const answer = await this.operator.sendUntilAnswered(command, makeOpId());
      if (!answer.ok) throw new Error(`${command.type} was refused: ${answer.code} ${JSON.stringify(answer.params)}`);
      await until(`the console shows ${command.type}`, () => (this.operator.messages.at(-1)?.seq ?? 0) >= answer.seq);
    }
  }

  /** The judge hands in a sheet, again and again until it is acknowledged, as the tablet's outbox does. */
  async submit(number: number, entry: EntryId, marks: Marks): Promise<Extract<Answer, { ok: true }>> {
    const { line } = this.judge(number);
    const sheet = line.view.sheets.find((known) => known.entry.id === entry);
    if (sheet === undefined) throw new Error(`judge ${number} has no sheet for ${entry}`);
    const opId = makeOpId();
    const answer = await line.sendUntilAnswered(
      {
        type: 'score.submit',
        entry,
        baseVersion: sheet.version,
        marks: line.view.criteria.map(({ id }, item) => ({ criterion: id, mark: (marks[item] ?? '') as Decimal })),
        remark: '',
      },
      opId,
    );
    if (!answer.ok) throw new Error(`judge ${number}, ${entry}: ${answer.code} ${JSON.stringify(answer.params)}`);
    this.acknowledged.set(opId, answer);
    return answer;
  }

  sheet(number: number, entry: EntryId) {
    return this.judge(number).line.view.sheets.find((known) => known.entry.id === entry);
  }

  close(): void {
    this.lines.forEach((line) => line.close());
  }
}
