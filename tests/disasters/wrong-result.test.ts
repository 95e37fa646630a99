// Results that were wrong, or could not be shown to be right, at events run elsewhere, played here.
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { genesisHash, hashOf } from '#db/chain.ts';
import type { JournalRecord } from '#db/journal.ts';
import { openSqlite } from '#db/sqlite.ts';
import type { Command } from '#domain/commands.ts';
import { rational } from '#domain/numbers.ts';
import { cue as cueRole } from '#domain/roles/cue.ts';
import { operator as operatorRole } from '#domain/roles/operator.ts';
import { screen as screenRole } from '#domain/roles/screen.ts';
import { skating } from '#domain/rules/skating/skating.ts';
import { resultsTable } from '#domain/results-table.ts';
import type { Components, Mapping } from '#domain/scoring-rules.ts';
import { standings } from '#domain/standings.ts';
import type { AnalysisDocument, ResultsDocument } from '#protocol/http.ts';
import { startServer } from '#tests/kit/server.ts';
import { decimal, entryId, exampleEvent, seatId } from '#tests/kit/example-event.ts';
import { operator, startedFinal, type Final } from '#tests/kit/final.ts';
import { openHall, paper } from './kit/hall.ts';

const scores = ({ state }: Final) => standings(state).map(({ result, rank }) => [result.entry, rank, result.score]);

describe('a deduction', () => {
  // A time penalty switched off the dropping of the highest and the lowest mark for every band that played later.
  it('for one entry never changes what is dropped for the ones after it', () => {
    const marks = ['60', '82', '84', '86', '99'];
    const play = (deducts: boolean) => {
      const final = startedFinal(exampleEvent({ entries: 4, judges: 5 }));
      for (const entry of [1, 2, 3, 4]) {
        final.finish(entry, marks);
        if (deducts && entry <= 2)
          final.run({ type: 'deduction.add', entry: entryId(entry), points: decimal('5'), reason: '超时' });
        final.run({ type: 'result.reveal', entry: entryId(entry) });
      }
      return resultsTable(final.state)?.rows ?? [];
    };
    const breakdown = (rows: ReturnType<typeof play>) =>
      new Map(
        rows.map(({ entry, panelScore, rule, judges }) => [
          entry.id,
          [panelScore, rule, judges.map(({ fate }) => fate)],
        ]),
      );
    expect(breakdown(play(true))).toEqual(breakdown(play(false)));
    expect(new Map(play(true).map(({ entry, score }) => [entry.id, score]))).toEqual(
      new Map([1, 2, 3, 4].map((entry) => [entryId(entry), entry <= 2 ? '79.00' : '84.00'])),
    );
  });
});

describe('places in the skating system', () => {
  // Rule 11 was applied where rule 10 decides: fifth and sixth had been announced the wrong way round.
  it('are never decided by all marks together where the dance places decide first: fifth and sixth stay the right way round', () => {
    const final = [
      '32312 43244 24151 11633 56426 65565',
      '53142 22514 46236 14361 61655 35423',
      '44442 11131 32213 23324 55665 66556',
    ];
    const result = skating(final.map((dance) => dance.split(' ').map((couple) => [...couple].map(Number))));
    if ('refused' in result) throw new Error(result.refused);
    const [fifth, sixth] = result.overall.places.slice(4);
    expect(fifth).toMatchObject({ total: rational(16n), place: rational(5n), decidedBy: 10 });
    expect(sixth).toMatchObject({ total: rational(16n), place: rational(6n), decidedBy: 10 });
    // By all marks of all dances, the rule that comes later, the other couple has the larger majority.
    const marksTo5 = (couple: number) =>
      final.flatMap((dance) => [...(dance.split(' ')[couple] ?? '')]).filter((mark) => Number(mark) <= 5).length;
    expect([marksTo5(4), marksTo5(5)]).toEqual([9, 10]);
  });
});

describe('a figure entered by hand', () => {
  // A missing jury was replaced by a figure worked out by hand; it was wrong, and went on air unmarked.
  it('never passes for one that was counted: who entered it, when, from where and why stands beside it', () => {
    const components: Components = {
      panel: { weight: decimal('70') },
      parts: [
        {
          id: 'jury',
          name: { zh: '示例评审团' },
          source: 'manual',
          weight: decimal('30'),
          mapping: { kind: 'points', max: decimal('100') },
        },
      ],
      combine: 'weighted-sum',
      ifMissing: 'no-result',
    };
    const final = startedFinal(exampleEvent({ entries: 2, judges: 2 }, { components, checkBeforeReveal: true }));
    final
      .finish(1, ['80', '80'])
      .play(2, ['70'])
      .run(paper(2, 2, '74'), { type: 'scoring.close', entry: entryId(2) });
    // Without it there is no result: nothing stands in silently.
    expect(final.ask(operator, { type: 'result.check', entry: entryId(1) })).toBe('result.missing');
    const enter = (figure: string, baseVersion: number, why?: string): Command => ({
      type: 'figures.enter',
      component: 'jury',
      figures: [{ entry: entryId(1), figure: decimal(figure), baseVersion }],
      ...(why === undefined ? {} : { reason: why }),
    });
    final.run(enter('90', 0));
    expect(final.ask(operator, enter('60', 1))).toBe('reason.missing');
    final.run({ type: 'result.check', entry: entryId(1) }, enter('60', 1, '评审团总表更正'));
    const view = operatorRole.view(final.state);
    expect(view.components[0]).toMatchObject({
      source: 'manual',
      figures: [
        { figure: '60', version: 2, by: { role: 'operator' }, device: 'test device', reason: '评审团总表更正' },
      ],
    });
    // What was checked before is looked at again, and the part stands by itself beside the score.
    expect(final.ask(operator, { type: 'result.reveal', entry: entryId(1) })).toBe('result.not-checked');
    expect(view.entries[0]?.computed?.parts).toMatchObject([
      { kind: 'panel' },
      { part: 'jury', figure: '60', points: '18.00' },
    ]);
    expect(final.state.figureEntries.map(({ figures }) => figures[0]?.figure)).toEqual(['90', '60']);
    expect(view.entries[1]?.sheets.map(({ via }) => via)).toEqual(['device', 'paper']);
    expect(resultsTable(final.state)?.sheets[1]?.lines.find(({ entry }) => entry === entryId(2))?.via).toBe('paper');
  });
});

describe('a tie', () => {
  // Two leaders tied with the judges and both got the points of the first place: no vote could save the third.
  it('of two leaders never makes the vote for the third pointless where the tied share their points', () => {
    const play = (ties: 'mean' | 'same') => {
      const mapping: Mapping = { kind: 'rank-points', points: ['3', '2', '1'].map(decimal), ties };
      const components: Components = {
        panel: { weight: decimal('50'), mapping },
        parts: [
          { id: 'votes', name: { zh: '示例投票' }, source: 'imported', weight: decimal('50'), mapping: { ...mapping } },
        ],
        combine: 'weighted-sum',
        ifMissing: 'no-result',
      };
      const final = startedFinal(
        exampleEvent({ entries: 3, judges: 1 }, { components, reveal: 'at-end', tieBreakers: [] }),
      );
      final.finish(1, ['80']).finish(2, ['80']).finish(3, ['70']);
      const figures = ['60', '50', '90'].map((figure, index) => ({
        entry: entryId(index + 1),
        figure: decimal(figure),
        baseVersion: 0,
      }));
      return standings(final.run({ type: 'figures.enter', component: 'votes', figures }).state);
    };
    const placeOfThird = (ties: 'mean' | 'same') => play(ties).find(({ result }) => result.entry === entryId(3));
    expect(placeOfThird('mean')).toMatchObject({ rank: 2, isTied: false });
    // The other way of counting is a choice somebody makes, and then the vote can only draw level.
    expect(placeOfThird('same')).toMatchObject({ rank: 2, isTied: true });
  });

  // A tie at the cut was resolved by adding a point to a judge's mark.
  it('is never broken by altering a mark: the decision stands beside the scores', () => {
    const final = startedFinal(exampleEvent({ entries: 3, judges: 2, cutLine: 1 }, { reveal: 'at-end' }));
    final.finish(1, ['80', '90']).finish(2, ['85', '85']).finish(3, ['60', '60']);
    const marks = () => [...final.state.entries.values()].map(({ sheets, deductions }) => [sheets, deductions]);
    const before = marks();
    expect(scores(final).map(([, rank, score]) => [rank, score])).toEqual([
      [1, '85.00'],
      [1, '85.00'],
      [3, '60.00'],
    ]);
    final.run({
      type: 'tie.decide',
      order: [entryId(2), entryId(1)],
      decidedBy: '示例评委 1',
      reason: '现场创新更突出',
    });
    expect(marks()).toEqual(before);
    expect(scores(final)).toEqual([
      [entryId(2), 1, '85.00'],
      [entryId(1), 2, '85.00'],
      [entryId(3), 3, '60.00'],
    ]);
    expect(resultsTable(final.state)).toMatchObject({
      rows: [{ decidedBy: 'panel-decision' }, {}, {}],
      tieDecisions: [{ decidedBy: '示例评委 1', reason: '现场创新更突出', score: '85.00' }],
    });
  });
});

describe('the winner', () => {
  // The right result was on the card, and the wrong name was read.
  it('the host reads out is never another than the one the hall sees, and no name is on the host’s page before', () => {
    const final = startedFinal(exampleEvent({ entries: 4, judges: 1 }, { reveal: 'never' }));
    ['71', '94', '88', '79'].forEach((mark, index) => final.finish(index + 1, [mark]));
    final.run({ type: 'stage.clear' }, { type: 'ceremony.begin', show: { kind: 'ceremony' } });
    const order = [1, 4, 3, 2].map((number) => `示例项目 ${number}`);
    order.forEach((title, place) => {
      const sealed = cueRole.view(final.state);
      expect(JSON.stringify(sealed)).not.toContain(title);
      final.run({ type: 'ceremony.unveil' });
      const cue = cueRole.view(final.state);
      const { scene } = screenRole.view(final.state);
      expect(cue.scene).toEqual(scene);
      expect(cue).toMatchObject({ cue: 'announce-place', entry: { title: { zh: title } } });
      const newest = scene.kind === 'ceremony' ? scene.steps.find((step) => step.isUnveiled && step.isNewest) : null;
      expect(newest).toMatchObject({ rank: 4 - place, entry: { title: { zh: title } } });
    });
  });
});

describe('judges who mark alike', () => {
  // Six juries had agreed on each other; it was found by comparing them afterwards.
  it('are never hidden from the chair: every pair’s agreement is in the analysis, and in nobody else’s view', async () => {
    const hall = await openHall(exampleEvent({ entries: 4, judges: 3 }));
    const table = [
      ['90', '62', '61'],
      ['84', '71', '70'],
      ['76', '80', '80'],
      ['70', '88', '87'],
    ];
    for (const [index, marks] of table.entries()) await hall.finish(index + 1, marks);
    const asked = await hall.desk.fetch('/api/analysis.json');
    const { pairs } = (await asked.json()) as AnalysisDocument;
    const agreement = (a: number, b: number) =>
      pairs.find(({ seats }) => seats[0] === seatId(a) && seats[1] === seatId(b))?.spearman.shown;
    expect(pairs).toHaveLength(3);
    expect(agreement(2, 3)).toMatch(/^1\.0/);
    for (const apart of [agreement(1, 2), agreement(1, 3)]) expect(apart).toMatch(/^[-−]/);
    expect((await hall.tablets[0]?.fetch('/api/analysis.json'))?.status).toBe(401);
    expect((await hall.server.device().fetch('/api/analysis.json')).status).toBe(401);
  });
});

describe('somebody with the database', () => {
  // Producers changed totals; only the pattern in the numbers gave it away.
  it('never changes a score unseen: an edited record stops the server, and a chain forged whole has another seal', async () => {
    const hall = await openHall(exampleEvent({ entries: 1, judges: 2 }));
    await hall.finish(1, ['80', '90']);
    const sealed = ((await (await hall.desk.fetch('/api/results.json')).json()) as ResultsDocument).journal;
    await hall.server.web.close();
    const file = join(hall.server.folder, 'liangfen.db');
    const edit = (change: (db: Database.Database) => void) => {
      const db = new Database(file);
      const triggers = db.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all();
      const kept = triggers as readonly { readonly name: string; readonly sql: string }[];
      kept.forEach(({ name }) => db.exec(`DROP TRIGGER ${name}`));
      change(db);
      kept.forEach(({ sql }) => db.exec(sql));
      db.close();
    };
    edit((db) => {
      const marks = `UPDATE journal SET body = replace(body, '"80"', '"99"') WHERE type = 'score.submitted'`;
      expect(db.prepare(marks).run().changes).toBe(2);
    });
    await expect(startServer(hall.server.folder)).rejects.toThrow('store.damaged');
    // Whoever knows the chain can forge all of it from there on; the seal on the paper that was signed is another one.
    edit((db) => {
      const columns = 'seq, epoch, at, op_id AS opId, op_hash AS opHash, by_seat AS "by", device, type, body';
      let prevHash = genesisHash;
      for (const row of db.prepare(`SELECT ${columns} FROM journal ORDER BY seq`).all()) {
        const record = { ...(row as Omit<JournalRecord, 'hash' | 'prevHash'>), prevHash };
        const hash = hashOf(record);
        db.prepare('UPDATE journal SET prev_hash = ?, hash = ? WHERE seq = ?').run(prevHash, hash, record.seq);
        prevHash = hash;
      }
    });
    await hall.restart();
    expect(hall.server.event.seq).toBe(sealed.seq);
    expect(standings(hall.server.event.state)[0]?.result.score).toBe('94.50');
    expect(sealed.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(hall.server.event.headHash).not.toBe(sealed.hash);
  });
});

describe('a correction', () => {
  // Nobody could prove when the objection had come, and a medal hung on a minute.
  it('is never a matter of memory: when it was asked for, by whom and why is in the record and with the result', async () => {
    const hall = await openHall(exampleEvent({ entries: 1, judges: 1 }));
    await hall.finish(1, ['80']);
    await hall.reveal(1);
    const asked = await hall.operator.send({ type: 'result.correct', entry: entryId(1), reason: '经申诉复议' });
    if (!asked.ok) throw new Error(asked.code);
    await hall.run(paper(1, 1, '82', 1));
    await hall.reveal(1);
    const seal = hall.server.event.headHash;
    await hall.restart();
    expect(hall.server.event.headHash).toBe(seal);
    const table = (await (await hall.desk.fetch('/api/results.json')).json()) as ResultsDocument;
    expect(table.rows[0]?.reveals).toMatchObject([
      { version: 1, score: '80.00', reason: null },
      { version: 2, score: '82.00', reason: '经申诉复议' },
    ]);
    expect(table.journal.hash).toBe(seal);
    await hall.server.web.close();
    const { journal } = openSqlite(join(hall.server.folder, 'liangfen.db'));
    const record = [...journal.read()].find(({ type }) => type === 'result.correction-opened');
    journal.close();
    expect(record).toMatchObject({ seq: asked.seq, at: asked.at, by: '{"role":"operator"}' });
    expect(record?.body).toContain('经申诉复议');
    expect(record?.device).not.toBe('');
    const [first, second] = table.rows[0]?.reveals ?? [];
    expect(asked.at).toBeGreaterThanOrEqual(first?.at ?? Infinity);
    expect(asked.at).toBeLessThanOrEqual(second?.at ?? 0);
  });
});
