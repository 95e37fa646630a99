// A phone in the hall. May ask for nothing here (votes have their own box). Sees the event and the published ranking;
// before publication nothing of any result.
import type { CommandType } from '../commands.ts';
import { finalRows } from '../ranking-view.ts';
import type { FinalState } from '../state.ts';
import type { AudienceView } from './audience-view.ts';

export const audience = {
  may: [] as readonly CommandType[],
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
    };
  },
};
