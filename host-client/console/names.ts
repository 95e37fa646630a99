// Entries and judges as the operator calls them: "08 号 西城壕社区", "示例评委 3"; also for the blanks of a refusal.
import { runningNumber } from '#client-kit/format.ts';
import { reader } from '#client-kit/locale.svelte.ts';
import { consoleWords } from '#client-kit/wording/console.ts';
import type { Names } from '#client-kit/wording/refusals.ts';
import { sayFrom } from '#client-kit/wording/say.svelte.ts';
import { pick } from '#client-kit/wording/translate.ts';
import type { EntryId, PollId, RunId, SeatId } from '#domain/ids.ts';
import type { OperatorView } from '#domain/roles/operator-view.ts';
import type { EntryCard } from '#domain/stage-view.ts';
import type { Text } from '#domain/text.ts';

const say = sayFrom(consoleWords);

export const text = (value: Text | null): string => pick(value, reader.locale);

/** The body behind the entry, or its title where there is none. */
export const shortName = (card: EntryCard): string => text(card.community) || text(card.title);

/** "08 号" */
export const tagOf = (card: EntryCard): string => say('tag', { n: runningNumber(card.runningNumber) });

/** "08 号 西城壕社区" */
export const nameOf = (card: EntryCard): string =>
  say('tagName', { n: runningNumber(card.runningNumber), name: shortName(card) });

export function judgeName(view: OperatorView, seat: SeatId | string): string {
  return text(view.judges.find((judge) => judge.seat === seat)?.name ?? null);
}

const cardOf = (view: OperatorView, entry: EntryId | string): EntryCard | undefined =>
  view.entries.find((known) => known.card.id === entry)?.card;

export function entryTag(view: OperatorView, entry: EntryId | string): string {
  const card = cardOf(view, entry);
  return card === undefined ? '' : tagOf(card);
}

export function entryName(view: OperatorView, entry: EntryId | string): string {
  const card = cardOf(view, entry);
  return card === undefined ? '' : nameOf(card);
}

/** The panel, a judge group or a component of the score. */
export function partName(view: OperatorView, part: string): string {
  if (part === 'panel') return say('panelPart');
  const group = view.definition?.judgeGroups.find((known) => known.id === part);
  return text(group?.name ?? view.components.find((known) => known.id === part)?.name ?? null);
}

/** "人气奖", or about one entry "现场表决 · 08 号". */
export function pollName(view: OperatorView, poll: PollId | string | null, entry: EntryId | null = null): string {
  const name = text(view.polls.find(({ id }) => id === poll)?.name ?? null);
  return entry === null ? name : `${name} · ${entryTag(view, entry)}`;
}

export function runName(view: OperatorView, run: RunId | string): string {
  const poll = view.polls.find(({ runs }) => runs.some((known) => known.run === run));
  return pollName(view, poll?.id ?? null, poll?.runs.find((known) => known.run === run)?.entry ?? null);
}

export const listed = (names: readonly string[]): string => names.join(say('listComma'));

export const namesIn = (view: OperatorView): Names => ({
  entry: (id) => entryName(view, id),
  seat: (id) => judgeName(view, id),
  part: (id) => partName(view, id),
});
