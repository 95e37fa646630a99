// What a tablet takes along to another address and how it is taken in there: stored first, then the session is asked for.
// Scores that came with no proof of their seat are never sent as that seat's, only offered to the operator.
import { settleIn } from '#client-kit/arrival.ts';
import type { DeviceStore } from '#client-kit/device-store.ts';
import { draftPrefix, isNewerDraft } from '#client-kit/drafts.ts';
import { reader } from '#client-kit/locale.svelte.ts';
import { makeOpId } from '#client-kit/op-id.ts';
import { readItem, type OutboxItem } from '#client-kit/outbox-item.ts';
import { outboxPrefix } from '#client-kit/outbox.svelte.ts';
import type { Parcel } from '#client-kit/parcel.ts';

export const focusKey = 'liangfen.judge.focus';

/** Acknowledged scores too: the event may be found as it was before it had them. */
export const heldBy = (store: DeviceStore): Parcel['kept'] =>
  [outboxPrefix, draftPrefix].flatMap((prefix) =>
    store.keys(prefix).map((key) => [key, store.read(key) ?? ''] as const),
  );

const keepItem = (store: DeviceStore, item: OutboxItem) => store.write(outboxPrefix + item.opId, JSON.stringify(item));

export async function takeIn(store: DeviceStore, parcel: Parcel): Promise<void> {
  const items = parcel.kept.flatMap(([key, value]) => (key.startsWith(outboxPrefix) ? (readItem(value) ?? []) : []));
  // What this address has seen to is not begun again.
  const news = items.filter(({ opId }) => readItem(store.read(outboxPrefix + opId))?.delivered == null);
  const drafts = parcel.kept.filter(
    ([key, value]) => key.startsWith(draftPrefix) && isNewerDraft(value, store.read(key)),
  );
  await Promise.all([
    ...drafts.map(([key, value]) => store.write(key, value)),
    ...news.flatMap((item) =>
      item.command.type === 'score.submit'
        ? [keepItem(store, { ...item, offeredAs: item.offeredAs ?? makeOpId() })]
        : [],
    ),
    ...(parcel.focus === null ? [] : [store.write(focusKey, parcel.focus)]),
  ]);
  if (parcel.locale !== null) reader.set(parcel.locale.startsWith('zh') ? 'zh-CN' : 'en');
  const arrival = await settleIn('judge', parcel);
  if (!arrival.isKnown) return;
  await Promise.all(news.filter(({ seat }) => seat === arrival.seat).map((item) => keepItem(store, item)));
}
