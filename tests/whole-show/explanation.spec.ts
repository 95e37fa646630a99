// The operator reads how a closed score was computed before it is revealed, by keyboard and by mouse, in both languages; the judges'
// tablets, the big screen and the phones have none of its bytes.
import { expect, test } from '@playwright/test';
import { consoleWords } from '#client-kit/wording/console.ts';
import { explanationWords } from '#client-kit/wording/explanation.ts';
import { judgesWords } from '#client-kit/wording/console-judges.ts';
import { panelWords } from '#client-kit/wording/console-panels.ts';
import { fill } from '#client-kit/wording/translate.ts';
import type { SeatCard } from '#protocol/http.ts';
import { criterionId, decimal, entryId, exampleEvent } from '#tests/kit/example-event.ts';
import { Phone } from '#tests/kit/phone.ts';
import { endAll, startProgram } from '#tests/kit/process.ts';
import { until } from '#tests/kit/server.ts';

test.use({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', actionTimeout: 10_000 });
test.setTimeout(60_000);
test.afterEach(endAll);

/** Digits that appear nowhere else. Highest and lowest off, the other five make 446.45, ÷ 5 = 89.29. */
const marks = ['88.17', '95.43', '90.31', '80.79', '91.37', '87.23', '89.37'];

test('the operator reads the dropped judges and the mean before anything is revealed, and nobody else does', async ({
  page,
}) => {
  const server = await startProgram();
  const desk = await server.device().join(server.operatorCode);
  const operator = desk.connect('operator');
  await operator.tell(
    {
      type: 'event.define',
      definition: exampleEvent(
        { entries: 2, judges: 7 },
        { aggregate: { kind: 'trimmed-mean', dropHighest: 1, dropLowest: 1, minForTrim: 5, trimScope: 'judge-total' } },
      ),
    },
    { type: 'rules.confirm' },
    { type: 'event.start' },
  );
  const { cards } = (await (await desk.post('/api/cards')).json()) as { cards: SeatCard[] };
  const panel = await Promise.all(
    cards.map(async (card) => (await server.device().join(card.digits)).connect('judge')),
  );
  const wall = server.device();
  await wall.post('/api/join/screen');
  const screen = wall.connect('screen');
  const phone = new Phone(await server.hallUrl());
  await until('everybody listens', () => [...panel, phone].every((line) => line.messages.length > 0));

  await operator.tell({ type: 'stage.call', entry: entryId(1) }, { type: 'scoring.open', entries: [entryId(1)] });
  for (const [index, mark] of marks.entries())
    await panel[index]?.tell({
      type: 'score.submit',
      entry: entryId(1),
      baseVersion: 0,
      marks: [{ criterion: criterionId(1), mark: decimal(mark) }],
      remark: '',
    });
  await operator.tell({ type: 'scoring.close', entry: entryId(1) });

  const zh = explanationWords['zh-CN'];
  await page.goto(`${server.url}/host?lang=zh&code=${server.operatorCode}`);
  await expect(page.locator('[data-next]')).toBeVisible();
  await page.getByRole('button', { name: judgesWords['zh-CN']['do.explain'] }).click();
  const entry = fill(consoleWords['zh-CN'].tagName, { n: '01', name: '示例项目 1' });
  const dialog = page.getByRole('dialog', { name: fill(zh.title, { entry }) });
  await expect(dialog).toContainText(
    '7 位评委中去掉最高分 95.43（评委 2），去掉最低分 80.79（评委 4），其余 5 个相加 446.45，÷ 5 = 89.29',
  );
  await expect(dialog.getByRole('listitem').filter({ hasText: '评委 2 95.43（去掉最高）' }).last()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  // By keyboard alone, from the table of results, in English.
  await page.getByRole('button', { name: 'English' }).click();
  await page.locator('body').press('r');
  const table = page.getByRole('dialog', { name: panelWords.en.results });
  const score = table.getByRole('button', {
    name: fill(explanationWords.en.openFor, {
      entry: fill(consoleWords.en.tagName, { n: '01', name: 'Sample project 1' }),
    }),
  });
  await score.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').last()).toContainText(
    '7 judges: highest 95.43 (judge 2) out, lowest 80.79 (judge 4) out, the other 5 add up to 446.45, ÷ 5 = 89.29',
  );
  await page.keyboard.press('Escape');
  await expect(score).toBeFocused();

  await screen.settle();
  for (const [seat, line] of panel.entries()) {
    await line.settle();
    const others = marks.filter((_, index) => index !== seat);
    expect([...others, '89.29', '446.45', 'derivation'].filter((secret) => line.bytes.includes(secret))).toEqual([]);
  }
  for (const bytes of [screen.bytes, phone.bytes])
    expect([...marks, '89.29', '446.45', 'derivation'].filter((secret) => bytes.includes(secret))).toEqual([]);
  expect(operator.bytes).not.toContain('derivation');
  [...panel, operator, screen, phone].forEach((line) => line.close());
});
