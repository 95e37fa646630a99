// Seat cards, the cue view's link and the addresses, fetched from the server; null when that did not work.
import type { SeatId } from '#domain/ids.ts';
import type { SeatCards } from '#protocol/http.ts';

async function answer<T>(path: string, init?: RequestInit): Promise<T | null> {
  try {
    const response = await fetch(path, { credentials: 'same-origin', ...init });
    return response.ok ? ((await response.json()) as T) : null;
  } catch {
    return null;
  }
}

const post = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** The cards that can be shown; nothing is replaced. */
export const fetchSeatCards = (): Promise<SeatCards | null> => answer('/api/cards', post({}));

/** A new card for this seat; the old one stops working. */
export const replaceSeatCard = async (seat: SeatId): Promise<SeatCards | null> => {
  const replaced = await answer<SeatCards>('/api/cards', post({ seats: [seat] }));
  return replaced === null ? null : { ...replaced, hidden: [] };
};

export const issueCueLink = (): Promise<{ readonly code: string; readonly link: string } | null> =>
  answer('/api/cards/cue', post({}));

export const fetchAddresses = (): Promise<{
  readonly addresses: readonly string[];
  readonly hall: string | null;
} | null> => answer('/api/addresses');
