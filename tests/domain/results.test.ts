// Panel scores, trimming, ties and standings, with the scenes of practice in numbers anybody can follow on paper.
import { describe, expect, it } from 'vitest';
import { judgeTotals, entryResult } from '#domain/entry-result.ts';
import { openTies, standings } from '#domain/standings.ts';
import { operator as operatorRole } from '#domain/roles/operator.ts';
import type { Final } from '#tests/kit/final.ts';
import { decimal, entryId, seatId, startedFinal } from '#tests/kit/final.ts';
import { criterionId, exampleEvent } from '#tests/kit/example-event.ts';

const close = (final: Final, entry: number) => final.run({ type: 'scoring.close', entry: entryId(entry) });

function resultOf(final: Final, entry: number) {
  const { definition, entries } = final.state;
  const life = entries.get(entryId(entry));
  if (definition === null || life === undefined) throw new Error('no such entry');
  const result = entryResult(final.state, entryId(entry));
  if (result === null) throw new Error('no result');
  return { ...result, lines: judgeTotals(definition, life, result) };
}

describe('the panel score', () => {
  it('[R-TRIM] drops exactly one of two equal highest marks', () => {
    const final = close(startedFinal(exampleEvent()).play(1, ['90', '95', '95', '80', '85', '88', '91']), 1);
    const { score, lines } = resultOf(final, 1);
    expect(lines.filter(({ fate }) => fate === 'highest-out')).toHaveLength(1);
    expect(lines.filter(({ fate }) => fate === 'lowest-out').map(({ number }) => number)).toEqual([4]);
    // (90 + 95 + 85 + 88 + 91) / 5
    expect(score).toBe('89.80');
  });

  it('[R-TRIM] rounds a mean on a half-hundredth up', () => {
    const final = close(startedFinal(exampleEvent({ judges: 6 })).play(1, ['10', '80', '80', '80', '80.02', '100']), 1);
    // 320.02 / 4 = 80.005
    expect(resultOf(final, 1).score).toBe('80.01');
  });

  it('[R-TRIM] drops nothing below the stated number of valid scores and says so', () => {
    const final = close(startedFinal(exampleEvent({ judges: 4 })).play(1, ['10', '20', '30', '40']), 1);
    const { score, rule } = resultOf(final, 1);
    expect(score).toBe('25.00');
    expect(rule).toMatchObject({ droppedHighest: 0, droppedLowest: 0, counted: 4, trimSuspendedBelow: 5 });
  });

  it('[R-TRIM] takes the recused and the absent out of the divisor and names them', () => {
    const definition = exampleEvent();
    const recusing = {
      ...definition,
      panel: definition.panel.map((judge) => (judge.number === 4 ? { ...judge, recusedFrom: [entryId(1)] } : judge)),
    };
    const final = startedFinal(recusing).play(1, ['90', '95', '95', null, '85', '88', null]);
    final.run({ type: 'sheet.mark-absent', seat: seatId(7), entries: [entryId(1)], reason: '示例原因' });
    const { lines, rule, score } = resultOf(close(final, 1), 1);
    expect(lines.map(({ fate }) => fate)).toEqual([
      'counted',
      'highest-out',
      'counted',
      'recused',
      'lowest-out',
      'counted',
      'absent',
    ]);
    expect(rule).toMatchObject({ valid: 5, counted: 3 });
    // (90 + 95 + 88) / 3
    expect(score).toBe('91.00');
  });

  it('[R-TRIM] by item drops different judges in each item', () => {
    const final = startedFinal(
      exampleEvent(
        { judges: 3, items: 2 },
        { aggregate: { kind: 'trimmed-mean', dropHighest: 1, dropLowest: 1, minForTrim: 3, trimScope: 'criterion' } },
      ),
    );
    final.run({ type: 'stage.call', entry: entryId(1) }, { type: 'scoring.open', entries: [entryId(1)] });
    [
      ['10', '30'],
      ['20', '10'],
      ['30', '20'],
    ].forEach(([first = '', second = ''], index) =>
      final.tell(
        { role: 'judge', seat: seatId(index + 1) },
        {
          type: 'score.submit',
          entry: entryId(1),
          baseVersion: 0,
          remark: '',
          marks: [
            { criterion: criterionId(1), mark: decimal(first) },
            { criterion: criterionId(2), mark: decimal(second) },
          ],
        },
      ),
    );
    expect(resultOf(close(final, 1), 1).score).toBe('40.00');
  });

  it('[R-TOTAL] turns weighted marks into a total of the weights, exactly', () => {
    const definition = exampleEvent({ judges: 1, items: 2 });
    const weighted = {
      ...definition,
      criteria: definition.criteria.map((criterion, index) => ({
        ...criterion,
        maxScore: decimal('10'),
        maxAllowed: decimal('10'),
        weight: decimal(index === 0 ? '60' : '40'),
      })),
    };
    const final = close(startedFinal(weighted).play(1, ['9.25']), 1);
    expect(resultOf(final, 1).score).toBe('92.50');
  });

  it('takes deductions off after trimming, not below zero, and gives them back when withdrawn', () => {
    const final = close(startedFinal(exampleEvent({ judges: 1 })).play(1, ['3']), 1);
    final.run({ type: 'deduction.add', entry: entryId(1), points: decimal('0.50'), reason: '超时' });
    expect(resultOf(final, 1)).toMatchObject({ score: '2.50', panelScore: '3.00' });
    final.run({ type: 'deduction.add', entry: entryId(1), points: decimal('5'), reason: '超时' });
    expect(resultOf(final, 1).score).toBe('0.00');
    const second = final.state.entries.get(entryId(1))?.deductions[1];
    if (second === undefined) throw new Error('no deduction');
    final.run({ type: 'deduction.withdraw', entry: entryId(1), deduction: second.id, reason: '误判' });
    expect(resultOf(final, 1).score).toBe('2.50');
  });
});

describe('standings', () => {
  const play = (marks: readonly string[], rules: Parameters<typeof exampleEvent>[1] = {}, cutLine?: number) => {
    const final = startedFinal(
      exampleEvent({ entries: marks.length, judges: 1, ...(cutLine === undefined ? {} : { cutLine }) }, rules),
    );
    marks.forEach((mark, index) => close(final.play(index + 1, [mark]), index + 1));
    return final;
  };
  const ranks = (final: Final) => standings(final.state).map(({ result, rank }) => `${rank}:${result.entry}`);

  it('leaves out the next rank after a shared one, or not, as the rules state', () => {
    expect(ranks(play(['5', '9', '9', '1']))).toEqual(['1:entry-2', '1:entry-3', '3:entry-1', '4:entry-4']);
    expect(ranks(play(['5', '9', '9', '1'], { rankStyle: 'dense' }))).toEqual([
      '1:entry-2',
      '1:entry-3',
      '2:entry-1',
      '3:entry-4',
    ]);
  });

  it('compares what is published, or the exact value, as the rules state', () => {
    expect(ranks(play(['9.01', '9.04'], { decimals: 1 }))).toEqual(['1:entry-1', '1:entry-2']);
    expect(ranks(play(['9.01', '9.04'], { decimals: 1, rankOn: 'exact' }))).toEqual(['1:entry-2', '2:entry-1']);
    expect(ranks(play(['9.01', '9.04'], { decimals: 1, tieBreakers: [{ kind: 'more-decimals' }] }))).toEqual([
      '1:entry-2',
      '2:entry-1',
    ]);
  });

  it('blocks the ceremony on a tie across the cut line until the panel has decided, and changes no mark', () => {
    const final = play(['7', '7', '9'], {}, 2);
    expect(openTies(final.state)).toEqual([
      { entries: [entryId(1), entryId(2)], fromRank: 2, toRank: 3, blocks: true },
    ]);
    expect(final.ask({ role: 'operator' }, { type: 'ceremony.begin' })).toBe('tie.undecided');
    expect(operatorRole.view(final.state).next.kind).toBe('reveal');
    final.run({ type: 'tie.decide', order: [entryId(2), entryId(1)], decidedBy: '示例评委 1', reason: '评委会裁定' });
    expect(ranks(final)).toEqual(['1:entry-3', '2:entry-2', '3:entry-1']);
    expect(standings(final.state).map(({ result }) => result.score)).toEqual(['9.00', '7.00', '7.00']);
    final.run({ type: 'ceremony.begin' });
  });

  it('[R-LINE] keeps those who share a rank across the line all inside, or all outside, to the end of the day', () => {
    const noPanel: NonNullable<Parameters<typeof exampleEvent>[1]> = { tieBreakers: [], reveal: 'at-end' };
    const inside = (final: Final) =>
      standings(final.state).flatMap((known) => (known.isInside ? [known.result.entry] : []));
    const allIn = play(['7', '7', '9'], noPanel, 2);
    expect(inside(allIn)).toEqual([entryId(3), entryId(1), entryId(2)]);
    const allOut = play(['7', '7', '9'], { ...noPanel, tieAtCut: 'all-out' }, 2);
    expect(inside(allOut)).toEqual([entryId(3)]);
    expect(inside(play(['7', '7', '9'], { ...noPanel, tieAtCut: 'all-out', rankStyle: 'dense' }, 2))).toHaveLength(3);
    expect(inside(play(['7', '7', '9'], { ...noPanel, tieAtCut: 'all-out' }, 3))).toHaveLength(3);
    allOut.run({ type: 'ceremony.begin' });
    expect(allOut.state.ceremony?.steps).toEqual([{ entry: entryId(3), rank: 1 }]);
    allOut.run({ type: 'ceremony.unveil' }, { type: 'result.publish' });
    const shown = [1, 2, 3].filter((number) => allOut.state.entries.get(entryId(number))?.result === 'revealed');
    expect(shown).toEqual([3]);
  });

  it('gives a removed entry no place and the others theirs', () => {
    const final = play(['7', '8', '9']);
    final.run({ type: 'entry.remove', entry: entryId(3), as: 'withdrawn', reason: '自行退赛' });
    expect(ranks(final)).toEqual(['1:entry-2', '2:entry-1']);
  });
});
