// Big screens: each has an id of its own from its first visit; until the operator names it, it shows a pairing code that
// is read off the wall and found in the console.
import type { ScreenId } from '#domain/ids.ts';
import type { FinalState } from '#domain/state.ts';
import { sha256 } from '#db/chain.ts';
import type { ScreenMessage } from '#protocol/messages.ts';

/** A letter and two digits, from the screen's id: the same after every restart. */
export function pairingCode(screen: ScreenId): string {
  const number = parseInt(sha256(screen).slice(0, 8), 16);
  return `${'ABCDEFGHJKMNPRSTUVWXYZ'[number % 22]}${String(10 + (Math.floor(number / 22) % 90))}`;
}

export function screenMessage(state: FinalState, screen: ScreenId): ScreenMessage {
  const paired = state.screens.get(screen);
  return { isPaired: paired !== undefined, pairingCode: pairingCode(screen), name: paired?.name ?? null };
}
