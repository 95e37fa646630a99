// The word below a judge's mark: what became of it, in the terms of the rule that was applied. An arrow says which way a mark was moved.
import type { JudgeTotal, RuleNote } from '#domain/stage-view.ts';
import type { Speaker } from '../../stage/stage-words.ts';

export function fateWord({ total, fate, countedAs }: JudgeTotal, rule: RuleNote | null, { say }: Speaker): string {
  if (total === null) return say('notCounted');
  // Of a median everything but the middle is out: "highest" would be wrong for most of it.
  if (rule?.aggregate === 'median')
    return say(fate === 'highest-out' ? 'aboveMiddle' : fate === 'lowest-out' ? 'belowMiddle' : 'middle');
  if (fate === 'highest-out' || fate === 'lowest-out' || countedAs === undefined) return say(fate);
  const said = say(`as.${countedAs.as}`, { value: countedAs.value });
  return fate === 'raised' ? `▲ ${said}` : fate === 'lowered' ? `▼ ${said}` : said;
}
