// The files an organiser takes home: numbers against an independent count, tables a spreadsheet opens safely, names of files,
// and what must never be in them.
import Database from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { EventDefinition } from '#domain/definition.ts';
import type { ResultsDocument, SeatCards } from '#protocol/http.ts';
import { criterionId, decimal, entryId, exampleEvent, seatId } from '#tests/kit/example-event.ts';
import { startServer, until, type Device, type Line, type TestServer } from '#tests/kit/server.ts';

let server: TestServer;
const open: { close(): void }[] = [];

afterEach(async () => {
  open.splice(0).forEach((line) => line.close());
  await server.stop();
});

interface Hall {
  readonly desk: Device;
  readonly operator: Line<'operator'>;
  readonly judges: readonly Line<'judge'>[];
}

async function hall(definition: EventDefinition): Promise<Hall> {
  server = await startServer();
  const desk = await server.device().join(server.seats.issueOperatorCode());
  const operator = desk.connect('operator');
  open.push(operator);
  await operator.tell({ type: 'event.define', definition }, { type: 'rules.confirm' }, { type: 'event.start' });
  const { cards } = (await (await desk.post('/api/cards', {})).json()) as SeatCards;
  const judges = await Promise.all(
    cards.map(async (card) => {
      const line = (await server.device().join(card.digits)).connect('judge');
      open.push(line);
      await until('the judge has a view', () => line.messages.length > 0);
      return line;
    }),
  );
  return { desk, operator, judges };
}

/** One total per judge, spread over the items; null leaves that judge out. */
async function score({ operator, judges }: Hall, entry: number, totals: readonly (string | null)[]): Promise<void> {
  await operator.tell(
    { type: 'stage.call', entry: entryId(entry) },
    { type: 'scoring.open', entries: [entryId(entry)] },
  );
  for (const [index, total] of totals.entries())
    if (total !== null)
      await judges[index]?.tell({
        type: 'score.submit',
        entry: entryId(entry),
        baseVersion: 0,
        marks: [{ criterion: criterionId(1), mark: decimal(total) }],
        remark: '',
      });
}

const close = ({ operator }: Hall, entry: number) => operator.tell({ type: 'scoring.close', entry: entryId(entry) });

async function results(desk: Device): Promise<ResultsDocument> {
  return (await (await desk.fetch('/api/results.json')).json()) as ResultsDocument;
}

async function csv(desk: Device, lang: 'zh-CN' | 'en' = 'zh-CN') {
  const response = await desk.fetch(`/api/results.csv?lang=${lang}`);
  const bytes = Buffer.from(await response.arrayBuffer());
  const rows = parse(bytes, { bom: true, record_delimiter: '\r\n', columns: true }) as readonly Record<
    string,
    string
  >[];
  return { response, bytes, text: bytes.toString('utf8'), rows };
}

/** Marks in hundredths, one highest and one lowest off, mean, half up: written without the rulebook. */
function countedByHand(hundredths: readonly number[]): string {
  const sorted = [...hundredths].sort((a, b) => a - b);
  const kept = hundredths.length >= 5 ? sorted.slice(1, -1) : sorted;
  const sum = kept.reduce((all, one) => all + one, 0);
  const mean = Math.floor((2 * sum + kept.length) / (2 * kept.length));
  return `${Math.floor(mean / 100)}.${String(mean % 100).padStart(2, '0')}`;
}

describe('the results', () => {
  it('are the same numbers as an independent count, in JSON and in CSV', async () => {
    const play = await hall(exampleEvent({ entries: 6, judges: 7 }));
    const given = Array.from({ length: 6 }, (_, entry) =>
      Array.from({ length: 7 }, (_unused, judge) => 7000 + ((entry * 733 + judge * 977 + entry * judge * 131) % 2999)),
    );
    const written = (value: number) => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`;
    for (const [index, marks] of given.entries()) {
      await score(
        play,
        index + 1,
        marks.map((mark) => written(mark).replace(/\.?0+$/, '')),
      );
      await close(play, index + 1);
    }
    const expected = given
      .map((marks, index) => ({ entry: entryId(index + 1), score: countedByHand(marks) }))
      .sort((a, b) => Number(b.score.replace('.', '')) - Number(a.score.replace('.', '')));
    const table = await results(play.desk);
    expect(table.format).toBe('liangfen-results/1');
    expect(table.rows.map(({ entry, score: final }) => ({ entry: entry.id, score: final }))).toEqual(expected);
    expect(table.rows.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6]);
    const { rows } = await csv(play.desk);
    expect(rows.map((row) => row['最终得分'])).toEqual(expected.map((row) => row.score));
    const best = given[Number(expected[0]?.entry.replace('entry-', '')) - 1] ?? [];
    expect(best.map((_, judge) => rows[0]?.[`评委 ${judge + 1} 示例评委 ${judge + 1}`])).toEqual(best.map(written));
  });

  it('name ties, the recused, the absent, deductions, corrections in all versions, and who has no place', async () => {
    const definition = exampleEvent({ entries: 5, judges: 6 });
    const play = await hall({
      ...definition,
      panel: definition.panel.map((judge) => (judge.number === 6 ? { ...judge, recusedFrom: [entryId(1)] } : judge)),
    });
    await score(play, 1, ['80', '82', '84', '86', '88', null]);
    await close(play, 1);
    await score(play, 2, ['80', '82', '84', '86', null, null]);
    await play.operator.tell(
      { type: 'sheet.mark-absent', seat: seatId(5), entries: [entryId(2)], reason: '离场' },
      { type: 'sheet.mark-absent', seat: seatId(6), entries: [entryId(2)], reason: '离场' },
      { type: 'deduction.add', entry: entryId(2), points: decimal('1.5'), reason: '超时' },
    );
    await close(play, 2);
    await score(play, 3, ['84', '84', '84', '84', '84', '84']);
    await close(play, 3);
    await play.operator.tell(
      { type: 'result.reveal', entry: entryId(3) },
      { type: 'result.correct', entry: entryId(3), reason: '录入有误' },
      { type: 'sheet.return', entry: entryId(3), seat: seatId(1), reason: '请核对' },
    );
    await play.judges[0]?.tell({
      type: 'score.submit',
      entry: entryId(3),
      baseVersion: 1,
      marks: [{ criterion: criterionId(1), mark: decimal('83') }],
      remark: '',
    });
    await play.operator.tell(
      { type: 'result.reveal', entry: entryId(3) },
      { type: 'entry.remove', entry: entryId(4), as: 'withdrawn', reason: '自行退赛' },
    );

    const table = await results(play.desk);
    const byEntry = new Map(table.rows.map((row) => [row.entry.id, row]));
    // Five valid scores: 82, 84, 86. Six: four 84s remain of 83, 84 … 84.
    expect([entryId(1), entryId(3)].map((id) => byEntry.get(id))).toMatchObject([
      { score: '84.00', rank: 1, isTied: true },
      { score: '84.00', rank: 1, isTied: true, revealVersion: 2 },
    ]);
    expect(byEntry.get(entryId(2))).toMatchObject({
      rank: 3,
      panelScore: '83.00',
      score: '81.50',
      deductions: [{ points: '1.5', reason: '超时' }],
      rule: { trimSuspendedBelow: 5, counted: 4 },
    });
    expect(byEntry.get(entryId(1))?.judges.map(({ fate }) => fate)).toEqual([
      'lowest-out',
      'counted',
      'counted',
      'counted',
      'highest-out',
      'recused',
    ]);
    expect(byEntry.get(entryId(3))?.reveals).toMatchObject([
      { version: 1, score: '84.00', reason: null },
      { version: 2, score: '84.00', reason: '录入有误' },
    ]);
    expect(table.unplaced.map(({ entry, status, reason }) => [entry.id, status, reason])).toEqual([
      [entryId(4), 'withdrawn', '自行退赛'],
      [entryId(5), 'waiting', null],
    ]);
    expect(table.sheets[0]?.lines[2]).toMatchObject({ version: 2, total: '83.00', via: 'device', status: 'submitted' });

    const { rows } = await csv(play.desk);
    expect(rows.map((row) => [row['名次'], row['编号'], row['状态']])).toEqual([
      ['1', '01', '非最终结果'],
      ['1', '03', '非最终结果'],
      ['3', '02', '非最终结果'],
      ['', '04', '退赛'],
      ['', '05', '待上场'],
    ]);
    expect(rows[0]?.['备注']).toBe('并列；评委 1: 去掉最低；评委 5: 去掉最高；评委 6: 回避');
    expect(rows[1]?.['备注']).toContain('第 2 版，更正原因：录入有误');
    expect(rows[2]).toMatchObject({ 扣分: '1.5 超时', 评委得分: '83.00' });
    expect(rows[2]?.['备注']).toBe('评委 5: 缺席；评委 6: 缺席；有效分不足 5 个，未去掉最高分和最低分');
  });

  it('hold nothing of an entry still open for scoring', async () => {
    const play = await hall(exampleEvent({ entries: 2, judges: 2 }));
    await score(play, 1, ['61.23', '71.34']);
    const text = await (await play.desk.fetch('/api/results.json')).text();
    expect(text).not.toMatch(/61\.23|71\.34|66\.2/);
    expect((JSON.parse(text) as ResultsDocument).sheets[0]?.lines[0]).toMatchObject({ status: 'open', marks: null });
    expect((await csv(play.desk)).text).not.toMatch(/61\.23|71\.34/);
    await close(play, 1);
    expect((await results(play.desk)).rows[0]?.score).toBe('66.29');
  });

  it('are complete for the operator where the hall is never shown a score', async () => {
    const play = await hall(exampleEvent({ entries: 1, judges: 2 }, { reveal: 'never' }));
    const wall = server.device();
    await wall.post('/api/join/screen');
    const screen = wall.connect('screen');
    open.push(screen);
    await until('the console sees the screen', () => (play.operator.presence?.screens.length ?? 0) === 1);
    const [waiting] = play.operator.presence?.screens ?? [];
    await play.operator.tell({ type: 'screen.pair', screen: waiting?.screen as never, name: '主屏' });
    await score(play, 1, ['61.23', '71.34']);
    await close(play, 1);
    await play.operator.tell({ type: 'result.publish', show: { kind: 'final' } });
    await until('the final ranking is on the screen', () => screen.messages.at(-1)?.view.scene.kind === 'final');
    const { rows } = await csv(play.desk, 'en');
    expect(rows[0]).toMatchObject({ Rank: '1', 'Final score': '66.29', State: 'Published' });
    expect(screen.bytes).not.toMatch(/61\.23|71\.34|66\.29/);
  });

  it('open in a spreadsheet: mark of the encoding, Windows lines, no cell that runs as a formula', async () => {
    const definition = exampleEvent({ entries: 4, judges: 1 });
    const titles = ['=HYPERLINK("http://evil.example","x")', '+1+1', '@SUM(1)', '-2, "quoted"\tand 逗号，'];
    const play = await hall({
      ...definition,
      entries: definition.entries.map((entry, index) => ({ ...entry, title: { zh: titles[index] ?? '' } })),
    });
    for (const entry of [1, 2, 3, 4]) {
      await score(play, entry, [String(90 - entry)]);
      await close(play, entry);
    }
    const { bytes, text, rows, response } = await csv(play.desk);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(
      text
        .split('\n')
        .slice(0, -1)
        .every((line) => line.endsWith('\r')),
    ).toBe(true);
    expect(rows.map((row) => row['项目名称'])).toEqual(titles.map((title) => `'${title}`));
    for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    expect(rows.map((row) => row['最终得分'])).toEqual(['89.00', '88.00', '87.00', '86.00']);
  });

  it("speak the reader's language and use the event's own names, in the file's name too", async () => {
    const play = await hall({
      ...exampleEvent({ entries: 1, judges: 1 }),
      shortName: { zh: '示例: 决赛/“2023”', en: "Sample's final*" },
      entryNoun: { one: { zh: '讲述人', en: 'speaker' }, many: { zh: '讲述人', en: 'speakers' } },
      unitNames: { subdistrict: { zh: '学院', en: 'School' }, community: { zh: '班级', en: 'Class' } },
    });
    await score(play, 1, ['80']);
    await close(play, 1);
    const zh = await csv(play.desk);
    expect(Object.keys(zh.rows[0] ?? {}).slice(0, 7)).toEqual([
      '名次',
      '编号',
      '出场顺序',
      '学院',
      '班级',
      '讲述人名称',
      '最终得分',
    ]);
    expect(zh.response.headers.get('content-disposition')).toBe(
      `attachment; filename="results.csv"; filename*=UTF-8''${encodeURIComponent('示例 决赛 “2023”-成绩.csv')}`,
    );
    const en = await csv(play.desk, 'en');
    expect(Object.keys(en.rows[0] ?? {}).slice(3, 6)).toEqual(['School', 'Class', 'speaker title']);
    expect(en.response.headers.get('content-disposition')).toBe(
      `attachment; filename="results.csv"; filename*=UTF-8''Sample%27s%20final-results.csv`,
    );
  });

  it("carry the journal's head, and go to the operator only", async () => {
    const play = await hall(exampleEvent({ entries: 1, judges: 1 }));
    for (const path of ['/api/results.json', '/api/results.csv', '/api/event.json'])
      expect((await server.device().fetch(path)).status, path).toBe(401);
    const { journal } = await results(play.desk);
    // The store lets nobody else in while the server has it.
    await server.web.close();
    const db = new Database(join(server.folder, 'liangfen.db'), { readonly: true });
    const head = db.prepare('SELECT epoch, seq, hash FROM journal ORDER BY seq DESC LIMIT 1').get();
    db.close();
    expect(journal).toEqual(head);
  });
});

describe('cards', () => {
  const ask = async (desk: Device, body: object) => (await (await desk.post('/api/cards', body)).json()) as SeatCards;
  const cueCode = async (desk: Device, body: object = {}) =>
    ((await (await desk.post('/api/cards/cue', body)).json()) as { code: string }).code;

  async function restarted(): Promise<void> {
    const port = Number(new URL(server.url).port);
    open.splice(0).forEach((line) => line.close());
    await server.web.close();
    server = await startServer(server.folder, port);
  }

  it('are printed again as they are until the server restarts, and are never replaced unasked', async () => {
    const { desk } = await hall(exampleEvent({ entries: 1, judges: 3 }));
    const first = await ask(desk, {});
    expect(await ask(desk, {})).toEqual(first);
    expect(first).toMatchObject({ hidden: [] });
    await restarted();
    expect(await ask(desk, {})).toMatchObject({ cards: [], hidden: [seatId(1), seatId(2), seatId(3)] });
    // The printed cards still open their seats.
    await server.device().join(first.cards[0]?.digits ?? '', true);
    const replaced = await ask(desk, { seats: [seatId(2)] });
    expect(replaced.cards.map(({ seat }) => seat)).toEqual([seatId(2)]);
    expect(replaced.hidden).toEqual([seatId(1), seatId(3)]);
    expect((await server.device().post('/api/join', { code: first.cards[1]?.digits })).status).toBe(401);
    await server.device().join(replaced.cards[0]?.digits ?? '', true);
    await server.device().join(first.cards[2]?.digits ?? '', true);
    expect((await ask(desk, {})).cards).toEqual(replaced.cards);
  });

  it('for the cue view can be typed in small letters, survive a restart, and end only when asked', async () => {
    const { desk } = await hall(exampleEvent({ entries: 1, judges: 1 }));
    const code = await cueCode(desk);
    expect(code).toMatch(/^[A-HJ-KM-NP-Z2-9]{8}$/);
    expect(await cueCode(desk)).toBe(code);
    await server.device().join(code.toLowerCase());
    await restarted();
    const further = await cueCode(desk);
    expect(further).not.toBe(code);
    await server.device().join(code);
    await server.device().join(further);
    const only = await cueCode(desk, { endsFormer: true });
    for (const ended of [code, further])
      expect((await server.device().post('/api/join', { code: ended })).status).toBe(401);
    await server.device().join(only);
  });
});
