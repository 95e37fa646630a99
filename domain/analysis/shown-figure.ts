// A figure as texts: exact, and rounded half up as a person reads it; a dash keeps its reason.
import { formatExact, formatRounded, multiply, rational, type Rational } from '../numbers.ts';
import type { ShownFigure } from './analysis-view.ts';
import { figure, type Figure } from './figure.ts';

export const shown = ({ value, reason }: Figure, decimals: number): ShownFigure =>
  value === null
    ? { exact: null, shown: null, reason }
    : { exact: formatExact(value), shown: formatRounded(value, decimals), reason };

export const shownValue = (value: Rational, decimals: number): ShownFigure => shown(figure(value), decimals);

/** A share in whole per cent. */
export function shownShare(share: Figure): ShownFigure {
  const text = shown(share, 0);
  return share.value === null || text.exact === null
    ? text
    : { ...text, shown: `${formatRounded(multiply(share.value, rational(100n)), 0)}%` };
}
