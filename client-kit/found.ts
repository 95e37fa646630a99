// A device that lost its seat hands over what it had not delivered: the server says of each whether it had it all along,
// or has put it before the operator. It is never merged into the sheet by itself.
import type { OpId } from '#domain/ids.ts';
import type { Found } from '#protocol/http.ts';
import type { OutboxItem } from './outbox-item.ts';

export type FoundResult = Found['results'][number];

/** Null when nobody answered: ask again. An empty list: this device's session is unknown there, so nothing was taken. */
export async function offerFound(
  token: string,
  items: readonly OutboxItem[],
): Promise<readonly (Omit<FoundResult, 'opId'> & { readonly opId: OpId })[] | null> {
  const sheets = items.flatMap(({ opId, command }) => {
    if (command.type !== 'score.submit') return [];
    const { entry, marks, remark } = command;
    return [{ opId, entry, marks, remark }];
  });
  try {
    const response = await fetch('/api/found', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify({ token, items: sheets }),
    });
    if (response.status === 401) return [];
    if (!response.ok) return null;
    return ((await response.json()) as Found).results;
  } catch {
    return null;
  }
}
