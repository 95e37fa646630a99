// The skating system: the textbook tables, rule 10 and rule 11 in each other, its laws, and a second, naive calculator.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, rational, sum, type Rational } from '#domain/numbers.ts';
import { recall } from '#domain/rules/skating/recall.ts';
import type { SkatingPlaces } from '#domain/rules/skating/sheet.ts';
import { skating, skatingSummary, type SkatingResult } from '#domain/rules/skating/skating.ts';
import { tried } from '#tests/kit/arbitraries.ts';
import { skatingByHand } from '#tests/oracle/skating.ts';

/** One text per dance: the couples' marks, a digit per judge. */
const final = (...dances: readonly string[]): SkatingPlaces =>
  dances.map((dance) => dance.split(' ').map((marks) => [...marks].map(Number)));
function computed(places: SkatingPlaces): SkatingResult {
  const result = skating(places);
  if ('refused' in result) throw new Error(result.refused);
  return result;
}
const half = (places: number) => rational(BigInt(2 * places), 2n);
const text = ({ n, d }: Rational) => (d === 1n ? `${n}` : `${n}/${d}`);
const danceText = (places: SkatingPlaces, dance = 0) =>
  computed(places).dances[dance]?.places.map(({ place, decidedBy }) => `${text(place)} by ${decidedBy}`);
const overallText = (places: SkatingPlaces) =>
  computed(places).overall.places.map(({ place, decidedBy }) => `${text(place)} by ${decidedBy}`);

/** A judge's places of all couples, for every judge and dance. */
const finals: fc.Arbitrary<SkatingPlaces> = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 5 }))
  .chain(([couples, judges, dances]) => {
    const judge = fc.shuffledSubarray(
      Array.from({ length: couples }, (_, place) => place + 1),
      { minLength: couples },
    );
    const dance = fc.array(judge, { minLength: judges, maxLength: judges });
    return fc
      .array(dance, { minLength: dances, maxLength: dances })
      .map((all) =>
        all.map((panel) => Array.from({ length: couples }, (_, couple) => panel.map((own) => own[couple] ?? 0))),
      );
  });

describe('one dance', () => {
  it('[R-SKATING] gives the place to the couple with a majority (rule 5)', () => {
    // Source of this and the next two tables: dancepartner.com, the skating system.
    const places = final('11121 42212 33354 24543 56435 65666');
    expect(danceText(places)).toEqual(['1 by 5', '2 by 5', '3 by 5', '4 by 5', '5 by 5', '6 by 5']);
    expect(computed(places).dances[0]).toMatchObject({ majority: 3 });
    expect(computed(places).dances[0]?.columns[1]).toEqual([
      { count: 1, sum: 1 },
      { count: 4, sum: 7 },
      { count: 4, sum: 7 },
      { count: 5, sum: 11 },
      { count: 5, sum: 11 },
      { count: 5, sum: 11 },
    ]);
  });

  it('[R-SKATING] puts the larger majority first (rule 6)', () => {
    const places = final('1121421 6215212 2433633 3352154 4564365 5646546');
    expect(danceText(places)).toEqual(['1 by 5', '2 by 5', '3 by 6', '4 by 6', '5 by 6', '6 by 6']);
  });

  it('[R-SKATING] decides equal majorities by the smaller sum, then by the next columns (rule 7)', () => {
    const places = final('3161121 2215313 1542262 5424654 4633546 6356435');
    expect(danceText(places)).toEqual(['1 by 5', '2 by 7', '3 by 7', '4 by 7', '5 by 7', '6 by 5']);
    const [, byItsSum, , byTheNextColumn] = computed(places).dances[0]?.places ?? [];
    expect(byItsSum).toMatchObject({ majorityAt: 2, decidedAt: 2 });
    expect(byTheNextColumn).toMatchObject({ majorityAt: 4, decidedAt: 5 });
  });

  it('[R-SKATING] lets couples that no column tells apart share the mean of their places', () => {
    expect(danceText(final('12 21 33'))).toEqual(['3/2 by shared', '3/2 by shared', '3 by 5']);
    expect(danceText(final('123 231 312'))).toEqual(['2 by shared', '2 by shared', '2 by shared']);
  });

  it('[R-SKATING] needs more than half of an even panel', () => {
    // Two firsts of four are no majority; "1st to 3rd" counts four marks of both, with sums 8 and 9.
    const places = final('1133 2212 3321');
    expect(danceText(places)).toEqual(['2 by 7', '1 by 5', '3 by 7']);
    expect(computed(places).dances[0]?.majority).toBe(3);
  });

  it('[R-SKATING] works with one judge, one couple, and sixty couples', () => {
    expect(danceText(final('2 1 3'))).toEqual(['2 by 5', '1 by 5', '3 by 5']);
    expect(overallText(final('111'))).toEqual(['1 by 9']);
    const field = Array.from({ length: 60 }, (_, couple) => [couple + 1, 60 - couple, ((couple * 7) % 60) + 1]);
    expect(compare(sum(computed([field]).overall.places.map(({ place }) => place)), rational(1830n))).toBe(0);
  });
});

describe('several dances', () => {
  it('[R-SKATING-TOTAL] adds the dance places (rule 9)', () => {
    const tables = [
      [1, 1, 1, 1, 1],
      [4, 2, 2, 2, 2],
      [2, 3, 3, 3, 3],
      [5, 5, 6, 4, 5],
      [3, 4, 5, 7, 7],
      [6, 7, 4, 5, 6],
      [7, 6, 7, 6, 4],
      [8, 8, 8, 8, 8],
    ];
    expect(summary(tables)).toEqual(['1 by 9', '2 by 9', '3 by 9', '4 by 9', '5 by 9', '6 by 9', '7 by 9', '8 by 9']);
  });

  it('[R-SKATING-TOTAL] breaks equal totals by dance places "p and higher", then their sum (rule 10)', () => {
    const tables = [
      [1, 6, 4, 1],
      [6, 2, 2, 2],
      [2, 1, 6, 3],
      [3, 4, 1, 4],
      [5, 3, 5, 5],
      [4, 5, 3, 6],
    ];
    expect(summary(tables)).toEqual(['1 by 10', '2 by 10', '3 by 10', '4 by 10', '5 by 10', '6 by 10']);
  });

  it('[R-SKATING-TOTAL] starts again for the next place after each award', () => {
    // Couples 2, 3 and 4 have 6 points. For the 2nd place only the 4th couple has a first; for the 3rd place the 3rd couple
    // has two places "3rd and higher", the 2nd couple one, though it had one more of "2nd and higher".
    expect(overallText(final('2 4 3 1 5', '1 2 3 5 4'))).toEqual(['1 by 9', '4 by 10', '3 by 10', '2 by 10', '5 by 9']);
  });

  it('[R-SKATING-TOTAL] takes all marks as one dance from the place under review on (rule 11)', () => {
    // Source: dancepartner.com, the skating system, rule 11.
    const places = final(
      '25664 68157 83288 74332 11526 42411 57873 36745',
      '36554 78387 85468 63133 11245 52622 27771 44816',
    );
    expect(overallText(places)).toEqual([
      ...['4 by 11', '6 by 11', '7 by 11', '3 by 9'],
      ...['1 by 11', '2 by 11', '8 by 10', '5 by 11'],
    ]);
    const [, first] = computed(places).overall.steps;
    expect(first).toMatchObject({ place: 1, rule: 11, tied: [4, 5], first: [4], asOneDance: { majority: 6 } });
    // Six marks "2nd and higher" each; their sums are 8 and 10.
    expect(first?.asOneDance?.columns.map((columns) => columns.at(-1))).toEqual([
      { count: 6, sum: 8 },
      { count: 6, sum: 10 },
    ]);
  });

  it('[R-SKATING-TOTAL] keeps the loser of rule 11 ahead of the couple that lost under rule 10', () => {
    // All have 4 points. For the 1st place the outer couples have one first each, the middle one none: it has lost. All
    // marks of the outer ones: 3 firsts each are no majority of 8, then 6 against 5 at "2nd and higher".
    const places = final('1112 3321 2233', '2233 1322 3111');
    expect(danceText(places, 0)?.map((own) => own[0])).toEqual(['1', '2', '3']);
    expect(danceText(places, 1)?.map((own) => own[0])).toEqual(['3', '2', '1']);
    expect(overallText(places)).toEqual(['1 by 11', '3 by 10', '2 by 11']);
    expect(computed(places).overall.steps).toEqual([
      {
        place: 1,
        rule: 10,
        tied: [0, 1, 2],
        higher: [
          { count: 1, sum: half(1) },
          { count: 0, sum: rational(0n) },
          { count: 1, sum: half(1) },
        ],
        asOneDance: null,
        first: [0, 2],
      },
      {
        place: 1,
        rule: 11,
        tied: [0, 2],
        higher: null,
        asOneDance: {
          majority: 5,
          columns: [
            [
              { count: 3, sum: 3 },
              { count: 6, sum: 9 },
            ],
            [
              { count: 3, sum: 3 },
              { count: 5, sum: 7 },
            ],
          ],
        },
        first: [0],
      },
    ]);
  });

  it('[R-SKATING-TOTAL] lets couples that rule 11 leaves equal share the mean of their places', () => {
    expect(overallText(final('1 2 3', '2 1 3'))).toEqual(['3/2 by shared', '3/2 by shared', '3 by 9']);
  });

  it('[R-SKATING-TOTAL] leaves equal what rule 10 leaves equal where only the dance places are known', () => {
    expect(
      summary([
        [1, 2],
        [2, 1],
        [3, 3],
      ]),
    ).toEqual(['3/2 by shared', '3/2 by shared', '3 by 9']);
    expect(skatingSummary([])).toMatchObject({ refused: 'skating.nothing-placed' });
    expect(skatingSummary([[half(1)], []])).toMatchObject({ refused: 'skating.couples-differ', dance: 1 });
  });
});

/** Rules 9 and 10 on dance places given per couple. */
function summary(places: readonly (readonly number[])[]): readonly string[] {
  const dances = (places[0] ?? []).map((_, dance) => places.map((couple) => half(couple[dance] ?? 0)));
  const result = skatingSummary(dances);
  if ('refused' in result) throw new Error(result.refused);
  return result.places.map(({ place, decidedBy }) => `${text(place)} by ${decidedBy}`);
}

describe('a judge of a final', () => {
  it.each([
    ['skating.nothing-placed', [], { dance: null }],
    ['skating.nothing-placed', [[]], { dance: 0 }],
    ['skating.nothing-placed', [[[], []]], { dance: 0 }],
    ['skating.couples-differ', [...final('1 2'), ...final('1')], { dance: 1 }],
    ['skating.judges-differ', final('12 2'), { dance: 0, couple: 1 }],
    ['skating.place-missing', [[[1], [null]]], { dance: 0, couple: 1, judge: 0 }],
    ['skating.place-out-of-range', final('13 21'), { dance: 0, couple: 0, judge: 1 }],
    ['skating.place-out-of-range', [[[1.5], [2]]], { couple: 0 }],
    ['skating.place-out-of-range', final('0 1'), { couple: 0 }],
    ['skating.places-not-distinct', final('12 11'), { dance: 0, couple: 1, judge: 0 }],
  ] as const)('[R-SKATING-MARKS] is refused with %s for %j', (refused, places, at) => {
    expect(skating(places)).toMatchObject({ refused, ...at });
  });
});

describe('the skating system', () => {
  const places = (result: SkatingResult) => result.overall.places.map(({ place }) => text(place));

  it('[R-SKATING] gives places that are the means of what they span, in each dance and overall', () => {
    fc.assert(
      fc.property(finals, (given) => {
        const { dances, overall } = computed(given);
        for (const list of [...dances.map((dance) => dance.places), overall.places]) {
          for (const { place, decidedBy } of list) {
            const better = list.filter((other) => compare(other.place, place) < 0).length;
            const equal = list.filter((other) => compare(other.place, place) === 0).length;
            expect(place).toEqual(rational(BigInt(2 * better + equal + 1), 2n));
            expect(decidedBy === 'shared').toBe(equal > 1);
          }
        }
      }),
      tried(300),
    );
  });

  it('[R-SKATING-TOTAL] does not mind the order of judges, dances and couples', () => {
    fc.assert(
      fc.property(finals, (given) => {
        const judges = given.map((dance) => dance.map((marks) => [...marks].reverse()));
        const couples = given.map((dance) => [...dance].reverse());
        expect(places(computed(judges))).toEqual(places(computed(given)));
        expect(places(computed([...given].reverse()))).toEqual(places(computed(given)));
        expect(places(computed(couples)).reverse()).toEqual(places(computed(given)));
      }),
      tried(300),
    );
  });

  it('[R-SKATING-TOTAL] has the dance places as overall places where there is one dance', () => {
    fc.assert(
      fc.property(finals, ([dance = []]) => {
        const { dances, overall } = computed([dance]);
        expect(overall.places.map(({ place }) => place)).toEqual(dances[0]?.places.map(({ place }) => place));
      }),
      tried(200),
    );
  });

  it('[R-SKATING] [R-SKATING-TOTAL] agrees with a naive calculator that sorts by one long key', () => {
    fc.assert(
      fc.property(finals, (given) => {
        const { dances, overall } = computed(given);
        const naive = skatingByHand(given as readonly (readonly (readonly number[])[])[]);
        const asText = (place: number) => (Number.isInteger(place) ? `${place}` : `${2 * place}/2`);
        expect(dances.map((dance) => dance.places.map(({ place }) => text(place)))).toEqual(
          naive.dances.map((dance) => dance.map(asText)),
        );
        expect(overall.places.map(({ place }) => text(place))).toEqual(naive.overall.map(asText));
      }),
      tried(1000),
    );
  });
});

describe('a recall', () => {
  const marks = (...couples: readonly string[]) =>
    couples.map((couple) => couple.split(' ').map((dance) => [...dance].map((mark): 0 | 1 => (mark === '1' ? 1 : 0))));

  it('[R-RECALL] recalls everybody at or above the count of the last wanted couple', () => {
    const given = marks('111 110', '100 000', '110 001', '111 000', '000 000');
    expect(recall(given, 2)).toEqual({ counts: [5, 1, 3, 3, 0], needed: 3, recalled: [0, 2, 3] });
    expect(recall(given, 1).recalled).toEqual([0]);
    expect(recall(given, 9).recalled).toEqual([0, 1, 2, 3, 4]);
    expect(recall(given, 0)).toMatchObject({ needed: null, recalled: [] });
    expect(recall([], 3)).toEqual({ counts: [], needed: null, recalled: [] });
  });
});
