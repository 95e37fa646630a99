// A phone in the hall: sees the event, what can be voted on, and what has been published; before that nothing of any result. Votes
// go into the ballot box, which alone speaks here: it closes a poll by its time and says what is in it.
import type { CommandType } from '../commands.ts';
import { finalRows } from '../ranking-view.ts';
import type { FinalState } from '../state.ts';
import { pollsForPhones } from '../voting/poll-view.ts';
import type { AudienceView } from './audience-view.ts';

export const audience = {
  may: ['poll.expire', 'poll.seal'] as readonly CommandType[],
  view(state: FinalState): AudienceView {
    const { definition } = state;
    const published = definition === null ? { rows: [], finalists: [] } : finalRows({ ...state, definition });
    return {
      role: 'audience',
      phase: state.phase,
      event:
        definition === null
          ? null
          : {
              name: definition.name,
              shortName: definition.shortName ?? null,
              organizer: definition.organizer ?? null,
              venue: definition.venue ?? null,
              date: definition.date ?? null,
            },
      noun: definition?.entryNoun ?? null,
      hallLocale: state.hallLocale,
      isPublished: state.isPublished,
      ...published,
      polls: definition === null ? [] : pollsForPhones({ ...state, definition }),
    };
  },
};
