// Presentations that took a given time, for the rules on keeping time. The clock of a test goes on a second with every
// command, so the rest of the time is given by correction.
import type { TimeRule } from '#domain/deduction-rules/time-rule.ts';
import type { Command } from '#domain/commands.ts';
import type { Rules } from '#domain/scoring-rules.ts';
import { decimal, entryId, exampleEvent } from './example-event.ts';
import { startedFinal, type Final } from './final.ts';

/** A skit contest's rule on 100 points: 1–2 min over −5, 2–3 −10, 3–4 −15, 4–5 −20, ended at 5 min over. */
export const skitRule: TimeRule = {
  over: {
    kind: 'tiers',
    tiers: [
      { fromSec: 60, points: decimal('5') },
      { fromSec: 120, points: decimal('10') },
      { fromSec: 180, points: decimal('15') },
      { fromSec: 240, points: decimal('20') },
    ],
  },
  stopAfterSec: 300,
};

/** 15 minutes allowed, one judge. */
export function timedFinal(overtime: TimeRule = skitRule, rules: Partial<Rules> = {}): Final {
  const event = exampleEvent({ judges: 1 }, rules);
  return startedFinal({
    ...event,
    segments: [{ kind: 'presentation', timeAllowedSec: 900, warningTimesSec: [60, 30], overtime }],
  });
}

/** On stage, timed, stopped after exactly so many seconds. */
export function present(final: Final, entryNumber: number, usedSec: number): Final {
  const entry = entryId(entryNumber);
  const call: readonly Command[] = final.state.stageEntry === entry ? [] : [{ type: 'stage.call', entry }];
  return final.run(
    ...call,
    { type: 'timer.start', kind: 'presentation', entry },
    { type: 'timer.correct', deltaSec: 2 - usedSec },
    { type: 'timer.stop' },
  );
}

/** The same, scored and closed. */
export function presentAndScore(final: Final, entryNumber: number, usedSec: number, mark: string): Final {
  const entry = entryId(entryNumber);
  present(final, entryNumber, usedSec).run({ type: 'scoring.open', entries: [entry] });
  final.score(1, entryNumber, mark);
  return final.run({ type: 'scoring.close', entry });
}
