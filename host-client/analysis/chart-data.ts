// What the charts have in common: where an exact figure lies in a picture, how long names stand on an axis, and their look.
import type { PlotOptions } from '@observablehq/plot';
import type { ShownFigure } from '#domain/analysis/analysis-view.ts';

/**
 * Where a figure lies in the picture. Figures come from the domain as exact text ("9.5", "1585/6") and are read as floats here and
 * only here, to place ink on a line; no statistic is computed from them, and what people read are the texts.
 */
export function position(exact: string): number {
  const [above, below = '1'] = exact.split('/');
  return Number(above) / Number(below);
}

export const positionOf = ({ exact }: ShownFigure): number | null => (exact === null ? null : position(exact));

const WIDE = 13;
const NARROW = 7.5;
const LONGEST = 210;
const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + ((character.codePointAt(0) ?? 0) < 0x2000 ? NARROW : WIDE), 0);

/** Names as an axis has room for them: the end of a long one is left out, its number never is. */
export function axisLabel(name: string): string {
  if (widthOf(name) <= LONGEST) return name;
  let kept = '';
  for (const character of name) {
    if (widthOf(kept + character) > LONGEST - WIDE) break;
    kept += character;
  }
  return `${kept}…`;
}

export const labelRoom = (labels: readonly string[]): number => Math.max(40, ...labels.map(widthOf)) + 14;

/** The page's own letters and colours, in every theme and on paper. */
export const look = (rows: number, rowHeight: number, width: number): PlotOptions => ({
  width,
  height: rows * rowHeight + 64,
  marginTop: 14,
  marginBottom: 46,
  marginRight: 24,
  style: {
    fontFamily: 'inherit',
    fontSize: '13px',
    color: 'var(--t2)',
    background: 'transparent',
    overflow: 'visible',
  },
});
