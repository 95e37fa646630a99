// The registry of panel rules: one aggregate per file, one line here.
import type { Aggregate, Criterion } from '../definition.ts';
import { mean } from './mean.ts';
import type { PanelScore, ValidSheet } from './panel.ts';
import { trimmedMean } from './trimmed-mean.ts';

/** The panel score of at least one valid sheet. */
export function panelScore(
  sheets: readonly ValidSheet[],
  criteria: readonly Criterion[],
  aggregate: Aggregate,
): PanelScore {
  switch (aggregate.kind) {
    case 'mean':
      return mean(sheets, criteria, aggregate);
    case 'trimmed-mean':
      return trimmedMean(sheets, criteria, aggregate);
  }
}
