// A posted form as the vote it means, or what is wrong with it that the reader can mend. Whether it may be cast is not decided here.
import type { AudienceView } from '#domain/roles/audience-view.ts';

import type { PollView } from '#domain/stage-view.ts';
import { ratingOf } from '#domain/voting/rating.ts';
import { mostOf } from './plain-ballot.ts';

export type Filled =
  | { readonly poll: PollView | null; readonly message: object }
  | { readonly poll: PollView; readonly wrong: 'none' | 'tooMany' };

export function readForm(view: AudienceView | null, body: URLSearchParams): Filled {
  const run = body.get('run') ?? '';
  const poll = view?.polls.find((known) => known.run === run) ?? null;
  // Left out in a list of selections is an empty field.
  const choice = body.getAll('choice').filter((word) => word !== '');
  const code = (body.get('code') ?? '').trim();
  if (poll !== null && choice.length === 0) return { poll, wrong: 'none' };
  const options = choice.map((word) => ratingOf(word).option);
  if (poll !== null && (choice.length > mostOf(poll) || new Set(options).size < options.length))
    return { poll, wrong: 'tooMany' };
  return { poll, message: { opId: body.get('op') ?? '', run, choice, ...(code === '' ? {} : { code }) } };
}
