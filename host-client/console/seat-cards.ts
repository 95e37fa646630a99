// Seat cards, the cue view's link and the addresses, fetched from the server; null when that did not work.
import type { SeatId } from '#domain/ids.ts';
import type { SeatCard } from '#protocol/http.ts';

export interface SeatCards {
  readonly cards: readonly SeatCard[];
  readonly address: string;
}

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

/** Named seats get new codes, and their old cards stop working; without seats the cards of this run come again. */
export const fetchSeatCards = (seats?: readonly SeatId[]): Promise<SeatCards | null> =>
  answer('/api/cards', post(seats === undefined ? {} : { seats }));

export const issueCueLink = (): Promise<{ readonly code: string; readonly link: string } | null> =>
  answer('/api/cards/cue', post({}));

export const fetchAddresses = (): Promise<{
  readonly addresses: readonly string[];
  readonly hall: string | null;
} | null> => answer('/api/addresses');
