// The operator's console in a real browser against the real server: a final run by the next action and a keyboard alone, and
// every incident with its reason. Judges score over their own sockets.
import { expect, test, type Page } from '@playwright/test';
import { consoleWords } from '#client-kit/wording/console.ts';
import { dialogWords } from '#client-kit/wording/console-dialogs.ts';
import { judgesWords } from '#client-kit/wording/console-judges.ts';
import { panelWords } from '#client-kit/wording/console-panels.ts';
import { fill } from '#client-kit/wording/translate.ts';
import type { EventDefinition } from '#domain/definition.ts';
import type { RevealMode } from '#domain/scoring-rules.ts';
import type { ResultsTable } from '#domain/results-table.ts';
import type { SeatCard } from '#protocol/http.ts';
import { decimal, entryId, exampleEvent, seatId } from '#tests/kit/example-event.ts';
import { startServer, until, type Device, type Line, type TestServer } from '#tests/kit/server.ts';

const words = consoleWords['zh-CN'];
const doing = judgesWords['zh-CN'];
const asking = dialogWords['zh-CN'];
const listing = panelWords['zh-CN'];

interface Hall {
  readonly server: TestServer;
  readonly desk: Device;
  readonly operator: Line<'operator'>;
  readonly panel: readonly Line<'judge'>[];
}

let hall: Hall;

/** A live event with its whole panel joined, and the console open in the browser. */
async function open(page: Page, definition: EventDefinition): Promise<Hall> {
  const server = await startServer();
  const desk = await server.device().join(server.seats.issueOperatorCode());
  const operator = desk.connect('operator');
  await operator.tell({ type: 'event.define', definition }, { type: 'rules.confirm' }, { type: 'event.start' });
  const { cards } = (await (await desk.post('/api/cards')).json()) as { cards: SeatCard[] };
  const panel = await Promise.all(
    cards.map(async (card) => (await server.device().join(card.digits)).connect('judge')),
  );
  await until('the panel has its views', () => panel.every((line) => line.messages.length > 0));
  hall = { server, desk, operator, panel };
  await page.goto(`${server.url}/host?lang=zh&code=${server.seats.issueOperatorCode()}`);
  await expect(page.locator('[data-next]')).toBeVisible();
  return hall;
}

test.use({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', actionTimeout: 10_000 });

test.setTimeout(60_000);

test.afterEach(async () => {
  hall.panel.forEach((line) => line.close());
  hall.operator.close();
  await hall.server.stop();
});

async function score(judge: number, entry: number, mark: string): Promise<void> {
  const line = hall.panel[judge - 1];
  const sheet = line?.view.sheets.find((known) => known.entry.id === entryId(entry));
  await line?.tell({
    type: 'score.submit',
    entry: entryId(entry),
    baseVersion: sheet?.version ?? 0,
    marks: (line.view.criteria ?? []).map(({ id }) => ({ criterion: id, mark: decimal(mark) })),
    remark: '',
  });
}

/** Presses or holds Space until the programme has moved on. */
async function pressSpace(page: Page): Promise<void> {
  const before = await page.locator('[data-programme]').getAttribute('data-programme');
  await page.waitForFunction(() => document.querySelector('[data-next]')?.getAttribute('aria-disabled') === 'false');
  await page.keyboard.down('Space');
  await page.waitForFunction(
    (old) => document.querySelector('[data-programme]')?.getAttribute('data-programme') !== old,
    before,
  );
  await page.keyboard.up('Space');
}

const nextKind = (page: Page) => page.locator('[data-next]').getAttribute('data-next');

/** Runs the day by the next action; judges score when the console waits for them. @returns the kinds in their order. */
async function playByNextAction(page: Page, markOf: (judge: number, entry: number) => string): Promise<string[]> {
  const kinds: string[] = [];
  for (let steps = 0; steps < 80; steps += 1) {
    const kind = (await nextKind(page)) ?? '';
    kinds.push(kind);
    if (kind === 'nothing') return kinds;
    if (kind === 'remind') {
      const [entry] = hall.operator.view.openEntries;
      const number = Number(entry?.split('-')[1]);
      await Promise.all(hall.panel.map((_line, index) => score(index + 1, number, markOf(index + 1, number))));
      await expect(page.locator('[data-next]')).not.toHaveAttribute('data-next', 'remind');
    } else await pressSpace(page);
  }
  throw new Error(`the day did not end: ${kinds.join(' ')}`);
}

async function results(): Promise<ResultsTable> {
  return (await (await hall.desk.fetch('/api/results.json')).json()) as ResultsTable;
}

test('a final is run from the opening to the end with the space bar alone', async ({ page }) => {
  await open(
    page,
    exampleEvent({ entries: 3, judges: 3, cutLine: 2 }, { reveal: 'one-behind', checkBeforeReveal: true }),
  );
  const kinds = await playByNextAction(page, (judge, entry) => `${80 + entry}.${judge}`);
  expect(kinds).toEqual(
    expect.arrayContaining(['introduce', 'check-result', 'reveal', 'show-ranking', 'unveil', 'publish']),
  );
  expect(kinds.filter((kind) => kind === 'unveil')).toHaveLength(2);
  await expect(page.locator('.mode')).toHaveText(words.ended);
  const { rows, isPublished } = await results();
  expect(isPublished).toBe(true);
  // No trimming below five judges: the mean of 8x.1, 8x.2 and 8x.3.
  expect(rows.map(({ rank, score }) => [rank, score])).toEqual([
    [1, '83.20'],
    [2, '82.20'],
    [3, '81.20'],
  ]);
});

for (const reveal of ['at-once', 'at-end', 'never'] as const satisfies readonly RevealMode[])
  test(`the next action alone leads to the end when scores are revealed ${reveal}`, async ({ page }) => {
    await open(page, exampleEvent({ entries: reveal === 'at-once' ? 2 : 1, judges: 1 }, { reveal }));
    const kinds = await playByNextAction(page, (_judge, entry) => String(90 - entry));
    expect(kinds.includes('reveal')).toBe(reveal === 'at-once');
    expect((await results()).isPublished).toBe(true);
  });

/** Opens a judge's menu and chooses from it. */
async function forJudge(page: Page, judge: number, choice: string): Promise<void> {
  await page.locator(`[data-seat="${seatId(judge)}"] button[aria-haspopup]`).click();
  await page.getByRole('menuitem', { name: choice, exact: true }).click();
}

const forEntry = (page: Page, word: keyof typeof doing) => page.locator(`[data-do="${word}"]`).click();
const takeInHand = (page: Page, entry: number) => page.locator(`[data-entry="${entryId(entry)}"] .pick`).click();
const dialog = (page: Page) => page.getByRole('dialog');

/** Confirms the open window with a ready reason; the window closes only when the server has obeyed. */
async function confirm(page: Page, reasons?: string): Promise<void> {
  if (reasons !== undefined)
    await dialog(page)
      .getByRole('button', { name: reasons.split('|')[0] ?? '', exact: true })
      .click();
  await dialog(page).locator('[data-confirm]').click();
  await expect(dialog(page)).toHaveCount(0);
}

const lifeOf = (entry: number) => {
  const known = hall.operator.view.entries.find((desk) => desk.card.id === entryId(entry));
  if (known === undefined) throw new Error(`no entry ${entry}`);
  return known;
};
const sheetOf = (judge: number, entry: number) =>
  lifeOf(entry).sheets.find((sheet) => sheet.seat === seatId(judge))?.status;

async function stageAndScore(entry: number, marks: readonly string[]): Promise<void> {
  await hall.operator.tell(
    { type: 'stage.call', entry: entryId(entry) },
    { type: 'scoring.open', entries: [entryId(entry)] },
  );
  await until('the sheets are open', () =>
    hall.panel.every((line) => line.view.sheets.some((sheet) => sheet.entry.id === entryId(entry) && sheet.isOpen)),
  );
  for (const [index, mark] of marks.entries()) await score(index + 1, entry, mark);
}

test('a judge is returned, absent, recused, entered from paper and reinstated, each with a reason', async ({
  page,
}) => {
  await open(page, exampleEvent({ entries: 2, judges: 5 }));
  await stageAndScore(1, ['90', '91', '92']);
  await expect(page.locator('[data-seat] .lamp-sign')).toHaveCount(5);
  await forJudge(page, 1, doing.return);
  await expect(dialog(page).locator('[data-confirm]')).toBeDisabled();
  await confirm(page, asking['return.reasons']);
  await until('the sheet is back', () => sheetOf(1, 1) === 'returned');
  await forJudge(page, 4, doing.absentOne);
  await confirm(page, asking['absent.reasons']);
  await forJudge(page, 5, doing.recuse);
  await confirm(page, asking['recuse.reasons']);
  await until('both are out', () => sheetOf(4, 1) === 'absent' && sheetOf(5, 1) === 'recused');

  await forJudge(page, 1, doing.paper);
  const mark = dialog(page).getByRole('textbox').first();
  await mark.fill('101');
  await expect(dialog(page).getByText('100', { exact: false }).last()).toBeVisible();
  await expect(mark).toHaveAttribute('aria-invalid', 'true');
  await mark.fill('88.5');
  await confirm(page, asking['paper.reasons']);
  await until('the paper sheet counts', () => sheetOf(1, 1) === 'submitted');
  await expect(page.locator('[data-next]')).toHaveAttribute('data-next', 'close-scoring');

  await forJudge(page, 4, doing.reinstate);
  await confirm(page, asking['reinstate-sheet.reasons']);
  await expect(page.locator('[data-next]')).toHaveAttribute('data-next', 'remind');
  expect(hall.operator.view.feed.map((line) => line.type)).toEqual(
    expect.arrayContaining(['sheet.returned', 'sheet.marked-absent', 'sheet.recused', 'score.entered-from-paper']),
  );
});

test('points are taken off and given back, and a revealed score is corrected in the open', async ({ page }) => {
  await open(page, exampleEvent({ entries: 2, judges: 1 }));
  await stageAndScore(1, ['90']);
  await hall.operator.tell({ type: 'scoring.close', entry: entryId(1) });
  await forEntry(page, 'do.deduct');
  await dialog(page).getByRole('textbox').first().fill('0.5');
  await confirm(page, asking['deduct.reasons']);
  await until('the points are off', () => lifeOf(1).computed?.score === '89.50');
  await forEntry(page, 'do.withdrawDeduction');
  await confirm(page, asking['withdraw-deduction.reasons']);
  await until('the points are back', () => lifeOf(1).computed?.score === '90.00');

  await expect(page.locator('[data-next]')).toHaveAttribute('data-next', 'reveal');
  await pressSpace(page);
  await until('the hall knows', () => lifeOf(1).result === 'revealed');
  await takeInHand(page, 1);
  await expect(page.locator('[data-do="do.deduct"]')).toHaveCount(0);
  await forEntry(page, 'do.correct');
  await confirm(page, asking['correct.reasons']);
  await until('the correction is open', () => lifeOf(1).result === 'none');
  await forEntry(page, 'do.deduct');
  await dialog(page).getByRole('textbox').first().fill('1');
  await confirm(page, asking['deduct.reasons']);
  await expect(page.locator('[data-next]')).toHaveAttribute('data-next', 'reveal');
  await pressSpace(page);
  await until(
    'the corrected score is out',
    () => lifeOf(1).revealVersion === 2 && lifeOf(1).computed?.score === '89.00',
  );
});

test('an entry forfeits, comes back, and waiting entries change places', async ({ page }) => {
  await open(page, exampleEvent({ entries: 3, judges: 1 }));
  await takeInHand(page, 2);
  await forEntry(page, 'do.remove');
  await dialog(page).getByRole('button', { name: asking['remove.forfeited'], exact: true }).click();
  await confirm(page, asking['remove.reasons']);
  await expect(page.locator(`[data-entry="${entryId(2)}"]`)).toContainText(words['row.forfeited']);
  await takeInHand(page, 2);
  await forEntry(page, 'do.reinstateEntry');
  await confirm(page, asking['reinstate-entry.reasons']);
  await until('the entry is back', () => lifeOf(2).status === 'waiting');

  await page.getByRole('button', { name: words.order, exact: true }).click();
  await dialog(page)
    .getByRole('button', { name: fill(asking['order.down'], { name: '示例项目 1' }), exact: true })
    .click();
  await confirm(page, asking['order.reasons']);
  await until('the order has changed', () => hall.operator.view.entries[0]?.card.id === entryId(2));
  await expect(page.locator('[data-entry]').first()).toHaveAttribute('data-entry', entryId(2));
});

test('scenes are loaded by keys, taken by holding Enter, and undone', async ({ page }) => {
  await open(page, exampleEvent({ entries: 2, judges: 1 }));
  await page.keyboard.press('2');
  await until('the judges are in the preview', () => hall.operator.view.preview?.scene.kind === 'judges');
  expect(hall.operator.view.program.scene.kind).toBe('idle');
  await expect(
    page.getByRole('button', { name: fill('{take}: {hint}', { take: words.take, hint: words.takeHint }) }),
  ).toBeVisible();
  await page.keyboard.down('Enter');
  await until('the judges are in the hall', () => hall.operator.view.program.scene.kind === 'judges');
  await page.keyboard.up('Enter');
  await expect(page.locator('[data-programme]')).not.toHaveAttribute('data-programme', '1');
  await page.keyboard.press('z');
  await until('the idle scene is back', () => hall.operator.view.program.scene.kind === 'idle');
  // The page must know it, too: a key pressed for the scene before is refused, as it should be.
  await expect(page.locator('[data-programme]')).toHaveAttribute(
    'data-programme',
    String(hall.operator.view.programmeVersion),
  );
  await page.keyboard.press('p');
  await until('the hall is asked to wait', () => hall.operator.view.program.scene.kind === 'pause');
  await expect(page.getByRole('button', { name: words.backToScene })).toBeVisible();
  await page.keyboard.press('p');
  await until('the scene before is back', () => hall.operator.view.program.scene.kind === 'idle');
});

test('a tie across the line waits for the panel, a late score for the operator', async ({ page }) => {
  await open(page, exampleEvent({ entries: 2, judges: 2, cutLine: 1 }, { reveal: 'at-end' }));
  await stageAndScore(1, ['90', '90']);
  await hall.operator.tell({ type: 'scoring.close', entry: entryId(1) });
  await stageAndScore(2, ['90']);
  await hall.operator.tell({
    type: 'sheet.mark-absent',
    seat: seatId(2),
    entries: [entryId(2)],
    reason: 'gone',
  });
  await score(2, 2, '90');
  await expect(page.locator('[data-next]')).toHaveAttribute('data-next', 'decide-held');
  await expect(page.locator('[data-next]')).toBeEnabled();
  await page.keyboard.press('Space');
  await dialog(page)
    .getByRole('button', { name: asking['held.reasons'].split('|')[0] ?? '', exact: true })
    .click();
  await dialog(page).getByRole('button', { name: asking['held.admit'], exact: true }).click();
  await expect(dialog(page)).toHaveCount(0);
  await until('the late score counts', () => sheetOf(2, 2) === 'submitted' && lifeOf(2).held.length === 0);

  await expect(page.locator('[data-next]')).toHaveAttribute('data-next', 'close-scoring');
  await pressSpace(page);
  await expect(page.locator('[data-next]')).toHaveAttribute('data-next', 'decide-tie');
  await expect(page.locator('[data-next]')).toBeEnabled();
  await page.keyboard.press('Space');
  await dialog(page)
    .getByRole('button', { name: fill(asking['order.up'], { name: '02 号 示例项目 2 · 90.00' }), exact: true })
    .click();
  await dialog(page)
    .getByRole('button', { name: asking['tie.panel'].split('|')[0] ?? '', exact: true })
    .click();
  await confirm(page, asking['tie.reasons']);
  await expect(page.locator('[data-next]')).toHaveAttribute('data-next', 'begin-ceremony');
  expect(lifeOf(2).computed?.rank).toBe(1);
});

test('a press made for a programme that has moved on is refused, and a dialog says why it was', async ({ page }) => {
  await open(page, exampleEvent({ entries: 2, judges: 1 }));
  await stageAndScore(1, ['90']);
  await expect(page.locator('[data-next]')).toHaveAttribute('data-next', 'close-scoring');
  await takeInHand(page, 1);
  await forEntry(page, 'do.deduct');
  await dialog(page).getByRole('textbox').first().fill('1');
  await dialog(page)
    .getByRole('button', { name: asking['deduct.reasons'].split('|')[0] ?? '', exact: true })
    .click();
  await hall.operator.tell({ type: 'scoring.close', entry: entryId(1) }, { type: 'result.reveal', entry: entryId(1) });
  await until('it is revealed', () => lifeOf(1).result === 'revealed');
  await dialog(page).locator('[data-confirm]').click();
  await expect(dialog(page).getByRole('alert')).toContainText('01 号');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
});

test('a call for help is shown, and a screen is paired and named', async ({ page }) => {
  await open(page, exampleEvent({ entries: 1, judges: 2 }));
  await hall.panel[1]?.tell({ type: 'help.call' });
  const row = page.locator(`[data-seat="${seatId(2)}"]`);
  await row.getByRole('button', { name: doing.clearHelp }).click();
  await until('the call is settled', () => hall.operator.view.judges.every((judge) => !judge.isCallingForHelp));

  const wall = hall.server.device();
  await wall.post('/api/join/screen');
  const screen = wall.connect('screen');
  await until('the screen shows its code', () => screen.screen !== null);
  await page.keyboard.press('s');
  await expect(dialog(page).getByText(screen.screen?.pairingCode ?? '', { exact: true })).toBeVisible();
  await dialog(page).getByRole('button', { name: listing.pair, exact: true }).click();
  await until('the screen is paired', () => screen.screen?.name === listing.mainScreen);
  await expect(dialog(page).getByText(listing.online, { exact: true })).toBeVisible();
  screen.close();
});
