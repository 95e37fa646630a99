// The check of the rules as somebody in charge meets it, by clicking, in both languages: the tie nobody has thought of stands first, the
// rules are confirmed, a rule changes and the confirmation is gone, and without one nothing begins. It comes on paper, too.
import { expect, test, type Page } from '@playwright/test';
import { fieldWords } from '#client-kit/wording/set-up-fields.ts';
import { frameWords } from '#client-kit/wording/set-up-frame.ts';
import { ruleCheckWords } from '#client-kit/wording/rule-check.ts';
import { ruleChoiceWords } from '#client-kit/wording/set-up-rules.ts';
import { fill } from '#client-kit/wording/translate.ts';
import type { EventDefinition } from '#domain/definition.ts';
import { confirmRules, openRuleCheck } from './kit/confirm-rules.ts';
import { ServerProcess } from './kit/server-process.ts';

let server: ServerProcess;
test.beforeEach(async () => {
  server = await ServerProcess.start();
});
test.afterEach(async () => {
  await server.stop();
});

const phase = async (page: Page): Promise<string> =>
  ((await (await page.request.get(`${server.url}/healthz`)).json()) as { phase: string }).phase;
const saved = async (page: Page): Promise<EventDefinition> =>
  (await (await page.request.get(`${server.url}/api/event.json`)).json()) as EventDefinition;

for (const [locale, size] of [
  ['zh-CN', { width: 1440, height: 900 }],
  ['en', { width: 1024, height: 768 }],
] as const) {
  const words = { ...frameWords[locale], ...fieldWords[locale] };
  const check = ruleCheckWords[locale];
  const rule = ruleChoiceWords[locale];

  test(`a tie at the cut line is seen before the day, and changed rules are confirmed again (${locale})`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    await page.goto(`${server.url}/host?code=${server.operatorCode}&lang=${locale}`);
    await page.getByRole('button', { name: words.useSample }).click();
    await expect(page.getByRole('status')).toContainText(words['saving.saved']);
    const step = (name: string) => page.getByRole('navigation', { name: words.steps }).getByRole('button', { name });

    // Without the tie-breakers of the sample nothing decides who is the tenth.
    await step(words.stepRulesNote).click();
    const remove = page.locator('[data-at="/rules/tieBreakers"]').getByRole('button', {
      name: fill(words.removeNamed, { name: '' }),
    });
    for (let left = await remove.count(); left > 0; left -= 1) await remove.first().click();
    await openRuleCheck(page, locale);
    const finding = page.getByText(fill(check['finding.line-grows'], { line: 10, inside: 11 }));
    await expect(finding).toBeVisible();
    const situation = page.getByRole('listitem').filter({ has: finding }).first();
    await expect(situation.getByRole('heading')).toHaveText(check['heading.equal-sheets-at-line']);
    await expect(situation.getByText(check['severity.attention'], { exact: true })).toBeVisible();

    // Nothing starts before somebody has confirmed; the start leads to the check.
    await step(words.stepStartNote).click();
    await expect(page.getByRole('button', { name: words.startNow })).toBeDisabled();
    await expect(page.getByText(words.checkFirst)).toBeVisible();
    await page.getByRole('main').getByRole('button', { name: words.toCheck }).click();
    await page.getByRole('button', { name: check.confirm }).click();
    await expect(page.getByRole('heading', { name: check.confirmed })).toBeVisible();
    expect((await saved(page)).rules.tieBreakers).toEqual([]);

    // A name is no rule, the number of decimals is one.
    await step(words.stepEventNote).click();
    await page.getByLabel(fill(words.inChinese, { field: words.venue }), { exact: true }).fill('二号会场');
    await expect(step(words.stepCheckDone)).toBeVisible();
    await step(words.stepRulesNote).click();
    await page.getByRole('radio', { name: `${fill(rule.decimalCount, { n: 1 })} ${rule.decimals1}` }).check();
    await expect(step(words.stepCheckNote)).toBeVisible();
    await openRuleCheck(page, locale);
    await expect(page.getByText(check.changed)).toBeVisible();

    await confirmRules(page, locale);
    await page.getByRole('main').getByRole('button', { name: words.toStart }).click();
    await page.getByRole('button', { name: words.startNow }).click();
    await expect.poll(() => phase(page)).toBe('live');
    expect((await saved(page)).rules.decimals).toBe(1);

    await page.goto(`${server.url}/print/rule-check?lang=${locale}`);
    await expect(page.getByRole('heading', { name: check.title })).toBeVisible();
    await expect(page.getByText(fill(check['finding.line-grows'], { line: 10, inside: 11 }))).toBeVisible();
  });
}

test('an event that cannot begin yet has nothing to confirm, and says what must be put right', async ({ page }) => {
  const check = ruleCheckWords.en;
  await page.goto(`${server.url}/host?code=${server.operatorCode}&lang=en`);
  await page.getByRole('button', { name: frameWords.en.useSample }).click();
  await expect(page.getByRole('status')).toContainText(frameWords.en['saving.saved']);
  const event = await saved(page);
  const steps = page.getByRole('navigation', { name: frameWords.en.steps });
  await steps.getByRole('button', { name: frameWords.en['step.entries'] }).click();
  await page
    .getByLabel(fill(fieldWords.en.cellOf, { field: fieldWords.en.number, number: event.entries[2]?.number ?? '' }), {
      exact: true,
    })
    .fill('02');
  await openRuleCheck(page, 'en');
  await expect(page.getByText(fill(check.entriesFirst, { n: 1 }))).toBeVisible();
  await expect(page.getByRole('button', { name: check.confirm })).toBeDisabled();
});
