// The registry of steps: one file each, one line here, and whether it sees one entry or the whole field.
import type { Cell } from '../cell.ts';
import type { Step, StepKind } from '../step-schema.ts';
import { ballot } from './ballot.ts';
import { bands } from './bands.ts';
import { bound } from './bound.ts';
import { fillMissing } from './fill-missing.ts';
import { item } from './item.ts';
import { judgePoints } from './judge-points.ts';
import { judgeRanks } from './judge-ranks.ts';
import { judgeTotals } from './judge-totals.ts';
import { majority } from './majority.ts';
import { normalise } from './normalise.ts';
import { nthBest } from './nth-best.ts';
import { panel } from './panel.ts';
import { placePoints } from './place-points.ts';
import { place } from './place.ts';
import { product } from './product.ts';
import { rankWeights } from './rank-weights.ts';
import { ratio } from './ratio.ts';
import { round } from './rounding.ts';
import { share } from './share.ts';
import { skating } from './skating.ts';
import type { Read } from './step.ts';
import { sum } from './sum.ts';
import { times } from './times.ts';

const fieldKinds = [
  'judge-ranks',
  'judge-points',
  'fill-missing',
  'normalise',
  'majority',
  'skating',
  'ballot',
  'place',
  'place-points',
  'share',
] as const satisfies readonly StepKind[];
type FieldKind = (typeof fieldKinds)[number];
export type EntryStepOf = Exclude<Step, { kind: FieldKind }>;
export type FieldStepOf = Extract<Step, { kind: FieldKind }>;

/** Whether the step's value for one entry depends on other entries. */
export const seesField = (step: Step): step is FieldStepOf => (fieldKinds as readonly StepKind[]).includes(step.kind);

export function computeForEntry(step: EntryStepOf, read: Read): Cell {
  switch (step.kind) {
    case 'judge-totals':
      return judgeTotals(step, read);
    case 'rank-weights':
      return rankWeights(step, read);
    case 'panel':
      return panel(step, read);
    case 'times':
      return times(step, read);
    case 'sum':
      return sum(step, read);
    case 'item':
      return item(step, read);
    case 'product':
      return product(step, read);
    case 'nth-best':
      return nthBest(step, read);
    case 'bound':
      return bound(step, read);
    case 'round':
      return round(step, read);
    case 'ratio':
      return ratio(step, read);
    case 'bands':
      return bands(step, read);
  }
}

export function computeForField(step: FieldStepOf, reads: readonly Read[]): readonly Cell[] {
  switch (step.kind) {
    case 'judge-ranks':
      return judgeRanks(step, reads);
    case 'judge-points':
      return judgePoints(step, reads);
    case 'fill-missing':
      return fillMissing(step, reads);
    case 'normalise':
      return normalise(step, reads);
    case 'place':
      return place(step, reads);
    case 'place-points':
      return placePoints(step, reads);
    case 'share':
      return share(step, reads);
    case 'majority':
      return majority(step, reads);
    case 'skating':
      return skating(step, reads);
    case 'ballot':
      return ballot(step, reads);
  }
}
