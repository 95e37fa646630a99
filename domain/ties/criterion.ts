// The higher mean in one named item wins (e.g. 创新性), over all valid judges, untrimmed. [T-ITEM]
import type { CriterionId } from '../ids.ts';
import { toRational } from '../numbers.ts';
import { meanOf } from '../rules/panel.ts';
import type { TieValue } from './tie-breaker.ts';

export const byCriterion =
  (criterion: CriterionId): TieValue =>
  (result) => {
    const marks = result.sheets.flatMap((sheet) => sheet.marks.filter((mark) => mark.criterion === criterion));
    return marks.length === 0 ? null : meanOf(marks.map((mark) => toRational(mark.mark)));
  };
