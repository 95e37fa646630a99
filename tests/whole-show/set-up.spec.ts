// Set-up as a clerk does it, in a real browser: from nothing to the sample by one press; from a spreadsheet with a faulty
// row, put right in place, to a started event; in both languages. Nothing typed is lost on the way.
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import type { EventDefinition } from '#domain/definition.ts';
import type { Locale } from '#domain/text.ts';
import { fieldWords } from '#client-kit/wording/set-up-fields.ts';
import { frameWords } from '#client-kit/wording/set-up-frame.ts';
import { importWords } from '#client-kit/wording/set-up-import.ts';
import { fill, type Blanks } from '#client-kit/wording/translate.ts';
import { confirmRules } from './kit/confirm-rules.ts';
import { ServerProcess } from './kit/server-process.ts';

const words = {
  'zh-CN': { ...frameWords['zh-CN'], ...fieldWords['zh-CN'], ...importWords['zh-CN'] },
  en: { ...frameWords.en, ...fieldWords.en, ...importWords.en },
};
type Word = keyof (typeof words)['en'];
const sayIn =
  (locale: Locale) =>
  (word: Word, blanks: Blanks = {}) =>
    fill(words[locale][word], blanks);
const entriesStep = { 'zh-CN': '项目名单', en: 'Entries' };

let server: ServerProcess;
test.beforeEach(async () => {
  server = await ServerProcess.start();
});
test.afterEach(async () => {
  await server.stop();
});

async function openDesk(page: Page, locale: Locale): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${server.url}/host?code=${server.operatorCode}&lang=${locale}`);
}

const savedEvent = async (page: Page): Promise<EventDefinition> =>
  (await (await page.request.get(`${server.url}/api/event.json`)).json()) as EventDefinition;

const phase = async (page: Page): Promise<string> =>
  ((await (await page.request.get(`${server.url}/healthz`)).json()) as { phase: string }).phase;

/** The published list with a hole in its third row and a number that is given twice. */
function faultyList(): Buffer {
  const lines = readFileSync(new URL('../import/fixtures/wuchang-2023.csv', import.meta.url), 'utf8').split('\n');
  const faulty = lines.map((line) => line.replace('2,南湖街道,', '2,,').replace(/^7,/, '6,'));
  return Buffer.from(faulty.join('\n'));
}

for (const locale of ['zh-CN', 'en'] as const) {
  const say = sayIn(locale);

  test(`from nothing to the started sample event by clicking (${locale})`, async ({ page }) => {
    await openDesk(page, locale);
    await page.getByRole('button', { name: say('useSample') }).click();
    await expect(page.getByRole('status')).toContainText(say('saving.saved'));
    await confirmRules(page, locale);
    await page
      .getByRole('banner')
      .getByRole('button', { name: say('toStart') })
      .click();
    await page.getByRole('button', { name: say('startNow') }).click();
    await expect.poll(() => phase(page)).toBe('live');
  });

  test(`from a list with faulty rows, put right in place, to a started event (${locale})`, async ({ page }) => {
    await openDesk(page, locale);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: faultyList() });
    const save = page.getByRole('button', { name: say('fixRows', { n: 2 }) });
    await expect(save).toBeDisabled();
    const street = page.getByLabel(say('cell', { line: 3, field: say('field.entries.subdistrict') }), { exact: true });
    await expect(street).toHaveAttribute('aria-invalid', 'true');
    await street.fill('南湖街道');
    await page.getByLabel(say('cell', { line: 8, field: say('field.entries.number') }), { exact: true }).fill('7');
    const noun = locale === 'en' ? 'projects' : '项目';
    await page.getByRole('button', { name: say('saveRows', { n: 10, what: noun }) }).click();
    await expect(page.getByRole('status')).toContainText(say('saving.saved'));
    const event = await savedEvent(page);
    expect(event.entries.map((entry) => entry.number).join(' ')).toBe('01 02 03 04 05 06 07 08 09 10');
    expect(event.entries[1]?.subdistrict).toEqual({ zh: '南湖街道' });
    await confirmRules(page, locale);
    await page
      .getByRole('banner')
      .getByRole('button', { name: say('toStart') })
      .click();
    await page.getByRole('button', { name: say('startNow') }).click();
    await expect.poll(() => phase(page)).toBe('live');
  });
}

test('what was typed while the server was away survives a reload and is saved when it is back', async ({ page }) => {
  const say = sayIn('zh-CN');
  await openDesk(page, 'zh-CN');
  await page.getByRole('button', { name: say('useSample') }).click();
  await expect(page.getByRole('status')).toContainText(say('saving.saved'));
  await page.route('**/api/command', (route) => route.abort());
  await page.getByRole('button', { name: entriesStep['zh-CN'] }).click();
  const title = page.getByLabel(say('cellOf', { field: say('title'), number: '11' }), { exact: true });
  await title.fill('改过的示例项目');
  await expect(page.getByRole('status')).toContainText(say('saving.local'));
  await page.reload();
  await page.getByRole('button', { name: entriesStep['zh-CN'] }).click();
  await expect(title).toHaveValue('改过的示例项目');
  await page.unroute('**/api/command');
  await expect(page.getByRole('status')).toContainText(say('saving.saved'));
  expect((await savedEvent(page)).entries[10]?.title.zh).toBe('改过的示例项目');
});

test('a second console takes over what the first has saved, and is asked when both have changed', async ({
  page,
  context,
}) => {
  const say = sayIn('zh-CN');
  await openDesk(page, 'zh-CN');
  await page.getByRole('button', { name: say('useSample') }).click();
  await expect(page.getByRole('status')).toContainText(say('saving.saved'));
  const other = await context.newPage();
  await other.goto(`${server.url}/host?lang=zh-CN`);
  const nameOn = (desk: Page) => desk.getByLabel(say('inChinese', { field: say('venue') }), { exact: true });
  await nameOn(page).fill('一号会场');
  await expect(nameOn(other)).toHaveValue('一号会场');
  // The other console is cut off for a moment, so that both have something of their own.
  await other.route('**/api/command', (route) => route.abort());
  await nameOn(other).fill('二号会场');
  await expect(other.getByRole('status')).toContainText(say('saving.local'));
  await nameOn(page).fill('三号会场');
  await expect(other.getByRole('button', { name: say('keepMine') })).toBeVisible();
  await other.unroute('**/api/command');
  await other.getByRole('button', { name: say('keepMine') }).click();
  await expect(other.getByRole('status')).toContainText(say('saving.saved'));
  await expect(nameOn(page)).toHaveValue('二号会场');
});

test('a problem is counted at the start button, leads to its field, and is gone when put right', async ({ page }) => {
  const say = sayIn('zh-CN');
  await openDesk(page, 'zh-CN');
  await page.getByRole('button', { name: say('useSample') }).click();
  await page.getByRole('button', { name: entriesStep['zh-CN'] }).click();
  await page.getByLabel(say('cellOf', { field: say('number'), number: '03' }), { exact: true }).fill('02');
  await page.getByRole('button', { name: say('step.devices') }).click();
  await page.getByRole('button', { name: say('fixFirst', { n: 1 }) }).click();
  const focused = page.locator('tr[data-at="/entries/2"] input:focus');
  await expect(focused).toHaveValue('02');
  await focused.fill('03');
  await expect(page.getByRole('button', { name: say('toCheck') })).toBeVisible();
});
