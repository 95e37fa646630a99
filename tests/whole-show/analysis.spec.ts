// The chief judge's look at a small final, in a real browser: margin, what would flip it, a chart and its table, in both languages.
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { analysisWords } from '#client-kit/wording/analysis.ts';
import { fill } from '#client-kit/wording/translate.ts';
import type { Command } from '#domain/commands.ts';
import type { Seat } from '#domain/seat.ts';
import type { Locale } from '#domain/text.ts';
import { criterionId, decimal, entryId, exampleEvent, seatId } from '#tests/kit/example-event.ts';
import { newOpId, startServer, type TestServer } from '#tests/kit/server.ts';

let server: TestServer;

test.use({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
test.setTimeout(90_000);
test.afterEach(() => server.stop());

const operator: Seat = { role: 'operator' };
async function tell(seat: Seat, command: Command): Promise<void> {
  const answer = await server.event.submit(seat, 'test device', newOpId(), command);
  expect(answer.ok, command.type).toBe(true);
}

/** Ten entries, five judges of whom the fourth is two points strict; the last places inside and outside are close. */
async function final(done = 10): Promise<void> {
  server = await startServer();
  const definition = exampleEvent({ entries: 10, judges: 5, cutLine: 4 }, { aggregate: { kind: 'mean' } });
  await tell(operator, { type: 'event.define', definition });
  await tell(operator, { type: 'rules.confirm' });
  await tell(operator, { type: 'event.start' });
  for (let entry = 1; entry <= done; entry += 1) await scored(entry);
}

async function scored(entry: number): Promise<void> {
  await tell(operator, { type: 'stage.call', entry: entryId(entry) });
  await tell(operator, { type: 'scoring.open', entries: [entryId(entry)] });
  for (let judge = 1; judge <= 5; judge += 1) {
    const mark = 95 - entry - (judge === 4 ? 2 : 0) + ((entry * judge) % 3) * 0.1;
    await tell(
      { role: 'judge', seat: seatId(judge) },
      {
        type: 'score.submit',
        entry: entryId(entry),
        baseVersion: 0,
        marks: [{ criterion: criterionId(1), mark: decimal(String(Math.round(mark * 100) / 100)) }],
        remark: '',
      },
    );
  }
  await tell(operator, { type: 'scoring.close', entry: entryId(entry) });
}

async function openConsole(page: Page, lang: 'zh' | 'en'): Promise<void> {
  await page.goto(`${server.url}/host?lang=${lang}&code=${server.seats.issueOperatorCode()}`);
  await expect(page.locator('[data-next]')).toBeVisible();
}

for (const [lang, locale] of [
  ['zh', 'zh-CN'],
  ['en', 'en'],
] as const satisfies readonly (readonly ['zh' | 'en', Locale])[])
  test(`tells the chief judge the margin, who is unusual and how firm the ranks are (${locale})`, async ({ page }) => {
    await final();
    const words = analysisWords[locale];
    const libraries: string[] = [];
    page.on('request', (request) => {
      if (/\/charts-[^/]*\.js$/.test(request.url())) libraries.push(request.url());
    });
    await openConsole(page, lang);
    expect(libraries).toEqual([]);
    await page.keyboard.press('f');
    const panel = page.getByRole('dialog', { name: words.title });

    const line = panel.locator('[data-card="line-4"]');
    await expect(line.getByRole('heading')).toHaveText(fill(words['line.cut'], { line: 4 }));
    await expect(line.locator('.margin')).toHaveText(/^\d+\.\d\d$/);
    await expect(panel.locator('[data-card="stability"]')).toContainText(fill('{n}', { n: 5 }));
    await expect(panel.locator('[data-card="unusual"]')).toContainText(locale === 'en' ? 'Judge 4' : '4 号评委');
    await expect(panel.locator('[data-card="unusual"]')).toContainText('|t|');

    // The charts come with their library, only now and from this server, and every one has its figures in a table.
    for (const name of ['places', 'severity', 'marks'] as const) {
      await expect(panel.getByRole('img', { name: words[`${name}Title`] }).locator('svg')).toBeVisible();
    }
    await expect(panel.locator('[data-chart="marks"] circle')).toHaveCount(50);
    expect(libraries.length).toBe(1);
    expect(libraries[0]).toContain(server.url);
    const places = panel.getByRole('table', {
      name: fill(words.placesTable, { noun: locale === 'en' ? 'projects' : '项目' }),
    });
    await expect(places.getByRole('row')).toHaveCount(11);
    const severity = panel.getByRole('table', { name: words.judgesTable });
    await expect(severity.getByRole('row').nth(4)).toContainText(words['note.strict']);

    const { violations } = await new AxeBuilder({ page })
      .include('[role="dialog"]')
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
  });

test('says that there is nothing yet, and computes again when a result has come', async ({ page }) => {
  await final(0);
  const words = analysisWords['zh-CN'];
  await openConsole(page, 'zh');
  await page.keyboard.press('f');
  const panel = page.getByRole('dialog', { name: words.title });
  await expect(panel).toContainText(fill(words.empty, { noun: '项目' }));
  for (const entry of [1, 2, 3]) await scored(entry);
  const places = panel.getByRole('table', { name: fill(words.placesTable, { noun: '项目' }) });
  await expect(places.getByRole('row')).toHaveCount(4);
  await expect(panel).toContainText(fill(words.partly, { n: 7, done: 3, noun: '项目' }));
});

test('says that the server cannot be reached, and recovers', async ({ page }) => {
  await final(2);
  const words = analysisWords['zh-CN'];
  await openConsole(page, 'zh');
  await page.route('**/api/analysis.json', (route) => route.abort());
  await page.keyboard.press('f');
  const panel = page.getByRole('dialog', { name: words.title });
  await expect(panel.getByRole('alert')).toHaveText(words.unreachable);
  await page.unroute('**/api/analysis.json');
  await panel.getByRole('button', { name: words.retry }).click();
  await expect(panel.locator('[data-card="stability"]')).toBeVisible();
  await expect(panel.getByRole('alert')).toBeHidden();
});

test('is printed with its charts and the place in the journal it was made from', async ({ page }) => {
  await final(10);
  await openConsole(page, 'zh');
  await page.goto(`${server.url}/print/analysis`);
  const words = analysisWords['zh-CN'];
  await expect(page.getByRole('heading', { name: words.title })).toBeVisible();
  await expect(page.locator('[data-chart="marks"] svg')).toBeVisible();
  await expect(page.locator('.sheet')).toContainText(server.event.headHash.slice(0, 12));
});
