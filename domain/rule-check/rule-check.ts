// The check of the rules before the day: the event's own rules run on imagined panels, ordinary ones and those that have hurt real
// events, with what happens in each and what is left undecided. Read, printed and confirmed before an event begins. [R-RULES-CHECKED]
import type { EventDefinition } from '../definition.ts';
import { definitionProblems } from '../definition-problems.ts';
import type { Situation } from './situation.ts';
import { situations } from './situations/index.ts';

/** Null while the definition has a blocking problem: there are no rules to check yet. */
export function checkRules(definition: EventDefinition): readonly Situation[] | null {
  const isBlocked = definitionProblems(definition).some(
    ({ severity, at }) => severity === 'blocking' && !at.startsWith('/entries'),
  );
  return isBlocked ? null : situations.flatMap((make) => make(definition) ?? []);
}

/** Words for people: whoever corrects a name has not changed a rule. */
const WORDS: ReadonlySet<string> = new Set(['name', 'guidance']);

/** The same rules give the same text, in whatever order their fields come. */
function canonical(key: string, value: unknown): unknown {
  if (WORDS.has(key)) return undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Everything a confirmation of the rules is about; with another one of these it no longer holds. */
export function rulesSignature(definition: EventDefinition): string {
  const { rules, criteria, awards, judgeGroups, panel, segments, entries } = definition;
  const seats = panel.map(({ seat, group }) => [seat, group ?? null]);
  const field = entries.map(({ difficulty }) => difficulty ?? null);
  return JSON.stringify({ rules, criteria, awards, judgeGroups, seats, segments, field }, canonical);
}
