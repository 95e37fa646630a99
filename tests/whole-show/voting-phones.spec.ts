// The audience votes, in a real browser against the real hall: two taps, a receipt only once it is stored, the truth in every
// trouble, and a vote that survives a reload, a lost answer, a forbidden storage and a network without WebSockets.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { audienceWords, type AudienceWord } from '#client-kit/wording/audience.ts';
import { fill, type Blanks } from '#client-kit/wording/translate.ts';
import { voteLeaf } from '#db/merkle.ts';
import type { Poll } from '#domain/voting/poll.ts';
import { plainWords } from '#server/hall/plain-words.ts';
import { countOf, pollId, pollingDay, run, type PollingDay } from '#tests/kit/polling-day.ts';
import { endAll } from '#tests/kit/process.ts';
import { until } from '#tests/kit/server.ts';

const say = (word: AudienceWord, blanks: Blanks = {}) => fill(audienceWords['zh-CN'][word], blanks);
const lines: { close(): void }[] = [];
const keep = <T extends { close(): void }>(line: T): T => {
  lines.push(line);
  return line;
};
test.afterEach(async () => {
  lines.splice(0).forEach((line) => line.close());
  await endAll();
});

const begin = async (changes: Partial<Poll> = {}): Promise<PollingDay> => {
  const day = await pollingDay(keep, changes);
  await day.operator.tell({ type: 'poll.open', poll: pollId });
  return day;
};

async function phone(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'zh-CN', ...options });
  return context.newPage();
}
/** By its name; in a ranking the place it was given comes after that. */
function entry(page: Page, number: number) {
  const name = new RegExp(`示例项目 ${number}(?: \\d)?$`);
  return page.getByRole('radio', { name }).or(page.getByRole('checkbox', { name }));
}
const press = (page: Page, word: AudienceWord, blanks: Blanks = {}) =>
  page.getByRole('button', { name: say(word, blanks), exact: true }).click();
const headed = (page: Page, word: AudienceWord, blanks: Blanks = {}) =>
  expect(page.getByRole('heading', { name: say(word, blanks), exact: true })).toBeVisible();

async function expectNoFaults(page: Page): Promise<void> {
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

const receiptOn = async (page: Page): Promise<string> =>
  (await page.getByRole('definition').first().textContent())?.trim() ?? '';

/** Closed, counted and shown to the hall. */
async function reveal(day: PollingDay): Promise<void> {
  await day.operator.tell({ type: 'poll.close', run: run(1) });
  await until('it is counted', () => countOf(day) !== null);
  await day.operator.tell({ type: 'poll.reveal', run: run(1) });
}

test('a guest votes with two taps and can check the receipt once the result is out', async ({ browser }) => {
  const day = await begin();
  const page = await phone(browser);
  await page.goto(`${day.hall}/#b=${day.codes[0]}`);
  await expectNoFaults(page);
  await entry(page, 1).click();
  await press(page, 'vote.one');
  await headed(page, 'cast.one');
  await expectNoFaults(page);
  const receipt = await receiptOn(page);
  expect(receipt).toMatch(/^[2-9A-Z]{10}$/);
  // The code is kept by the phone, and no longer in an address that could be passed on.
  expect(page.url()).not.toContain('b=');

  await page.reload();
  await headed(page, 'cast.one');
  expect(await receiptOn(page)).toBe(receipt);

  await day.operator.tell({ type: 'poll.close', run: run(1) });
  await headed(page, 'closed');
  await until('it is counted', () => countOf(day) !== null);
  await expect(page.getByText(say('votedInAll', { count: 1 }))).toHaveCount(0);
  await day.operator.tell({ type: 'poll.reveal', run: run(1) });
  await expect(page.getByRole('listitem').filter({ hasText: say('first') })).toContainText('示例项目 1');
  await expectNoFaults(page);

  await page.getByRole('link', { name: say('receipts') }).click();
  const mine = day.operator.view.definition?.entries[0]?.id ?? '';
  await expect(page.locator('body')).toContainText(voteLeaf(receipt, [mine]).toString('hex'));
  await page.context().close();
});

test('a code is typed by hand; a wrong one, and one that was used on another phone, are told so', async ({
  browser,
}) => {
  const day = await begin();
  const [code = ''] = day.codes;
  const page = await phone(browser);
  await page.goto(day.hall);
  const box = page.getByLabel(say('codeEnter'));
  await box.fill('abc');
  await press(page, 'codeUse');
  await expect(page.getByText(say('codeLength', { count: 3 }))).toBeVisible();
  await box.fill('22222-22222');
  await press(page, 'codeUse');
  await expect(page.getByText(say('refused.vote.code-unknown'))).toBeVisible();
  await expectNoFaults(page);
  await box.fill(code.toLowerCase().replace('-', ' '));
  await press(page, 'codeUse');
  await entry(page, 1).click();
  await press(page, 'vote.one');
  await headed(page, 'cast.one');

  const other = await phone(browser);
  await other.goto(`${day.hall}/#b=${code}`);
  await entry(other, 2).click();
  await press(other, 'vote.one');
  await headed(other, 'codeElsewhere');
  await reveal(day);
  expect(countOf(day)?.result?.ballots).toBe(1);
  await page.context().close();
  await other.context().close();
});

test('a vote whose answer is lost is sent again after a reload, and counted once', async ({ browser }) => {
  const day = await begin();
  const page = await phone(browser);
  let isDeaf = false;
  await page.routeWebSocket(/socket\.io/, (socket) => {
    const hall = socket.connectToServer();
    // An answer to a question begins with 43.
    hall.onMessage((message) => {
      if (!(isDeaf && String(message).startsWith('43'))) socket.send(message);
    });
  });
  await page.goto(`${day.hall}/#b=${day.codes[0]}`);
  await entry(page, 2).click();
  isDeaf = true;
  await press(page, 'vote.one');
  await headed(page, 'waiting.title');
  await expect(page.getByText(say('waiting.kept'))).toBeVisible();
  await expectNoFaults(page);
  await page.reload();
  await headed(page, 'waiting.title');
  isDeaf = false;
  await press(page, 'retry');
  await headed(page, 'cast.one');
  await reveal(day);
  expect(countOf(day)?.result?.ballots).toBe(1);
  await page.context().close();
});

test('what was voted without a network is cast when it is back, or is told to be too late', async ({ browser }) => {
  const day = await begin();
  const [page, late] = [await phone(browser), await phone(browser)];
  for (const [at, each] of [page, late].entries()) {
    await each.goto(`${day.hall}/#b=${day.codes[at]}`);
    await entry(each, 1).click();
    await each.context().setOffline(true);
    await press(each, 'vote.one');
    await headed(each, 'waiting.title');
  }
  await page.context().setOffline(false);
  await headed(page, 'cast.one');
  await day.operator.tell({ type: 'poll.close', run: run(1) });
  await until('it is counted', () => countOf(day) !== null);
  await late.context().setOffline(false);
  await headed(late, 'closed');
  await expect(late.getByText(say('refused.vote.too-late'))).toBeVisible();
  expect(countOf(day)?.result?.ballots).toBe(1);
  await page.context().close();
  await late.context().close();
});

test('an order is tapped on an unverified phone that keeps nothing, and changed', async ({ browser }) => {
  const day = await begin({ ask: { kind: 'rank', max: 2 }, ballots: 'device', mayChange: true });
  const page = await phone(browser);
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new Error('denied');
      },
    });
  });
  await page.goto(day.hall);
  await expect(page.getByText(say('unverified'))).toBeVisible();
  await entry(page, 2).click();
  await entry(page, 1).click();
  await press(page, 'vote.rank');
  await headed(page, 'cast.rank', {});
  await expect(page.getByRole('listitem').first()).toContainText('示例项目 2');
  await page.reload();
  await headed(page, 'cast.rank');
  await press(page, 'change');
  await entry(page, 2).click();
  await press(page, 'vote.rank');
  await expect(page.getByRole('listitem')).toHaveCount(1);
  await expect(page.getByRole('listitem').first()).toContainText('示例项目 1');
  await page.context().close();
});

test('where nothing but plain requests comes through, votes come through', async ({ browser }) => {
  const day = await begin({ ballots: 'device' });
  const page = await phone(browser);
  await page.addInitScript(() => {
    Object.defineProperty(window, 'WebSocket', {
      value: function () {
        throw new Error('blocked');
      },
    });
  });
  await page.goto(day.hall);
  await entry(page, 1).click({ timeout: 60_000 });
  await press(page, 'vote.one');
  await headed(page, 'cast.one');
  await page.context().close();
});

test('a phone without script votes by the form and gets its receipt once', async ({ browser }) => {
  const words = plainWords['zh-CN'];
  const day = await begin();
  const page = await phone(browser, { javaScriptEnabled: false });
  await page.goto(`${day.hall}/plain`);
  await page.getByRole('button', { name: words.vote }).click();
  await expect(page.getByText(words.none)).toBeVisible();
  for (const outcome of [words.voted, words['vote.already-cast']]) {
    await page.goto(`${day.hall}/plain`);
    await page.getByRole('radio', { name: /示例项目 1/ }).check();
    await page.getByLabel(words.code).fill(day.codes[0] ?? '');
    await page.getByRole('button', { name: words.vote }).click();
    await expect(page.getByText(outcome)).toBeVisible();
  }
  await reveal(day);
  expect(countOf(day)?.result?.ballots).toBe(1);
  await page.goto(`${day.hall}/plain`);
  await expect(page.getByRole('row').filter({ hasText: '示例项目 1' })).toContainText('100.0%');
  await page.context().close();
});
