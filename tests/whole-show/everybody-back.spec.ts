// The whole hall loses its network, or the computer the event was on: every page is right again without a touch.
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { judgeWords } from '#client-kit/wording/judge.ts';
import type { Command } from '#domain/commands.ts';
import type { EntryId } from '#domain/ids.ts';
import { demonstration } from '#domain/presets/demonstration.ts';
import { freePort } from '#tests/kit/free-port.ts';
import { Device, until } from '#tests/kit/server.ts';
import { BreakableLine } from './kit/breakable-line.ts';
import { root } from './kit/build.ts';
import { scoreOf, type Marks } from './kit/calculator.ts';
import { journalOf } from './kit/journal-of.ts';
import { PreparedHall } from './kit/prepared-hall.ts';
import { seesScene } from './kit/screen-page.ts';
import { ServerProcess } from './kit/server-process.ts';

test.setTimeout(150_000);

const entry = (number: number) => demonstration.entries[number - 1]?.id as EntryId;
const marks: Marks = ['17.3', '18.1', '16.4', '19', '15.5'];
const { cutLine: _, ...rules } = demonstration.rules;
const open = (number: number): readonly Command[] => [
  { type: 'stage.call', entry: entry(number) },
  { type: 'scoring.open', entries: [entry(number)] },
];

test('an access point that starts again in the middle of a reveal leaves nobody behind', async ({ browser }) => {
  const definition = { ...demonstration, entries: demonstration.entries.slice(0, 1), rules, awards: [] };
  const hall = await PreparedHall.start(browser, definition);
  const line = await BreakableLine.to(hall.server.port);
  try {
    await hall.joinJudges(7, line.url);
    const [desk, screen, cue] = [await hall.console(line.url), await hall.screen(line.url), await hall.cue(line.url)];
    await hall.tell(...open(1));
    for (const tablet of hall.tablets) await tablet.score(1, marks);
    await desk.offers('close-scoring');
    await desk.pressNext();
    await desk.offers('reveal');
    await desk.pressNext();
    line.break();
    await expect(desk.page.getByRole('status').filter({ hasText: '断开' }).first()).toBeVisible();
    await until('the server hears nobody', () =>
      Boolean(hall.operator.presence?.judges.every(({ isOnline }) => !isOnline)),
    );
    line.mend();
    const score = scoreOf({ sheets: Array.from({ length: 7 }, () => marks), deductions: [] });
    await until('every tablet is heard again', () =>
      Boolean(hall.operator.presence?.judges.every(({ isOnline }) => isOnline)),
    );
    await seesScene(screen, 'score');
    await expect(screen.locator('[data-scene="score"]').first()).toContainText(score);
    await expect(cue.locator('body')).toContainText(score);
    for (const { page } of hall.tablets) await expect(page.getByText(judgeWords['zh-CN'].offline)).toHaveCount(0);
    // Not only are they heard: what happens next reaches them.
    await desk.offers('begin-ceremony');
    await desk.pressNext();
    await seesScene(screen, 'ceremony');
  } finally {
    line.close();
    await hall.close();
  }
});

test('a restored event on another computer is found by everybody, and what was acknowledged after the backup comes along', async ({
  browser,
}) => {
  const definition = {
    ...demonstration,
    entries: demonstration.entries.slice(0, 2),
    panel: demonstration.panel.slice(0, 2),
    rules,
    awards: [],
  };
  const port = await freePort();
  const spareAddress = `http://127.0.0.1:${port}`;
  const hall = await PreparedHall.start(browser, definition, ['--spare', spareAddress]);
  let spare: ServerProcess | null = null;
  try {
    await hall.joinJudges(1);
    const [desk, screen] = [await hall.console(), await hall.screen()];
    const [tablet] = hall.tablets;
    const other = hall.lines.get(2);
    if (tablet === undefined || other === undefined) throw new Error('two judges have joined');
    await hall.tell(...open(1));
    await tablet.score(1, marks);
    await hall.tell(...open(2));
    await tablet.seesSheet(2);
    const backup = await hall.backUp();
    // After the backup: acknowledged, and then the computer is gone.
    await tablet.score(2, marks);
    await hall.server.kill();

    const data = join(mkdtempSync(join(tmpdir(), 'liangfen-restored-')), 'data');
    const file = join(hall.server.data, 'backups', backup.name);
    execFileSync(process.execPath, [join(root, 'scripts/liangfen.mjs'), 'restore', file, '--data', data], {
      stdio: 'ignore',
    });
    spare = await ServerProcess.start([], data, port);
    for (const [page, path] of [
      [tablet.page, '/judge'],
      [desk.page, '/host'],
      [screen, '/screen'],
    ] as const)
      await expect(page).toHaveURL(spareAddress + path, { timeout: 30_000 });
    await tablet.seesSaved(2);
    await expect(desk.page.locator('[data-next]')).toBeVisible();
    await expect(screen.locator('[data-scene]').first()).toBeVisible();

    const operator = (await new Device(spare.url).join(spare.operatorCode)).connect('operator');
    await until('the score that the backup had not is there', () => {
      const sheets = operator.messages.at(-1)?.view.entries[1]?.sheets;
      return sheets?.some(({ seat, status }) => seat === 'seat-1' && status === 'submitted') === true;
    });
    operator.close();
    await spare.stop();
    const scored = journalOf(data).flatMap(({ fact }) => (fact.type === 'score.submitted' ? [fact.entry] : []));
    expect(scored).toEqual([entry(1), entry(2)]);
  } finally {
    await hall.close();
    await spare?.stop();
  }
});
