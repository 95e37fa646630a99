// State + fact → state. Total and without judgement: what is in the journal has happened.
import { ceremonyEvolutions } from './ceremony.ts';
import { withChecksTakenBack } from './checks-taken-back.ts';
import { continuityEvolutions } from './continuity.ts';
import { deductionEvolutions } from './deductions.ts';
import type { FactType, Recorded } from './facts.ts';
import { feedLine, feedLength } from './feed.ts';
import { figureEvolutions } from './figures.ts';
import { hallEvolutions } from './hall.ts';
import { outlierEvolutions } from './outliers.ts';
import { programmeEvolutions } from './programme.ts';
import { removalEvolutions } from './removal.ts';
import { resultEvolutions } from './results.ts';
import { sceneEvolutions } from './scene.ts';
import { heldEvolutions } from './held.ts';
import { scoringEvolutions } from './scoring.ts';
import { setUpEvolutions } from './set-up.ts';
import type { FinalState } from './state.ts';
import { timingEvolutions } from './timing.ts';
import { ballotEvolutions } from './voting/ballots.ts';
import { handCountEvolutions } from './voting/hand-counts.ts';
import { pollEvolutions } from './voting/polls.ts';
import type { Evolutions, Evolve } from './topic.ts';

/** Every fact has exactly one evolution: a new fact that is not handled does not compile. */
const evolutions: Evolutions<FactType> = {
  ...setUpEvolutions,
  ...programmeEvolutions,
  ...sceneEvolutions,
  ...timingEvolutions,
  ...scoringEvolutions,
  ...heldEvolutions,
  ...removalEvolutions,
  ...deductionEvolutions,
  ...figureEvolutions,
  ...outlierEvolutions,
  ...pollEvolutions,
  ...handCountEvolutions,
  ...ballotEvolutions,
  ...resultEvolutions,
  ...ceremonyEvolutions,
  ...hallEvolutions,
  ...continuityEvolutions,
};

export function evolve(state: FinalState, recorded: Recorded): FinalState {
  const evolution = evolutions[recorded.fact.type] as Evolve<FactType>;
  const next = withChecksTakenBack(state, evolution(state, recorded.fact, recorded));
  return { ...next, feed: [feedLine(recorded), ...state.feed].slice(0, feedLength) };
}
