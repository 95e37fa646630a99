// Who asks and who sees: every connection and every command belongs to exactly one seat.
import type { ScreenId, SeatId } from './ids.ts';

export type Seat =
  | { readonly role: 'operator' }
  | { readonly role: 'judge'; readonly seat: SeatId }
  | { readonly role: 'screen'; readonly screen: ScreenId }
  | { readonly role: 'cue' }
  /** The hall as a whole, by its ballot box. No phone has a seat: its vote goes into the box. */
  | { readonly role: 'audience' };

export type Role = Seat['role'];
