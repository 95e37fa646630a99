// Says a word of a table in the reader's language: the one way text gets onto a judge's, operator's or guest's page.
import type { Locale } from '#domain/text.ts';
import { reader } from '../locale.svelte.ts';
import { fill, type Blanks } from './translate.ts';

export type WordTable<Word extends string> = { readonly [L in Locale]: { readonly [W in Word]: string } };

/** Reading the locale inside makes every sentence on a page follow the language switch. */
export const sayFrom =
  <Word extends string>(words: WordTable<Word>) =>
  (word: Word, blanks: Blanks = {}): string =>
    fill(words[reader.locale][word], blanks);
