// One entry lives through its day while the server is killed without warning at every phase, and then every page is
// reloaded: nothing is lost, nothing changes, nobody logs in again.
import { expect, test, type Page } from '@playwright/test';
import { demonstration } from '#domain/presets/demonstration.ts';
import { journalOf } from './kit/journal-of.ts';
import { comesBackTo, settledPicture } from './kit/picture.ts';
import { PreparedHall } from './kit/prepared-hall.ts';
import { readsOnlyWinner } from './kit/screen-page.ts';

test.setTimeout(500_000);

const { cutLine: _, ...rules } = demonstration.rules;
const definition = {
  ...demonstration,
  entries: demonstration.entries.slice(0, 1),
  panel: demonstration.panel.slice(0, 3),
  rules,
  awards: [],
};
const marks = [
  ['17.3', '18.1', '16.4', '19', '15.5'],
  ['16.8', '17', '18.2', '17.7', '16.1'],
  ['18.5', '18.4', '17.9', '18', '17.2'],
] as const;

let hall: PreparedHall;
test.afterEach(() => hall.close());

test('a killed server and reloaded pages come back to the same picture at every phase', async ({ browser }) => {
  hall = await PreparedHall.start(browser, definition);
  const desk = await hall.console();
  await hall.joinJudges(3);
  const screen = await hall.screen();
  const cue = await hall.cue();
  const pages: readonly (readonly [string, Page])[] = [
    ['the console', desk.page],
    ['the screen', screen],
    ['the cue view', cue],
    ...hall.tablets.map((tablet) => [`tablet ${tablet.number}`, tablet.page] as const),
  ];

  async function survive(phase: string): Promise<void> {
    const before = await Promise.all(pages.map(([, page]) => settledPicture(page)));
    const areBack = (fault: string) =>
      Promise.all(
        pages.map(([name, page], index) => comesBackTo(page, before[index] ?? '', `${name}, ${phase}, ${fault}`)),
      );
    await hall.server.kill();
    await hall.server.restart();
    await areBack('killed');
    await Promise.all(pages.map(([, page]) => page.reload()));
    await areBack('reloaded');
  }

  for (const kind of ['show-opening', 'show-judges', 'introduce', 'start-segment', 'finish-presentation'] as const) {
    await desk.offers(kind);
    await desk.pressNext();
    await survive(kind);
  }

  const [first, second, third] = hall.tablets;
  if (first === undefined || second === undefined || third === undefined) throw new Error('three tablets were joined');
  await second.score(1, marks[1]);
  await first.seesSheet(1);
  await first.type(marks[0].slice(0, 2));
  await survive('half a sheet');
  await first.type(marks[0].slice(2, 4));
  await first.page.keyboard.type(marks[0][4]);
  // The keys belong to the first item again after a reload: the only thing that may change.
  await first.page
    .getByText(definition.criteria[0]?.name.zh ?? '')
    .first()
    .click();
  await survive('a whole sheet, not handed in');
  await first.page.keyboard.press('Enter');
  await first.pressSubmit(marks[0]);
  await first.seesSaved(1);
  await third.score(1, marks[2]);
  await desk.offers('close-scoring');
  await survive('all in');

  for (const kind of ['close-scoring', 'reveal', 'begin-ceremony', 'unveil', 'publish', 'end-event'] as const) {
    await desk.offers(kind);
    await desk.pressNext();
    await survive(kind);
  }

  // (86.30 + 85.80 + 90.00) / 3, half up.
  await readsOnlyWinner(screen, '百瑞景社区', '87.37');
  await hall.server.stop();
  const scores = journalOf(hall.server.data).filter(({ fact }) => fact.type === 'score.submitted');
  expect(scores).toHaveLength(3);
});
