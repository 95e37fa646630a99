// A tablet loses its network in the middle of a sheet, hands in, and comes back when the host is two entries further: the
// score is on its own entry or waits for the operator's decision, never lost and never on another entry.
import { expect, test } from '@playwright/test';
import { judgeWords } from '#client-kit/wording/judge.ts';
import { fill } from '#client-kit/wording/translate.ts';
import type { EntryId, SeatId } from '#domain/ids.ts';
import { demonstration } from '#domain/presets/demonstration.ts';
import type { Decimal } from '#domain/numbers.ts';
import { until } from '#tests/kit/server.ts';
import { BreakableLine } from './kit/breakable-line.ts';
import { scoreOf, type Marks } from './kit/calculator.ts';
import { journalOf } from './kit/journal-of.ts';
import { PreparedHall } from './kit/prepared-hall.ts';

test.setTimeout(180_000);

const definition = {
  ...demonstration,
  entries: demonstration.entries.slice(0, 4),
  panel: demonstration.panel.slice(0, 2),
  rules: { ...demonstration.rules, cutLine: 2 },
  awards: [],
};
const entry = (number: number) => demonstration.entries[number - 1]?.id as EntryId;
const [offline, online] = ['seat-1' as SeatId, 'seat-2' as SeatId];
const marks: Marks = ['17.3', '18.1', '16.4', '19', '15.5'];
const others: Marks = ['16.8', '17', '18.2', '17.7', '16.1'];
const words = judgeWords['zh-CN'];

let hall: PreparedHall;
let line: BreakableLine;
test.afterEach(async () => {
  line.close();
  await hall.close();
});

const sheetOf = (number: number, seat: SeatId) =>
  hall.operator.view.entries[number - 1]?.sheets.find((known) => known.seat === seat);

/** Entry 1 is open, judge 2 has scored it, and judge 1 hands in without a network. */
async function handInOffline(browser: Parameters<typeof PreparedHall.start>[0]) {
  hall = await PreparedHall.start(browser, definition);
  line = await BreakableLine.to(hall.server.port);
  await hall.joinJudges(1, line.url);
  const [tablet] = hall.tablets;
  if (tablet === undefined) throw new Error('no tablet has joined');
  await hall.tell({ type: 'stage.call', entry: entry(1) }, { type: 'scoring.open', entries: [entry(1)] });
  await tablet.seesSheet(1);
  await tablet.type(marks.slice(0, 2));
  line.break();
  await expect(tablet.page.getByText(words.offline).first()).toBeVisible();
  await tablet.type(marks.slice(2));
  await tablet.pressSubmit(marks);
  await tablet.seesWaitingToBeSent();
  const other = hall.lines.get(2);
  await until('judge 2 can score', () => other?.view.sheets[0]?.isOpen === true);
  await other?.tell({
    type: 'score.submit',
    entry: entry(1),
    baseVersion: 0,
    marks: definition.criteria.map(({ id }, item) => ({ criterion: id, mark: others[item] as Decimal })),
    remark: '',
  });
  return tablet;
}

const moveOnTwoEntries = () =>
  hall.tell(
    { type: 'stage.call', entry: entry(2) },
    { type: 'scoring.open', entries: [entry(2)] },
    { type: 'stage.call', entry: entry(3) },
  );

async function nothingIsElsewhere(): Promise<void> {
  for (const number of [2, 3, 4]) expect(sheetOf(number, offline)).toMatchObject({ status: 'not-scored', version: 0 });
  expect(sheetOf(1, online)).toMatchObject({ status: 'submitted', version: 1 });
  await hall.server.stop();
  const handedIn = journalOf(hall.server.data).flatMap(({ fact }) =>
    (fact.type === 'score.submitted' || fact.type === 'score.held') && fact.seat === offline ? [fact] : [],
  );
  expect(handedIn).toHaveLength(1);
  expect(handedIn[0]?.entry).toBe(entry(1));
  expect(handedIn[0]?.marks.map(({ mark }) => mark)).toEqual(marks);
}

test('it lands on its own entry while that is still open', async ({ browser }) => {
  const tablet = await handInOffline(browser);
  await moveOnTwoEntries();
  line.mend();
  await until('the score has arrived', () => sheetOf(1, offline)?.status === 'submitted');
  await expect(tablet.page.getByText(words['done.queued'])).toHaveCount(0);
  await nothingIsElsewhere();
});

test('it waits for the operator when its entry was closed meanwhile, also after the tablet was reloaded', async ({
  browser,
}) => {
  const tablet = await handInOffline(browser);
  await hall.tell(
    { type: 'sheet.mark-absent', seat: offline, entries: [entry(1)], reason: '平板离线' },
    { type: 'scoring.close', entry: entry(1) },
  );
  await moveOnTwoEntries();
  line.mend();
  await until('the score is held', () => hall.operator.view.entries[0]?.held.length === 1);
  expect(sheetOf(1, offline)?.status).toBe('absent');
  await tablet.page.reload();
  await expect(tablet.page.getByText(fill(words['done.held'], { n: '01' }))).toBeVisible();
  await hall.tell({ type: 'held.admit', entry: entry(1), seat: offline, reason: '平板断网，评分有效' });
  expect(hall.operator.view.entries[0]?.computed?.score).toBe(scoreOf({ sheets: [marks, others], deductions: [] }));
  await nothingIsElsewhere();
});
