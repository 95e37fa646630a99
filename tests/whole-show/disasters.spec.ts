// Two things that went wrong elsewhere and can only be seen on a page: a sheet that was gone with its tab, and a console that
// said nothing while screen and scoring were about different entries. The other scenes are in tests/disasters.
import { expect, test } from '@playwright/test';
import { alarmWords } from '#client-kit/wording/console-alarms.ts';
import { judgesWords } from '#client-kit/wording/console-judges.ts';
import { fill } from '#client-kit/wording/translate.ts';
import type { EntryId } from '#domain/ids.ts';
import { demonstration } from '#domain/presets/demonstration.ts';
import { until } from '#tests/kit/server.ts';
import { criterionId, decimal, entryId, exampleEvent } from '#tests/kit/example-event.ts';
import { PreparedHall } from './kit/prepared-hall.ts';
import { TabletPage } from './kit/tablet-page.ts';

test.setTimeout(120_000);

let hall: PreparedHall;
test.afterEach(() => hall.close());

// A "session expired" notice wiped the whole sheet of a judge who had been writing for half an hour.
test('a tab that is killed in the middle of a sheet takes no mark with it', async ({ browser }) => {
  const marks = ['17.3', '18.1', '16.4', '19', '15.5'] as const;
  const definition = { ...demonstration, panel: demonstration.panel.slice(0, 1) };
  const entry = definition.entries[0]?.id as EntryId;
  hall = await PreparedHall.start(browser, definition);
  await hall.joinJudges(1);
  const [killed] = hall.tablets;
  if (killed === undefined) throw new Error('no tablet has joined');
  await hall.tell({ type: 'stage.call', entry }, { type: 'scoring.open', entries: [entry] });
  await killed.seesSheet(1);
  await killed.type(marks.slice(0, 3));
  const context = killed.page.context();
  // No farewell: the page gets no chance to save anything on its way out.
  await killed.page.close({ runBeforeUnload: false });
  const page = await context.newPage();
  await page.goto(`${hall.server.url}/judge`);
  const tablet = new TabletPage(page, 1, 'zh-CN');
  await tablet.seesSheet(1);
  for (const mark of marks.slice(0, 3)) await expect(page.getByRole('region').getByText(mark).first()).toBeVisible();
  await tablet.type(marks.slice(3));
  await tablet.pressSubmit(marks);
  await tablet.seesSaved(1);
  await until('the console has it', () => hall.operator.view.entries[0]?.submitted === 1);
});

test('a screen or a window about another entry than the one in hand is never silent at the console', async ({
  browser,
}) => {
  hall = await PreparedHall.start(browser, exampleEvent({ entries: 3, judges: 1 }));
  const { page } = await hall.console();
  await hall.joinJudges(0);
  const [one, two] = [entryId(1), entryId(2)];
  const words = alarmWords['zh-CN'];
  const stray = fill(words.strayScene, { shown: '01 号', current: '02 号' });
  const names = { name: '01 号 示例项目 1', current: '02 号 示例项目 2' };
  await hall.tell(
    { type: 'stage.call', entry: one },
    { type: 'scoring.open', entries: [one], show: { kind: 'progress', entry: one } },
  );
  const line = hall.lines.get(1);
  await until('the judge can score', () => line?.view.sheets[0]?.isOpen === true);
  await line?.tell({
    type: 'score.submit',
    entry: one,
    baseVersion: 0,
    marks: [{ criterion: criterionId(1), mark: decimal('80') }],
    remark: '',
  });
  await hall.tell({ type: 'scoring.close', entry: one });
  await expect(page.getByText(stray)).toHaveCount(0);
  await hall.tell({ type: 'stage.call', entry: two }, { type: 'scoring.open', entries: [two] });
  const alarm = page.getByRole('alert').filter({ hasText: stray });
  await expect(alarm).toBeVisible();

  await page.locator(`[data-entry="${one}"] .pick`).click();
  await page.locator('[data-seat]').first().getByRole('button').click();
  await page.getByRole('menuitem', { name: judgesWords['zh-CN'].paper }).click();
  const window = page.getByRole('dialog');
  await expect(window.getByRole('alert')).toHaveText(fill(words.otherEntry, names));
  await page.keyboard.press('Escape');

  await alarm.getByRole('button', { name: words.strayGo }).click();
  await expect(alarm).toHaveCount(0);
  expect(hall.operator.view.program.scene).toEqual({ kind: 'progress', entry: two });
});
