// What a phone in the hall may know: the event and, once published, the ranking.
import type { EntryNoun } from '../definition.ts';
import type { EntryCard, RankingRow } from '../stage-view.ts';
import type { Locale, Text } from '../text.ts';
import type { PollView } from '../stage-view.ts';

export interface AudienceView {
  readonly role: 'audience';
  readonly phase: 'set-up' | 'live' | 'ended';
  readonly event: {
    readonly name: Text;
    readonly shortName: Text | null;
    readonly organizer: Text | null;
    readonly venue: Text | null;
    readonly date: string | null;
  } | null;
  readonly noun: EntryNoun | null;
  readonly hallLocale: Locale;
  readonly isPublished: boolean;
  readonly rows: readonly RankingRow[];
  readonly finalists: readonly EntryCard[];
  /** Newest first. */
  readonly polls: readonly PollView[];
}
