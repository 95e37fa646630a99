// What a tap does to the ballot that is being filled in.
import type { Choice } from '#domain/voting/choice.ts';
import type { Ask } from '#domain/voting/poll.ts';
import type { PollView } from '#domain/stage-view.ts';
import { ratingOf } from '#domain/voting/rating.ts';

/** How many of these options the ballot may name. */
export function mostOf({ ask, options }: Pick<PollView, 'ask' | 'options'>): number {
  if (ask.kind === 'approve') return 1;
  return ask.kind === 'rate' ? options.length : Math.min(ask.max, options.length);
}

/** Whether a tap replaces the choice instead of adding to it. */
const isOneOf = (ask: Ask): boolean => ask.kind === 'approve' || (ask.kind === 'choose' && ask.max === 1);

/** The choice after a tap on an option, or null when the ballot is full. In a ranking the tapped one comes last. */
export function tapped(poll: Pick<PollView, 'ask' | 'options'>, choice: Choice, option: string): Choice | null {
  if (isOneOf(poll.ask)) return [option];
  if (choice.includes(option)) return choice.filter((word) => word !== option);
  return choice.length < mostOf(poll) ? [...choice, option] : null;
}

/** The choice with an entry rated; a second tap on the same points takes the rating back. */
export function rated(choice: Choice, option: string, points: number): Choice {
  const others = choice.filter((word) => ratingOf(word).option !== option);
  return pointsOf(choice, option) === points ? others : [...others, `${option}=${points}`];
}

/** What an entry was rated; 0 when it was not. */
export const pointsOf = (choice: Choice, option: string): number =>
  choice.map(ratingOf).find((rating) => rating.option === option)?.points ?? 0;

/** What of a remembered choice can still be chosen. */
export function possible({ ask, options }: Pick<PollView, 'ask' | 'options'>, choice: Choice): Choice {
  const known = ask.kind === 'approve' ? ['yes', 'no'] : options.map(({ id }): string => id);
  return choice.filter((word) => known.includes(ratingOf(word).option));
}
