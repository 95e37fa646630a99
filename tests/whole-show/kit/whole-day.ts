// The sample final from the start page to the end, in one language, with real pages for everybody; then what must be true
// of any such day.
import { expect, type Browser } from '@playwright/test';
import { consoleWords } from '#client-kit/wording/console.ts';
import { dialogWords } from '#client-kit/wording/console-dialogs.ts';
import { fill, pick } from '#client-kit/wording/translate.ts';
import { demonstration } from '#domain/presets/demonstration.ts';
import type { Locale } from '#domain/text.ts';
import { BrowserDay } from './browser-day.ts';
import { totalOf, type Marks } from './calculator.ts';
import type { ConsolePage } from './console-page.ts';
import { laneOf } from './hall.ts';
import { plantedMarks } from './marks.ts';
import { Opening } from './opening.ts';
import { Recording } from './recording.ts';
import { readFinal, seesScene } from './screen-page.ts';
import { ServerProcess } from './server-process.ts';

/** Running number → the place its marks are planned for; 14 and 15 are equal across the cut line. */
const places = [4, 0, 7, 2, 11, 5, 14, 1, 8, 3, 12, 6, 13, 9, 10];

function plan(seed: number): ReadonlyMap<number, readonly Marks[]> {
  const planted = plantedMarks('0.1', seed);
  const planned = new Map<number, readonly Marks[]>();
  places.forEach((place, index) => {
    const tenth = planned.get(14);
    planned.set(index + 1, index === 14 && tenth ? planted.twinOf(tenth) : planted.entry(place, 7));
  });
  return planned;
}

/** The panel puts the later of the two first. */
async function decideTie({ page }: ConsolePage, locale: Locale): Promise<readonly number[]> {
  const words = dialogWords[locale];
  const first = (list: string) => list.split('|')[0] ?? '';
  const dialog = page.getByRole('dialog');
  // A button that has just changed rests a moment; pressed then, it is pressed again.
  await expect(async () => {
    if ((await dialog.count()) === 0) await page.keyboard.press('Space');
    await expect(dialog).toBeVisible({ timeout: 1000 });
  }).toPass();
  const later = fill(consoleWords[locale].tag, { n: 15 });
  const up = new RegExp(fill(words['order.up'], { name: `${later}.*` }));
  await dialog.getByRole('button', { name: up }).click();
  await dialog.getByRole('button', { name: first(words['tie.panel']), exact: true }).click();
  await dialog.getByRole('button', { name: first(words['tie.reasons']), exact: true }).click();
  await dialog.locator('[data-confirm]').click();
  await expect(dialog).toHaveCount(0);
  // The window closes with the answer; what follows is offered with the view, a moment later.
  await expect(page.locator('[data-next]')).not.toHaveAttribute('data-next', 'decide-tie');
  return [15, 14];
}

export async function playWholeDay(browser: Browser, locale: Locale, seed: number): Promise<void> {
  const recording = new Recording();
  const server = await ServerProcess.start();
  const opening = new Opening(browser, server, recording, locale);
  try {
    const deskPage = await opening.enterDesk();
    const desk = await opening.setUpSample(deskPage);
    const tablets = await opening.joinTablets(await opening.seatCards(desk));
    const { screen, cue, phone } = await opening.connectHall(desk);
    const order = await desk.order();
    expect(order).toHaveLength(15);

    const day = new BrowserDay({
      desk,
      tablets,
      recording,
      planned: plan(seed),
      decideTie: (known) => decideTie(known, locale),
      afterEach: async (kind) => {
        if (kind === 'reveal') await seesScene(screen, 'score');
        if (kind === 'begin-ceremony') await seesScene(screen, 'ceremony');
      },
    });
    await day.play();

    const inside = day.ranking().filter(({ rank }) => rank <= 10);
    const shown = await readFinal(screen);
    expect(shown.map(({ rank, score }) => ({ rank, score }))).toEqual(
      inside.map(({ rank, score }) => ({ rank, score })),
    );
    inside.forEach(({ entry }, place) => {
      const known = demonstration.entries.find(({ id }) => id === order[Number(entry) - 1]);
      expect(shown[place]?.text).toContain(pick(known?.community ?? null, locale));
    });
    for (const { score } of inside) {
      await expect(cue.locator('body')).toContainText(inside[0]?.score ?? '');
      await expect(phone.locator('body')).toContainText(score);
    }

    // What was received is searched last, so that the search has the whole day.
    expect(recording.leaks()).toEqual([]);
    for (const lane of ['screen', 'cue', 'phone', 'operator'])
      expect(recording.holds(lane, inside[0]?.score ?? '')).toBe(true);
    for (const { number } of tablets)
      expect(recording.holds(laneOf(number), totalOf(plan(seed).get(1)?.[number - 1] ?? []))).toBe(true);
  } finally {
    await opening.close();
    await server.stop();
  }
}
