// The audience's own process: it is told nothing that is not public, it comes back when it dies, it disturbs nobody, and it
// never outlives the server.
import { afterEach, describe, expect, it } from 'vitest';
import type { SeatCard } from '#protocol/http.ts';
import { criterionId, decimal, entryId, exampleEvent } from '#tests/kit/example-event.ts';
import { Phone } from '#tests/kit/phone.ts';
import { endAll, startProgram, type ServerProgram } from '#tests/kit/process.ts';
import { until, type Line } from '#tests/kit/server.ts';

const open: { close(): void }[] = [];
const keep = <T extends { close(): void }>(connection: T): T => {
  open.push(connection);
  return connection;
};
afterEach(async () => {
  open.splice(0).forEach((connection) => connection.close());
  await endAll();
});

interface Show {
  readonly server: ServerProgram;
  readonly hall: string;
  readonly operator: Line<'operator'>;
  readonly panel: readonly Line<'judge'>[];
}

async function show(): Promise<Show> {
  const server = await startProgram();
  const desk = await server.device().join(server.operatorCode);
  const operator = keep(desk.connect('operator'));
  await until('the desk has a view', () => operator.messages.length > 0);
  await operator.tell(
    { type: 'event.define', definition: exampleEvent({ entries: 1, judges: 2 }) },
    { type: 'rules.confirm' },
    { type: 'event.start' },
  );
  const { cards } = (await (await desk.post('/api/cards')).json()) as { cards: readonly SeatCard[] };
  const panel = await Promise.all(
    cards.map(async (card) => keep((await server.device().join(card.digits)).connect('judge'))),
  );
  return { server, hall: await server.hallUrl(), operator, panel };
}

const submit = (line: Line<'judge'> | undefined, mark: string) =>
  line?.tell({
    type: 'score.submit',
    entry: entryId(1),
    baseVersion: 0,
    marks: [{ criterion: criterionId(1), mark: decimal(mark) }],
    remark: '',
  });

/** Two marks whose digits appear nowhere else; their mean is 77.35. */
async function play({ operator, panel }: Show): Promise<void> {
  await operator.tell({ type: 'stage.call', entry: entryId(1) }, { type: 'scoring.open', entries: [entryId(1)] });
  await submit(panel[0], '71.23');
  await submit(panel[1], '83.47');
  await operator.tell({ type: 'scoring.close', entry: entryId(1) });
}

describe('what the hall is told', () => {
  it('sends phones on from the one printed address', async () => {
    const { server, hall } = await show();
    expect(hall).not.toBe(server.url);
    const response = await fetch(`${server.url}/audience?lang=en`, { redirect: 'manual' });
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe(`${hall}/?lang=en`);
    const page = await fetch(`${server.url}/a`);
    expect(await page.text()).toContain('id="app"');
    expect(await (await fetch(`${server.url}/api/addresses`)).json()).toMatchObject({ hall });
  });

  it('holds no number before publication, neither on the lane nor on the page without script', async () => {
    const day = await show();
    const phone = keep(new Phone(day.hall));
    await until('the phone has a view', () => phone.view?.phase === 'live');
    await play(day);
    await day.operator.tell({ type: 'result.reveal', entry: entryId(1) });
    await day.operator.tell({ type: 'ceremony.begin' }, { type: 'ceremony.unveil' });
    const late = keep(new Phone(day.hall));
    await until('a phone that comes late has a view', () => late.view !== undefined);
    const plain = await (await fetch(`${day.hall}/plain`)).text();
    for (const bytes of [phone.bytes, late.bytes, plain]) expect(bytes).not.toMatch(/71\.23|83\.47|77\.35/);

    await day.operator.tell({ type: 'result.publish' });
    await until(
      'the ranking is on both phones',
      () => phone.view?.isPublished === true && late.view?.isPublished === true,
    );
    expect(phone.view?.rows).toMatchObject([{ rank: 1, score: '77.35' }]);
    // The published score is public; what each judge gave never is.
    expect(phone.bytes).not.toMatch(/71\.23|83\.47/);
    const table = await (await fetch(`${day.hall}/plain?lang=en`)).text();
    expect(table).toMatch(/<table>.*Sample project 1.*77\.35/);
  });

  it('refuses a page of another version, which then loads itself anew', async () => {
    const { hall } = await show();
    const phone = keep(new Phone(hall, 0));
    await until('the phone was refused', () => phone.refusedBy === 'protocol.too-old');
    expect(phone.messages).toEqual([]);
  });
});

describe('the life of the hall', () => {
  it('comes back by itself at the same address, and judges and desk do not notice', async () => {
    const day = await show();
    const phone = keep(new Phone(day.hall));
    await until('the phone has a view', () => phone.view?.phase === 'live');
    let cuts = 0;
    for (const line of [day.operator, ...day.panel]) line.socket.on('disconnect', () => (cuts += 1));
    const seen = phone.messages.length;
    const [pid] = day.server.hallPids();
    process.kill(pid ?? 0, 'SIGKILL');
    await play(day);
    await until('the phone has its view back', () => phone.messages.length > seen);
    expect(day.server.hallPids()).toHaveLength(2);
    await until('phones are sent on again', () => day.server.errors.includes('started again'));
    expect(await day.server.hallUrl()).toBe(day.hall);
    expect(cuts).toBe(0);
    expect(day.operator.view.phase).toBe('live');
  });

  it('ends with the server, even when that is killed', async () => {
    const { server, hall } = await show();
    const [pid] = server.hallPids();
    const isThere = () => {
      try {
        return process.kill(pid ?? 0, 0);
      } catch {
        return false;
      }
    };
    expect(isThere()).toBe(true);
    await server.kill('SIGKILL');
    await until('the hall has ended', () => !isThere());
    await expect(fetch(`${hall}/healthz`)).rejects.toThrow();
  });
});
