// Who asks and who sees: every connection and every command belongs to exactly one seat.
import type { ScreenId, SeatId } from './ids.ts';

export type Seat =
  | { readonly role: 'operator' }
  | { readonly role: 'judge'; readonly seat: SeatId }
  | { readonly role: 'screen'; readonly screen: ScreenId }
  | { readonly role: 'cue' }
  | { readonly role: 'audience' };

export type Role = Seat['role'];
