// The result asked for again: without a judge, without a group, under another rule, with a recused judge; and what it corrected.
import { describe, expect, it } from 'vitest';
import { correctionLoads } from '#domain/analysis/correction-load.ts';
import { neighbouringRules, neighboursOf } from '#domain/analysis/neighbouring-rules.ts';
import { placeRange } from '#domain/analysis/place-range.ts';
import { placeChanges } from '#domain/analysis/place-changes.ts';
import type { Judged } from '#domain/analysis/placing.ts';
import { recusalChecks } from '#domain/analysis/recusal-check.ts';
import { reliability } from '#domain/analysis/reliability.ts';
import { stability } from '#domain/analysis/stability.ts';
import { dash, figure } from '#domain/analysis/figure.ts';
import { finished } from '#domain/analysis/work.ts';
import { rational } from '#domain/numbers.ts';
import type { Aggregate } from '#domain/scoring-rules.ts';
import { decimal } from '#tests/kit/example-event.ts';
import { official, table } from '#tests/kit/judged.ts';

// Shrout and Fleiss 1979, table 2: six targets, four judges.
const shroutFleiss = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];
const trim = (each: number, minForTrim = 3): Aggregate => ({
  kind: 'trimmed-mean',
  dropHighest: each,
  dropLowest: each,
  minForTrim,
  trimScope: 'judge-total',
});

const withGroups = (judged: Judged, groups: readonly string[], weights: readonly string[]): Judged => {
  const names = [...new Set(groups)];
  const { definition } = judged;
  return {
    ...judged,
    definition: {
      ...definition,
      judgeGroups: names.map((id) => ({ id, name: { en: id } })),
      panel: definition.panel.map((judge, at) => ({ ...judge, group: groups[at] ?? '' })),
      rules: {
        ...definition.rules,
        groups: {
          weights: names.map((group, at) => ({ group, weight: decimal(weights[at] ?? '0') })),
          ifMissing: 'no-result',
        },
      },
    },
  };
};

describe('stability without a judge', () => {
  it('names what changes when each of the judges is left out [A-STABILITY] [A-CHANGES]', () => {
    const judged = table(shroutFleiss, { cutLine: 2 });
    const placing = official(judged);
    expect(placing.places).toEqual([3, 6, 2, 5, 1, 4]);
    const { judges } = finished(stability(judged, placing));
    // Without the second judge the first and the third entry are equal (22 points); without the fourth the second and the fourth are.
    expect(judges.map(({ changes }) => changes)).toEqual([
      {
        isWinnerChanged: false,
        isPodiumChanged: false,
        entering: [],
        leaving: [],
        moved: 0,
        largestMove: 0,
        withoutResult: [],
      },
      {
        isWinnerChanged: false,
        isPodiumChanged: true,
        entering: [0],
        leaving: [],
        moved: 1,
        largestMove: 1,
        withoutResult: [],
      },
      {
        isWinnerChanged: false,
        isPodiumChanged: false,
        entering: [],
        leaving: [],
        moved: 0,
        largestMove: 0,
        withoutResult: [],
      },
      {
        isWinnerChanged: false,
        isPodiumChanged: false,
        entering: [],
        leaving: [],
        moved: 1,
        largestMove: 1,
        withoutResult: [],
      },
    ]);
  });

  it('lets the smaller panel trim as the rule trims a smaller panel', () => {
    // 1+1 from five judges on: with four nothing is dropped, and the two extremes of the first entry count.
    const judged = table(
      [
        [100, 80, 80, 80, 0],
        [70, 70, 70, 70, 70],
      ],
      { rules: { aggregate: trim(1, 5) } },
    );
    const { judges } = finished(stability(judged, official(judged)));
    expect(judges.map(({ changes }) => changes?.isWinnerChanged)).toEqual([true, true, true, true, false]);
  });

  it('has no answer where nobody else judged, and names entries that only this judge marked', () => {
    const alone = table([[80], [70]]);
    expect(finished(stability(alone, official(alone))).judges).toMatchObject([{ placing: null, changes: null }]);
    const partly = table([
      [80, 60],
      [70, null],
    ]);
    const { judges } = finished(stability(partly, official(partly)));
    expect(judges[0]?.changes).toMatchObject({ withoutResult: [1], moved: 1, isPodiumChanged: true });
  });

  it('gives the weight of a group that is left out to the others', () => {
    const judged = withGroups(
      table([
        [90, 90, 60],
        [80, 80, 99],
      ]),
      ['a', 'a', 'b'],
      ['60', '40'],
    );
    // 78 and 87.6 together; the first group alone prefers the first entry.
    const placing = official(judged);
    expect(placing.places).toEqual([2, 1]);
    const { judges, groups } = finished(stability(judged, placing));
    expect(groups.map((one) => [one.without, one.changes?.isWinnerChanged])).toEqual([
      ['a', false],
      ['b', true],
    ]);
    expect(judges.map(({ changes }) => changes?.isWinnerChanged)).toEqual([false, false, true]);
  });
});

describe('the correction load of a judge', () => {
  it('is the share of values dropped or moved, high and low apart [A-LOAD]', () => {
    const judged = table(shroutFleiss, { rules: { aggregate: trim(1) } });
    const loads = correctionLoads(judged.definition, official(judged).evaluation);
    expect(loads.map(({ high, low, values }) => [high, low, values])).toEqual([
      [5, 0, 6],
      [0, 6, 6],
      [0, 0, 6],
      [1, 0, 6],
    ]);
    expect(loads[0]?.highShare).toEqual(figure(rational(5n, 6n)));
  });

  it('counts marks of single items where the rule works inside each item, and what a clamp moved', () => {
    const byItem = table(shroutFleiss, { rules: { aggregate: { ...trim(1), trimScope: 'criterion' } as Aggregate } });
    expect(correctionLoads(byItem.definition, official(byItem).evaluation)[1]).toMatchObject({ low: 6, values: 6 });
    const aggregate: Aggregate = { kind: 'clamp', limit: decimal('2'), limitDecimals: 2 };
    const clamped = table([[10, 5, 5, 5]], { rules: { aggregate } });
    // Mean 6.25, limits 4.25 and 8.25.
    expect(correctionLoads(clamped.definition, official(clamped).evaluation)).toMatchObject([
      { high: 1, low: 0 },
      { high: 0 },
      { high: 0 },
      { high: 0 },
    ]);
  });

  it('is a dash where the rule takes no panel together', () => {
    const judged = table(shroutFleiss, { rules: { aggregate: { kind: 'majority', score: 'votes' } } });
    expect(correctionLoads(judged.definition, official(judged).evaluation)[0]?.highShare).toEqual(dash('no-panel'));
  });
});

describe('the neighbouring rules', () => {
  it('are the other usual aggregates, without the official one [A-NEIGHBOURS]', () => {
    const kinds = (judged: Judged) =>
      neighboursOf(judged).map((rule) => ('dropHighest' in rule ? `${rule.kind} ${rule.dropHighest}` : rule.kind));
    const four = ['trimmed-mean 1', 'median', 'winsorised-mean 1', 'rank-sum'];
    expect(kinds(table(shroutFleiss))).toEqual(four);
    expect(kinds(table([[1, 2, 3, 4, 5]], { rules: { aggregate: trim(1, 5) } }))).toEqual([
      'mean',
      'trimmed-mean 2',
      'median',
      'winsorised-mean 1',
      'rank-sum',
    ]);
    expect(kinds(table([[1, 2]], { rules: { aggregate: { kind: 'sum' } } }))).toEqual(['rank-sum']);
  });

  it('may name another winner, and keep everything else of the rules', () => {
    const judged = table([
      [10, 10, 10, 0, 10],
      [9, 9, 9, 9, 9],
    ]);
    const changed = finished(neighbouringRules(judged, official(judged))).map(
      ({ aggregate, changes }) => [aggregate.kind, changes.isWinnerChanged] as const,
    );
    expect(changed).toEqual([
      ['trimmed-mean', true],
      ['trimmed-mean', true],
      ['median', true],
      ['winsorised-mean', true],
      ['rank-sum', true],
    ]);
  });

  it('change nothing in a table whose order is clear', () => {
    const judged = table(shroutFleiss);
    for (const { changes } of finished(neighbouringRules(judged, official(judged)))) expect(changes.moved).toBe(0);
  });
});

describe('the range of a place', () => {
  it('goes from the best to the worst place, the official one included [A-RANGE]', () => {
    const judged = table(shroutFleiss);
    const placing = official(judged);
    const others = finished(stability(judged, placing)).judges.map((one) => one.placing);
    expect([0, 1, 2].map((entry) => placeRange(placing, others, entry))).toEqual([
      { best: 2, worst: 3 },
      { best: 5, worst: 6 },
      { best: 2, worst: 2 },
    ]);
    expect(placeRange(placing, [null], 4)).toEqual({ best: 1, worst: 1 });
  });

  it('does not exist for an entry without a place', () => {
    expect(placeRange(official(table([[80], [null]])), [], 1)).toBeNull();
  });

  it('counts an entry that another computation gives no place as moved', () => {
    const [all, one] = [official(table([[80], [70]])), official(table([[80], [null]]))];
    expect(placeChanges(all, one, 1)).toMatchObject({ moved: 1, withoutResult: [1], largestMove: 0 });
  });
});

describe('the check of a recusal', () => {
  const strictThird = [
    [80, 80, 70],
    [78, 77, null],
    [76, 76, 66],
  ];

  it('tells the place the entry would have with the severity of the recused judge [A-RECUSAL]', () => {
    const judged = table(strictThird);
    // The third judge is ten points strict: 77.5 - 10 = 67.5 makes 74.17 of 77.50, behind the first entry's 76.67.
    expect(recusalChecks(judged, official(judged))).toEqual([
      { entry: 1, judge: 2, place: 1, estimated: 2, cautions: ['few-entries'] },
    ]);
  });

  it('stays silent without a recusal, and about a judge who marked nobody', () => {
    const [none, nobody] = [
      table(shroutFleiss),
      table([
        [80, null],
        [70, null],
      ]),
    ];
    expect(recusalChecks(none, official(none))).toEqual([]);
    expect(recusalChecks(nobody, official(nobody))).toEqual([]);
  });
});

describe('the word for reliability', () => {
  it('follows the usual bounds of ICC(3,k), and is missing for a dash [A-RELIABILITY]', () => {
    const word = (hundredths: bigint) => reliability(figure(rational(hundredths, 100n)));
    expect([49n, 50n, 75n, 90n].map(word)).toEqual(['poor', 'moderate', 'good', 'excellent']);
    expect(word(-10n)).toBe('poor');
    expect(reliability(dash('no-spread'))).toBeNull();
  });
});
