// The sentence between score and marks: how the one came out of the others, from the rule that was applied.
import { aggregateName } from '#client-kit/aggregate-in-words.ts';
import type { RuleNote } from '#domain/stage-view.ts';
import type { Speaker } from '../../stage/stage-words.ts';

export function ruleSentence({ say, locale }: Speaker, rule: RuleNote): string {
  if (rule.valid === 1) return say('ruleOne');
  if (rule.trimSuspendedBelow !== null) return say('ruleSuspended', { n: rule.trimSuspendedBelow });
  // What was dropped in all would say nothing true of any group.
  if (rule.isGrouped) return say('ruleGroups', { valid: rule.valid });
  if (rule.aggregate === 'mean') return say('ruleMean', { valid: rule.valid });
  if (rule.aggregate !== 'trimmed-mean')
    return say('ruleOther', { valid: rule.valid, name: aggregateName(rule.aggregate, locale) });
  return say(rule.isByItem ? 'ruleTrimItem' : 'ruleTrim', {
    valid: rule.valid,
    high: rule.droppedHighest,
    low: rule.droppedLowest,
    counted: rule.counted,
  });
}
