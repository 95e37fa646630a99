// The registry of situations, in the order of the report.
import type { MakeSituation } from '../situation.ts';
import { awardLine } from './award-line.ts';
import { deductionBelowZero } from './deduction-below-zero.ts';
import { entryWithdrawn } from './entry-withdrawn.ts';
import { equalScores, equalSheetsAtLine, everybodyEqual } from './equal-scores.ts';
import { extremeJudge } from './extreme-judge.ts';
import { half } from './half.ts';
import { judgeAbsent, judgeRecused, oneJudgeLeft } from './missing-judge.ts';
import { ordinary } from './ordinary.ts';
import { groupAbsent, partMissing, voteReach } from './parts.ts';

export const situations: readonly MakeSituation[] = [
  ordinary,
  judgeAbsent,
  oneJudgeLeft,
  judgeRecused,
  extremeJudge,
  equalScores,
  equalSheetsAtLine,
  everybodyEqual,
  awardLine,
  half,
  deductionBelowZero,
  voteReach,
  partMissing,
  groupAbsent,
  entryWithdrawn,
];
