// Arithmetic mean of the judges' totals (平均分), nothing dropped. With one judge it is that judge's total. [R-MEAN]
import { meanOf, type PanelRule } from './panel.ts';

export const mean: PanelRule<object> = (sheets) => ({
  score: meanOf(sheets.map((sheet) => sheet.total)),
  fates: new Map(sheets.map((sheet) => [sheet.seat, 'counted'])),
  rule: {
    aggregate: 'mean',
    valid: sheets.length,
    droppedHighest: 0,
    droppedLowest: 0,
    counted: sheets.length,
    trimSuspendedBelow: null,
  },
});
