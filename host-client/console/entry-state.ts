// Where an entry is in its day, as its row says it: one word, one sign.
import type { ConsoleWord } from '#client-kit/wording/console.ts';
import type { EntryDesk } from '#domain/roles/operator-view.ts';

export interface EntryState {
  readonly word: Extract<ConsoleWord, `row.${string}`>;
  readonly icon: 'check' | 'play' | 'clock' | 'lock' | 'pen' | 'cross';
  readonly tone: 'done' | 'now' | 'next' | 'plain' | 'gone';
}

const goneWords = {
  forfeited: 'row.forfeited',
  withdrawn: 'row.withdrawn',
  disqualified: 'row.disqualified',
} as const;

export function entryState(entry: EntryDesk): EntryState {
  const { status } = entry;
  if (status === 'forfeited' || status === 'withdrawn' || status === 'disqualified')
    return { word: goneWords[status], icon: 'cross', tone: 'gone' };
  if (entry.scoring === 'open') {
    if (entry.isAllIn) return { word: 'row.all-in', icon: 'pen', tone: 'now' };
    return { word: 'row.scoring', icon: 'pen', tone: 'now' };
  }
  if (entry.result === 'revealed') return { word: 'row.revealed', icon: 'check', tone: 'done' };
  if (entry.scoring === 'closed')
    return { word: entry.result === 'checked' ? 'row.checked' : 'row.locked', icon: 'lock', tone: 'plain' };
  if (status === 'on-stage') return { word: 'row.on-stage', icon: 'play', tone: 'now' };
  if (status === 'done') return { word: 'row.unscored', icon: 'clock', tone: 'plain' };
  return entry.isNext
    ? { word: 'row.next', icon: 'clock', tone: 'next' }
    : { word: 'row.waiting', icon: 'clock', tone: 'plain' };
}
