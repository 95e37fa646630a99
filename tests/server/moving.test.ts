// A device takes its session to another address of the event with its move token: as often as it needs, and nobody without.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { demonstration } from '#domain/presets/demonstration.ts';
import type { SeatCard } from '#protocol/http.ts';
import { startServer, until, type Device, type TestServer } from '#tests/kit/server.ts';

let server: TestServer;
let key: string;

beforeEach(async () => {
  server = await startServer();
  const operator = await server.operator();
  await operator.tell(
    { type: 'event.define', definition: demonstration },
    { type: 'rules.confirm' },
    { type: 'event.start' },
  );
  const desk = await server.device().join(server.seats.issueOperatorCode());
  const { cards } = (await (await desk.post('/api/cards')).json()) as { cards: readonly SeatCard[] };
  key = cards[0]?.link.split('/').at(-1) ?? '';
});
afterEach(() => server.stop());

async function joined(takeOver?: boolean): Promise<{ readonly device: Device; readonly token: string }> {
  const device = server.device();
  const answer = await device.post('/api/join', takeOver === undefined ? { code: key } : { code: key, takeOver });
  return { device, token: ((await answer.json()) as { moveToken: string }).moveToken };
}
const move = (device: Device, token: string, role = 'judge') => device.post('/api/move', { role, token });

it('any page may ask an address which event it has, and is told nothing else', async () => {
  const answer = await server.device().fetch('/api/where');
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(await answer.json()).toEqual({
    app: 'liangfen',
    epoch: server.event.epoch,
    ancestors: [],
    seq: server.event.seq,
  });
  expect((await server.device().fetch('/healthz')).headers.get('access-control-allow-origin')).toBeNull();
});

it('a move token opens its own session again, and once more when the answer got lost', async () => {
  const { device, token } = await joined();
  expect(token).toMatch(/^[\w-]{32}$/);
  const before = device.cookies.get('lf_judge');
  const elsewhere = server.device();
  await move(elsewhere, token);
  const lost = elsewhere.cookies.get('lf_judge');
  expect(await (await move(elsewhere, token)).json()).toEqual({ ok: true, role: 'judge', seat: 'seat-1' });
  const line = elsewhere.connect('judge');
  await until('the judge has a view', () => line.messages.length > 0);
  expect(line.view.seat.seat).toBe('seat-1');
  for (const cookie of [before, lost]) {
    const left = server.device();
    left.cookies.set('lf_judge', cookie ?? '');
    expect((await left.fetch('/api/session?role=judge')).status).toBe(401);
  }
});

it('a token of another role, of nobody, or of a device that lost its seat opens nothing', async () => {
  const { token } = await joined();
  const other = server.device();
  const codeOf = async (asked: Promise<Response>) => ((await (await asked).json()) as { code: string }).code;
  expect(await codeOf(move(other, token, 'operator'))).toBe('session.missing');
  expect(await codeOf(move(other, 'x'.repeat(32)))).toBe('session.missing');
  await joined(true);
  expect(await codeOf(move(other, token))).toBe('seat.taken-over');
  expect(other.cookies.size).toBe(0);
});
