// An event with polls on the built server with its hall, as a person starts it: an operator's desk, ballot codes, phones.
import type { EventDefinition } from '#domain/definition.ts';
import type { PollId, RunId } from '#domain/ids.ts';
import type { Poll } from '#domain/voting/poll.ts';
import type { BallotSheets } from '#protocol/ballots.ts';
import { exampleEvent } from './example-event.ts';
import { Phone } from './phone.ts';
import { startProgram, type ServerProgram } from './process.ts';
import { until, type Device, type Line } from './server.ts';

export const pollId = 'popular' as PollId;
export const run = (number: number) => `run-${number}` as RunId;

export function pollEvent(changes: Partial<Poll> = {}): EventDefinition {
  const poll: Poll = {
    id: pollId,
    name: { zh: '示例投票', en: 'Sample poll' },
    ask: { kind: 'choose', max: 1 },
    ballots: 'codes',
    mayChange: false,
    whileOpen: 'nothing',
    counts: { as: 'award', award: { zh: '示例人气奖', en: 'Sample award' } },
    ...changes,
  };
  return { ...exampleEvent({ judges: 2 }), polls: [poll] };
}

export interface PollingDay {
  readonly server: ServerProgram;
  readonly hall: string;
  readonly desk: Device;
  readonly operator: Line<'operator'>;
  /** As printed. */
  readonly codes: readonly string[];
}

/** @param open connections that the test closes at its end. */
export async function pollingDay(
  keep: <T extends { close(): void }>(connection: T) => T,
  changes: Partial<Poll> = {},
  codes = 20,
): Promise<PollingDay> {
  const server = await startProgram();
  const desk = await server.device().join(server.operatorCode);
  const operator = keep(desk.connect('operator'));
  await until('the desk has a view', () => operator.messages.length > 0);
  await operator.tell(
    { type: 'event.define', definition: pollEvent(changes) },
    { type: 'rules.confirm' },
    { type: 'event.start' },
  );
  if (codes > 0) await desk.post('/api/ballots', { kind: 'codes', count: codes });
  const { sheets } = (await (await desk.fetch('/api/ballots/cards')).json()) as BallotSheets;
  return {
    server,
    hall: await server.hallUrl(),
    desk,
    operator,
    codes: sheets.flatMap(({ cards }) => cards.map(({ code }) => code)),
  };
}

/** What the journal has of a run's count; null as long as it is not counted. */
export const countOf = ({ operator }: PollingDay, id: RunId = run(1)) =>
  operator.view.polls.flatMap(({ runs }) => runs).find((known) => known.run === id && known.status === 'counted') ??
  null;

export async function phones(
  { hall }: PollingDay,
  keep: <T extends { close(): void }>(connection: T) => T,
  count: number,
): Promise<readonly Phone[]> {
  const all = await Promise.all(Array.from({ length: count }, async () => keep(await Phone.open(hall))));
  await until('every phone has a view', () => all.every(({ view }) => view !== undefined));
  return all;
}
