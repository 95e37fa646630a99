// What a tablet still held when another one had taken its seat over: asked for by its token, told apart, decided by a person.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OpId } from '#domain/ids.ts';
import type { Found, SeatCard } from '#protocol/http.ts';
import { criterionId, decimal, entryId, exampleEvent, seatId } from '#tests/kit/example-event.ts';
import { newOpId, startServer, type Device, type Line, type TestServer } from '#tests/kit/server.ts';

let server: TestServer;
let operator: Line<'operator'>;
let key: string;

beforeEach(async () => {
  server = await startServer();
  operator = await server.operator();
  await operator.tell(
    { type: 'event.define', definition: exampleEvent({ judges: 2 }) },
    { type: 'rules.confirm' },
    { type: 'event.start' },
    { type: 'stage.call', entry: entryId(1) },
    { type: 'scoring.open', entries: [entryId(1)] },
  );
  const desk = await server.device().join(server.seats.issueOperatorCode());
  const { cards } = (await (await desk.post('/api/cards')).json()) as { cards: readonly SeatCard[] };
  key = cards[0]?.link.split('/').at(-1) ?? '';
});
afterEach(async () => {
  operator.close();
  await server.stop();
});

async function joined(takeOver = false): Promise<{ readonly device: Device; readonly token: string }> {
  const device = server.device();
  const answer = await device.post('/api/join', { code: key, takeOver });
  return { device, token: ((await answer.json()) as { moveToken: string }).moveToken };
}

const sheet = (entry: number, mark: string) => ({
  entry: entryId(entry),
  marks: [{ criterion: criterionId(1), mark: decimal(mark) }],
  remark: '',
});
const offer = (device: Device, token: string, items: readonly ({ opId: OpId } & ReturnType<typeof sheet>)[]) =>
  device.post('/api/found', { token, items });
const resultsOf = async (answer: Promise<Response>) => ((await (await answer).json()) as Found).results;

it('a score whose answer got lost is known, one that never came waits for the operator, and asking twice changes nothing', async () => {
  const old = await joined();
  const line = old.device.connect('judge');
  const arrived = newOpId();
  await line.sendUntilAnswered({ type: 'score.submit', baseVersion: 0, ...sheet(1, '80') }, arrived);
  line.close();
  await joined(true);
  const items = [
    { opId: arrived, ...sheet(1, '80') },
    { opId: newOpId(), ...sheet(1, '85') },
    { opId: newOpId(), ...sheet(2, '70') },
  ];
  const first = await resultsOf(offer(old.device, old.token, items));
  expect(first.map(({ outcome }) => outcome)).toEqual(['recorded-before', 'found', 'not-open']);
  expect(first[1]?.receipt).toMatch(/^01-1-/);
  expect((await resultsOf(offer(old.device, old.token, items))).map(({ outcome }) => outcome)).toEqual([
    'recorded-before',
    'recorded-before',
    'not-open',
  ]);

  await operator.settle();
  const [desk] = operator.view.entries;
  expect(desk?.held).toMatchObject([
    { seat: seatId(1), receipt: first[1]?.receipt, foundOn: expect.any(String) as string },
  ]);
  expect(desk?.sheets[0]).toMatchObject({ status: 'submitted', version: 1 });

  const receipt = first[1]?.receipt ?? '';
  await operator.tell({ type: 'held.admit', entry: entryId(1), seat: seatId(1), receipt, reason: '示例原因' });
  await operator.settle();
  expect(operator.view.entries[0]).toMatchObject({ held: [], sheets: [{ version: 2 }, {}] });
});

it('nobody without the token of a judge’s device can offer anything', async () => {
  const stranger = server.device();
  const answer = await offer(stranger, 'x'.repeat(32), [{ opId: newOpId(), ...sheet(1, '85') }]);
  expect(answer.status).toBe(401);
  const seq = server.event.seq;
  expect((await stranger.post('/api/found', { token: 'x'.repeat(32), items: [] })).status).toBe(400);
  expect(server.event.seq).toBe(seq);
});
