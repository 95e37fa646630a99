// The registry of roles: what a seat may ask and may see, decided in that role's file and nowhere else.
import type { CommandType } from '../commands.ts';
import type { Seat } from '../seat.ts';
import type { FinalState } from '../state.ts';
import { audience } from './audience.ts';
import { cue } from './cue.ts';
import { judge } from './judge.ts';
import { operator } from './operator.ts';
import { screen } from './screen.ts';

export const roles = { operator, judge, screen, cue, audience } as const;

export function mayCommand(seat: Seat, type: CommandType): boolean {
  const { may } = roles[seat.role];
  return typeof may === 'function' ? may(type) : (may as readonly CommandType[]).includes(type);
}

/** What a seat sees of the state; null for a judge's seat that the event no longer has. */
export function viewFor(state: FinalState, seat: Seat) {
  switch (seat.role) {
    case 'operator':
      return operator.view(state);
    case 'judge':
      return judge.view(state, seat.seat);
    case 'screen':
      return screen.view(state);
    case 'cue':
      return cue.view(state);
    case 'audience':
      return audience.view(state);
  }
}
