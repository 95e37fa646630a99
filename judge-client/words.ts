// The tablet's sentences in the reader's language, and how it names an entry: always with its number, so that two sheets
// can never be taken for each other.
import { reader } from '#client-kit/locale.svelte.ts';
import { runningNumber } from '#client-kit/format.ts';
import { judgeWords } from '#client-kit/wording/judge.ts';
import { sayFrom } from '#client-kit/wording/say.svelte.ts';
import { pick } from '#client-kit/wording/translate.ts';
import { sentenceOf } from '#client-kit/wording/refusals.ts';
import type { JudgeView } from '#domain/roles/judge-view.ts';
import type { EntryCard } from '#domain/stage-view.ts';
import type { Text } from '#domain/text.ts';

export const say = sayFrom(judgeWords);
export const textOf = (text: Text | null): string => pick(text, reader.locale);
export const numberOf = (entry: EntryCard): string => runningNumber(entry.runningNumber);

/** The title with the organiser's own breaks taken out. */
export const titleOf = (entry: EntryCard): string => textOf(entry.title);

/** "中华路街道 西城壕社区"; empty where the event has no such fields. */
export const unitOf = (entry: EntryCard): string =>
  [textOf(entry.subdistrict), textOf(entry.community)].filter((part) => part !== '').join(' ');

/** The shortest name there is: the community, else the title. */
export const shortNameOf = (entry: EntryCard): string => textOf(entry.community) || titleOf(entry);

export function refusalSentence(
  refusal: { readonly code: Parameters<typeof sentenceOf>[0]; readonly params: Parameters<typeof sentenceOf>[1] },
  view: JudgeView | null,
): string {
  return sentenceOf(refusal.code, refusal.params, reader.locale, {
    entry: (id) => {
      const card = view?.sheets.find(({ entry }) => entry.id === id)?.entry;
      return card === undefined ? '' : say('numberOf', { n: numberOf(card) });
    },
    seat: () => (view === null ? '' : textOf(view.seat.name)),
  });
}
