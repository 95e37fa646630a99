// What is said about one poll, in the words of its kind.
import type { AudienceWord } from '#client-kit/wording/audience.ts';
import type { Blanks } from '#client-kit/wording/translate.ts';
import type { Choice } from '#domain/voting/choice.ts';
import type { PollView } from '#domain/stage-view.ts';
import { mostOf } from './choosing.ts';

export type Sentence = readonly [AudienceWord, Blanks];

/** What to do, with its limit. */
export function askSentence(poll: PollView): Sentence {
  const { ask } = poll;
  const max = ask.kind === 'rate' ? ask.best : mostOf(poll);
  if (ask.kind === 'rate' && poll.entry !== null) return ['ask.rateOne', { max }];
  return [ask.kind === 'choose' && max === 1 ? 'ask.one' : `ask.${ask.kind}`, { max }];
}

/** On the button that casts it. */
export function voteSentence({ ask }: PollView, { length: count }: Choice): Sentence {
  if (count === 0) return [ask.kind === 'rate' ? 'vote.noneRated' : 'vote.none', {}];
  if (ask.kind === 'approve' || (ask.kind === 'choose' && count === 1)) return ['vote.one', {}];
  return [`vote.${ask.kind}`, { count }];
}

/** Once it is cast. */
export function castSentence({ ask }: PollView, { length: count }: Choice): Sentence {
  if (ask.kind === 'approve' || (ask.kind === 'choose' && count === 1)) return ['cast.one', {}];
  return [`cast.${ask.kind}`, { count }];
}

/** Over the voter's own choice. */
export const choiceWord = ({ ask }: PollView): AudienceWord =>
  ask.kind === 'rate' ? 'yourRatings' : ask.kind === 'rank' ? 'yourOrder' : 'yourChoice';
