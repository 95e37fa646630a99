// The real server over real sockets: joining, roles, doubles, restarts, and what each seat is and is not sent.
import { afterEach, describe, expect, it } from 'vitest';
import type { SeatCard } from '#protocol/http.ts';
import { criterionId, decimal, entryId, exampleEvent, seatId } from '#tests/kit/example-event.ts';
import type { Device, Line } from '#tests/kit/server.ts';
import { Joining } from '#server/joining.ts';
import { newOpId, startServer, until, type TestServer } from '#tests/kit/server.ts';

let server: TestServer;
const open: Line<'judge' | 'screen' | 'cue' | 'operator'>[] = [];

function keep<L extends Line<'judge'> | Line<'screen'> | Line<'cue'> | Line<'operator'>>(line: L): L {
  open.push(line);
  return line;
}

afterEach(async () => {
  open.splice(0).forEach((line) => line.close());
  await server.stop();
});

async function cards(device: Device): Promise<readonly SeatCard[]> {
  const response = await device.post('/api/cards');
  return ((await response.json()) as { cards: SeatCard[] }).cards;
}

/** An operator, the panel and one paired screen on a live event. */
async function hall(judges = 2) {
  server = await startServer();
  const desk = await server.device().join(server.seats.issueOperatorCode());
  const operator = keep(desk.connect('operator'));
  await operator.tell(
    { type: 'event.define', definition: exampleEvent({ judges }) },
    { type: 'rules.confirm' },
    { type: 'event.start' },
  );
  const printed = await cards(desk);
  const panel = await Promise.all(
    printed.map(async (card) => keep((await server.device().join(card.digits)).connect('judge'))),
  );
  const wall = server.device();
  await wall.post('/api/join/screen');
  const screen = keep(wall.connect('screen'));
  await until('the screen shows its pairing code', () => screen.screen !== null);
  await until('the console sees the screen', () => (operator.presence?.screens.length ?? 0) === 1);
  const [waiting] = operator.presence?.screens ?? [];
  expect(waiting?.pairingCode).toBe(screen.screen?.pairingCode);
  await operator.tell({ type: 'screen.pair', screen: waiting?.screen as never, name: '主屏' });
  await until(
    'everybody has a view',
    () => screen.messages.length > 0 && panel.every((line) => line.messages.length > 0),
  );
  return { desk, operator, panel, screen, printed };
}

const sheet = (entry: number, mark: string, baseVersion = 0) => ({
  type: 'score.submit' as const,
  entry: entryId(entry),
  baseVersion,
  marks: [{ criterion: criterionId(1), mark: decimal(mark) }],
  remark: '',
});

describe('the server', () => {
  it('answers the health check and describes its HTTP side', async () => {
    server = await startServer();
    const device = server.device();
    expect(await (await device.fetch('/healthz')).json()).toMatchObject({ ok: true, seq: 0, phase: 'set-up' });
    const openapi = (await (await device.fetch('/api/openapi.json')).json()) as { paths: object };
    expect(Object.keys(openapi.paths)).toContain('/api/join');
    expect((await device.fetch('/nowhere')).status).toBe(404);
  });

  it('acknowledges a score with its number and receipt, once for the same operation', async () => {
    const { operator, panel } = await hall();
    await operator.tell({ type: 'stage.call', entry: entryId(1) }, { type: 'scoring.open', entries: [entryId(1)] });
    const opId = newOpId();
    const first = await panel[0]?.send(sheet(1, '87.65'), opId);
    const second = await panel[0]?.send(sheet(1, '87.65'), opId);
    expect(first).toMatchObject({ ok: true, receipt: '01-1-AAAA', isHeld: false });
    expect(second).toEqual(first);
    expect(await panel[0]?.send(sheet(1, '99.99'), opId)).toMatchObject({ ok: false, code: 'operation.conflict' });
    expect(await panel[0]?.send(sheet(1, '99.99'))).toMatchObject({ ok: false, code: 'sheet.locked' });
  });

  it('records once who sent an operation again with other content, and answers the operation as before', async () => {
    const { operator, panel } = await hall();
    await operator.tell({ type: 'stage.call', entry: entryId(1) }, { type: 'scoring.open', entries: [entryId(1)] });
    const opId = newOpId();
    const first = await panel[0]?.send(sheet(1, '87.65'), opId);
    for (const mark of ['99.99', '99.98', '99.97'])
      expect(await panel[0]?.send(sheet(1, mark), opId)).toMatchObject({ ok: false, code: 'operation.conflict' });
    expect(await panel[1]?.send(sheet(1, '87.65'), opId)).toMatchObject({ ok: false, code: 'operation.conflict' });
    expect(await panel[0]?.send(sheet(1, '87.65'), opId)).toEqual(first);
    await operator.settle();
    const conflicts = operator.view.feed.filter(({ type }) => type === 'operation.conflicted');
    expect(conflicts).toMatchObject([{ by: { role: 'judge', seat: seatId(1) }, detail: 'score.submit' }]);
  });

  it('gives a copy of what it has refused the same "no", also when it could be obeyed by then', async () => {
    const { operator, panel } = await hall();
    const open = { type: 'scoring.open' as const, entries: [entryId(1)] };
    await operator.tell({ type: 'stage.call', entry: entryId(1) }, open);
    const close = { type: 'scoring.close' as const, entry: entryId(1) };
    const [opId, stale] = [newOpId(), newOpId()];
    const refused = await operator.send(close, opId);
    expect(refused).toMatchObject({ ok: false, code: 'scoring.sheets-missing', retryable: false });
    expect(await panel[0]?.send(sheet(1, '80.00', 1), stale)).toMatchObject({ code: 'sheet.version-conflict' });
    for (const line of panel) await line.tell(sheet(1, '80.00'));
    expect(await operator.send(close, opId)).toEqual(refused);
    expect(await panel[0]?.send(sheet(1, '80.00', 1), stale)).toMatchObject({ code: 'sheet.version-conflict' });
    // Pressed once more it is another operation.
    expect(await operator.send(close)).toMatchObject({ ok: true });
  });

  it('lets a tablet ask again, as the same operation, for what was only not open yet', async () => {
    const { operator, panel } = await hall();
    const opId = newOpId();
    expect(await panel[0]?.send(sheet(1, '80.00'), opId)).toMatchObject({ ok: false, code: 'scoring.not-open' });
    await operator.tell({ type: 'stage.call', entry: entryId(1) }, { type: 'scoring.open', entries: [entryId(1)] });
    expect(await panel[0]?.send(sheet(1, '80.00'), opId)).toMatchObject({ ok: true });
  });

  it('gives the same answer and the same views after a restart, without a new login', async () => {
    const { operator, panel, screen } = await hall();
    await operator.tell(
      { type: 'stage.call', entry: entryId(1) },
      { type: 'scoring.open', entries: [entryId(1)], show: { kind: 'progress', entry: entryId(1) } },
    );
    const opId = newOpId();
    const first = await panel[0]?.send(sheet(1, '87.65'), opId);
    await until(
      'the screen shows one lamp',
      () => screen.view.scene.kind === 'progress' && screen.view.scene.submitted === 1,
    );
    const [before, beforeScreen] = [operator.view, screen.view];
    const port = Number(new URL(server.url).port);
    await server.web.close();
    operator.messages.length = 0;
    screen.messages.length = 0;
    server = await startServer(server.folder, port);
    await until(
      'everybody is back',
      () => operator.messages.length > 0 && screen.messages.length > 0 && panel.every((line) => line.socket.connected),
    );
    expect(operator.view).toEqual(before);
    expect(screen.view).toEqual(beforeScreen);
    expect(await panel[0]?.send(sheet(1, '87.65'), opId)).toEqual(first);
  });

  it('sends no screen, judge or cue view a number before it is revealed', async () => {
    const { desk, operator, panel, screen } = await hall();
    const cueLink = (await (await desk.post('/api/cards/cue')).json()) as { code: string };
    const cue = keep((await server.device().join(cueLink.code)).connect('cue'));
    await operator.tell(
      { type: 'stage.call', entry: entryId(1) },
      { type: 'scoring.open', entries: [entryId(1)], show: { kind: 'progress', entry: entryId(1) } },
    );
    await panel[0]?.tell(sheet(1, '71.23'));
    await panel[1]?.tell(sheet(1, '83.47'));
    await until('both lamps are lit', () => screen.view.scene.kind === 'progress' && screen.view.scene.submitted === 2);
    expect(operator.bytes).not.toMatch(/71\.23|83\.47/);
    await operator.tell({ type: 'scoring.close', entry: entryId(1), show: { kind: 'score', entry: entryId(1) } });
    await until('the score is sealed on the screen', () => screen.view.scene.kind === 'score');
    expect(operator.bytes).toContain('77.35');
    for (const line of [screen, cue, panel[1]]) expect(line?.bytes).not.toMatch(/71\.23|77\.35/);
    expect(panel[0]?.bytes).not.toMatch(/83\.47|77\.35/);
    await operator.tell({ type: 'result.reveal', entry: entryId(1) });
    await until('the score is on the screen', () => screen.bytes.includes('77.35'));
    await until('the host reads it', () => cue.bytes.includes('77.35'));
  });

  it('refuses what a role may not do, with a code, and keeps the connection', async () => {
    const { panel, screen } = await hall();
    expect(await panel[0]?.send({ type: 'result.publish' })).toMatchObject({ ok: false, code: 'role.not-allowed' });
    expect(await screen.send({ type: 'scene.show', scene: { kind: 'black' } })).toMatchObject({
      ok: false,
      code: 'role.not-allowed',
    });
    expect(await screen.send(sheet(1, '50'))).toMatchObject({ ok: false, code: 'role.not-allowed' });
    expect(panel[0]?.socket.connected).toBe(true);
  });

  it.each([
    ['no object', 7],
    ['an unknown command', { opId: newOpId(), command: { type: 'score.give' } }],
    ['a prototype as command', { opId: newOpId(), command: { type: '__proto__' } }],
    [
      'a number as mark',
      { opId: newOpId(), command: { ...sheet(1, '50'), marks: [{ criterion: criterionId(1), mark: 50 }] } },
    ],
    ['an infinite mark', { opId: newOpId(), command: sheet(1, '1e309') }],
    ['a field too many', { opId: newOpId(), command: { ...sheet(1, '50'), seat: seatId(2) } }],
    ['an operation without a proper id', { opId: '__proto__', command: sheet(1, '50') }],
    ['NUL in a remark', { opId: newOpId(), command: { ...sheet(1, '50'), remark: 'a\u0000b' } }],
  ])('answers %s with a code and goes on', async (_name, message) => {
    const { panel } = await hall(1);
    const answer: unknown = await panel[0]?.socket.timeout(3000).emitWithAck('command', message);
    expect(answer).toMatchObject({ ok: false, code: 'command.malformed' });
    expect(panel[0]?.socket.connected).toBe(true);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('lets a spare tablet take over a seat when asked, and tells the old one', async () => {
    const { panel, printed } = await hall();
    const spare = server.device();
    const digits = printed[0]?.digits ?? '';
    const refused = await spare.post('/api/join', { code: digits });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ code: 'seat.in-use' });
    await spare.join(digits, true);
    await until('the old tablet is told', () => panel[0]?.closedBy === 'seat.taken-over');
    const line = keep(spare.connect('judge'));
    await until('the spare has the view', () => line.messages.length > 0);
    expect(line.view.seat.number).toBe(1);
  });

  it('gives a seat to one of two tablets that join it in the same instant', async () => {
    const { desk, panel } = await hall(1);
    panel.forEach((line) => line.close());
    const { cards: replaced } = (await (await desk.post('/api/cards', { seats: [seatId(1)] })).json()) as {
      cards: SeatCard[];
    };
    const judge = { role: 'judge', seat: seatId(1) } as const;
    server.seats.holders(judge).forEach(({ id }) => server.seats.revoke(id, 'session.revoked'));
    const joining = new Joining({ ...server, lane: { end: () => {}, close: async () => {} } });
    const code = /[^/]+$/.exec(replaced[0]?.link ?? '')?.[0] ?? '';
    const attempt = { code, takeOver: false, ip: '127.0.0.1', device: 'tablet', tokenOf: () => undefined };
    const outcomes = await Promise.all([joining.join(attempt), joining.join(attempt)]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false]);
    expect(server.seats.holders(judge)).toHaveLength(1);
  });

  it('frees the former seat of a tablet that joins another one', async () => {
    const { panel, desk } = await hall(2);
    panel.forEach((line) => line.close());
    const { cards: replaced } = (await (await desk.post('/api/cards', { seats: [seatId(1), seatId(2)] })).json()) as {
      cards: SeatCard[];
    };
    const [first, second] = replaced;
    const tablet = server.device();
    await tablet.join(first?.digits ?? '', true);
    await tablet.join(second?.digits ?? '', true);
    expect((await server.device().post('/api/join', { code: first?.digits })).status).toBe(200);
  });

  it('stops guessing after five wrong codes, and lets a judge in again with the same card', async () => {
    const { printed } = await hall();
    const stranger = server.device();
    const guesses = [];
    for (let guess = 0; guess < 6; guess += 1)
      guesses.push((await stranger.post('/api/join', { code: `00000${guess}`.slice(-6).replace(/^0/, 'x') })).status);
    expect(guesses).toEqual([401, 401, 401, 401, 401, 429]);
    expect(printed[0]?.link).toMatch(/\/j\/[A-Za-z0-9_-]{24}$/);
  });

  it('refuses sockets of another origin, of an old client and without a session', async () => {
    const { desk } = await hall(1);
    const old = keep(desk.connect('operator', 0));
    await until('the old client is told to reload', () => old.refusedBy === 'protocol.too-old');
    const stranger = keep(server.device().connect('operator'));
    await until('the stranger is refused', () => stranger.refusedBy === 'session.missing');
    const response = await fetch(`${server.url}/socket.io/?EIO=4&transport=polling`, {
      headers: { origin: 'https://evil.example' },
    });
    expect(response.status).toBe(403);
  });
});
