// Scenes from real finals, as their stories: what the hall, the judges and the console see when it happens.
import { describe, expect, it } from 'vitest';
import { viewFor } from '#domain/roles/index.ts';
import { audience } from '#domain/roles/audience.ts';
import { operator as operatorRole } from '#domain/roles/operator.ts';
import { screen } from '#domain/roles/screen.ts';
import { resultsTable } from '#domain/results-table.ts';
import { stopLine } from '#domain/deduction-rules/stop-line.ts';
import type { Millis } from '#domain/ids.ts';
import { decimal, entryId, exampleEvent, seatId } from '#tests/kit/example-event.ts';
import { LOCALES } from '#domain/text.ts';
import { deductionReason } from '#domain/wording/time-reason.ts';
import { timedFinal } from '#tests/kit/timed.ts';
import { fold, judge, operator, startedFinal, type Final } from '#tests/kit/final.ts';
import { found, secretsFrom } from '#tests/kit/secrets.ts';

const reason = '示例原因';
const [one, two, three] = [entryId(1), entryId(2), entryId(3)];
const seven = (base: number) => [0, 1, 2, 3, 4, 5, 6].map((more) => `${base + more}.31`);
const board = (final: Final) => {
  const { scene } = screen.view(final.state);
  if (scene.kind !== 'ranking') throw new Error('the hall does not see the board');
  return scene.rows;
};

describe('a final', () => {
  it('[R-ONE-BEHIND] rolls: 3 on stage, 2 being scored, 1 read out, and no number of 2 or 3 with anybody but its judge', () => {
    const final = startedFinal(exampleEvent({}, { reveal: 'one-behind' }));
    final.finish(1, seven(80)).play(2, [...seven(70).slice(0, 6), null]);
    final.run({ type: 'result.reveal', entry: one, show: { kind: 'score', entry: one } });
    final.run({ type: 'stage.call', entry: three }, { type: 'timer.start', kind: 'presentation', entry: three });
    expect(final.state.stageEntry).toBe(three);
    expect(operatorRole.view(final.state)).toMatchObject({ openEntries: [two], program: { scene: { entry: one } } });
    expect(screen.view(final.state).scene).toMatchObject({ revealed: { score: '83.31', rank: 1, revealedCount: 1 } });
    for (const seat of [
      { role: 'screen', screen: 'x' as never },
      { role: 'cue' },
      { role: 'audience' },
      operator,
      judge(1),
      judge(7),
    ] as const) {
      const secrets = secretsFrom(final.state, seat);
      expect(secrets.length).toBeGreaterThan(4);
      expect(found(JSON.stringify(viewFor(final.state, seat)), secrets)).toBeNull();
    }
  });

  it('[R-TRIM] of seven judges, two at the top: one is dropped, five are left, two decimals half up', () => {
    const final = startedFinal(exampleEvent()).finish(1, ['95.5', '95.5', '90.12', '91.33', '92.46', '93.5', '85']);
    final.run({ type: 'result.reveal', entry: one, show: { kind: 'score', entry: one } });
    const { scene } = screen.view(final.state);
    // (95.5 + 90.12 + 91.33 + 92.46 + 93.5) / 5 = 92.582
    expect(scene).toMatchObject({ revealed: { score: '92.58', rule: { valid: 7, counted: 5 } } });
    const fates = scene.kind === 'score' ? (scene.revealed?.judges.map(({ fate }) => fate) ?? []) : [];
    expect(fates).toEqual(['highest-out', 'counted', 'counted', 'counted', 'counted', 'counted', 'lowest-out']);
  });

  it('[R-ROUND] of six judges whose mean is 80.005 prints 80.01', () => {
    const marks = ['70', '79', '80', '80', '81.02', '99'];
    const final = startedFinal(exampleEvent({ judges: 6 })).finish(1, marks);
    expect(resultsTable(final.state)?.rows[0]).toMatchObject({ score: '80.01', rule: { counted: 4 } });
  });

  it('[R-EXCUSED] with judge 4 recused from one entry: six valid, four counted, shown as recused, waited for by nobody', () => {
    const definition = exampleEvent();
    const panel = definition.panel.map((known) => (known.number === 4 ? { ...known, recusedFrom: [two] } : known));
    const final = startedFinal({ ...definition, panel });
    final.finish(1, seven(80)).finish(2, ['80', '81', '82', null, '83', '84', '85']);
    expect(resultsTable(final.state)?.rows.map(({ rule }) => [rule.valid, rule.counted])).toEqual([
      [7, 5],
      [6, 4],
    ]);
    final.run({ type: 'scene.show', scene: { kind: 'score', entry: two } });
    expect(screen.view(final.state).scene).toMatchObject({ lamps: { 3: { state: 'recused' } }, revealed: null });
    expect(final.ask(judge(4), { type: 'score.submit', entry: two, baseVersion: 0, marks: [], remark: '' })).toBe(
      'sheet.recused',
    );
  });

  it('[R-JOURNAL] stopped between closing and revealing comes back to the same picture, and goes on', () => {
    const final = startedFinal(exampleEvent({ judges: 3 })).play(1, ['80', '81', '82']);
    final.run({ type: 'scoring.close', entry: one, show: { kind: 'score', entry: one } });
    const again = final.fork();
    again.state = fold(final.journal);
    expect(screen.view(again.state)).toEqual(screen.view(final.state));
    again.run({ type: 'result.reveal', entry: one });
    expect(screen.view(again.state).scene).toMatchObject({ kind: 'score', revealed: { score: '81.00' } });
  });

  it('[R-UNDO] with the wrong entry opened and already scored by two loses nothing of what they wrote', () => {
    const final = startedFinal(exampleEvent({ judges: 3 })).finish(1, ['80', '81', '82']);
    final.run({ type: 'stage.call', entry: three }, { type: 'scoring.open', entries: [three] });
    final.score(1, 3, '90');
    final.score(2, 3, '91');
    expect(final.ask(operator, { type: 'pointer.undo' })).toBe('undo.submitted');
    // The right entry is called; the wrong one stays open, its sheets stay where they are, and its turn comes later.
    final.finish(2, ['70', '71', '72']);
    expect(final.score(3, 3, '92')).toBeNull();
    final.run({ type: 'scoring.close', entry: three });
    expect(resultsTable(final.state)?.rows.map(({ entry, score }) => [entry.id, score])).toEqual([
      [three, '91.00'],
      [one, '81.00'],
      [two, '71.00'],
    ]);
  });

  it('[R-TIE-LINE] with a tie at 10 and 11 has no award list until the panel’s decision is on record', () => {
    const final = startedFinal(exampleEvent({ entries: 11, judges: 1, cutLine: 10 }, { reveal: 'at-end' }));
    for (let number = 1; number <= 11; number += 1) final.finish(number, [String(Math.max(80, 90 - number))]);
    expect(operatorRole.view(final.state)).toMatchObject({
      next: { kind: 'decide-tie', entries: [entryId(10), entryId(11)] },
      ties: [{ fromRank: 10, toRank: 11, blocks: true }],
    });
    expect(final.ask(operator, { type: 'ceremony.begin' })).toBe('tie.undecided');
    expect(final.ask(operator, { type: 'result.publish' })).toBe('tie.undecided');
    final.run({ type: 'tie.decide', order: [entryId(11), entryId(10)], decidedBy: '示例评委 1', reason });
    final.run({ type: 'result.publish' });
    const view = audience.view(final.state);
    expect(view.rows.map(({ entry }) => entry.id)).toContain(entryId(11));
    expect(view.finalists.map(({ id }) => id)).toEqual([entryId(10)]);
  });

  it('[R-OVERTIME] 4 min 10 s over under the skit rule: −20 proposed, confirmed, in the breakdown; a stop sign at 5 min', () => {
    const final = timedFinal();
    final.run({ type: 'stage.call', entry: one }, { type: 'timer.start', kind: 'presentation', entry: one });
    final.run({ type: 'timer.correct', deltaSec: -1148 }, { type: 'timer.pause' });
    const { timer, definition } = final.state;
    const sign = (moreMs: number) =>
      timer && stopLine(definition?.segments ?? [], { ...timer, usedMs: timer.usedMs + moreMs }, 0 as Millis)?.state;
    expect([sign(0), sign(20_000), sign(50_000)]).toEqual(['ahead', 'near', 'reached']);
    final.run({ type: 'timer.stop' });
    const desk = () => operatorRole.view(final.state).entries[0];
    expect(desk()?.proposal).toMatchObject({ code: 'overtime', points: '20', bySec: 250 });
    final.run({ type: 'scoring.open', entries: [one] });
    final.score(1, 1, '92.40');
    final.run({ type: 'scoring.close', entry: one });
    expect(operatorRole.view(final.state).next).toMatchObject({ kind: 'decide-deduction', entry: one });
    const cause = { kind: 'overtime', usedMs: desk()?.proposal?.usedMs ?? 0 } as const;
    final.run({ type: 'deduction.add', entry: one, points: decimal('20'), reason: '', cause });
    final.run({ type: 'result.reveal', entry: one, show: { kind: 'score', entry: one } });
    const breakdown = {
      panelScore: '92.40',
      deductions: [{ points: '20.00', cause }],
      score: '72.40',
    };
    expect(screen.view(final.state).scene).toMatchObject({ revealed: breakdown });
    const [deduction] = final.life(1).deductions;
    expect(LOCALES.map((locale) => deduction && deductionReason(deduction, locale))).toEqual([
      '超时 4 分 10 秒',
      '4 min 10 s overtime',
    ]);
    expect(resultsTable(final.state)?.rows[0]).toMatchObject({ score: '72.40', deductions: [{ cause }] });
  });

  it('[R-CORRECT] corrected after the reveal shows the new value with a mark, and keeps both versions', () => {
    const final = startedFinal(exampleEvent({ judges: 1 }))
      .finish(1, ['80'])
      .finish(2, ['70']);
    final.run(
      { type: 'result.reveal', entry: one },
      { type: 'result.reveal', entry: two, show: { kind: 'ranking', page: 0 } },
    );
    expect(board(final).map(({ rank, entry }) => `${rank} ${entry.id}`)).toEqual(['1 entry-1', '2 entry-2']);
    final.run({ type: 'result.correct', entry: two, reason });
    expect(board(final).map(({ entry }) => entry.id)).toEqual([one]);
    final.run({
      type: 'sheet.enter-from-paper',
      entry: two,
      seat: seatId(1),
      baseVersion: 1,
      marks: [{ criterion: 'item-1' as never, mark: '90' as never }],
      remark: '',
      reason,
    });
    final.run({ type: 'result.reveal', entry: two });
    expect(board(final)).toMatchObject([
      { rank: 1, score: '90.00', isCorrected: true, entry: { id: two } },
      { rank: 2, isCorrected: false, previousRank: 1 },
    ]);
    expect(final.life(2).sheets.get(seatId(1))?.versions).toHaveLength(2);
    expect(
      final.journal.flatMap(({ fact }) => (fact.type === 'result.revealed' ? [[fact.version, fact.score]] : [])),
    ).toEqual([
      [1, '80.00'],
      [1, '70.00'],
      [2, '90.00'],
    ]);
  });
});
