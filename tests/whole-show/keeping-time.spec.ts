// Overtime in a real browser: the rule in set-up, then the stop line at the console and the cue view, the proposal, a person's answer, the breakdown.
import { expect, test } from '@playwright/test';
import { consoleWords } from '#client-kit/wording/console.ts';
import { cueWords } from '#client-kit/wording/cue.ts';
import { dialogWords } from '#client-kit/wording/console-dialogs.ts';
import { problemWords } from '#client-kit/wording/problems.ts';
import { frameWords } from '#client-kit/wording/set-up-frame.ts';
import { timeRuleChoiceWords } from '#client-kit/wording/set-up-time-rule.ts';
import { timeRuleWords } from '#client-kit/wording/time-rule.ts';
import { fill } from '#client-kit/wording/translate.ts';
import type { SeatCard } from '#protocol/http.ts';
import type { Segment } from '#domain/definition.ts';
import type { ResultsTable } from '#domain/results-table.ts';
import { timeReason } from '#domain/wording/time-reason.ts';
import { decimal, entryId, exampleEvent } from '#tests/kit/example-event.ts';
import { skitRule } from '#tests/kit/timed.ts';
import { startServer, until, type Line, type TestServer } from '#tests/kit/server.ts';

test.use({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', actionTimeout: 10_000 });
test.setTimeout(60_000);

const words = consoleWords['zh-CN'];
const asking = dialogWords['zh-CN'];
const rule = timeRuleWords['zh-CN'];
const cueing = cueWords['zh-CN'];
const framing = frameWords['zh-CN'];
const choosing = timeRuleChoiceWords['zh-CN'];

let server: TestServer;
let operator: Line<'operator'>;
let judge: Line<'judge'> | null = null;

test.afterEach(async () => {
  judge?.close();
  judge = null;
  operator.close();
  await server.stop();
});

test('overtime is warned of, proposed as a deduction, asked about before the reveal, and shown in the breakdown', async ({
  page,
  context,
}) => {
  server = await startServer();
  const desk = await server.device().join(server.seats.issueOperatorCode());
  operator = desk.connect('operator');
  const entry = entryId(1);
  const segment: Segment = { kind: 'presentation', timeAllowedSec: 900, warningTimesSec: [60], overtime: skitRule };
  const definition = { ...exampleEvent({ entries: 2, judges: 1 }), segments: [segment] };
  await operator.tell({ type: 'event.define', definition }, { type: 'rules.confirm' }, { type: 'event.start' });
  const { cards } = (await (await desk.post('/api/cards')).json()) as { cards: SeatCard[] };
  const line = (await server.device().join(cards[0]?.digits ?? '')).connect('judge');
  const { code } = (await (await desk.post('/api/cards/cue')).json()) as { code: string };
  const cue = await context.newPage();
  await cue.goto(`${server.url}/cue/${code}?lang=zh`);
  await page.goto(`${server.url}/host?lang=zh&code=${server.seats.issueOperatorCode()}`);

  await operator.tell(
    { type: 'stage.call', entry },
    { type: 'timer.start', kind: 'presentation', entry, show: { kind: 'timer' } },
    { type: 'timer.pause' },
    { type: 'timer.correct', deltaSec: -1180 },
  );
  const timer = page.getByRole('region', { name: words.timer, exact: true });
  await expect(timer).toContainText(words.stopIn.split('{')[0] ?? '');
  await expect(cue.getByRole('timer')).toContainText(cueing.stopIn.split('{')[0] ?? '');
  await operator.tell({ type: 'timer.correct', deltaSec: -20 });
  await expect(timer).toContainText(words.stopNow);
  await expect(cue.getByRole('timer')).toContainText(cueing.stopNow);

  // 4 min 10 s over, and a part of a second that the clock has not shown.
  await operator.tell({ type: 'timer.correct', deltaSec: 50 }, { type: 'scoring.open', entries: [entry] });
  judge = line;
  await until('the judge may score', () => line.view.sheets.some((sheet) => sheet.isOpen));
  const marks = line.view.criteria.map(({ id }) => ({ criterion: id, mark: decimal('92.4') }));
  await line.tell({ type: 'score.submit', entry, baseVersion: 0, marks, remark: '' });
  await operator.tell({ type: 'scoring.close', entry });

  await expect(page.locator('[data-next]')).toHaveAttribute('data-next', 'decide-deduction');
  const sentence = fill(rule.propose, { points: '20', reason: timeReason({ kind: 'overtime', bySec: 250 }).zh });
  await expect(page.getByText(sentence)).toBeVisible();
  await page.locator('[data-next]').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(sentence);
  await expect(dialog.getByRole('button', { name: asking['proposal.confirm'], exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await dialog.locator('[data-confirm]').click();
  await expect(dialog).toHaveCount(0);

  await expect(page.locator('[data-next]')).toHaveAttribute('data-next', 'reveal');
  await operator.tell({ type: 'result.reveal', entry, show: { kind: 'score', entry } });
  await expect(cue.getByRole('group', { name: cueing.sayThis })).toContainText('超时 4 分 10 秒');
  const results = (await (await desk.fetch('/api/results.json')).json()) as ResultsTable;
  expect(results.rows[0]).toMatchObject({
    panelScore: '92.40',
    score: '72.40',
    deductions: [{ points: '20', cause: { kind: 'overtime', bySec: 250 } }],
  });
});

test('the rule is set by choosing and typing, read out as it is typed, and shown by examples', async ({ page }) => {
  server = await startServer();
  operator = (await server.device().join(server.seats.issueOperatorCode())).connect('operator');
  const segment: Segment = { kind: 'presentation', timeAllowedSec: 900, warningTimesSec: [60], overtime: skitRule };
  await operator.tell({ type: 'event.define', definition: { ...exampleEvent(), segments: [segment] } });
  await page.goto(`${server.url}/host?lang=zh&code=${server.seats.issueOperatorCode()}`);
  await page
    .getByRole('navigation', { name: framing.steps })
    .getByRole('button', { name: framing.stepRulesNote })
    .click();
  const examples = page.getByRole('table', { name: choosing.examples });
  const ofExample = (time: string) => examples.getByRole('row').filter({ hasText: time });
  await expect(ofExample('16:15')).toContainText(fill(choosing.exampleOff, { points: '5' }));
  await expect(ofExample('20:00')).toContainText(choosing.exampleStop);

  await page.getByRole('radio', { name: new RegExp(`^${choosing['per-unit']}`) }).check();
  await page.getByRole('textbox', { name: choosing.each, exact: true }).fill('0.1');
  await page.getByRole('textbox', { name: choosing.cap }).fill('0.3');
  await expect(ofExample('16:01')).toContainText(fill(choosing.exampleOff, { points: '0.2' }));
  await expect(ofExample('20:00')).toContainText(fill(choosing.exampleOff, { points: '0.3' }));
  const each = { unit: '1 分钟', points: '0.1' };
  await expect(page.getByText(fill(rule['over.started'], each))).toBeVisible();
  await until('the rule is saved', () => operator.view.definition?.segments[0]?.overtime?.cap === '0.3');

  await page.getByRole('textbox', { name: choosing.cap }).fill('0.05');
  await expect(page.getByText(fill(problemWords['zh-CN']['problem.overtime-cap'], { value: '0.05' }))).toBeVisible();
});
