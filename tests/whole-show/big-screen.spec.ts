// How the big screen behaves in time: what it plays, what it never plays, and what it shows after a cut.
import { expect, test, type Page, type WebSocketRoute } from '@playwright/test';
import { stageWords } from '#client-kit/wording/stage.ts';
import type { Command } from '#domain/commands.ts';
import { Hall } from '../display/screen-in-the-hall.ts';
import { cast, commandsOf, marksFor, stories, type Story } from '../display/stage-stories.ts';
import { criterionId, decimal, entryId } from '../kit/example-event.ts';
import { judge } from '../kit/final.ts';
import { newOpId } from '../kit/server.ts';

const storyOf = (name: string): Story => {
  const story = stories.find((known) => known.name === name);
  if (story === undefined) throw new Error(`no story: ${name}`);
  return story;
};
const zh = stageWords['zh-CN'];
const reveal: Command = { type: 'result.reveal', entry: entryId(8), show: { kind: 'score', entry: entryId(8) } };
const opacityOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => Number(getComputedStyle(element).opacity));
/** Lets every running animation arrive at its end. */
const finish = (page: Page) => page.evaluate(() => document.getAnimations().forEach((motion) => motion.finish()));

/** A cable that can be pulled: while it is, the page's socket is closed and every new one, too. */
async function cable(page: Page) {
  const plugged = new Set<WebSocketRoute>();
  let isPulled = false;
  await page.routeWebSocket(/socket\.io/, (socket) => {
    if (isPulled) return void socket.close();
    socket.connectToServer();
    plugged.add(socket);
  });
  return {
    pull: async () => {
      isPulled = true;
      await Promise.all([...plugged].map((socket) => socket.close()));
    },
    plug: () => (isPulled = false),
  };
}

let hall: Hall;
test.afterEach(async ({ page }) => {
  await page.close();
  await hall.close();
});

test('an unnamed screen shows its code in the language of whoever stands before it', async ({ page }) => {
  hall = await Hall.open([]);
  await page.goto(`${hall.server.url}/screen?lang=zh`);
  await expect(page.getByRole('heading', { name: zh.pairing })).toBeVisible();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: stageWords.en.pairing })).toBeVisible();
  await expect(page.getByText(/^[A-Z]\d\d$/)).toBeVisible();
});

test('a reveal is played once: the score comes last, and a view in the middle does not start it again', async ({
  page,
}) => {
  hall = await Hall.open(commandsOf(storyOf('score, sealed')));
  await hall.pair(page);
  await expect(page.locator('.score.sealed')).toBeVisible();
  await hall.tell(reveal);
  await expect(page.getByRole('img', { name: '93.58' })).toBeAttached();
  const started = () =>
    page.locator('.hero .score').evaluate((element) => element.getAnimations()[0]?.startTime ?? null);
  // An animation has a start only from its first frame on.
  await expect.poll(started).not.toBeNull();
  const before = await started();
  await hall.tell({ type: 'scene.preview', scene: { kind: 'idle' } });
  expect(await started()).toBe(before);
  await finish(page);
  expect(await opacityOf(page, '.hero .score')).toBe(1);
});

test('a scene taken in the middle of a reveal ends as that scene, and nothing of the old one stays', async ({
  page,
}) => {
  hall = await Hall.open(commandsOf(storyOf('score, sealed')));
  await hall.pair(page);
  await hall.tell(
    reveal,
    { type: 'scene.show', scene: { kind: 'pause' } },
    { type: 'scene.show', scene: { kind: 'black' } },
    { type: 'scene.show', scene: { kind: 'idle' } },
  );
  await expect(page.locator('.scene')).toHaveCount(1);
  await expect(page.locator('.stage[data-scene="idle"] .scene h1')).toBeVisible();
  await expect(page.locator('.black')).toHaveCount(0);
  await expect.poll(() => opacityOf(page, '.scene')).toBe(1);
});

test('a screen that is loaded after a reveal shows the end, and nothing later plays it', async ({ page }) => {
  hall = await Hall.open(commandsOf(storyOf('score')));
  await hall.pair(page);
  await page.reload();
  await expect(page.getByRole('img', { name: '93.58' })).toBeVisible();
  expect(await opacityOf(page, '.hero .score')).toBe(1);
  await hall.tell({ type: 'scene.preview', scene: { kind: 'idle' } });
  await expect(page.locator('.play')).toHaveCount(0);
});

test('a screen that comes back after a cut jumps to what is shown now', async ({ page }) => {
  hall = await Hall.open(commandsOf(storyOf('score, sealed')));
  const line = await cable(page);
  await hall.pair(page);
  await expect(page.locator('.score.sealed')).toBeVisible();
  await line.pull();
  await hall.tell(reveal);
  await expect(page.locator('.score.sealed')).toBeVisible();
  line.plug();
  await expect(page.getByRole('img', { name: '93.58' })).toBeVisible();
  await expect(page.locator('.play')).toHaveCount(0);
  expect(await opacityOf(page, '.hero .score')).toBe(1);
});

test('rows stand as the hall saw them last, then move; the new one comes last', async ({ page }) => {
  hall = await Hall.open(commandsOf({ ...storyOf('ranking, moved'), scene: { kind: 'idle' } }));
  await hall.pair(page);
  const names = () => page.locator('.tower .row .name.flat b').allTextContents();
  await hall.tell({ type: 'scene.show', scene: { kind: 'ranking', page: 0 } });
  await expect(page.locator('.tower .row.newest')).toBeAttached();
  await expect.poll(async () => (await names())[7]).toBe('示例社区 9');
  expect((await names())[13]).toBe('示例社区 15');
  await finish(page);
  expect(await opacityOf(page, '.tower .row.newest')).toBe(1);
});

test('lamps light while the hall watches', async ({ page }) => {
  const story: Story = {
    name: 'three judges',
    definition: cast({ judges: 3, items: 1 }),
    tell: (final) => final.play(8, [null, null, null]),
    scene: { kind: 'progress', entry: entryId(8) },
  };
  hall = await Hall.open(commandsOf(story));
  await hall.pair(page);
  await expect(page.getByText(zh.scoring, { exact: true })).toHaveCount(3);
  await hall.server.event.submit(judge(2), 'test device', newOpId(), {
    type: 'score.submit',
    entry: entryId(8),
    baseVersion: 0,
    marks: [{ criterion: criterionId(1), mark: decimal(marksFor(8, 1)[0] ?? '') }],
    remark: '',
  });
  await expect(page.getByText(zh.submitted, { exact: true })).toHaveCount(1);
  await expect(page.getByText('1/3')).toBeVisible();
});

test('with reduced motion everything is at its end at once', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  hall = await Hall.open(commandsOf(storyOf('score, sealed')));
  await hall.pair(page);
  await hall.tell(reveal);
  await expect(page.getByRole('img', { name: '93.58' })).toBeVisible();
  expect(await opacityOf(page, '.hero .score')).toBe(1);
});
