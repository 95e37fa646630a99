// Overtime in a real browser: the stop line at the console and the cue view, the proposal, a person's answer, the breakdown.
import { expect, test } from '@playwright/test';
import { consoleWords } from '#client-kit/wording/console.ts';
import { cueWords } from '#client-kit/wording/cue.ts';
import { dialogWords } from '#client-kit/wording/console-dialogs.ts';
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

let server: TestServer;
let operator: Line<'operator'>;
let judge: Line<'judge'>;

test.afterEach(async () => {
  judge.close();
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
  await operator.tell({ type: 'event.define', definition }, { type: 'event.start' });
  const { cards } = (await (await desk.post('/api/cards')).json()) as { cards: SeatCard[] };
  judge = (await server.device().join(cards[0]?.digits ?? '')).connect('judge');
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
  await until('the judge may score', () => judge.view.sheets.some((sheet) => sheet.isOpen));
  const marks = judge.view.criteria.map(({ id }) => ({ criterion: id, mark: decimal('92.4') }));
  await judge.tell({ type: 'score.submit', entry, baseVersion: 0, marks, remark: '' });
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
