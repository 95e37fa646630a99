// A small final whose score is the panel's 70 per cent and 30 per cent of votes counted by hand: a far total is settled, the count is
// entered at the console, and what the hall is told at the end is what a second calculation says.
import { expect, test, type Page } from '@playwright/test';
import { dialogWords } from '#client-kit/wording/console-dialogs.ts';
import { partsWords } from '#client-kit/wording/console-parts.ts';
import { panelWords } from '#client-kit/wording/console-panels.ts';
import { judgeWords } from '#client-kit/wording/judge.ts';
import { fill } from '#client-kit/wording/translate.ts';
import type { EventDefinition } from '#domain/definition.ts';
import { decimal, entryId, exampleEvent, seatId } from '#tests/kit/example-event.ts';
import { until } from '#tests/kit/server.ts';
import { hundredths, twoDecimals } from './kit/calculator.ts';
import type { ConsolePage } from './kit/console-page.ts';
import { journalOf } from './kit/journal-of.ts';
import { PreparedHall } from './kit/prepared-hall.ts';

const words = partsWords['zh-CN'];
const dialogs = dialogWords['zh-CN'];

const definition: EventDefinition = exampleEvent(
  { entries: 4, judges: 7 },
  {
    reveal: 'at-end',
    outlierAt: decimal('10'),
    tieBreakers: [],
    components: {
      panel: { weight: decimal('70') },
      parts: [
        {
          id: 'votes',
          name: { zh: '现场投票', en: 'Votes in the hall' },
          source: 'audience',
          weight: decimal('30'),
          mapping: { kind: 'leader', min: decimal('0') },
        },
      ],
      combine: 'weighted-sum',
      ifMissing: 'no-result',
    },
  },
);

/** Per entry, judges 1 to 7. Judge 1 is 15.30 below the mean of the others at entry 1, judge 5 is 12.67 above it at entry 2. */
const marks = [
  ['75', '91', '90.5', '89', '90', '91.2', '90.1'],
  ['80', '81', '79.5', '80.3', '92.97', '80', '81'],
  ['88.25', '86', '87', '85.5', '86.75', '87.1', '88'],
  ['70', '71', '72', '73', '74', '75', '76'],
] as const;
const again = '84.4';
const votes = ['118', '301', '97', '0'] as const;

/** One highest and one lowest out, the rest of the seven in the mean; votes in proportion to the leader's 301; 70 and 30 per cent. */
function expected(panel: readonly string[], given: string): string {
  const kept = panel
    .map(hundredths)
    .sort((a, b) => (a < b ? -1 : 1))
    .slice(1, -1);
  const sum = kept.reduce((total, one) => total + one, 0n);
  const top = 7n * sum * 301n + 3n * 10_000n * BigInt(given) * 5n;
  const bottom = 50n * 301n;
  return twoDecimals((2n * top + bottom) / (2n * bottom));
}

let hall: PreparedHall;
test.afterEach(() => hall.close());

async function play(entry: number): Promise<void> {
  await hall.tell({ type: 'stage.call', entry: entryId(entry) }, { type: 'scoring.open', entries: [entryId(entry)] });
  for (const number of hall.lines.keys()) await submit(number, entry, marks[entry - 1]?.[number - 1] ?? '');
  await hall.tablets[0]?.score(entry, [marks[entry - 1]?.[0] ?? '']);
  await hall.tell({ type: 'scoring.close', entry: entryId(entry) });
}

async function submit(number: number, entry: number, mark: string): Promise<void> {
  const line = hall.lines.get(number);
  const sheet = () => line?.view.sheets.find((known) => known.entry.id === entryId(entry));
  await until(`judge ${number} can score`, () => sheet()?.isOpen === true);
  await line?.tell({
    type: 'score.submit',
    entry: entryId(entry),
    baseVersion: sheet()?.version ?? 0,
    marks: [{ criterion: 'item-1' as never, mark: decimal(mark) }],
    remark: '',
  });
}

const button = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true });

/** The window of a next action that needs a person, once its button takes presses. */
async function openNext(page: Page): Promise<void> {
  await expect(page.locator('[data-next]')).toHaveAttribute('aria-disabled', 'false');
  await page.keyboard.press('Space');
  await expect(page.getByRole('dialog')).toBeVisible();
}

/** As a spreadsheet puts it on the clipboard. */
const paste = (page: Page, name: string, column: string) =>
  page
    .getByRole('dialog')
    .getByRole('textbox', { name })
    .evaluate((box, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, column);

/** The far total of entry 1 goes back to its judge, who reads why and hands in again. */
async function returnFarTotal({ page }: ConsolePage): Promise<void> {
  const judge = '示例评委 1';
  await openNext(page);
  await expect(page.getByRole('dialog')).toContainText(fill(words['outlier.below'], { judge, by: '15.30' }));
  await button(page, fill(words['outlier.returnOf'], { judge })).click();
  await button(page, words['outlier.prepared']).click();
  await button(page, fill(dialogs['return.go'], { judge })).click();
  const tablet = hall.tablets[0]?.page;
  if (tablet !== undefined) await expect(tablet.getByText(words['outlier.prepared']).first()).toBeVisible();
}

test('panel and counted votes make the score: a far total is settled, the count is entered, the end tells what it should', async ({
  browser,
}) => {
  hall = await PreparedHall.start(browser, definition);
  await hall.joinJudges(1);
  const desk = await hall.console();
  const { page } = desk;
  const screen = await hall.screen();

  await play(1);
  await desk.offers('decide-outlier');
  await returnFarTotal(desk);
  const tablet = hall.tablets[0];
  await tablet?.page.getByRole('button', { name: judgeWords['zh-CN']['returned.open'] }).click();
  await tablet?.seesSheet(1);
  await tablet?.type([again]);
  await tablet?.pressSubmit([again]);
  await until('judge 1 has handed in again', () => hall.operator.view.entries[0]?.sheets[0]?.version === 2);

  await play(2);
  await desk.offers('decide-outlier');
  await openNext(page);
  await expect(page.getByRole('dialog')).toContainText(
    fill(words['outlier.above'], { judge: '示例评委 5', by: '12.67' }),
  );
  await button(page, fill(words['outlier.standOf'], { judge: '示例评委 5' })).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await play(3);
  await play(4);
  await desk.offers('enter-figures');
  await openNext(page);
  await paste(page, '01', ['118', '103', '97', '0'].join('\n'));
  await button(page, words['figures.check']).click();
  await expect(page.getByRole('dialog')).toContainText('318');
  await button(page, words['figures.back']).click();
  // The paper says 301: seen while checking, typed over.
  await page.getByRole('dialog').getByRole('textbox', { name: '02' }).fill('301');
  await button(page, words['figures.check']).click();
  await expect(page.getByRole('dialog')).toContainText('516');
  await expect(screen.getByText('118')).toHaveCount(0);
  await button(page, fill(words['figures.go'], { n: 4 })).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  const panel = marks.map((given, index) => (index === 0 ? [again, ...given.slice(1)] : given));
  const scores = panel.map((given, index) => expected(given, votes[index] ?? ''));
  await until('every entry has its result', () =>
    hall.operator.view.entries.every(({ computed }) => computed !== null),
  );
  expect(hall.operator.view.entries.map(({ computed }) => computed?.score)).toEqual(scores);

  await desk.offers('begin-ceremony');
  for (let steps = 0; (await desk.next()) !== 'end-event'; steps += 1) {
    expect(steps).toBeLessThan(12);
    await desk.pressNext();
  }
  for (const score of scores) await expect(screen.getByText(score).first()).toBeVisible();
  await page.keyboard.press('r');
  const results = page.getByRole('dialog', { name: panelWords['zh-CN'].results });
  for (const score of scores) await expect(results.getByText(score, { exact: true }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await hall.server.stop();
  const facts = journalOf(hall.server.data).map(({ fact }) => fact);
  const entered = facts.filter((fact) => fact.type === 'figures.entered');
  expect(entered).toMatchObject([
    { component: 'votes', figures: votes.map((figure, index) => ({ entry: entryId(index + 1), figure, version: 1 })) },
  ]);
  expect(facts.filter((fact) => fact.type === 'outlier.kept')).toMatchObject([
    { entry: entryId(2), seat: seatId(5), version: 1 },
  ]);
});
