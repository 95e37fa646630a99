// What devices tell the server about themselves and what they are told: their home, their earlier device's drafts, and to
// the operator how well each is heard. Nothing a judge has drafted reaches anybody else.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CriterionId, EntryId, SeatId } from '#domain/ids.ts';
import type { Decimal } from '#domain/numbers.ts';
import { demonstration } from '#domain/presets/demonstration.ts';
import type { HomeMessage, KeptDraft } from '#protocol/messages.ts';
import type { SeatCard } from '#protocol/http.ts';
import { startServer, until, type Device, type Line, type TestServer } from '#tests/kit/server.ts';

const entry = demonstration.entries[0]?.id as EntryId;
const criterion = demonstration.criteria[0]?.id as CriterionId;
const secret = '17.3';
const sheet = { baseVersion: 0, marks: [{ criterion, mark: secret as Decimal }], remark: '只给自己看' };

let server: TestServer;
let desk: Device;
let operator: Line<'operator'>;
let cards: readonly SeatCard[];

beforeEach(async () => {
  server = await startServer();
  operator = await server.operator();
  await operator.tell(
    { type: 'event.define', definition: demonstration },
    { type: 'rules.confirm' },
    { type: 'event.start' },
    { type: 'stage.call', entry },
    { type: 'scoring.open', entries: [entry] },
  );
  desk = await server.device().join(server.seats.issueOperatorCode());
  cards = ((await (await desk.post('/api/cards')).json()) as { cards: readonly SeatCard[] }).cards;
});
afterEach(() => server.stop());

const keyOf = (number: number) =>
  cards
    .find((card) => card.number === number)
    ?.link.split('/')
    .at(-1) ?? '';

interface Told {
  readonly line: Line<'judge'>;
  home: HomeMessage | null;
  drafts: readonly KeptDraft[] | null;
}

async function judge(number: number, takeOver?: boolean): Promise<Told> {
  const line = (await server.device().join(keyOf(number), takeOver)).connect('judge');
  const told: Told = { line, home: null, drafts: null };
  line.socket.on('home', (home: HomeMessage) => (told.home = home));
  line.socket.on('drafts', (drafts: readonly KeptDraft[]) => (told.drafts = drafts));
  await until('the judge has a view', () => line.messages.length > 0);
  return told;
}

const heard = (number: number) =>
  operator.presence?.judges.find((known) => known.seat === (`seat-${number}` as SeatId));

it('a device is told its home before its first view', async () => {
  const { home, line } = await judge(1);
  expect(home).toMatchObject({ epoch: line.messages[0]?.epoch, ancestors: [] });
  expect(home?.addresses.length).toBeGreaterThan(0);
});

it('the operator sees what a device says about itself, and how often it was cut off', async () => {
  const { line } = await judge(1);
  line.socket.emit('status', { waiting: 2, roundTripMs: 1840, version: '0.1.0+12345678' });
  await until('the status has come', () => heard(1)?.waiting === 2);
  expect(heard(1)).toMatchObject({ isOnline: true, roundTripMs: 1840, version: '0.1.0+12345678', cuts: 0 });
  line.socket.disconnect();
  await until('the cut is counted', () => heard(1)?.cuts === 1);
  expect(heard(1)).toMatchObject({ isOnline: false, waiting: 2 });
});

it('a status of another shape changes nothing', async () => {
  const { line } = await judge(1);
  for (const message of [
    { waiting: -1, roundTripMs: null, version: '' },
    { waiting: 0, roundTripMs: 1.5, version: '' },
    { waiting: 0, roundTripMs: null, version: 'x'.repeat(65) },
    { waiting: 0, roundTripMs: null, version: '', more: true },
    'status',
  ]) {
    line.socket.emit('status', message);
    await line.settle();
  }
  line.socket.emit('status', { waiting: 3, roundTripMs: null, version: 'after' });
  await until('the next status has come', () => heard(1)?.version === 'after');
  expect(heard(1)).toMatchObject({ waiting: 3, roundTripMs: null });
});

it('a spare tablet of the same seat goes on with the draft, and nobody else is ever sent it', async () => {
  const [first, other] = [await judge(1), await judge(2)];
  expect(first.drafts).toEqual([]);
  first.line.socket.emit('draft', { entry, filled: 1, sheet });
  await until('the console sees how far it is', () => heard(1)?.drafts[0]?.filled === 1);
  const spare = await judge(1, true);
  await until('the spare tablet is told', () => spare.drafts !== null);
  expect(spare.drafts).toEqual([{ entry, ...sheet }]);
  const again = await judge(2, true);
  expect(again.drafts).toEqual([]);
  await Promise.all([operator.settle(), again.line.settle()]);
  for (const line of [operator, other.line, again.line]) {
    expect(line.bytes).not.toContain(secret);
    expect(line.bytes).not.toContain(sheet.remark);
  }
});
