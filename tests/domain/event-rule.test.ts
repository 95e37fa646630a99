// What an organiser's rules mean where it is easy to get wrong, each a case of its own.
import { describe, expect, it } from 'vitest';
import type { Decimal } from '#domain/numbers.ts';
import { scoreEvent } from '#domain/scored-event/score-event.ts';
import type { ScoredEvent } from '#domain/scored-event/scored-event.ts';
import type { Rules } from '#domain/scoring-rules.ts';
import { decimal, entryId, exampleEvent, seatId } from '#tests/kit/example-event.ts';

/** rows[entry][judge]: a mark, or why there is none. */
function scored(
  rules: Partial<Rules>,
  rows: readonly (readonly (string | null)[])[],
  more: Partial<ScoredEvent> = {},
): ScoredEvent {
  const event = exampleEvent({ entries: rows.length, judges: rows[0]?.length ?? 0 }, { tieBreakers: [], ...rules });
  const sheets = rows.flatMap((row, entry) =>
    row.map((mark, judge) => ({
      entry: entryId(entry + 1),
      seat: seatId(judge + 1),
      ...(mark === null ? { state: 'recused' as const } : { marks: [mark as Decimal] }),
    })),
  );
  return { ...event, sheets, ...more };
}

const places = (event: ScoredEvent) =>
  scoreEvent(event).ranking.map(({ result, rank, decidedBy }) => [result.entry, rank, result.score, decidedBy]);

describe('the rules of an event', () => {
  it('[R-DEDUCT] let a deduction count against an entry also where less is better', () => {
    const rows = [
      ['9', '8'],
      ['8', '9'],
    ];
    const deductions = [{ entry: entryId(1), points: decimal('0.5') }];
    const event = scored({ aggregate: { kind: 'rank-sum', as: 'sum' } }, rows, { deductions });
    expect(places(event)).toEqual([
      [entryId(2), 1, '3.00', null],
      [entryId(1), 2, '3.50', null],
    ]);
  });

  it('[R-BALLOT] let a recused judge hand in no ballot instead of putting the entry last', () => {
    const rows = [
      ['9', '9', null],
      ['8', '8', '9'],
      ['7', '7', '8'],
    ];
    const event = scored({ aggregate: { kind: 'ballot', method: 'borda' } }, rows);
    expect(places(event).map(([entry, rank]) => [entry, rank])).toEqual([
      [entryId(1), 1],
      [entryId(2), 2],
      [entryId(3), 3],
    ]);
    expect(scoreEvent(event).ranking[0]?.result.notes).toEqual([{ code: 'ranks-incomplete', judges: [2] }]);
  });

  it.each([
    ['[R-MAJORITY]', { kind: 'majority', score: 'votes' }],
    ['[R-MAJORITY-MEAN]', { kind: 'majority', score: 'mean' }],
    ['[R-BALLOT]', { kind: 'ballot', method: 'schulze' }],
    ['[R-JUDGE-RANKS]', { kind: 'rank-sum', as: 'sum' }],
  ] as const)('%s give no result where no judge valued every entry', (_, aggregate) => {
    const rows = [
      ['9', null],
      [null, '9'],
    ];
    const { ranking, unplaced } = scoreEvent(scored({ aggregate }, rows));
    expect(ranking).toEqual([]);
    expect(unplaced.map(({ because }) => because)).toEqual(['part-missing', 'part-missing']);
  });

  it('[T-VALUE] put the lower sum of places ahead where a group with that aggregate breaks the tie', () => {
    const groups = {
      weights: [
        { group: 'a', weight: decimal('0'), aggregate: { kind: 'rank-sum', as: 'sum' } as const },
        { group: 'b', weight: decimal('100') },
      ],
      ifMissing: 'no-result' as const,
    };
    const event = scored({ aggregate: { kind: 'mean' }, groups, tieBreakers: [{ kind: 'part', part: 'a' }] }, [
      ['8', '9'],
      ['9', '9'],
    ]);
    const panel = event.panel.map((judge, at) => ({ ...judge, group: at === 0 ? 'a' : 'b' }));
    expect(places({ ...event, panel })).toEqual([
      [entryId(2), 1, '9.00', 'part'],
      [entryId(1), 2, '9.00', 'part'],
    ]);
  });
});
