import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unusual } from '#domain/analysis/unusual.ts';
import { rational } from '#domain/numbers.ts';
import { reseated, tableOf, tablesWithGaps } from '#tests/kit/mark-tables.ts';

/** Three judges who differ a little from entry to entry, and a fourth who does `fourth`. */
const panel = (entries: number, fourth: (mark: number, entry: number) => number) =>
  tableOf(
    Array.from({ length: entries }, (_, entry) => {
      const mark = 60 + ((entry * 7) % 11);
      return [mark + (entry % 3) - 1, mark + (entry % 2) - 0.5, mark + ((entry * 5) % 4) - 1.5, fourth(mark, entry)];
    }),
  );

describe('unusual figures', () => {
  it('name the judge who is far stricter than the others, over enough entries [A-UNUSUAL]', () => {
    const strict = (entries: number) => unusual(panel(entries, (mark, entry) => mark - 20 + (entry % 2)));
    const flags = strict(8).filter(({ judge }) => judge === 'J4');
    expect(flags).toMatchObject([{ figure: 'strict', count: 8 }]);
    expect(strict(7)).toEqual([]);
  });

  it('say nothing about judges who differ by chance', () => {
    expect(unusual(panel(12, (mark, entry) => mark + ((entry * 3) % 4) - 1.5))).toEqual([]);
  });

  it('name a severity without any scatter, which has no t', () => {
    const rows = Array.from({ length: 8 }, (_, entry) => [60 + entry, 62 + entry]);
    expect(unusual(tableOf(rows))).toEqual([
      { judge: 'J1', figure: 'strict', value: rational(-2n), t: null, count: 8 },
      { judge: 'J2', figure: 'mild', value: rational(2n), t: null, count: 8 },
    ]);
    expect(unusual(tableOf(rows.map(([mark = 0]) => [mark, mark])))).toEqual([]);
  });

  it('name a judge who marks the own school higher, from five pairs on', () => {
    const home = (pairs: number) =>
      unusual(
        panel(16, (mark, entry) => mark + (entry % 3) + (entry < pairs ? 12 : 0)),
        (entry, judge) => judge === 'J4' && Number(entry.slice(1)) <= pairs,
      ).filter(({ figure }) => figure.startsWith('affinity'));
    expect(home(5)).toMatchObject([{ judge: 'J4', figure: 'affinity-higher', count: 5 }]);
    expect(home(4)).toEqual([]);
  });

  it('follow the judge, not the seat', () => {
    fc.assert(
      fc.property(tablesWithGaps, (table) => {
        expect(unusual(reseated(table)).toReversed()).toEqual(unusual(table));
      }),
    );
  });
});
