// Trimmed mean (去掉最高分和最低分): drops exactly the stated number per side, on judges' totals or inside each item,
// and takes the mean of the rest. Below `minForTrim` valid sheets nothing is dropped and the note says so. [R-TRIM]
import type { Aggregate } from '../definition.ts';
import { add, ZERO } from '../numbers.ts';
import { contribution } from './judge-total.ts';
import { mean } from './mean.ts';
import { meanOf, trimmedPositions, type PanelRule } from './panel.ts';

type Settings = Extract<Aggregate, { kind: 'trimmed-mean' }>;

export const trimmedMean: PanelRule<Settings> = (sheets, criteria, settings) => {
  const { dropHighest, dropLowest, minForTrim, trimScope } = settings;
  // At least one mark must remain, whatever the threshold says.
  if (sheets.length < minForTrim || sheets.length <= dropHighest + dropLowest) {
    const whole = mean(sheets, criteria, {});
    return {
      ...whole,
      rule: { ...whole.rule, trimSuspendedBelow: Math.max(minForTrim, dropHighest + dropLowest + 1) },
    };
  }
  const rule = {
    valid: sheets.length,
    droppedHighest: dropHighest,
    droppedLowest: dropLowest,
    counted: sheets.length - dropHighest - dropLowest,
    trimSuspendedBelow: null,
  };
  if (trimScope === 'criterion') {
    const score = criteria.reduce((total, criterion) => {
      const values = sheets.map((sheet) => {
        const given = sheet.marks.find((mark) => mark.criterion === criterion.id);
        return given ? contribution(criterion, given.mark) : ZERO;
      });
      const { highest, lowest } = trimmedPositions(values, dropHighest, dropLowest);
      return add(
        total,
        meanOf(values.filter((_, position) => !highest.includes(position) && !lowest.includes(position))),
      );
    }, ZERO);
    return {
      score,
      fates: new Map(sheets.map((sheet) => [sheet.seat, 'counted'])),
      rule: { aggregate: 'trimmed-mean-by-item', ...rule },
    };
  }
  const { highest, lowest } = trimmedPositions(
    sheets.map((sheet) => sheet.total),
    dropHighest,
    dropLowest,
  );
  const fate = (position: number) =>
    highest.includes(position) ? 'highest-out' : lowest.includes(position) ? 'lowest-out' : 'counted';
  return {
    score: meanOf(sheets.filter((_, position) => fate(position) === 'counted').map((sheet) => sheet.total)),
    fates: new Map(sheets.map((sheet, position) => [sheet.seat, fate(position)])),
    rule: { aggregate: 'trimmed-mean', ...rule },
  };
};
