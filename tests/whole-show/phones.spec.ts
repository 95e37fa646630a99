// The first page and the phones in the hall, in a real browser: what a guest sees before, during and after publication, with
// the hall killed under it, in both languages, and on a browser that runs no script.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { audienceWords } from '#client-kit/wording/audience.ts';
import { welcomeWords } from '#client-kit/wording/welcome.ts';
import { fill } from '#client-kit/wording/translate.ts';
import { entryId, exampleEvent } from '#tests/kit/example-event.ts';
import { endAll, startProgram, type ServerProgram } from '#tests/kit/process.ts';
import { until, type Line } from '#tests/kit/server.ts';

const { 'zh-CN': zh, en } = audienceWords;

let server: ServerProgram;
let operator: Line<'operator'>;

test.beforeEach(async () => {
  server = await startProgram();
  operator = (await server.device().join(server.operatorCode)).connect('operator');
  await until('the desk has a view', () => operator.messages.length > 0);
});
test.afterEach(async () => {
  operator.close();
  await endAll();
});

const begin = () =>
  operator.tell(
    { type: 'event.define', definition: exampleEvent({ entries: 2, judges: 1, cutLine: 1 }) },
    { type: 'rules.confirm' },
    { type: 'event.start' },
  );

/** Both entries are scored from paper by the one judge: 91.30 and 84.20. */
async function publish(): Promise<void> {
  for (const [number, mark] of [
    [1, '91.3'],
    [2, '84.2'],
  ] as const) {
    const entry = entryId(number);
    await operator.tell({ type: 'stage.call', entry }, { type: 'scoring.open', entries: [entry] });
    const [seat] = operator.view.definition?.panel ?? [];
    const [item] = operator.view.definition?.criteria ?? [];
    await operator.tell(
      {
        type: 'sheet.enter-from-paper',
        entry,
        seat: seat?.seat as never,
        baseVersion: 0,
        marks: [{ criterion: item?.id as never, mark: mark as never }],
        remark: '',
        reason: '示例原因',
      },
      { type: 'scoring.close', entry },
      { type: 'result.reveal', entry },
    );
  }
  await operator.tell({ type: 'result.publish' });
}

async function expectNoFaults(page: Page): Promise<void> {
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  // Nothing sticks out of a small phone.
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

test('a guest follows the event on a phone, from before it is set up to the ranking', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(`${server.url}/a`);
  await expect(page.getByRole('heading', { name: zh.notReady })).toBeVisible();

  await begin();
  await expect(page.getByRole('heading', { name: '示例决赛' })).toBeVisible();
  await expect(page.getByRole('heading', { name: zh.notYet })).toBeVisible();
  await expectNoFaults(page);
  await page.getByText(zh.passOn).click();
  const address = `${await server.hallUrl()}/`;
  const code = page.getByRole('img', { name: fill(zh.qrLabel, { address }) });
  await expect(code).toBeVisible();
  expect(await code.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);

  await publish();
  const first = page.getByRole('listitem').filter({ hasText: fill(zh.rankOf, { rank: 1 }) });
  await expect(first).toContainText('示例项目 1');
  await expect(first).toContainText('91.30');
  // Below the line: named, without place and score.
  await expect(page.getByRole('listitem').filter({ hasText: '示例项目 2' })).toBeVisible();
  await expect(page.getByText('84.20')).toHaveCount(0);
  await expectNoFaults(page);

  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: en.ranking })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Sample final' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: en.ranking })).toBeVisible();
  await context.close();
});

test('a phone that loses the hall keeps what it knew, says from when, and is back by itself', async ({ browser }) => {
  await begin();
  await publish();
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(`${server.url}/a`);
  await expect(page.getByText('91.30')).toBeVisible();
  const [pid] = server.hallPids();
  // Stopped, not killed: it holds its port and says nothing, as a hall behind a dead access point.
  process.kill(pid ?? 0, 'SIGSTOP');
  await context.setOffline(true);
  await expect(page.getByText(zh.offline)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('91.30')).toBeVisible();
  await expectNoFaults(page);
  process.kill(pid ?? 0, 'SIGKILL');
  await context.setOffline(false);
  await expect(page.getByText(zh.offline)).toBeHidden({ timeout: 60_000 });
  await expect(page.getByText('91.30')).toBeVisible();
  await context.close();
});

test('a browser without script is sent to the page that needs none', async ({ browser }) => {
  await begin();
  await publish();
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(`${server.url}/a`);
  await page.waitForURL(/\/plain/);
  await expect(page.getByRole('row').filter({ hasText: '91.30' })).toContainText('Sample project 1');
  await context.close();
});

for (const [locale, words] of Object.entries(welcomeWords))
  test(`the first page leads every device to its place (${locale})`, async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width: 360, height: 640 }, locale });
    const page = await context.newPage();
    await page.goto(server.url);
    for (const [name, href] of [
      [words.judge, '/judge'],
      [words.screen, '/screen'],
      [words.operator, '/host'],
      [words.cue, '/cue'],
      [words.audience, '/a'],
    ] as const)
      await expect(page.getByRole('link', { name: new RegExp(`^${name}`) })).toHaveAttribute('href', href);
    await expect(page.getByRole('img', { name: fill(words.qrLabel, { address: server.url }) })).toBeVisible();
    await expectNoFaults(page);
    await page.getByRole('link', { name: new RegExp(`^${words.audience}`) }).click();
    await expect(page.getByRole('heading', { name: audienceWords[locale as 'en'].notReady })).toBeVisible();
    await context.close();
  });
