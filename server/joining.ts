// Who may come in with a code, for the page with script and the plain one alike: one budget of wrong tries, one active
// device per judge's seat, and a take-over that both sides are told of.
import { randomBytes } from 'node:crypto';
import type { OpId, SeatId } from '#domain/ids.ts';
import type { JoinCode } from '#protocol/http.ts';
import type { WireRole } from '#protocol/messages.ts';
import type { Services } from './web.ts';
import { TryBudget } from './try-budget.ts';

export interface JoinAttempt {
  readonly code: string;
  readonly takeOver: boolean;
  /** The client's address: wrong tries are counted by it. */
  readonly ip: string;
  readonly device: string;
  /** The token this browser already has for a role. */
  readonly tokenOf: (role: WireRole) => string | undefined;
}

export type JoinOutcome =
  | {
      readonly ok: true;
      readonly role: WireRole;
      readonly seat: SeatId | null;
      readonly token: string | null;
      readonly moveToken: string | null;
    }
  | { readonly ok: false; readonly code: JoinCode };

const no = (code: JoinCode): JoinOutcome => ({ ok: false, code });

export class Joining {
  private readonly services: Pick<Services, 'seats' | 'event' | 'lane'>;
  private readonly budget = new TryBudget();
  private queue: Promise<unknown> = Promise.resolve();

  constructor(services: Pick<Services, 'seats' | 'event' | 'lane'>) {
    this.services = services;
  }

  /**
   * A token is given when this browser needs a new cookie; the same tablet joining again is simply still here.
   * One after the other: two tablets must not find the same seat free, nor many guesses share one budget.
   */
  join(attempt: JoinAttempt): Promise<JoinOutcome> {
    const joined = this.queue.then(() => this.admit(attempt));
    this.queue = joined.catch(() => {});
    return joined;
  }

  private async admit({ code, takeOver, ip, device, tokenOf }: JoinAttempt): Promise<JoinOutcome> {
    const { seats, event, lane } = this.services;
    if (this.budget.isSpent(ip)) return no('join.too-many-tries');
    const seat = await seats.seatOfCode(code);
    if (seat === null || seat.role === 'screen' || seat.role === 'audience') {
      this.budget.recordWrong(ip);
      return no('join.wrong-code');
    }
    const own = seats.find(tokenOf(seat.role), seat.role);
    if (seat.role !== 'judge') {
      const opened = typeof own === 'string' ? seats.open(seat, device) : { token: null, moveToken: null };
      return { ok: true, role: seat.role, seat: null, token: opened.token, moveToken: opened.moveToken };
    }
    if (typeof own !== 'string' && own.seat.role === 'judge' && own.seat.seat === seat.seat)
      return { ok: true, role: 'judge', seat: seat.seat, token: null, moveToken: null };
    const holders = seats.holders(seat);
    if (holders.length > 0 && !takeOver) return no('seat.in-use');
    const opId = randomBytes(16).toString('hex') as OpId;
    const joined = await event.submit(seat, device, opId, {
      type: 'seat.join',
      device,
      takesOver: holders.length > 0,
    });
    if (!joined.ok) return no(joined.retryable ? 'server.storage-failed' : 'seat.removed');
    // The cookie of another seat is about to be replaced: a session nobody can use must not hold that seat.
    const unused = typeof own === 'string' ? null : own;
    // A device is cut off only when the one in its place is written down.
    const { token, moveToken } = seats.together(() => {
      holders.forEach(({ id }) => seats.revoke(id, 'seat.taken-over'));
      if (unused !== null) seats.revoke(unused.id, 'session.revoked');
      return seats.open(seat, device);
    });
    holders.forEach(({ id }) => lane.end(id, 'seat.taken-over'));
    if (unused !== null) lane.end(unused.id, 'session.revoked');
    return { ok: true, role: 'judge', seat: seat.seat, token, moveToken };
  }
}
