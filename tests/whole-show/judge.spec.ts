// A judge's tablet in a real browser against the real server: joining, every way of giving a mark, cuts, kills, reloads,
// take-over, returns. The network is cut by closing the page's own sockets, as a router does.
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import type { Command } from '#domain/commands.ts';
import type { EntryId } from '#domain/ids.ts';
import { demonstration } from '#domain/presets/demonstration.ts';
import { fill } from '#client-kit/wording/translate.ts';
import { judgeWords, type JudgeWord } from '#client-kit/wording/judge.ts';
import { makeOpId } from '#client-kit/op-id.ts';
import type { SeatCard } from '#protocol/http.ts';
import { Device, until, type Line } from '#tests/kit/server.ts';
import { ServerProcess } from './kit/server-process.ts';

const zh = (word: JudgeWord, blanks: Record<string, string | number> = {}) => fill(judgeWords['zh-CN'][word], blanks);
const entries = demonstration.entries.map(({ id }) => id);
const entry = (number: number): EntryId => entries[number - 1] ?? ('' as EntryId);
const seat = (number: number) => demonstration.panel[number - 1]?.seat ?? ('' as never);
const landscape = { width: 1180, height: 820 };

let server: ServerProcess;
let operator: Line<'operator'>;
let cards: readonly SeatCard[];

test.beforeEach(async () => {
  server = await ServerProcess.start();
  const desk = await new Device(server.url).join(server.operatorCode);
  operator = desk.connect('operator');
  await run({ type: 'event.define', definition: demonstration }, { type: 'rules.confirm' }, { type: 'event.start' });
  cards = ((await (await desk.post('/api/cards')).json()) as { cards: SeatCard[] }).cards;
});
test.afterEach(async () => {
  operator.close();
  await server.kill();
});

async function run(...commands: readonly Command[]): Promise<void> {
  for (const command of commands) {
    const answer = await operator.sendUntilAnswered(command, makeOpId());
    if (!answer.ok) throw new Error(`${command.type} was refused: ${answer.code}`);
    await until('the console shows it', () => (operator.messages.at(-1)?.seq ?? 0) >= answer.seq);
  }
}
const openScoring = (number: number) =>
  run({ type: 'stage.call', entry: entry(number) }, { type: 'scoring.open', entries: [entry(number)] });
const others = [1, 2, 4, 5, 6, 7].map(seat);

/** Everybody else is marked absent, so that the entry can be closed. */
async function close(number: number, ...absent: readonly number[]): Promise<void> {
  const away = [...others, ...absent.map(seat)];
  for (const known of away)
    await run({ type: 'sheet.mark-absent', seat: known, entries: [entry(number)], reason: '测试' });
  await run({ type: 'scoring.close', entry: entry(number) });
}
const deskSheet = (number: number) =>
  operator.view.entries.find(({ card }) => card.id === entry(number))?.sheets.find((sheet) => sheet.seat === seat(3));

/** A tablet of seat 3 whose sockets can be cut and joined again. */
async function tablet(context: BrowserContext) {
  const page = await context.newPage();
  let isCut = false;
  const sockets: { close: () => Promise<void> }[] = [];
  await page.routeWebSocket(/socket\.io/, (socket) => {
    if (isCut) return void socket.close();
    socket.connectToServer();
    sockets.push(socket);
  });
  await page.route(/\/socket\.io\//, (route) => (isCut ? route.abort() : route.continue()));
  const key = cards[2]?.link.split('/').pop() ?? '';
  await page.goto(`${server.url}/j/${key}`);
  await expect(page).toHaveURL(`${server.url}/judge`);
  return {
    page,
    cut: async () => {
      isCut = true;
      for (const socket of sockets.splice(0)) await socket.close();
      await expect(page.getByRole('banner')).toContainText(zh('offline'));
    },
    join: () => {
      isCut = false;
    },
  };
}

const strip = (page: Page, state: string) => page.locator(`[data-save-state="${state}"]`);
const press = (page: Page, word: JudgeWord, blanks = {}) =>
  page.getByRole('button', { name: zh(word, blanks), exact: true }).click();

/** Types a mark for every item; ends in the review. */
async function typeMarks(page: Page, ...marks: readonly string[]): Promise<void> {
  await expect(page.getByRole('region', { name: zh('items') })).toBeVisible();
  for (const mark of marks) {
    await page.keyboard.type(mark);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('button', { name: zh('backToSheet') })).toBeVisible();
}

test.use({ viewport: landscape, locale: 'zh-CN', hasTouch: true });

test('a judge joins by the link, scores by slider, stepper, keys and keyboard, and is told when it is saved', async ({
  context,
}) => {
  const { page } = await tablet(context);
  await expect(page.getByRole('heading', { name: /请稍候/ })).toBeVisible();
  // Opening the link again uses nothing up.
  await page.goto(`${server.url}/j/${cards[2]?.link.split('/').pop() ?? ''}`);
  await expect(page.getByRole('heading', { name: /请稍候/ })).toBeVisible();
  await openScoring(1);
  await expect(page.getByRole('heading', { name: demonstration.entries[0]?.title.zh ?? '' })).toBeVisible();
  await expect(strip(page, 'draft')).toContainText(zh('save.draftNone'));

  // The slider: the first touch sets the value under the finger; arrows move it by one step.
  const slider = page.getByRole('slider', { name: '群众性' });
  await expect(slider).toHaveAttribute('aria-valuetext', zh('notScored'));
  expect(await slider.getAttribute('aria-valuenow')).toBeNull();
  const box = await slider.boundingBox();
  if (box === null) throw new Error('the slider has no place on the page');
  await page.mouse.click(box.x + 4 + (box.width - 8) * 0.85, box.y + box.height / 2);
  await expect(slider).toHaveAttribute('aria-valuenow', '18.5');
  await slider.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuenow', '18.6');
  // A finger that moves away is scrolling: the old mark comes back.
  await page.mouse.move(box.x + 4 + (box.width - 8) * 0.2, box.y + box.height / 2);
  await page.mouse.down();
  await expect(slider).toHaveAttribute('aria-valuenow', '12');
  await page.mouse.move(box.x + 4 + (box.width - 8) * 0.2, box.y + box.height / 2 + 40);
  await page.mouse.up();
  await expect(slider).toHaveAttribute('aria-valuenow', '18.6');

  // The stepper.
  const more = page.getByRole('button', { name: zh('more', { item: '生活性', step: '0.1' }) });
  await more.click();
  await more.click();
  await expect(page.getByRole('slider', { name: '生活性' })).toHaveAttribute('aria-valuenow', '15.1');

  // The docked keys: out of range keeps the old mark and says the range.
  const keys = page.getByRole('region', { name: zh('keypad') });
  await page.getByRole('button', { name: zh('valueOf', { item: '共同性', value: zh('notScored') }) }).click();
  for (const key of ['1', '9', '.', '5'])
    await keys.getByRole('button', { name: key === '.' ? zh('point') : key, exact: true }).click();
  await expect(page.getByRole('slider', { name: '共同性' })).toHaveAttribute('aria-valuenow', '19.5');
  await press(page, 'next', { item: '创新性' });
  await keys.getByRole('button', { name: '9', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText(zh('outOfRange', { min: '10.0', max: '20.0' }));
  await page.keyboard.type('17.25');
  await expect(page.getByRole('alert')).toContainText(zh('offStep', { step: '0.1' }));
  await expect(page.getByRole('slider', { name: '创新性' })).toHaveAttribute('aria-valuenow', '17.2');

  // A reload in the middle costs nothing.
  await page.reload();
  await expect(page.getByRole('slider', { name: '群众性' })).toHaveAttribute('aria-valuenow', '18.6');
  await expect(page.getByRole('button', { name: zh('missing', { n: 1 }) })).toBeDisabled();
  await page.keyboard.type('16');
  await page.keyboard.press('Enter');
  await press(page, 'submit', { total: '86.40' });
  await expect(strip(page, 'saved')).toBeVisible();
  await until('the desk has it', () => deskSheet(1)?.status === 'submitted');
  await expect(page.getByText(/^01-3-[0-9A-F]{4}$/)).toBeVisible();
  expect(JSON.stringify(operator.view)).not.toContain('86.40');
});

test('a score submitted while the server is dead is queued, and saved once when it is back', async ({ context }) => {
  const { page } = await tablet(context);
  await openScoring(1);
  await typeMarks(page, '18', '17', '19', '16', '15');
  await server.kill();
  await press(page, 'submit', { total: '85.00' });
  await expect(strip(page, 'queued')).toBeVisible();
  await expect(page.getByRole('heading', { name: zh('done.queued') })).toBeVisible();
  await server.restart();
  await expect(strip(page, 'saved')).toBeVisible({ timeout: 20_000 });
  await until('the desk has it', () => deskSheet(1)?.status === 'submitted');
  expect(deskSheet(1)?.version).toBe(1);
});

test('a reload with the line still cut shows the open sheet, lets it be finished, and delivers it by itself', async ({
  context,
}) => {
  const { page, cut, join } = await tablet(context);
  await openScoring(1);
  await expect(page.getByRole('region', { name: zh('items') })).toBeVisible();
  await page.keyboard.type('18');
  await page.keyboard.press('Enter');
  await cut();
  await page.reload();
  await expect(page.getByRole('slider', { name: '群众性' })).toHaveAttribute('aria-valuenow', '18');
  await typeMarks(page, '17', '19', '16', '15');
  await press(page, 'submit', { total: '85.00' });
  await expect(strip(page, 'queued')).toBeVisible();
  // Waiting survives a second reload, too.
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(strip(page, 'queued')).toBeVisible();
  join();
  await expect(strip(page, 'saved')).toBeVisible({ timeout: 20_000 });
  expect(deskSheet(1)?.version).toBe(1);
});

test('a score that comes back two entries later is held for the operator and never lands on another entry', async ({
  context,
}) => {
  const { page, cut, join } = await tablet(context);
  await openScoring(1);
  await typeMarks(page, '18', '17', '19', '16', '15');
  await cut();
  await press(page, 'submit', { total: '85.00' });
  await expect(strip(page, 'queued')).toBeVisible();
  for (const number of [1, 2]) {
    if (number === 2) await openScoring(2);
    // The rest of the panel is away, so one of them hands in from paper.
    await run({
      type: 'sheet.enter-from-paper',
      entry: entry(number),
      seat: seat(1),
      baseVersion: 0,
      marks: demonstration.criteria.map(({ id }) => ({ criterion: id, mark: '15' as never })),
      remark: '',
      reason: '纸质评分表',
    });
    for (const away of [2, 3, 4, 5, 6, 7])
      await run({ type: 'sheet.mark-absent', seat: seat(away), entries: [entry(number)], reason: '断网' });
    await run({ type: 'scoring.close', entry: entry(number) });
  }
  await openScoring(3);
  join();
  await expect(page.getByRole('heading', { name: zh('done.held', { n: '01' }) })).toBeVisible({ timeout: 20_000 });
  await expect(strip(page, 'locked')).toContainText(zh('save.lockedHeld'));
  await press(page, 'goOn', { n: '03' });
  await expect(page.getByRole('heading', { name: demonstration.entries[2]?.title.zh ?? '' })).toBeVisible();
  await expect(page.getByText(zh('matter.held', { n: '01' }))).toBeVisible();
  await expect(page.getByRole('slider', { name: '群众性' })).toHaveAttribute('aria-valuetext', zh('notScored'));
  expect(deskSheet(3)?.status).toBe('not-scored');
  await run({ type: 'held.admit', entry: entry(1), seat: seat(3), reason: '断网，确认有效' });
  expect(deskSheet(1)?.status).toBe('submitted');
  await expect(page.getByText(zh('matter.held', { n: '01' }))).toHaveCount(0);
});

test('a spare tablet takes the seat over, the old one is told and takes it back with the card', async ({
  browser,
  context,
}) => {
  const { page } = await tablet(context);
  const other = await browser.newContext({ viewport: landscape, locale: 'zh-CN' });
  const spare = await other.newPage();
  const digits = cards[2]?.digits ?? '';
  await spare.goto(`${server.url}/judge`);
  await expect(spare.getByRole('heading', { name: zh('enterCode') })).toBeVisible();
  await spare.keyboard.type('000000');
  await press(spare, 'enter');
  await expect(spare.getByRole('alert')).toContainText('号码不对');
  // The digits stay to be corrected.
  await expect(spare.getByRole('group', { name: zh('codeLabel', { n: 6 }) })).toBeVisible();
  await press(spare, 'clear');
  await spare.keyboard.type(digits);
  await press(spare, 'enter');
  await expect(spare.getByRole('heading', { name: zh('seatInUse') })).toBeVisible();
  await press(spare, 'takeOver');
  await expect(spare.getByRole('heading', { name: /请稍候/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: zh('takenOver') })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: zh('takenOver') })).toBeVisible();
  await press(page, 'takeBackSeat');
  await expect(page.getByRole('heading', { name: zh('enterCode') })).toBeVisible();
  await page.keyboard.type(digits);
  await press(page, 'enter');
  await press(page, 'takeOver');
  await expect(page.getByRole('heading', { name: /请稍候/ })).toBeVisible();
  await expect(spare.getByRole('heading', { name: zh('takenOver') })).toBeVisible();
  await other.close();
});

test('returned, unchanged, reminded, recused, taken back, calling for help: each is said plainly', async ({
  context,
}) => {
  const { page } = await tablet(context);
  await openScoring(1);
  await typeMarks(page, '18', '17', '19', '16', '15');
  await press(page, 'submit', { total: '85.00' });
  await expect(strip(page, 'saved')).toBeVisible();

  await run({ type: 'sheet.return', entry: entry(1), seat: seat(3), reason: '请核对“成效性”' });
  await expect(page.getByRole('heading', { name: zh('returned.title', { n: '01' }) })).toBeVisible();
  await expect(strip(page, 'returned')).toContainText('请核对“成效性”');
  await press(page, 'returned.unchanged');
  await expect(strip(page, 'saved')).toBeVisible();
  await until('the desk has the second version', () => deskSheet(1)?.version === 2);

  await press(page, 'takeBack');
  await expect(page.getByRole('slider', { name: '成效性' })).toHaveAttribute('aria-valuenow', '15');
  await run({ type: 'judge.remind', entry: entry(1), seats: [seat(3)] });
  await expect(page.getByText(zh('matter.reminded', { n: '01' }))).toBeVisible();
  await press(page, 'reviewAndSubmit');
  await press(page, 'submit', { total: '85.00' });
  await expect(strip(page, 'saved')).toBeVisible();
  await close(1);
  await expect(strip(page, 'locked')).toBeVisible();

  await run(
    { type: 'sheet.recuse', seat: seat(3), entries: [entry(2)], reason: '亲属' },
    { type: 'stage.call', entry: entry(2) },
  );
  await expect(page.getByText(zh('recused'))).toBeVisible();

  await press(page, 'callHelp');
  await until('the console shows the call', () => operator.view.judges.some((judge) => judge.isCallingForHelp));
  await press(page, 'callingHelp');
  await until('the call is over', () => operator.view.judges.every((judge) => !judge.isCallingForHelp));
});

test('several open sheets are chosen by number and name, and a second one never replaces the first', async ({
  context,
}) => {
  const { page } = await tablet(context);
  await run({ type: 'stage.call', entry: entry(1) }, { type: 'stage.call', entry: entry(2) });
  await run({ type: 'scoring.open', entries: [entry(1), entry(2)] });
  await expect(page.getByRole('heading', { name: zh('pickTitle', { n: 2 }) })).toBeVisible();
  await page.getByRole('button', { name: zh('openSheet', { n: '02' }) }).click();
  await typeMarks(page, '18', '17', '19', '16', '15');
  await press(page, 'submit', { total: '85.00' });
  await expect(page.getByRole('heading', { name: zh('done.saved', { n: '02' }) })).toBeVisible();
  await press(page, 'goOn', { n: '01' });
  await expect(page.getByRole('heading', { name: demonstration.entries[0]?.title.zh ?? '' })).toBeVisible();
  expect(deskSheet(1)?.status).toBe('not-scored');
  expect(deskSheet(2)?.status).toBe('submitted');
});

for (const [width, height] of [
  [1180, 820],
  [820, 1180],
  [1024, 640],
] as const)
  for (const lang of ['zh-CN', 'en'])
    test(`five items fit on ${width} × ${height} in ${lang}, with nothing to be found fault with`, async ({
      context,
    }) => {
      const { page } = await tablet(context);
      await page.setViewportSize({ width, height });
      await page.goto(`${server.url}/judge?lang=${lang}`);
      await openScoring(1);
      const words = judgeWords[lang === 'en' ? 'en' : 'zh-CN'];
      const items = page.getByRole('region', { name: words.items });
      await expect(items.getByRole('slider')).toHaveCount(5);
      expect(await items.evaluate((list) => list.scrollHeight - list.clientHeight)).toBeLessThanOrEqual(1);
      const outside = await page.evaluate(() =>
        [...document.querySelectorAll('button, [role=slider], h1')]
          .map((element) => ({ element, box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && (box.right > innerWidth + 1 || box.bottom > innerHeight + 1))
          .map(({ element }) => element.textContent),
      );
      expect(outside).toEqual([]);
      const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
      expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    });
