// The hall a disaster is played in: the real server with its real store, the operator's desk, the panel, big screens and the
// host's cue view as devices of their own. Everything is closed after each test.
import { afterEach } from 'vitest';
import type { Command, CommandOf } from '#domain/commands.ts';
import type { EventDefinition } from '#domain/definition.ts';
import type { OpId } from '#domain/ids.ts';
import type { EntryDesk } from '#domain/roles/operator-view.ts';
import type { SeatCard, SeatCards } from '#protocol/http.ts';
import type { Answer, WireRole } from '#protocol/messages.ts';
import { criterionId, decimal, entryId, seatId } from '#tests/kit/example-event.ts';
import { newOpId, startServer, until, type Device, type Line, type TestServer } from '#tests/kit/server.ts';

/** A day that goes on after the server was started again, so whatever runs now has to be asked for. */
export interface Running {
  server: TestServer;
}

export const reason = '示例原因';

const closing: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** Called when the test is over, newest first. */
export const atTheEnd = (close: () => void | Promise<void>): void => void closing.push(close);

export function keep<R extends WireRole>(line: Line<R>): Line<R> {
  atTheEnd(() => line.close());
  return line;
}

/** A sheet of the example event, a mark per item, on the version before. */
export const sheet = (
  entry: number,
  marks: string | readonly string[],
  baseVersion = 0,
): CommandOf<'score.submit'> => ({
  type: 'score.submit',
  entry: entryId(entry),
  baseVersion,
  marks: [marks].flat().map((mark, item) => ({ criterion: criterionId(item + 1), mark: decimal(mark) })),
  remark: '',
});

/** The same as the operator types it from signed paper. */
export const paper = (
  seat: number,
  entry: number,
  marks: string | readonly string[],
  baseVersion = 0,
): CommandOf<'sheet.enter-from-paper'> => ({
  ...sheet(entry, marks, baseVersion),
  type: 'sheet.enter-from-paper',
  seat: seatId(seat),
  reason,
});

export class Hall {
  readonly desk: Device;
  readonly operator: Line<'operator'>;
  readonly cards: readonly SeatCard[];
  readonly judges: readonly Line<'judge'>[];
  readonly tablets: readonly Device[];
  private readonly running: Running;

  constructor(parts: Pick<Hall, 'desk' | 'operator' | 'cards' | 'judges' | 'tablets'>, running: Running) {
    ({
      desk: this.desk,
      operator: this.operator,
      cards: this.cards,
      judges: this.judges,
      tablets: this.tablets,
    } = parts);
    this.running = running;
  }

  get server(): TestServer {
    return this.running.server;
  }

  judge(number: number): Line<'judge'> {
    const line = this.judges[number - 1];
    if (line === undefined) throw new Error(`there is no judge ${number}`);
    return line;
  }

  /** The operator's commands, each until the console shows what came of it. @throws when one is refused. */
  async run(...commands: readonly Command[]): Promise<void> {
    for (const command of commands) {
      const answer = await this.operator.send(command);
      if (!answer.ok) throw new Error(`${command.type} was refused: ${answer.code} ${JSON.stringify(answer.params)}`);
      await this.sees(answer.seq);
    }
  }

  /** A judge hands in, on the version the tablet shows. */
  async submit(number: number, entry: number, mark: string, opId: OpId = newOpId()): Promise<Answer> {
    const line = this.judge(number);
    const version = line.view.sheets.find((known) => known.entry.id === entryId(entry))?.version ?? 0;
    const answer = await line.send(sheet(entry, mark, version), opId);
    if (answer.ok) await this.sees(answer.seq);
    return answer;
  }

  async open(entry: number): Promise<void> {
    await this.run({ type: 'stage.call', entry: entryId(entry) }, { type: 'scoring.open', entries: [entryId(entry)] });
  }

  /** Calls, opens, and takes one mark per judge; null leaves that judge out. @throws when one is refused. */
  async play(entry: number, marks: readonly (string | null)[]): Promise<void> {
    await this.open(entry);
    for (const [index, mark] of marks.entries()) {
      if (mark === null) continue;
      const answer = await this.submit(index + 1, entry, mark);
      if (!answer.ok) throw new Error(`judge ${index + 1} was refused: ${answer.code}`);
    }
  }

  async finish(entry: number, marks: readonly (string | null)[]): Promise<void> {
    await this.play(entry, marks);
    await this.run({ type: 'scoring.close', entry: entryId(entry) });
  }

  async reveal(entry: number): Promise<void> {
    const id = entryId(entry);
    await this.run({ type: 'result.reveal', entry: id, show: { kind: 'score', entry: id } });
  }

  desks(entry: number): EntryDesk {
    const found = this.operator.view.entries.find(({ card }) => card.id === entryId(entry));
    if (found === undefined) throw new Error(`the console has no entry ${entry}`);
    return found;
  }

  /** What the console says of a judge's sheet. */
  row(entry: number, judge: number) {
    return this.desks(entry).sheets[judge - 1];
  }

  async screen(name: string): Promise<Line<'screen'>> {
    const device = this.server.device();
    await device.post('/api/join/screen');
    const line = keep(device.connect('screen'));
    const waiting = () =>
      this.operator.presence?.screens.find(
        ({ pairingCode }) => pairingCode !== null && pairingCode === line.screen?.pairingCode,
      );
    await until('the console sees the code on the screen', () => waiting() !== undefined);
    await this.run({ type: 'screen.pair', screen: waiting()?.screen as never, name });
    await until('the screen has a picture', () => line.messages.length > 0);
    return line;
  }

  async cue(): Promise<Line<'cue'>> {
    const { code } = (await (await this.desk.post('/api/cards/cue')).json()) as { code: string };
    const line = keep((await this.server.device().join(code)).connect('cue'));
    await until('the host has a view', () => line.messages.length > 0);
    return line;
  }

  /** Ends the server and starts it again on the same port and data: what is not on the disk is gone. */
  async restart(): Promise<void> {
    const { folder, url } = this.server;
    await this.server.web.close();
    this.running.server = await startServer(folder, Number(new URL(url).port));
  }

  private async sees(seq: number): Promise<void> {
    await until('the console shows it', () => (this.operator.messages.at(-1)?.seq ?? 0) >= seq);
  }
}

/** A live event with its operator and its panel seated by their cards. */
export async function openHall(definition: EventDefinition): Promise<Hall> {
  const running: Running = { server: await startServer() };
  atTheEnd(() => running.server.stop());
  const { server } = running;
  const desk = await server.device().join(server.seats.issueOperatorCode());
  const operator = keep(desk.connect('operator'));
  await operator.tell({ type: 'event.define', definition }, { type: 'rules.confirm' }, { type: 'event.start' });
  const { cards } = (await (await desk.post('/api/cards', {})).json()) as SeatCards;
  const tablets = await Promise.all(cards.map(({ digits }) => server.device().join(digits)));
  const judges = tablets.map((tablet) => keep(tablet.connect('judge')));
  await until('everybody has a view', () =>
    [operator, ...judges].every((line) => line.messages.at(-1)?.view.phase === 'live'),
  );
  return new Hall({ desk, operator, cards, judges, tablets }, running);
}
