// Seat cards and the cue view's link, fetched from the server; null when that did not work.
import type { SeatId } from '#domain/ids.ts';
import type { CueCard, SeatCards } from '#protocol/http.ts';
import { postToServer } from '../ask-server.ts';

async function issue<T>(path: string, body: unknown): Promise<T | null> {
  const answer = await postToServer<T>(path, body);
  return answer.ok ? answer.value : null;
}

/** The cards that can be shown; nothing is replaced. */
export const fetchSeatCards = (): Promise<SeatCards | null> => issue('/api/cards', {});

/** A new card for this seat; the old one stops working. */
export const replaceSeatCard = async (seat: SeatId): Promise<SeatCards | null> => {
  const replaced = await issue<SeatCards>('/api/cards', { seats: [seat] });
  return replaced === null ? null : { ...replaced, hidden: [] };
};

export const issueCueLink = (): Promise<CueCard | null> => issue('/api/cards/cue', {});
