// The scoring rules as a clerk sets them, in a real browser and both languages: from a preset, with another method and another weight, the
// example beside them following every change, and what is wrong told at its own field.
import { expect, test, type Page } from '@playwright/test';
import { aggregateName } from '#client-kit/aggregate-in-words.ts';
import { problemSentence } from '#client-kit/wording/problems.ts';
import { exampleWords } from '#client-kit/wording/set-up-example.ts';
import { frameWords } from '#client-kit/wording/set-up-frame.ts';
import { scoringWords } from '#client-kit/wording/set-up-scoring.ts';
import { fill, pick, type Blanks } from '#client-kit/wording/translate.ts';
import { expertsAndPublic } from '#domain/presets/experts-and-public.ts';
import type { EventDefinition } from '#domain/definition.ts';
import type { Locale } from '#domain/text.ts';
import { ServerProcess } from './kit/server-process.ts';

const words = {
  'zh-CN': { ...frameWords['zh-CN'], ...scoringWords['zh-CN'], ...exampleWords['zh-CN'] },
  en: { ...frameWords.en, ...scoringWords.en, ...exampleWords.en },
};
type Word = keyof (typeof words)['en'];
const sayIn =
  (locale: Locale) =>
  (word: Word, blanks: Blanks = {}) =>
    fill(words[locale][word], blanks);

let server: ServerProcess;
test.beforeAll(async () => {
  server = await ServerProcess.start();
});
test.afterAll(async () => {
  await server.stop();
});

const savedRules = async (page: Page): Promise<EventDefinition['rules']> =>
  ((await (await page.request.get(`${server.url}/api/event.json`)).json()) as EventDefinition).rules;

for (const [locale, size] of [
  ['zh-CN', { width: 1440, height: 900 }],
  ['en', { width: 1024, height: 768 }],
] as const) {
  const say = sayIn(locale);
  const sentence = (code: Parameters<typeof problemSentence>[0]['code'], value: string) =>
    problemSentence({ code, value }, expertsAndPublic.event, locale);

  test(`the example follows every rule, and what does not add up is said at its field (${locale})`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    await page.goto(`${server.url}/host?code=${server.operatorCode}&lang=${locale}`);
    const again = page.getByRole('button', { name: say('anotherEvent') });
    const preset = page.getByRole('button', {
      name: say('beginWithPreset', { name: pick(expertsAndPublic.name, locale) }),
    });
    await expect(again.or(preset).first()).toBeVisible();
    if (await again.isVisible()) await again.click();
    await preset.click();
    await page.getByRole('button', { name: say('stepRulesNote') }).click();

    // Seven judges, one high and one low out, 42 of 50 cards.
    const example = page.getByRole('region', { name: say('title') });
    const entryA = (score: string, place: string) =>
      example.getByRole('button', {
        name: say('entry', { letter: 'A', score, place: say('place', { n: place }) }),
        exact: true,
      });
    await expect(entryA('89.49', '1')).toBeVisible();
    await expect(example.getByText(say('fate.highest-out'))).toHaveCount(1);

    // Another method: what it does to the same marks is seen at once.
    await page.getByRole('button', { name: say('more') }).click();
    await page.getByRole('radio', { name: aggregateName('median', locale) }).check();
    await expect(example.getByText(say('fate.highest-out'))).toHaveCount(3);
    await expect(entryA('89.60', '1')).toBeVisible();
    await expect.poll(async () => (await savedRules(page)).aggregate.kind).toBe('median');

    // Another mark, and a judge who is absent.
    const judgeOne = say('markOf', { entry: 'A', n: 1 });
    await example.getByRole('button', { name: say('up', { what: judgeOne }) }).click();
    await expect(example.getByRole('textbox', { name: judgeOne })).toHaveValue('93.7');
    await example.getByRole('textbox', { name: say('markOf', { entry: 'A', n: 2 }) }).fill('');
    await expect(example.getByText(say('fate.absent'), { exact: true })).toBeVisible();
    await example.getByRole('button', { name: say('reset') }).click();
    await expect(entryA('89.60', '1')).toBeVisible();

    // A weight that does not add up is said where the weights are, and the example waits.
    await page.getByRole('button', { name: say('components') }).click();
    const jury = page.getByLabel(
      say('weightOf', { name: pick(expertsAndPublic.event.rules.components?.parts[0]?.name ?? null, locale) }),
    );
    await jury.fill('40');
    const parts = page.locator('[data-at="/rules/components"]');
    await expect(parts.getByText(sentence('problem.component-weights', '110'))).toBeVisible();
    await expect(example.getByText(say('waiting'))).toBeVisible();
    await expect(page.getByRole('button', { name: say('fixFirst', { n: 2 }) })).toBeVisible();
    await page.getByLabel(say('panelWeight')).fill('60');
    await expect(page.getByText(sentence('problem.component-weights', '110'))).toHaveCount(0);
    await expect(entryA('88.80', '1')).toBeVisible();

    // A method that compares the field is not revealed before everybody is scored; the reveal says so.
    await page.getByRole('radio', { name: aggregateName('rank-points', locale) }).check();
    await expect(page.getByText(sentence('problem.field-rule-reveals-early', ''))).toBeVisible();
    await expect(example.getByText(say('asPoints', { value: '12' })).first()).toBeVisible();
    await page.getByRole('button', { name: say('fixFirst', { n: 1 }) }).click();
    await expect.poll(async () => (await savedRules(page)).aggregate.kind).toBe('rank-points');
  });
}
