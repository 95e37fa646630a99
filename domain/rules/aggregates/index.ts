// The registry of panel aggregates: one file each, one line here.
import type { PanelOutcome } from '../cell.ts';
import type { Panel } from '../panel.ts';
import type { PanelAggregate } from '../step-schema.ts';
import { clamp } from './clamp.ts';
import { closestTwo } from './closest-two.ts';
import { mean } from './mean.ts';
import { median } from './median.ts';
import { sum } from './sum.ts';
import { trimmedMean } from './trimmed-mean.ts';
import { trimmedSum } from './trimmed-sum.ts';
import { winsorisedMean } from './winsorised-mean.ts';

/** One value of at least one; `planned` is how many values there were to be. */
export function aggregated(panel: Panel, aggregate: PanelAggregate, planned: number): PanelOutcome {
  switch (aggregate.kind) {
    case 'sum':
      return sum(panel, aggregate, planned);
    case 'mean':
      return mean(panel, aggregate, planned);
    case 'trimmed-mean':
      return trimmedMean(panel, aggregate, planned);
    case 'trimmed-sum':
      return trimmedSum(panel, aggregate, planned);
    case 'winsorised-mean':
      return winsorisedMean(panel, aggregate, planned);
    case 'median':
      return median(panel, aggregate, planned);
    case 'closest-two':
      return closestTwo(panel, aggregate, planned);
    case 'clamp':
      return clamp(panel, aggregate, planned);
  }
}
