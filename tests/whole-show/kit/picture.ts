// What a page says, without what moves by itself: for comparing a page with itself before and after a fault.
import { expect, type Page } from '@playwright/test';

/** Times of day, ages, round trips and running clocks differ from second to second; every other character must be the same. */
export async function pictureOf(page: Page): Promise<string> {
  const text = await page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    for (const moving of copy.querySelectorAll('script, style, time, [role="timer"], .used')) moving.remove();
    return copy.textContent;
  });
  return text
    .replace(/\d{1,2}:\d{2}(:\d{2})?|\d+ (秒|分钟)前|\d+ 毫秒/g, '#')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Until the page says again what it said before. */
export async function comesBackTo(page: Page, before: string, what: string): Promise<void> {
  await expect.poll(() => pictureOf(page).catch(() => ''), { message: what, timeout: 30_000 }).toBe(before);
}

/** Scenes take a moment to change: two equal pictures a second apart are the picture. @throws with both when it never stands. */
export async function settledPicture(page: Page): Promise<string> {
  let [before, now] = ['', await pictureOf(page)];
  for (let tries = 0; before !== now; tries += 1) {
    if (tries > 20) throw new Error(`the page does not come to rest:\n${before}\n${now}`);
    await page.waitForTimeout(1000);
    [before, now] = [now, await pictureOf(page)];
  }
  return now;
}
