// Row P12: from a judge's tap to the changed picture in a real browser, while the phones are connected. The page says when the frame that
// follows a change of the document has been drawn; its clock and the bench's are the same machine's.
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { demonstration } from '#domain/presets/demonstration.ts';
import { Device, until } from '#tests/kit/server.ts';
import { median, percentile, rounded } from '../figures.ts';
import type { Row } from '../row.ts';
import type { VotingHall } from './voting-hall.ts';

const taps = 60;
const limitMs = 100;

declare global {
  interface Window {
    /** Moments at which a changed frame was drawn, in milliseconds since 1970. */
    drawn: number[];
  }
}

export async function measurePixels(hall: VotingHall): Promise<Row> {
  const executablePath = process.env['CHROMIUM'] ?? (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined);
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update'],
  });
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const wall = new Device(hall.server.url);
  await wall.post('/api/join/screen');
  await context.addCookies([...wall.cookies].map(([name, value]) => ({ name, value, url: hall.server.url })));
  const page = await context.newPage();
  await page.goto(`${hall.server.url}/display`);
  await until('the screen is known', () => (hall.operator.presence?.screens ?? []).some(({ isOnline }) => isOnline));
  const waiting = hall.operator.presence?.screens.find(({ isOnline }) => isOnline);
  await hall.operator.tell({ type: 'screen.pair', screen: waiting?.screen as never, name: '主屏' });
  const entry = demonstration.entries[0]?.id as never;
  await hall.operator.tell({ type: 'scene.show', scene: { kind: 'progress', entry } });
  await page.locator('[data-scene="progress"], main').first().waitFor();
  await page.waitForTimeout(1500);
  await page.evaluate(() => {
    window.drawn = [];
    new MutationObserver(() =>
      requestAnimationFrame(() =>
        // The frame has been drawn when the next one begins.
        requestAnimationFrame(() => window.drawn.push(performance.timeOrigin + performance.now())),
      ),
    ).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  const times: number[] = [];
  for (let tap = 0; tap < taps; tap += 1) {
    await page.evaluate(() => void (window.drawn = []));
    const from = performance.timeOrigin + performance.now();
    await hall.tap();
    const drawn = await page.waitForFunction(() => window.drawn[0]);
    times.push(Number(await drawn.jsonValue()) - from);
    await page.waitForTimeout(150);
  }
  await browser.close();
  const p99 = percentile(times, 0.99);
  return {
    row: 'P12',
    what: 'tap to changed pixels in a browser, phones connected, 99 %; floor: 100 ms',
    target: '≤ 1',
    ratio: rounded(p99 / limitMs),
    ratioFrom: rounded(Math.min(...times) / limitMs),
    ratioTo: rounded(Math.max(...times) / limitMs),
    isMet: p99 <= limitMs,
    real: rounded(median(times)),
    realP99: rounded(p99),
    floor: limitMs,
  };
}
