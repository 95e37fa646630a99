// A page that was opened by one that moved here: takes what was brought and asks for the session of its move token. The
// address keeps nothing of it.
import type { SeatId } from '#domain/ids.ts';
import type { Moved } from '#protocol/http.ts';
import type { ServerCode, WireRole } from '#protocol/messages.ts';
import { reader } from './locale.svelte.ts';
import { keepMoveToken } from './move-token.ts';
import { rememberAddresses } from './moving.ts';
import { parcelIn, type Parcel } from './parcel.ts';

const retryMs = 1000;

export type Arrival =
  { readonly isKnown: true; readonly seat: SeatId | null } | { readonly isKnown: false; readonly code: ServerCode };

async function ask(role: WireRole, token: string): Promise<Arrival | null> {
  try {
    const response = await fetch('/api/move', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify({ role, token }),
    });
    const answer = (await response.json()) as Moved & { code: ServerCode };
    if (response.ok) return { isKnown: true, seat: answer.seat };
    return response.status === 401 ? { isKnown: false, code: answer.code } : null;
  } catch {
    return null;
  }
}

/** Null when this page was opened by nobody but a person. */
export const parcelBrought = (): Parcel | null => parcelIn(location.hash);

/** Call only when what was brought is stored. Asks until there is an answer. */
export async function settleIn(role: WireRole, { token, addresses }: Parcel): Promise<Arrival> {
  rememberAddresses(addresses);
  let arrival: Arrival | null = token === null ? { isKnown: false, code: 'session.missing' } : null;
  while (arrival === null && token !== null) {
    arrival = await ask(role, token);
    if (arrival === null) await new Promise((again) => setTimeout(again, retryMs));
  }
  if (arrival?.isKnown === true && token !== null) keepMoveToken(role, token);
  history.replaceState(null, '', location.pathname + location.search);
  return arrival ?? { isKnown: false, code: 'session.missing' };
}

/** For pages that hold nothing of their own. */
export async function arrive(role: WireRole): Promise<void> {
  const parcel = parcelBrought();
  if (parcel === null) return;
  if (parcel.locale !== null) reader.set(parcel.locale.startsWith('zh') ? 'zh-CN' : 'en');
  await settleIn(role, parcel);
}
