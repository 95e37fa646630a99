// The registry of methods: one file each, one line here, under the name the case files use.
import type { CaseMethod } from '../case-method.ts';
import { adjudicatorMajority } from './adjudicator-majority.ts';
import { bestRun } from './best-run.ts';
import { deviationClamp } from './deviation-clamp.ts';
import { diving } from './diving.ts';
import { duelMajority } from './duel-majority.ts';
import { executionSum } from './execution-sum.ts';
import { factoredPlacement } from './factored-placement.ts';
import { fewJudgesAverage } from './few-judges-average.ts';
import { groupWeightedShare } from './group-weighted-share.ts';
import { icc } from './icc.ts';
import { isuPanel } from './isu-panel.ts';
import { isuWhatIf } from './isu-what-if.ts';
import { judgeBias } from './judge-bias.ts';
import { jurorRankExponential } from './juror-rank-exponential.ts';
import { jurorRankSumCombined } from './juror-rank-sum-combined.ts';
import { kendallFriedman } from './kendall-friedman.ts';
import { meanRank } from './mean-rank.ts';
import { pointsContest } from './points-contest.ts';
import { positionalBallots } from './positional-ballots.ts';
import { rankProduct } from './rank-product.ts';
import { rankedBallots } from './ranked-ballots.ts';
import { recall } from './recall.ts';
import { skating } from './skating.ts';
import { skatingSummary } from './skating-summary.ts';
import { skiJump } from './ski-jump.ts';
import { stageWeightedSum } from './stage-weighted-sum.ts';
import { star } from './star.ts';
import { trimmedMean } from './trimmed-mean.ts';
import { zscoreRescale } from './zscore-rescale.ts';

export const methods: ReadonlyMap<string, CaseMethod> = new Map([
  ['adjudicator_majority', adjudicatorMajority],
  ['best_run_trimmed_mean', bestRun],
  ['deviation_clamp', deviationClamp],
  ['diving', diving],
  ['duel_majority', duelMajority],
  ['execution_sum_example', executionSum],
  ['factored_placement', factoredPlacement],
  ['few_judges_average', fewJudgesAverage],
  ['group_weighted_share', groupWeightedShare],
  ['icc', icc],
  ['isu_panel', isuPanel],
  ['isu_what_if', isuWhatIf],
  ['judge_bias', judgeBias],
  ['juror_rank_exponential', jurorRankExponential],
  ['juror_rank_sum_combined', jurorRankSumCombined],
  ['kendall_friedman', kendallFriedman],
  ['mean_rank', meanRank],
  ['points_contest', pointsContest],
  ['positional_ballots', positionalBallots],
  ['rank_product', rankProduct],
  ['ranked_ballots', rankedBallots],
  ['recall', recall],
  ['skating', skating],
  ['skating_summary', skatingSummary],
  ['ski_jump', skiJump],
  ['stage_weighted_sum', stageWeightedSum],
  ['star', star],
  ['trimmed_mean', trimmedMean],
  ['zscore_rescale', zscoreRescale],
]);
