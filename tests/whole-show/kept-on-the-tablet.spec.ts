// What a tablet holds survives what happens in a hall: ten minutes without a network, a page that is loaded again, a server
// that is started again, a link that dies without a word, another tablet in the same seat. It arrives once, or is found.
import { expect, test, type Browser, type Page } from '@playwright/test';
import { judgeWords } from '#client-kit/wording/judge.ts';
import { fill } from '#client-kit/wording/translate.ts';
import type { EntryId, SeatId } from '#domain/ids.ts';
import { demonstration } from '#domain/presets/demonstration.ts';
import { until } from '#tests/kit/server.ts';
import { BreakableLine } from './kit/breakable-line.ts';
import { totalOf, type Marks } from './kit/calculator.ts';
import { journalOf } from './kit/journal-of.ts';
import { PreparedHall } from './kit/prepared-hall.ts';
import { openDevice } from './kit/recorded-page.ts';
import { TabletPage } from './kit/tablet-page.ts';

test.setTimeout(120_000);

const definition = {
  ...demonstration,
  entries: demonstration.entries.slice(0, 3),
  panel: demonstration.panel.slice(0, 2),
  rules: { ...demonstration.rules, cutLine: 2 },
  awards: [],
};
const entry = (number: number) => demonstration.entries[number - 1]?.id as EntryId;
const seat = 'seat-1' as SeatId;
const first: Marks = ['17.3', '18.1', '16.4', '19', '15.5'];
const second: Marks = ['16.8', '17', '18.2', '17.7', '16.1'];
const words = judgeWords['zh-CN'];

let hall: PreparedHall;
let line: BreakableLine;
test.afterEach(async () => {
  line.close();
  await hall.close();
});

const sheetOf = (number: number) => hall.operator.view.entries[number - 1]?.sheets.find((known) => known.seat === seat);
const saveState = (page: Page, state: string) => page.locator(`[data-save-state="${state}"]`);
const isOffline = (page: Page) => expect(page.getByRole('banner')).toContainText(words.offline, { timeout: 15_000 });

async function begin(browser: Browser): Promise<TabletPage> {
  hall = await PreparedHall.start(browser, definition);
  line = await BreakableLine.to(hall.server.port);
  await hall.joinJudges(1, line.url);
  const [tablet] = hall.tablets;
  if (tablet === undefined) throw new Error('no tablet has joined');
  await open(1);
  await tablet.seesSheet(1);
  return tablet;
}
const open = (number: number) =>
  hall.tell({ type: 'stage.call', entry: entry(number) }, { type: 'scoring.open', entries: [entry(number)] });

/** Everything but the pages, which a browser may have kept, can be cut off; a relay would cut off those, too. */
async function cutter(page: Page) {
  let isCut = false;
  const sockets: { close: () => Promise<void> }[] = [];
  await page.routeWebSocket(/socket\.io/, (socket) => {
    if (isCut) return void socket.close();
    socket.connectToServer();
    sockets.push(socket);
  });
  await page.route(/\/(socket\.io|api)\//, (route) => (isCut ? route.abort() : route.continue()));
  return {
    cut: async () => {
      isCut = true;
      for (const socket of sockets.splice(0)) await socket.close();
    },
    join: () => (isCut = false),
  };
}

/** What the journal says of this seat's sheets, oldest first. */
async function handedIn() {
  await hall.server.stop();
  return journalOf(hall.server.data).flatMap(({ fact }) =>
    (fact.type === 'score.submitted' || fact.type === 'score.held') && fact.seat === seat
      ? [{ type: fact.type, entry: fact.entry, marks: fact.marks.map(({ mark }) => mark) }]
      : [],
  );
}

test('ten minutes without a network, a reload and a server started again: every score arrives once', async ({
  browser,
}) => {
  const tablet = await begin(browser);
  const { page } = tablet;
  await page.clock.install();
  const network = await cutter(page);
  await page.reload();
  await tablet.seesSheet(1);
  await tablet.type(first.slice(0, 2));
  await network.cut();
  await isOffline(page);
  await tablet.type(first.slice(2));
  await tablet.pressSubmit(first);
  await tablet.seesWaitingToBeSent();
  await page.clock.fastForward('05:00');
  await hall.server.kill();
  await hall.server.restart();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await isOffline(page);
  await expect(saveState(page, 'queued')).toBeVisible();
  await page.clock.fastForward('05:00');
  await expect(page.getByRole('banner')).toContainText(/0[5-9]:\d\d/);
  await expect(saveState(page, 'queued')).toBeVisible();
  network.join();
  await page.clock.fastForward('00:05');
  await expect(saveState(page, 'saved')).toBeVisible({ timeout: 20_000 });
  await open(2);
  await tablet.score(2, second);
  await page.reload();
  await expect(saveState(page, 'saved')).toBeVisible();
  expect(await handedIn()).toEqual([
    { type: 'score.submitted', entry: entry(1), marks: first },
    { type: 'score.submitted', entry: entry(2), marks: second },
  ]);
});

test('a link that dies without a word is noticed, before and after the server has the score, and it counts once', async ({
  browser,
}) => {
  const tablet = await begin(browser);
  const { page } = tablet;
  // Nothing reaches the server: it does not have the score.
  await tablet.type(first);
  line.swallow('both');
  await tablet.pressSubmit(first);
  await isOffline(page);
  await until('the server has noticed, too', () => hall.operator.presence?.judges[0]?.isOnline === false);
  expect(sheetOf(1)?.status).toBe('not-scored');
  line.mend();
  await tablet.seesSaved(1);
  // The server has the score, and its answer is lost.
  await open(2);
  await tablet.seesSheet(2);
  await tablet.type(second);
  line.swallow('down');
  await tablet.pressSubmit(second);
  await until('the server has it', () => sheetOf(2)?.status === 'submitted');
  await expect(saveState(page, 'saved')).toHaveCount(0);
  line.break();
  await isOffline(page);
  await expect(saveState(page, 'queued')).toBeVisible();
  line.mend();
  await tablet.seesSaved(2);
  await expect(page.getByText(sheetOf(2)?.receipt ?? 'no receipt').first()).toBeVisible();
  expect(await handedIn()).toEqual([
    { type: 'score.submitted', entry: entry(1), marks: first },
    { type: 'score.submitted', entry: entry(2), marks: second },
  ]);
});

test('a spare tablet goes on with the sheet, and what the old one still held is found, never merged', async ({
  browser,
}) => {
  const old = await begin(browser);
  await old.type(first.slice(0, 3));
  await until('the server knows the draft', () => hall.operator.presence?.judges[0]?.drafts[0]?.filled === 3);
  line.break();
  await isOffline(old.page);
  await old.type(first.slice(3));
  await old.pressSubmit(first);
  await old.seesWaitingToBeSent();

  const device = await openDevice(browser, { width: 1180, height: 820, locale: 'zh-CN' });
  hall.devices.push(device);
  const spare = new TabletPage(device.page, 1, 'zh-CN');
  const { pathname } = new URL((await hall.card(1)).link);
  await spare.page.goto(hall.server.url + pathname);
  await spare.page.getByRole('button', { name: words.takeOver }).click();
  await spare.seesSheet(1);
  // The three marks that the old tablet had told the server.
  for (const [index, mark] of first.slice(0, 3).entries())
    await expect(spare.page.getByRole('slider').nth(index)).toHaveAttribute('aria-valuenow', mark);
  await spare.type(second.slice(3));
  const together: Marks = [...first.slice(0, 3), ...second.slice(3)];
  await spare.pressSubmit(together);
  await spare.seesSaved(1);

  line.mend();
  await expect(old.page.getByRole('heading', { name: words.takenOver })).toBeVisible();
  await expect(old.page.getByText(fill(words['handOver.found'], { n: '01', total: totalOf(first) }))).toBeVisible();
  await until('the operator is asked', () => hall.operator.view.entries[0]?.held.length === 1);
  expect(sheetOf(1)).toMatchObject({ status: 'submitted', version: 1 });
  expect(await handedIn()).toMatchObject([
    { type: 'score.submitted', marks: together },
    { type: 'score.held', marks: first },
  ]);
});
