// What set-up offers for a poll as one list, and the poll's own form of each choice.
import type { Ask, Poll } from '#domain/voting/poll.ts';

export const askKinds = ['choose', 'rank', 'rate-entries', 'rate-entry', 'approve'] as const;
export type AskKind = (typeof askKinds)[number];

export const askKindOf = (ask: Ask): AskKind =>
  ask.kind === 'rate' ? (ask.about === 'entry' ? 'rate-entry' : 'rate-entries') : ask.kind;

/** The chosen kind, with the number the one before had where it makes sense. */
export function askOf(kind: AskKind, before: Ask): Ask {
  const max = 'max' in before ? before.max : 3;
  const best = 'best' in before ? before.best : 10;
  switch (kind) {
    case 'choose':
      return { kind, max };
    case 'rank':
      return { kind, max: Math.max(2, max) };
    case 'rate-entries':
      return { kind: 'rate', about: 'entries', best };
    case 'rate-entry':
      return { kind: 'rate', about: 'entry', best };
    case 'approve':
      return { kind };
  }
}

export const ballotKinds = ['codes', 'roster', 'device', 'hand-count'] as const satisfies readonly Poll['ballots'][];
export const shownWhileOpen = ['nothing', 'count', 'bars'] as const satisfies readonly Poll['whileOpen'][];
