// The smallest event there can be, and one larger than any hall has seen: 60 entries before 30 judges.
import { expect, test } from '@playwright/test';
import type { EventDefinition } from '#domain/definition.ts';
import type { EntryId, SeatId } from '#domain/ids.ts';
import { demonstration } from '#domain/presets/demonstration.ts';
import type { Decimal } from '#domain/numbers.ts';
import { until } from '#tests/kit/server.ts';
import { BrowserDay } from './kit/browser-day.ts';
import { rankingOf, type Marks } from './kit/calculator.ts';
import { chance, shuffled } from './kit/chance.ts';
import { PreparedHall } from './kit/prepared-hall.ts';
import { readFinal, readsOnlyWinner } from './kit/screen-page.ts';

test.setTimeout(400_000);

let hall: PreparedHall;
test.afterEach(() => hall.close());

const { cutLine: _, ...rules } = demonstration.rules;

/** Marked stand-ins, with the items and rules of the demonstration event and without a line. */
function eventOf(entries: number, judges: number): EventDefinition {
  const range = (count: number) => Array.from({ length: count }, (_value, index) => index + 1);
  return {
    ...demonstration,
    entries: range(entries).map((number) => ({
      id: `entry-${number}` as EntryId,
      number: String(number).padStart(2, '0'),
      title: { zh: `示例项目 ${number}`, en: `Sample project ${number}` },
      community: { zh: `示例社区 ${number}`, en: `Sample community ${number}` },
      standIn: true,
    })),
    panel: range(judges).map((number) => ({
      seat: `seat-${number}` as SeatId,
      number,
      name: { zh: `示例评委 ${number}`, en: `Sample judge ${number}` },
      standIn: true,
    })),
    judgeGroups: [],
    rules,
    awards: [],
  };
}

test('one entry before one judge is a whole final', async ({ browser }) => {
  hall = await PreparedHall.start(browser, eventOf(1, 1));
  const desk = await hall.console();
  await hall.joinJudges(1);
  const screen = await hall.screen();
  const planned = new Map<number, readonly Marks[]>([[1, [['19.5', '18', '17.3', '20', '16.4']]]]);
  const day = new BrowserDay({ desk, tablets: hall.tablets, recording: hall.recording, planned });
  await day.play();
  await readsOnlyWinner(screen, '示例社区 1', '91.20');
  expect(hall.recording.leaks()).toEqual([]);
});

test('sixty entries before thirty judges are played with three real tablets, and ranked as calculated', async ({
  browser,
}) => {
  const [entries, judges, tablets] = [60, 30, 3];
  hall = await PreparedHall.start(browser, eventOf(entries, judges));
  const desk = await hall.console();
  await hall.joinJudges(tablets);
  const screen = await hall.screen();
  const next = chance(60);
  // In such a crowd totals repeat; what is looked for here is that everything is counted and fits.
  const mark = () => `${10 + next(10)}.${1 + next(9)}`;
  const planned = new Map(
    Array.from({ length: entries }, (_value, index) => [
      index + 1,
      Array.from({ length: judges }, () => Array.from({ length: 5 }, mark)),
    ]),
  );
  const byLine = async (running: number) => {
    await Promise.all(
      shuffled([...hall.lines], next).map(async ([number, line]) => {
        const entry = `entry-${running}` as EntryId;
        await until('the sheet is open', () => line.view.sheets[running - 1]?.isOpen === true);
        await line.tell({
          type: 'score.submit',
          entry,
          baseVersion: 0,
          marks: demonstration.criteria.map(({ id }, item) => ({
            criterion: id,
            mark: (planned.get(running)?.[number - 1]?.[item] ?? '') as Decimal,
          })),
          remark: '',
        });
      }),
    );
  };

  // The first two and the last are scored by hand; those between are entered from paper, as fast as a desk can.
  for (let running = 1; running <= entries; running += 1) {
    const entry = `entry-${running}` as EntryId;
    const isByHand = running <= 2 || running === entries;
    await hall.tell({ type: 'stage.call', entry, show: { kind: 'entry-card', entry } });
    await hall.tell({ type: 'scoring.open', entries: [entry], show: { kind: 'progress', entry } });
    await Promise.all([
      byLine(running),
      ...hall.tablets.map(async (tablet) => {
        const marks = planned.get(running)?.[tablet.number - 1] ?? [];
        if (isByHand) return tablet.score(running, marks);
        await hall.tell({
          type: 'sheet.enter-from-paper',
          entry,
          seat: `seat-${tablet.number}` as SeatId,
          baseVersion: 0,
          marks: demonstration.criteria.map(({ id }, item) => ({
            criterion: id,
            mark: (marks[item] ?? '') as Decimal,
          })),
          remark: '',
          reason: '纸质评分表',
        });
      }),
    ]);
    if (running > 1) await hall.tell({ type: 'result.reveal', entry: `entry-${running - 1}` as EntryId });
    await hall.tell({ type: 'scoring.close', entry });
  }

  // The console may still show a step before, also one of this entry: what it was told over the wire must have arrived
  // before a key is held.
  await expect(desk.page.locator('[data-next="reveal"]')).toContainText('60');
  await desk.pressNext();
  await desk.offers('show-ranking');
  await desk.pressNext();
  await expect(screen.locator('[data-scene="ranking"]').first()).toBeVisible();
  await expect(screen.locator('[data-scene="ranking"]').first()).toContainText('1 / 4');
  await desk.offers('begin-ceremony');
  await hall.tell({ type: 'result.publish', show: { kind: 'final' } });

  const expected = rankingOf(
    [...planned].map(([running, sheets]) => ({ entry: String(running), sheets, deductions: [] })),
    3,
  );
  const computed = hall.operator.view.entries
    .map(({ card, computed: known }) => ({ entry: String(card.runningNumber), score: known?.score, rank: known?.rank }))
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  expect(computed).toEqual(expected);
  const shown = await readFinal(screen);
  expect(shown.map(({ rank, score }) => ({ rank, score }))).toEqual(
    expected.slice(0, shown.length).map(({ rank, score }) => ({ rank, score })),
  );
});
