// A3, trimmed mean (去掉最高分和最低分): the mean of what trimming keeps. Below the threshold it is the plain mean and says so.
// Source: ISU rule 353 (five marks or more), Chinese contest regulations. [R-TRIM]
import type { Aggregate } from './aggregate.ts';
import { trim, type TrimSettings } from './trim.ts';

export const trimmedMean: Aggregate<TrimSettings> = (panel, settings) => {
  const { fates, dropped, notes } = trim(panel, settings);
  return { value: panel.meanExcept(dropped), fates, notes };
};
