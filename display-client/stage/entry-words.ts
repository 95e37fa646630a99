// Which of an entry's words stands where. A community's project has all three; a contestant has a title alone, which
// then is the name.
import type { EntryCard } from '#domain/stage-view.ts';
import { titleLines } from './title-lines.ts';
import type { Speaker } from './stage-words.ts';

export interface EntryWords {
  /** Small, before or above the name; empty where there is none. */
  readonly over: string;
  /** The one thing to read. Never shortened, unless it is the title itself. */
  readonly name: string;
  /** Empty where the title is the name. */
  readonly title: readonly string[];
  readonly isTitleName: boolean;
}

export function entryWords(entry: EntryCard, speaker: Speaker): EntryWords {
  const [community, subdistrict, title] = [entry.community, entry.subdistrict, entry.title].map((text) =>
    speaker.text(text),
  );
  const name = community || subdistrict || '';
  const lines = titleLines(title ?? '', speaker.text(entry.stageTitle));
  if (name === '') return { over: '', name: title ?? '', title: [], isTitleName: true };
  return { over: community === '' ? '' : (subdistrict ?? ''), name, title: lines, isTitleName: false };
}
