// The higher mean of all valid totals wins, with nothing dropped (全体平均分). [T-UNTRIMMED]
import { meanOf } from '../rules/panel.ts';
import type { TieValue } from './tie-breaker.ts';

export const byUntrimmedMean: TieValue = (result) => meanOf(result.sheets.map((sheet) => sheet.total));
