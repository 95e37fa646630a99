// The sentence under a score tells the hall what was done with the marks, and nothing that was not.
import { describe, expect, it } from 'vitest';
import { stageWords } from '#client-kit/wording/stage.ts';
import { fill } from '#client-kit/wording/translate.ts';
import { ruleSentence } from '#display-client/scenes/score/rule-sentence.ts';
import { speakerFor } from '#display-client/stage/stage-words.ts';
import type { RuleNote } from '#domain/stage-view.ts';
import { LOCALES } from '#domain/text.ts';

const trimmed: RuleNote = {
  aggregate: 'trimmed-mean',
  isByItem: false,
  isGrouped: false,
  valid: 7,
  droppedHighest: 1,
  droppedLowest: 1,
  counted: 5,
  trimSuspendedBelow: null,
};
const groups = { ...trimmed, isGrouped: true, valid: 12, droppedHighest: 2, droppedLowest: 2, counted: 8 };

describe.each(LOCALES)('the sentence under a score (%s)', (locale) => {
  const sentence = (rule: RuleNote) => ruleSentence(speakerFor({ locale, noun: 'project' }), rule);

  it('names what was dropped of one panel', () => {
    expect(sentence(trimmed)).toBe(fill(stageWords[locale].ruleTrim, { valid: 7, high: 1, low: 1, counted: 5 }));
  });

  it('does not add up over groups what each has dropped by itself', () => {
    expect(sentence(groups)).toBe(fill(stageWords[locale].ruleGroups, { valid: 12 }));
    expect(sentence({ ...groups, aggregate: 'mean' })).toBe(fill(stageWords[locale].ruleGroups, { valid: 12 }));
  });
});
