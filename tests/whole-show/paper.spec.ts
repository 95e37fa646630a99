// Cue view and paper in a real browser, on a small final played over the wire: what the host reads, what is printed, and
// that nothing unrevealed reaches the host's page.
import { expect, test, type Browser, type Page } from '@playwright/test';
import { cueWords } from '#client-kit/wording/cue.ts';
import { printWords } from '#client-kit/wording/print.ts';
import { fill } from '#client-kit/wording/translate.ts';
import { criterionId, decimal, entryId, exampleEvent, seatId } from '#tests/kit/example-event.ts';
import { startServer, until, type Device, type Line, type TestServer } from '#tests/kit/server.ts';

interface Show {
  readonly server: TestServer;
  readonly desk: Device;
  readonly operator: Line<'operator'>;
  readonly judges: readonly Line<'judge'>[];
}
let show: Show;

const units = (number: number) => ({
  subdistrict: { zh: '示例街道', en: 'Sample sub-district' },
  community: { zh: `示例社区 ${number}`, en: `Sample community ${number}` },
});

test.beforeEach(async () => {
  const server = await startServer();
  const desk = await server.device().join(server.seats.issueOperatorCode());
  const operator = desk.connect('operator');
  const definition = exampleEvent({ entries: 3, judges: 5, items: 2, cutLine: 2 }, { tieBreakers: [] });
  await operator.tell(
    {
      type: 'event.define',
      definition: {
        ...definition,
        shortName: { zh: '示例决赛', en: 'Sample final' },
        entries: definition.entries.map((entry, index) => ({ ...entry, ...units(index + 1) })),
      },
    },
    { type: 'rules.confirm' },
    { type: 'event.start' },
  );
  const cards = (await (await desk.post('/api/cards', {})).json()) as { cards: { digits: string }[] };
  const judges = await Promise.all(
    cards.cards.map(async ({ digits }) => (await server.device().join(digits)).connect('judge')),
  );
  await until('every judge has a view', () => judges.every((line) => line.messages.length > 0));
  show = { server, desk, operator, judges };
});

test.afterEach(async () => {
  show.operator.close();
  show.judges.forEach((line) => line.close());
  await show.server.web.close();
});

/** Opens scoring of the entry on stage and takes the judges' marks for both items. */
async function score(entry: number, marks: readonly (readonly [string, string])[]): Promise<void> {
  const id = entryId(entry);
  await show.operator.tell({ type: 'scoring.open', entries: [id], show: { kind: 'progress', entry: id } });
  for (const [index, [first, second]] of marks.entries())
    await show.judges[index]?.tell({
      type: 'score.submit',
      entry: id,
      baseVersion: 0,
      marks: [
        { criterion: criterionId(1), mark: decimal(first) },
        { criterion: criterionId(2), mark: decimal(second) },
      ],
      remark: index === 0 ? '示例评语' : '',
    });
}

/** Totals 60.11, 70.22, 80.33, 90.44, 50: one highest and one lowest off, mean of three 70.22. */
const firstMarks = [
  ['30.11', '30'],
  ['40.22', '30'],
  ['40.33', '40'],
  ['50.44', '40'],
  ['25', '25'],
] as const;

async function playAll(): Promise<void> {
  await show.operator.tell({ type: 'stage.call', entry: entryId(1) });
  await score(1, firstMarks);
  await show.operator.tell(
    { type: 'scoring.close', entry: entryId(1) },
    { type: 'result.reveal', entry: entryId(1) },
    { type: 'entry.remove', entry: entryId(2), as: 'withdrawn', reason: '示例原因' },
    { type: 'stage.call', entry: entryId(3) },
    { type: 'scoring.open', entries: [entryId(3)] },
  );
  for (const seat of [1, 2, 3, 4])
    await show.operator.tell({
      type: 'sheet.enter-from-paper',
      entry: entryId(3),
      seat: seatId(seat),
      baseVersion: 0,
      marks: [
        { criterion: criterionId(1), mark: decimal('44.5') },
        { criterion: criterionId(2), mark: decimal('45.25') },
      ],
      remark: '',
      reason: '示例原因',
    });
  await show.operator.tell({ type: 'sheet.mark-absent', seat: seatId(5), entries: [entryId(3)], reason: '离场' });
}

async function atTheDesk(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const { desk, server } = show;
  await context.addCookies([...desk.cookies].map(([name, value]) => ({ name, value, url: server.url })));
  return context.newPage();
}

/** Opens the page to be printed. @returns how many pages of paper it is. */
async function paper(page: Page, what: string, lang: 'zh-CN' | 'en'): Promise<number> {
  await page.goto(`${show.server.url}/print/${what}?lang=${lang}`);
  await page.locator('.sheet').first().waitFor();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/** @returns what starts it again, at the same address. */
async function stopServer(): Promise<() => Promise<void>> {
  const { server, operator, judges } = show;
  operator.close();
  judges.forEach((line) => line.close());
  await server.web.close();
  return async () => {
    show = { ...show, server: await startServer(server.folder, Number(new URL(server.url).port)) };
  };
}

test('the host joins by the link, reads what is on, and learns a score with the hall and not before', async ({
  browser,
}) => {
  const { server, desk, operator } = show;
  const { code } = (await (await desk.post('/api/cards/cue', {})).json()) as { code: string };
  const page = await (await browser.newContext({ viewport: { width: 1024, height: 768 }, locale: 'en-GB' })).newPage();
  let bytes = '';
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => (bytes += String(payload))));
  await page.goto(`${server.url}/cue/${code}`);
  const zh = cueWords['zh-CN'];
  // The hall's language, not the browser's; and the key has left the address.
  await expect(page.getByRole('heading', { name: zh['cue.welcome'] })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/cue');

  await operator.tell({ type: 'scene.show', scene: { kind: 'judges' } });
  await expect(page.getByText(zh['say.judges'])).toBeVisible();
  await expect(page.getByText('示例评委 5')).toBeVisible();
  await operator.tell({ type: 'stage.call', entry: entryId(1), show: { kind: 'entry-card', entry: entryId(1) } });
  const introduction = { n: 1, noun: '项目', who: '示例街道示例社区 1', title: '示例项目 1' };
  await expect(page.getByText(fill(zh['say.introduce'], introduction))).toBeVisible();

  await operator.tell({ type: 'timer.start', kind: 'presentation', entry: entryId(1), show: { kind: 'timer' } });
  await expect(page.getByRole('timer')).toContainText(/0[78]:\d\d/);
  await operator.tell({ type: 'timer.correct', deltaSec: -600 });
  await expect(page.getByRole('timer')).toContainText(zh.overtime);

  await score(1, firstMarks);
  await operator.tell({ type: 'scoring.close', entry: entryId(1), show: { kind: 'score', entry: entryId(1) } });
  await expect(page.getByRole('heading', { name: zh['cue.scores-sealed'] })).toBeVisible();
  const secrets = /60\.11|70\.22|80\.33|90\.44|50\.00|30\.11|40\.33|50\.44/;
  expect(bytes).toContain('示例评委 5');
  expect(bytes).not.toMatch(secrets);
  expect(await page.content()).not.toMatch(secrets);

  await operator.tell({ type: 'result.reveal', entry: entryId(1) });
  await expect(page.getByText('示例街道示例社区 1的最终得分是 70.22 分')).toBeVisible();
  await expect(page.getByText('去掉一个最高分 90.44 分，去掉一个最低分 50.00 分')).toBeVisible();

  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: cueWords.en['cue.announce-score'] })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: cueWords.en['cue.announce-score'] })).toBeVisible();
});

test('a typed code opens the cue view; it says when it has lost the server and finds back by itself', async ({
  browser,
}) => {
  const { server, desk } = show;
  const { code } = (await (await desk.post('/api/cards/cue', {})).json()) as { code: string };
  const page = await (await browser.newContext({ viewport: { width: 820, height: 1180 } })).newPage();
  const { en } = cueWords;
  await page.goto(`${server.url}/cue?lang=en`);
  await page.getByLabel(en.enterCode).fill('ZZZZ 2222');
  await page.getByRole('button', { name: en.enterNow }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByLabel(en.enterCode).fill(`${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`);
  await page.getByRole('button', { name: en.enterNow }).click();
  await expect(page.getByRole('heading', { name: en['cue.welcome'] })).toBeVisible();

  const startAgain = await stopServer();
  await expect(page.getByRole('status')).toContainText('No connection');
  await expect(page.getByRole('heading', { name: en['cue.welcome'] })).toBeVisible();
  await startAgain();
  await expect(page.getByRole('status')).toContainText(en.online, { timeout: 15_000 });
});

test('the summary holds every number of the results, says that it is not final, and then that it is', async ({
  browser,
}) => {
  await playAll();
  const page = await atTheDesk(browser);
  const zh = printWords['zh-CN'];
  // The sheet that is signed, and the page that shows how each score was computed.
  expect(await paper(page, 'summary', 'zh-CN')).toBe(2);
  await expect(page.locator('article').filter({ hasText: '示例项目 1' })).toContainText(
    '5 位评委中去掉最高分 90.44（评委 4），去掉最低分 50.00（评委 5），其余 3 个相加 210.66，÷ 3 = 70.22',
  );
  await expect(page.getByText(zh.notFinalWhy)).toBeVisible();
  // Entry 3 is still open: no mark of it is on the paper.
  await expect(page.locator('main')).not.toContainText('89.75');
  await expect(page.getByRole('row').filter({ hasText: '示例项目 1' })).toContainText('70.22');
  await expect(page.locator('s')).toHaveText(['90.44', '50.00']);
  await expect(page.getByText('示例原因')).toBeVisible();

  await show.operator.tell(
    { type: 'scoring.close', entry: entryId(3) },
    { type: 'result.reveal', entry: entryId(3) },
    { type: 'result.publish', show: { kind: 'final' } },
  );
  await page.getByRole('button', { name: zh.refresh }).click();
  await expect(page.getByText(zh.notFinalWhy)).toBeHidden();
  const places = page.locator('tbody').first().getByRole('row');
  await expect(places.nth(0)).toContainText('89.75');
  await expect(places.nth(0)).toContainText(zh['status.absent']);
  await expect(places.nth(1)).toContainText('70.22');
  for (const name of [zh.signChief, zh.signScorer, zh.signChecker, zh.signSupervisor])
    await expect(page.getByText(name, { exact: true })).toBeVisible();
  const { journal } = (await (await show.desk.fetch('/api/results.json')).json()) as { journal: { hash: string } };
  await expect(page.getByText(journal.hash)).toBeVisible();

  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: printWords.en['what.summary'] })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: printWords.en.print })).toBeHidden();
});

test('score sheets are one page per judge, filled or blank, with what came from paper', async ({ browser }) => {
  await playAll();
  const page = await atTheDesk(browser);
  const { en } = printWords;
  expect(await paper(page, 'blank', 'en')).toBe(5);
  await expect(page.locator('.sheet').first()).toContainText('0–100');
  await expect(page.locator('main')).not.toContainText('30.11');
  expect(await paper(page, 'sheets', 'en')).toBe(5);
  const third = (sheet: number) =>
    page.locator('.sheet').nth(sheet).getByRole('row').filter({ hasText: 'Sample project 3' });
  const first = page.locator('.sheet').first();
  await expect(first.getByRole('row').filter({ hasText: 'Sample project 1' })).toContainText('60.11');
  await expect(first).toContainText('示例评语');
  await expect(third(0)).toContainText(en['status.open']);
  await show.operator.tell({ type: 'scoring.close', entry: entryId(3) });
  await page.getByRole('button', { name: en.refresh }).click();
  await expect(third(0)).toContainText(en.fromPaper);
  await expect(third(4)).toContainText(en['status.absent']);
  expect(await paper(page, 'host-card', 'en')).toBe(1);
});

test('seat cards fit eight on a page, survive a restart, and are replaced only for the seats somebody chose', async ({
  browser,
}) => {
  const page = await atTheDesk(browser);
  const zh = printWords['zh-CN'];
  expect(await paper(page, 'cards', 'zh-CN')).toBe(1);
  const { cards } = (await (await show.desk.post('/api/cards', {})).json()) as { cards: { digits: string }[] };
  for (const { digits } of cards)
    await expect(page.getByText(`${digits.slice(0, 3)} ${digits.slice(3)}`)).toBeVisible();
  await expect(page.getByRole('img', { name: zh.cardScan })).toHaveCount(7);
  await page.getByLabel(zh.cardLarge).check();
  await expect(page.locator('.sheet')).toHaveCount(7);

  await (
    await stopServer()
  )();
  await page.reload();
  await expect(page.getByRole('heading', { name: fill(zh.hiddenTitle, { n: 5 }) })).toBeVisible();
  await page.getByLabel('示例评委 4').check();
  await page.getByRole('button', { name: fill(zh.replaceChosen, { n: 1 }) }).click();
  await expect(page.getByRole('heading', { name: fill(zh.hiddenTitle, { n: 4 }) })).toBeVisible();
  const join = (code: string | undefined) => show.server.device().post('/api/join', { code, takeOver: true });
  expect((await join(cards[3]?.digits)).status).toBe(401);
  expect((await join(cards[2]?.digits)).status).toBe(200);
});

test('paper is for the operator: others are asked for the code', async ({ page }) => {
  await page.goto(`${show.server.url}/print/summary`);
  await expect(page.getByRole('textbox')).toBeVisible();
  await expect(page.locator('.sheet')).toHaveCount(0);
});
