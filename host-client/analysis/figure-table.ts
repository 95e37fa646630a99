// A table of figures as data, so that every table of the analysis is drawn, read aloud and printed in the same way.
import type { AnalysisSpeaker } from './analysis-speaker.ts';
import type { ShownFigure } from '#domain/analysis/analysis-view.ts';

export interface FigureCell {
  readonly text: string;
  /** A second, smaller line. */
  readonly note?: string;
  /** Read aloud and shown on pointing at it: why it is a dash. */
  readonly why?: string;
  readonly isNotable?: boolean;
  /** May be broken into lines: lists of names. */
  readonly isLong?: boolean;
}

export interface FigureRow {
  readonly key: string;
  /** The first cell is the row's head. */
  readonly cells: readonly FigureCell[];
  readonly hasLineBelow?: boolean;
}

export interface FigureTableData {
  readonly caption: string;
  readonly note: string | null;
  readonly heads: readonly string[];
  /** Columns from this one on hold figures and stand right. */
  readonly figuresFrom: number;
  readonly rows: readonly FigureRow[];
}

export const wordCell = (text: string): FigureCell => ({ text });

export function figureCell(figure: ShownFigure, speaker: AnalysisSpeaker, isSigned = false): FigureCell {
  const text = isSigned ? speaker.signed(figure) : speaker.figure(figure);
  return figure.reason === null ? { text } : { text, why: speaker.say(`dash.${figure.reason}`) };
}
