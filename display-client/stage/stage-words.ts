// Says a word of the stage in the hall's language, with the event's own noun for what is judged.
import { nounOf } from '#client-kit/wording/nouns.ts';
import { stageWords, type StageWord } from '#client-kit/wording/stage.ts';
import { fill, pick, type Blanks } from '#client-kit/wording/translate.ts';
import type { StageView } from '#domain/stage-view.ts';
import type { Text } from '#domain/text.ts';

export interface Speaker {
  readonly say: (word: StageWord, blanks?: Blanks) => string;
  readonly text: (text: Text | null) => string;
  readonly locale: StageView['locale'];
}

export function speakerFor({ locale, noun }: Pick<StageView, 'locale' | 'noun'>): Speaker {
  const { many } = nounOf(noun, locale);
  return {
    locale,
    say: (word, blanks = {}) => fill(stageWords[locale][word], { noun: many, ...blanks }),
    text: (text) => pick(text, locale),
  };
}
