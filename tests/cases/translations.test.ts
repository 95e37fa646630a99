// What the published cases at hand do not show of their rules: ties, missing marks, long tables, figures left out.
import { describe, expect, it } from 'vitest';
import { isMatched } from '#cases/row.ts';
import { runCase } from '#cases/run-case.ts';

/** How many rows match, of how many; or the sentence why it could not be run. */
function matched(method: object, input: object, expected: object): string {
  const outcome = runCase(JSON.stringify({ id: 'made', method, input, expected }));
  return outcome.problem ?? `${outcome.rows.filter(isMatched).length}/${outcome.rows.length}`;
}

describe('a contest of points', () => {
  const contest = (tie: string, votes: object, more: object = {}) => ({
    contests: [{ id: 'one', contestants: ['a', 'b', 'c', 'd'], tie, votes, ...more }],
  });
  const places = (a: number, b: number, c: number, d: number) => ({ contests: [{ place: { a, b, c, d } }] });
  const run = (tie: string, votes: object, expected: object, more: object = {}) =>
    matched({ type: 'points_contest' }, contest(tie, votes, more), expected);

  const twelves = [
    ['v1', { a: 12, b: 1, c: 5 }],
    ['v2', { b: 10, c: 6 }],
    ['v3', { d: 12, b: 1, c: 1, a: 0 }],
  ];

  it('shares equal totals and skips the next place', () => {
    expect(run('shared', twelves, places(1, 1, 1, 1))).toBe('4/4');
  });

  it('settles only the first place by the number of twelves, tens and eights, and leaves the others shared', () => {
    const votes = [
      ['v1', { a: 12, b: 10, c: 5, d: 1 }],
      ['v2', { b: 10, a: 8, c: 1, d: 5 }],
    ];
    expect(run('shared_except_first', votes, places(1, 2, 3, 3))).toBe('4/4');
  });

  it('counts back by voters, then by the highest points, and then takes the earlier start', () => {
    // b and c have points of three voters, and b a ten; a and d have one twelve of one voter each.
    expect(run('countback', twelves, places(3, 1, 2, 4), { start: { a: 1, b: 2, c: 3, d: 4 } })).toBe('4/4');
    expect(run('countback', twelves, places(4, 1, 2, 3), { start: { d: 9, c: 3, b: 2, a: 10 } })).toBe('4/4');
  });

  it('prefers the televote from 2016 on, with voters that lack one', () => {
    const votes = [
      ['v1', { a: 12, b: 10, c: 8 }, { b: 12, c: 8 }],
      ['v2', { a: 10, c: 8 }, null],
      ['v3', { d: 1 }],
    ];
    expect(
      run('televote', votes, {
        contests: [{ total: { a: 22, b: 22, c: 24, d: 1 }, ...places(3, 2, 1, 4).contests[0] }],
      }),
    ).toBe('4/4');
  });
});

describe('marks of a panel', () => {
  it('are trimmed by the numbers of the row, without those that are not there', () => {
    const rows = [
      { id: 'gap', marks: [9, null, 5, 6, 9, null] },
      { id: 'own', marks: [10, 1, 4], drop_low: 0, decimals: 0 },
      { id: 'plain', marks: [1, 2], drop_low: 0, drop_high: 0, decimals: null },
    ];
    const expected = [{ score: 7.5 }, { score: 3 }, { score: '3/2' }];
    expect(
      matched({ type: 'trimmed_mean', drop_low: 1, drop_high: 1, decimals: 2 }, { rows }, { rows: expected }),
    ).toBe('3/3');
  });

  it('agree with a figure that a binary float has printed', () => {
    const run = (score: unknown) =>
      matched(
        { type: 'few_judges_average' },
        { rows: [{ id: 'thirds', marks: [0, 1, 1, 2, 9] }] },
        { rows: [{ score }] },
      );
    expect(run('1.3333333333333333')).toBe('1/1');
    expect(run('4/3')).toBe('1/1');
    expect(run(1.33)).toBe('0/1');
  });

  it('are refused where they are no decimals', () => {
    expect(
      matched({ type: 'few_judges_average' }, { rows: [{ id: 'x', marks: ['1/3'] }] }, { rows: [{ score: 1 }] }),
    ).toContain('a mark must be a decimal');
  });

  it('never bring a ski jump below 0, and are not ranked where the file says so', () => {
    const rows = [
      [[10, 10, 10, 10, 10], -40, null, 0],
      [[10, 10, 10, 10, 10], 1, 0.5, 0],
      [[10, 10, 10, 10, 10], -31, 0, 0],
    ];
    const jumps = (ranks: readonly number[]) => ['0', '31.5', '0'].map((points, jump) => [30, points, ranks[jump]]);
    const run = (expected: object) =>
      matched({ type: 'ski_jump' }, { rounds: [{ id: 'r', rows }] }, { rounds: [expected] });
    expect(run({ rows: jumps([2, 1, 2]) })).toBe('3/3');
    expect(run({ rows: jumps([1, 1, 1]) })).toBe('1/3');
    expect(run({ rows: jumps([1, 1, 1]), ranked: false })).toBe('3/3');
  });

  it('of figure skating separate equal scores by the technical score in a short segment, by components in a free one', () => {
    const performance = (s: string, c: string, base: number, mark: number) => ({
      s,
      c,
      d: 0,
      e: [
        [base, null],
        [0, [0, 0, 0]],
      ],
      k: [[1, [mark, mark, mark]]],
    });
    const performances = ['S1', 'S2'].flatMap((s) => [performance(s, 'A', 5, 4), performance(s, 'B', 4, 5)]);
    const segments = { S1: { kind: 'short' }, S2: { kind: 'free' } };
    const ranks = [1, 2, 2, 1].map((rank) => ({ tss: 9, rank, g: [0, 0] }));
    expect(matched({ type: 'isu_panel' }, { segments, performances }, { performances: ranks })).toBe('12/12');
  });
});

describe('a list of prizes', () => {
  const method = { type: 'stage_weighted_sum', weights: [0.5, 0.5], decimals: 2, tie_tolerance: 0.03 };
  const rows = [
    { id: 'a', stages: [20, 20] },
    { id: 'b', stages: [20, 19.95] },
    { id: 'c', stages: [20, 19.9] },
    { id: 'd', stages: [10, 10] },
  ];
  const totals = [20, 19.98, 19.95, 10];
  const listed = (places: readonly (number | null)[]) => ({
    rows: rows.map(({ id }, row) => ({ id, total: totals[row], place: places[row] })),
  });

  it('shares a place below the tolerance, grows by one at it, and compares no place where there was no prize', () => {
    expect(matched(method, { rows }, listed([1, 1, 2, null]))).toBe('4/4');
    expect(matched(method, { rows }, listed([1, 1, 3, null]))).toBe('3/4');
  });

  it('must be in the order of the totals', () => {
    const turned = [...rows].reverse();
    const expected = { rows: turned.map(({ id }, row) => ({ id, total: [...totals].reverse()[row] })) };
    expect(matched(method, { rows: turned }, expected)).toBe('0/4');
  });
});

describe('ranks of disciplines', () => {
  it('are multiplied; of equal products the better in more disciplines is ahead', () => {
    const contests = [{ id: 'x', ranks: { A: [2, 6, 1], B: [1, 2, 6], C: [3, 3, 3] } }];
    const expected = [{ product: { A: 12, B: 12, C: 27 }, place: { A: 2, B: 1, C: 3 } }];
    expect(matched({ type: 'rank_product' }, { contests }, { contests: expected })).toBe('3/3');
  });
});

describe('the skating system', () => {
  it('reads more than nine places, and shares the mean of the places between even judges', () => {
    const order = [...'123456789abc'];
    const finals = [
      { id: 'many', m: [order.map((place) => place.repeat(4))] },
      { id: 'even', m: [['12', '21', '33']] },
      { id: 'partly', m: [['12', '21', '33']] },
    ];
    const places = order.map((_, couple) => couple + 1);
    const expected = [
      { d: [places], f: places },
      { d: [[1.5, 1.5, 3]], f: null },
      { d: [[1.5, 1.5, 3]], f: [null, null, 3] },
    ];
    expect(matched({ type: 'skating' }, { finals }, { finals: expected })).toBe('18/18');
  });

  it('refuses judges who placed two couples equal', () => {
    const run = matched({ type: 'skating' }, { finals: [{ id: 'x', m: [['1', '1']] }] }, { finals: [{ f: [1, 2] }] });
    expect(run).toContain('skating.places-not-distinct');
  });
});

describe('elections', () => {
  const cycle = {
    id: 'cycle',
    candidates: ['A', 'B', 'C'],
    ballots: [
      [1, [[0], [1], [2]]],
      [1, [[1], [2], [0]]],
      [1, [[2], [0], [1]]],
    ],
  };
  const ranked = (election: object, expected: object) =>
    matched({ type: 'ranked_ballots' }, { elections: [election] }, { elections: [expected] });

  it('may have no winner, several best orders and one group of all', () => {
    const found = {
      condorcet: null,
      kemeny: [
        ['C', 'A', 'B'],
        ['A', 'B', 'C'],
        ['B', 'C', 'A'],
      ],
      kemeny_score: 5,
      schulze: [['C', 'B', 'A']],
      schulze_margin_winner: ['A', 'B', 'C'],
      minimax_margin: ['B', 'A', 'C'],
      minimax_opposition: [['A', 'B', 'C']],
    };
    expect(ranked(cycle, found)).toBe('1/1');
    for (const [name, wrong] of Object.entries({
      condorcet: 'A',
      kemeny: [['A', 'B', 'C']],
      schulze: [['A'], ['B', 'C']],
      minimax_margin: ['A'],
      applause: ['A'],
    }))
      expect(ranked(cycle, { ...found, [name]: wrong })).toBe('0/1');
  });

  it('compare only ranked candidates where the others are without opinion', () => {
    const election = {
      id: 'partial',
      candidates: ['A', 'B', 'C'],
      ballots: [
        [2, [[0], [1]]],
        [1, [[2], [0]]],
      ],
    };
    expect(ranked(election, { condorcet: 'A' })).toBe('1/1');
    expect(ranked({ ...election, unranked: 'no_opinion' }, { condorcet: null })).toBe('1/1');
  });

  it('leave the points of an empty place to nobody', () => {
    const elections = [
      {
        id: 'x',
        candidates: ['A', 'B'],
        ballots: [
          [2, [0, null, 1]],
          [1, [null, 1]],
        ],
      },
    ];
    const expected = [{ points: { A: 20, B: 17 }, place: { A: 1, B: 2 }, first: { A: 2 } }];
    expect(matched({ type: 'positional_ballots', points: [10, 7, 5] }, { elections }, { elections: expected })).toBe(
      '2/2',
    );
  });

  it('by STAR have finalists of equal total in either order, with the runoff to match', () => {
    const elections = [{ id: 'x', candidates: ['A', 'B', 'C'], ballots: ['540', '540', '1 0', '250'] }];
    const run = (finalists: readonly number[], runoff: readonly number[]) =>
      matched({ type: 'star' }, { elections }, { elections: [{ totals: [13, 13, 0], finalists, runoff, winner: 0 }] });
    expect(run([0, 1], [3, 1, 0])).toBe('4/4');
    expect(run([1, 0], [1, 3, 0])).toBe('4/4');
    expect(run([1, 0], [3, 1, 0])).toBe('3/4');
  });
});
