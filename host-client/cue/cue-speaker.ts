// One language of the cue view: its words, the event's own noun, and an entry's name as a host says it.
import { cueWords, type CueWord } from '#client-kit/wording/cue.ts';
import { nounOf } from '#client-kit/wording/nouns.ts';
import { fill, pick, type Blanks } from '#client-kit/wording/translate.ts';
import type { EntryNoun } from '#domain/definition.ts';
import type { EntryCard } from '#domain/stage-view.ts';
import type { Locale, Text } from '#domain/text.ts';

export interface CueSpeaker {
  readonly locale: Locale;
  readonly say: (word: CueWord, blanks?: Blanks) => string;
  readonly text: (text: Text | null) => string;
  readonly noun: (count: number) => string;
  /** "中南路街道百瑞景社区"; the title where no body stands behind the entry. */
  readonly who: (entry: EntryCard) => string;
  /** "8 分钟" */
  readonly time: (seconds: number) => string;
}

/** In Latin script two names need something between them, in Chinese they follow each other. */
const isHan = (text: string) => /^\p{Script=Han}/u.test(text);

export function cueSpeaker(locale: Locale, entryNoun: EntryNoun): CueSpeaker {
  const say = (word: CueWord, blanks: Blanks = {}) => fill(cueWords[locale][word], blanks);
  const text = (known: Text | null) => pick(known, locale);
  const noun = nounOf(entryNoun, locale);
  return {
    locale,
    say,
    text,
    noun: (count) => (count === 1 ? noun.one : noun.many),
    who: (entry) => {
      const [upper, body] = [text(entry.subdistrict), text(entry.community)];
      if (upper === '' || body === '') return upper + body === '' ? text(entry.title) : upper + body;
      return isHan(body) ? upper + body : `${body}, ${upper}`;
    },
    time: (seconds) => {
      const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
      if (minutes === 0) return say('seconds', { n: rest });
      return rest === 0 ? say('minutes', { n: minutes }) : say('minutesSeconds', { m: minutes, s: rest });
    },
  };
}
