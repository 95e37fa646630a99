// The sentence between score and marks: how the one came out of the others, from the rule that was applied.
import type { RuleNote } from '#domain/stage-view.ts';
import type { Speaker } from '../../stage/stage-words.ts';

export function ruleSentence({ say }: Speaker, rule: RuleNote): string {
  if (rule.valid === 1) return say('ruleOne');
  if (rule.trimSuspendedBelow !== null) return say('ruleSuspended', { n: rule.trimSuspendedBelow });
  if (rule.aggregate === 'mean') return say('ruleMean', { valid: rule.valid });
  return say(rule.aggregate === 'trimmed-mean' ? 'ruleTrim' : 'ruleTrimItem', {
    valid: rule.valid,
    high: rule.droppedHighest,
    low: rule.droppedLowest,
    counted: rule.counted,
  });
}
