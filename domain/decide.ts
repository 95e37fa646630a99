// Command → facts or a refusal. Who may ask is settled by the role's file; what is possible by the topic's decision.
import type { Command, CommandType } from './commands.ts';
import { ceremonyDecisions } from './ceremony.ts';
import { continuityDecisions } from './continuity.ts';
import { deductionDecisions } from './deductions.ts';
import { figureDecisions } from './figures.ts';
import { hallDecisions } from './hall.ts';
import { outlierDecisions } from './outliers.ts';
import { programmeDecisions } from './programme.ts';
import { refuse } from './refusals.ts';
import { removalDecisions } from './removal.ts';
import { resultDecisions } from './results.ts';
import { mayCommand } from './roles/index.ts';
import { sceneDecisions } from './scene.ts';
import { heldDecisions } from './held.ts';
import { scoringDecisions } from './scoring.ts';
import type { Seat } from './seat.ts';
import { setUpDecisions } from './set-up.ts';
import type { FinalState } from './state.ts';
import { timingDecisions } from './timing.ts';
import { ballotDecisions } from './voting/ballots.ts';
import { handCountDecisions } from './voting/hand-counts.ts';
import { pollDecisions } from './voting/polls.ts';
import type { Context, Decide, Decided, Decisions } from './topic.ts';

/** Every command has exactly one decision: a new command that is not handled does not compile. */
const decisions: Decisions<CommandType> = {
  ...setUpDecisions,
  ...programmeDecisions,
  ...sceneDecisions,
  ...timingDecisions,
  ...scoringDecisions,
  ...heldDecisions,
  ...removalDecisions,
  ...deductionDecisions,
  ...figureDecisions,
  ...outlierDecisions,
  ...pollDecisions,
  ...handCountDecisions,
  ...ballotDecisions,
  ...resultDecisions,
  ...ceremonyDecisions,
  ...hallDecisions,
  ...continuityDecisions,
};

/** Never throws for a well-formed command; a refusal changes nothing. */
export function decide(state: FinalState, seat: Seat, command: Command, context: Context): Decided {
  if (!mayCommand(seat, command.type)) return refuse('role.not-allowed');
  // A second press of the same button, or a press on a second console, was made for a programme that has moved on.
  if ('basis' in command && command.basis !== undefined && command.basis !== state.programmeVersion)
    return refuse('programme.moved-on');
  const decision = decisions[command.type] as Decide<CommandType>;
  return decision(state, command, seat, context);
}
