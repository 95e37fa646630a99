// How titles break, how wide texts are taken to be, and in how many columns a panel stands.
import { describe, expect, it } from 'vitest';
import { panelColumns } from '#display-client/stage/panel-columns.ts';
import { emsNeeded, emsNeededFor, emsOf, emsOfName } from '#display-client/stage/text-width.ts';
import { titleLines } from '#display-client/stage/title-lines.ts';

describe('a title', () => {
  it('stands on the lines its organiser chose', () =>
    expect(titleLines('示例项目', '示例 | 项目')).toEqual(['示例', '项目']));

  it('breaks after the first full-width comma or colon that leaves 5 to 17 characters before it', () => {
    expect(titleLines('早治微治巧治，共同缔造幸福社区', '')).toEqual(['早治微治巧治，', '共同缔造幸福社区']);
    expect(titleLines('示例，共同缔造幸福社区', '')).toEqual(['示例，共同缔造幸福社区']);
  });

  it('never breaks inside quotation marks, and leaves no character alone', () => {
    expect(titleLines('示例项目“共商，共建”与共管', '')).toEqual(['示例项目“共商，共建”与共管']);
    expect(titleLines('示例示例示例，是', '')).toEqual(['示例示例示例，是']);
  });

  it('leaves the spaces of a Latin title to the browser', () =>
    expect(titleLines('Sample project with a long name', '')).toEqual(['Sample project with a long name']));
});

describe('the width of a text', () => {
  it('is one em for a Chinese character and less for a Latin one', () => {
    expect(emsOf('示例社区')).toBe(4);
    expect(emsOf('abc')).toBeLessThan(2);
  });

  it('shrinks with the lines it may take, but never below its longest word', () => {
    const title = '示例示例示例示例示例示例';
    expect(emsNeeded(title, 1)).toBe(12);
    expect(emsNeeded(title, 2)).toBe(7);
    expect(emsNeeded('Samplestone', 3)).toBe(emsOf('Samplestone'));
  });

  it('of broken lines is that of the widest one, or of its parts where more lines are allowed', () => {
    expect(emsNeededFor(['示例示例', '示例示例示例'], 2)).toBe(6);
    expect(emsNeededFor(['示例示例', '示例示例示例'], 3)).toBe(4);
    expect(emsNeededFor(['示例示例', '示例示例示例'], 1)).toBe(10);
  });

  it('of a short name is taken on one line', () => expect(emsOfName('示例若楠')).toBe(4));
});

describe('a panel', () => {
  it.each([
    [0, '--c-landscape: 1; --r-landscape: 1'],
    [1, '--c-landscape: 1; --r-landscape: 1'],
    [7, '--c-landscape: 7; --r-landscape: 1'],
    [11, '--c-landscape: 6; --r-landscape: 2'],
    [30, '--c-landscape: 10; --r-landscape: 3'],
  ])('of %i stands in rows as full as can be', (count, expected) =>
    expect(panelColumns(count, { landscape: 10, standard: 8, wide: 16 })).toContain(expected),
  );
});
