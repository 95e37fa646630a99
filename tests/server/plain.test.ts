// The plain score page over real HTTP, as a browser without script uses it: forms, cookies, redirects.
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { SeatCard } from '#protocol/http.ts';
import { entryId, exampleEvent, seatId, type ExampleSize } from '#tests/kit/example-event.ts';
import type { Rules } from '#domain/scoring-rules.ts';
import { newOpId, startServer, type Device, type Line, type TestServer } from '#tests/kit/server.ts';

let server: TestServer;
const open: Line<'operator'>[] = [];

afterEach(async () => {
  open.splice(0).forEach((line) => line.close());
  await server.stop();
});

/** Sends a form as a page of this server would, and follows nothing. */
function send(
  device: Device,
  path: string,
  fields: Record<string, string>,
  from: Record<string, string> = { origin: device.url },
) {
  return device.fetch(path, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...from },
    body: new URLSearchParams(fields).toString(),
  });
}

/** The hidden fields of the form on a page. */
function hiddenFields(page: string): Record<string, string> {
  const found = [...page.matchAll(/<input\s+type="hidden"\s+name="([^"]+)"\s+value="([^"]*)"/g)];
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, value]));
}

async function hall(size: ExampleSize = {}, rules: Partial<Rules> = {}) {
  server = await startServer();
  const desk = await server.device().join(server.seats.issueOperatorCode());
  const operator = desk.connect('operator');
  open.push(operator);
  await operator.tell(
    { type: 'event.define', definition: exampleEvent({ judges: 2, items: 2, ...size }, rules) },
    { type: 'rules.confirm' },
    { type: 'event.start' },
    { type: 'stage.call', entry: entryId(1) },
  );
  const { cards } = (await (await desk.post('/api/cards')).json()) as { cards: SeatCard[] };
  const judge = server.device();
  const joined = await send(judge, '/plain/join', { code: cards[0]?.digits ?? '' });
  expect(joined.status).toBe(303);
  const openScoring = () => operator.tell({ type: 'scoring.open', entries: [entryId(1)] });
  return { operator, cards, judge, openScoring };
}

const marks = { 'm_item-1': '50', 'm_item-2': '40.25' };
const submitted = () => server.event.state.entries.get(entryId(1))?.sheets.get(seatId(1));

/** From the list to the pressed button; the answer of the last step. */
async function score(judge: Device, typed: Record<string, string> = marks): Promise<Response> {
  const form = await (await judge.fetch('/plain/sheet?entry=entry-1')).text();
  const review = await send(judge, '/plain/sheet', { ...hiddenFields(form), ...typed, remark: 'ok', act: 'review' });
  return send(judge, '/plain/sheet', { ...hiddenFields(await review.text()), act: 'submit' });
}

describe('the plain page', () => {
  it('needs no script, no more than markup of 2014, and less than 10 KB', async () => {
    const { judge, openScoring } = await hall({ items: 5 });
    await openScoring();
    for (const path of ['/plain', '/plain/sheet?entry=entry-1']) {
      const page = await (await judge.fetch(path)).text();
      expect(page).not.toMatch(/<script|<svg|display:\s*(grid|flex)|var\(/);
      expect(gzipSync(page).length).toBeLessThan(10 * 1024);
    }
  });

  it('scores an open sheet: typed, reviewed, submitted, with a receipt', async () => {
    const { judge, openScoring } = await hall();
    expect(await (await judge.fetch('/plain?lang=zh-CN')).text()).toContain('现在没有开放的评分表');
    await openScoring();
    const list = await (await judge.fetch('/plain')).text();
    expect(list).toContain('/plain/sheet?entry=entry-1');
    const answer = await score(judge, { 'm_item-1': '０50．0', 'm_item-2': ' 40，25 ' });
    expect(answer.status).toBe(303);
    const result = await (await judge.fetch(answer.headers.get('location') ?? '')).text();
    expect(submitted()).toMatchObject({ status: 'submitted' });
    expect(result).toContain('90.25');
    expect(result).toContain(submitted()?.versions[0]?.receipt ?? 'no receipt');
  });

  it('counts a double press once, and hands in the same operation after the answer was lost', async () => {
    const { judge, openScoring } = await hall();
    await openScoring();
    const form = hiddenFields(await (await judge.fetch('/plain/sheet?entry=entry-1')).text());
    const press = () => send(judge, '/plain/sheet', { ...form, ...marks, remark: '', act: 'submit' });
    const answers = [...(await Promise.all([press(), press()])), await press()];
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(submitted()?.versions).toHaveLength(1);
  });

  it('keeps what was typed and names the item that must change', async () => {
    const { judge, openScoring } = await hall();
    await openScoring();
    await judge.fetch('/plain?lang=en');
    const form = hiddenFields(await (await judge.fetch('/plain/sheet?entry=entry-1')).text());
    const answer = await send(judge, '/plain/sheet', {
      ...form,
      'm_item-1': '100.5',
      'm_item-2': '',
      remark: '<b>bold</b>',
      act: 'submit',
    });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain('Enter a number from 0 to 100.');
    expect(page).toContain('Not scored yet.');
    expect(page).toContain('value="100.5"');
    expect(page).toContain('&lt;b&gt;bold&lt;/b&gt;');
    expect(submitted()).toBeUndefined();
  });

  it('says the rulebook’s own sentence when a newer version exists, and shows that version', async () => {
    const { operator, judge, openScoring } = await hall();
    await openScoring();
    const stale = hiddenFields(await (await judge.fetch('/plain/sheet?entry=entry-1')).text());
    await score(judge);
    await operator.tell({ type: 'sheet.return', entry: entryId(1), seat: seatId(1), reason: '请核对' });
    const answer = await send(judge, '/plain/sheet', { ...stale, ...marks, op: newOpId(), remark: '', act: 'submit' });
    const page = await answer.text();
    expect(answer.status).toBe(409);
    expect(page).toContain('这张评分表已有更新的版本');
    expect(hiddenFields(page)['base']).toBe('1');
  });

  it('keeps a score that comes after closing for the operator, and says so', async () => {
    const { operator, cards, judge, openScoring } = await hall();
    await openScoring();
    const form = hiddenFields(await (await judge.fetch('/plain/sheet?entry=entry-1&lang=zh-CN')).text());
    const colleague = server.device();
    await send(colleague, '/plain/join', { code: cards[1]?.digits ?? '' });
    await score(colleague);
    await operator.tell(
      { type: 'sheet.mark-absent', seat: seatId(1), entries: [entryId(1)], reason: '断网' },
      { type: 'scoring.close', entry: entryId(1) },
    );
    const answer = await send(judge, '/plain/sheet', { ...form, ...marks, remark: '', act: 'submit' });
    const page = await (await judge.fetch(answer.headers.get('location') ?? '')).text();
    expect(page).toContain('由操作员决定');
    expect(server.event.state.entries.get(entryId(1))?.held).toHaveLength(1);
  });

  it('takes a score back while the rules allow, and starts the next version from it', async () => {
    const { judge, openScoring } = await hall();
    await openScoring();
    await score(judge);
    const result = await (await judge.fetch('/plain/result?entry=entry-1')).text();
    const op = /name="op" value="([0-9a-f]{32})"/.exec(result)?.[1] ?? '';
    const answer = await send(judge, '/plain/take-back', { ...hiddenFields(result), op });
    const form = await (await judge.fetch(answer.headers.get('location') ?? '')).text();
    expect(submitted()?.status).toBe('taken-back');
    expect(form).toContain('value="40.25"');
  });

  it('asks before taking a seat over and then tells the other device', async () => {
    const { cards } = await hall();
    const spare = server.device();
    const code = cards[0]?.digits ?? '';
    const asked = await send(spare, '/plain/join', { code });
    expect(asked.status).toBe(409);
    expect(await asked.text()).toContain('takeOver');
    expect((await send(spare, '/plain/join', { code, takeOver: '1' })).status).toBe(303);
    expect((await spare.fetch('/plain')).status).toBe(200);
  });

  it('shares the budget of wrong codes with the page that has script, and lets no operator in', async () => {
    await hall();
    const stranger = server.device();
    expect((await send(stranger, '/plain/join', { code: server.seats.issueOperatorCode() })).status).toBe(401);
    for (let guess = 0; guess < 5; guess += 1) await stranger.post('/api/join', { code: `x0000${guess}` });
    const page = await (await send(stranger, '/plain/join', { code: '000000' })).text();
    expect(page).toMatch(/试错次数过多|Too many wrong tries/);
  });

  it('refuses a form that another web page sent', async () => {
    const { judge, openScoring } = await hall();
    await openScoring();
    const form = hiddenFields(await (await judge.fetch('/plain/sheet?entry=entry-1')).text());
    const fields = { ...form, ...marks, remark: '', act: 'submit' };
    const strangers = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { referer: 'https://evil.example/' },
      {},
    ];
    for (const from of strangers) expect((await send(judge, '/plain/sheet', fields, from)).status).toBe(403);
    expect(submitted()).toBeUndefined();
    // Browsers that send no Origin say by the Referer where the form was.
    expect((await send(judge, '/plain/sheet', fields, { referer: `${server.url}/plain` })).status).toBe(303);
  });

  it('calls the staff and takes the call back', async () => {
    const { judge } = await hall();
    await send(judge, '/plain/help', { op: newOpId(), call: '1' });
    expect(server.event.state.helpCalls.has(seatId(1))).toBe(true);
    await send(judge, '/plain/help', { op: newOpId(), call: '0' });
    expect(server.event.state.helpCalls.has(seatId(1))).toBe(false);
  });

  it('shows the way in again when the seat has moved to another device', async () => {
    const { cards, judge } = await hall();
    await server.device().join(cards[0]?.digits ?? '', true);
    expect(await (await judge.fetch('/plain?lang=en')).text()).toContain('in use on another device');
  });
});
