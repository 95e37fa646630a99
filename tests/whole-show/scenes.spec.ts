// Every scene and state of the big screen, shown by the real server on a real page, at the three shapes of hall and in
// both languages: all text whole, inside its place and large enough to read from the last row.
import { expect, test, type Page } from '@playwright/test';
import { measureStage } from '../display/measure-stage.ts';
import { Hall } from '../display/screen-in-the-hall.ts';
import { commandsOf, stories } from '../display/stage-stories.ts';

const shapes = [
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
  { width: 3840, height: 1080 },
] as const;
const locales = ['zh-CN', 'en'] as const;

// Three hundred pictures in under a minute: one page for all, and no film of it.
test.use({ trace: 'off' });

let page: Page;
const errors: string[] = [];
test.beforeAll(async ({ browser }) => {
  page = await browser.newPage({ reducedMotion: 'reduce' });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
});
test.afterAll(() => page.close());

for (const story of stories)
  test(`the hall can read all of: ${story.name}`, async () => {
    const hall = await Hall.open(commandsOf(story));
    await hall.pair(page);
    for (const locale of locales) {
      await hall.speak(page, locale);
      for (const shape of shapes) {
        await page.setViewportSize(shape);
        expect.soft(await page.evaluate(measureStage), `${locale} ${shape.width}×${shape.height}`).toEqual([]);
      }
    }
    // The page leaves before its server does, or it would report the loss.
    await page.goto('about:blank');
    await hall.close();
    expect(errors.splice(0)).toEqual([]);
  });
