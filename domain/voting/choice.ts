// What is written on a ballot: a list of words, one form for every kind of poll, so that equal choices are equal bytes.
// Choosing: entries, sorted. Ranking: entries, best first. Rating: `entry=4`, sorted. Approving: `yes` or `no`.
import Type, { type Static } from 'typebox';
import type { Ask } from './poll.ts';
import { ratingOf } from './rating.ts';

export const ChoiceSchema = Type.Array(
  Type.String({ maxLength: 51, pattern: '^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?(?:=(?:[1-9]|10))?$' }),
  { minItems: 1, maxItems: 500 },
);
export type Choice = Static<typeof ChoiceSchema>;

/** One of the things that can be chosen: an entry's id, or `yes` and `no`. */
export type Option = string;

const isEachOnce = (words: readonly string[]) => new Set(words).size === words.length;

/** The one way to write this choice, or null when the ballot does not allow it. [R-VALID-BALLOT] */
export function canonicalChoice(ask: Ask, options: readonly Option[], choice: Choice): Choice | null {
  const isOption = (word: string) => options.includes(word);
  switch (ask.kind) {
    case 'choose':
      return choice.length <= ask.max && isEachOnce(choice) && choice.every(isOption) ? choice.toSorted() : null;
    case 'rank':
      return choice.length <= ask.max && isEachOnce(choice) && choice.every(isOption) ? choice : null;
    case 'approve':
      return choice.length === 1 && choice.every(isOption) ? choice : null;
    case 'rate': {
      const ratings = choice.map(ratingOf);
      const isRight = ratings.every(({ option, points }) => isOption(option) && points >= 1 && points <= ask.best);
      return isRight && isEachOnce(ratings.map(({ option }) => option)) ? choice.toSorted() : null;
    }
  }
}
