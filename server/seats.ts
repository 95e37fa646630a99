// Who is who: codes on cards and links, sessions behind cookies, one active device per judge's seat. Only hashes are
// stored; the plain codes of this run are kept in memory so that cards can be printed again until the server restarts.
import { randomBytes, randomInt, scryptSync, timingSafeEqual } from 'node:crypto';
import type { SeatId } from '#domain/ids.ts';
import type { Role, Seat } from '#domain/seat.ts';
import { canonicalJson, sha256 } from '#db/chain.ts';
import type { CodeKind, Sessions, StoredSession } from '#db/sessions.ts';
import type { WireRole } from '#protocol/messages.ts';

export interface Session {
  readonly id: string;
  readonly seat: Seat;
  readonly device: string;
}

export interface Card {
  readonly seat: SeatId;
  readonly digits: string;
  readonly key: string;
}

/** The operator's and the cue view's code: no 0/O, 1/I/L, for it is read from a terminal or paper and typed on a tablet. */
const typedAlphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const typedLength = 8;
/** Codes are few and short: the memory-hard hash keeps a stolen file from giving them away in minutes. */
const hashCode = (code: string, salt: string) => scryptSync(code, salt, 32, { N: 2 ** 14, r: 8, p: 1 }).toString('hex');
const makeKey = () => randomBytes(18).toString('base64url');
const makeTyped = () =>
  Array.from({ length: typedLength }, () => typedAlphabet[randomInt(typedAlphabet.length)]).join('');

export class Seats {
  private readonly store: Sessions;
  private readonly epoch: string;
  private readonly now: () => number;
  private readonly cards = new Map<SeatId, Card>();
  private cueCode: string | null = null;

  constructor(store: Sessions, epoch: string, now: () => number = Date.now) {
    this.store = store;
    this.epoch = epoch;
    this.now = now;
  }

  /** A new operator's code; the former one stops working, sessions that exist go on. */
  issueOperatorCode(): string {
    const code = makeTyped();
    this.replaceCode('operator', null, code);
    return code;
  }

  /** The code of the host's cue view: this run's again, or a further one. Earlier ones work on unless they are to end. */
  issueCueCode(endsFormer = false): string {
    if (this.cueCode !== null && !endsFormer) return this.cueCode;
    this.cueCode = makeTyped();
    if (endsFormer) this.replaceCode('cue', null, this.cueCode);
    else this.addCode('cue', null, this.cueCode);
    return this.cueCode;
  }

  /** Seats whose card was issued in an earlier run: it works, but its plain code is known to the card alone. */
  seatsWithHiddenCards(): ReadonlySet<SeatId> {
    const issued = this.store.activeCodes('judge-digits').map((code) => code.seat as SeatId);
    return new Set(issued.filter((seat) => !this.cards.has(seat)));
  }

  /** Cards for these seats: the ones of this run again; where there is none, new ones, which end the seat's former codes. */
  issueCards(seats: readonly SeatId[], isAnew: boolean): readonly Card[] {
    const taken = new Set([...this.cards.values()].map((card) => card.digits));
    const hasHidden = this.seatsWithHiddenCards().size > 0;
    return seats.map((seat) => {
      const known = this.cards.get(seat);
      if (known !== undefined && !isAnew) return known;
      const draw = () => String(randomInt(1_000_000)).padStart(6, '0');
      let digits = draw();
      // Digits of a card from an earlier run are known as a hash only: two seats must not share them either.
      while (taken.has(digits) || (hasHidden && this.matches('judge-digits', digits) !== null)) digits = draw();
      taken.add(digits);
      const card = { seat, digits, key: makeKey() };
      this.replaceCode('judge-digits', seat, digits);
      this.replaceCode('judge-key', seat, card.key);
      this.cards.set(seat, card);
      return card;
    });
  }

  /** Whose code this is; null when it is nobody's. */
  seatOfCode(code: string): Seat | null {
    const asTyped = code.trim();
    const typed = asTyped.toUpperCase();
    if (typed.length === typedLength) {
      if (this.matches('operator', typed) !== null) return { role: 'operator' };
      if (this.matches('cue', typed) !== null) return { role: 'cue' };
    }
    if (/^\d{6}$/.test(asTyped)) return this.judgeOf(this.matches('judge-digits', asTyped));
    return this.judgeOf(this.matches('judge-key', asTyped));
  }

  /** @returns the token for the cookie; it is stored nowhere. */
  open(seat: Seat, device: string): { readonly token: string; readonly session: Session } {
    const token = randomBytes(24).toString('base64url');
    const id = randomBytes(8).toString('hex');
    this.store.add({
      id,
      tokenHash: sha256(token),
      role: seat.role,
      seat: canonicalJson(seat),
      device,
      epoch: this.epoch,
      createdAt: this.now(),
    });
    return { token, session: { id, seat, device } };
  }

  /** The session of a cookie, or why it is none. */
  find(
    token: string | undefined,
    role: WireRole,
  ): Session | 'session.missing' | 'session.revoked' | 'seat.taken-over' | 'event.other' {
    const stored = token === undefined ? null : this.store.findByTokenHash(sha256(token));
    if (stored === null || stored.role !== role) return 'session.missing';
    if (stored.revokedAt !== null)
      return stored.revokedBecause === 'seat.taken-over' ? 'seat.taken-over' : 'session.revoked';
    if (stored.epoch !== this.epoch) return 'event.other';
    return toSession(stored);
  }

  /** Other devices that hold this seat now. */
  holders(seat: Seat): readonly Session[] {
    return this.store.activeFor(canonicalJson(seat)).map(toSession);
  }

  revoke(id: string, because: 'seat.taken-over' | 'session.revoked'): void {
    this.store.revoke(id, because, this.now());
  }

  /** Every screen that ever asked, paired or not, still known. */
  screens(): readonly Session[] {
    return this.store
      .active()
      .filter((stored) => stored.role === 'screen')
      .map(toSession);
  }

  private judgeOf(seat: string | null): Seat | null {
    return seat === null ? null : { role: 'judge', seat: seat as SeatId };
  }

  private replaceCode(kind: CodeKind, seat: SeatId | null, code: string): void {
    this.store.together(() => {
      this.store.revokeCodes(kind, seat, this.now());
      this.addCode(kind, seat, code);
    });
  }

  private addCode(kind: CodeKind, seat: SeatId | null, code: string): void {
    const salt = isLongSecret(kind) ? randomBytes(12).toString('hex') : `${this.epoch}-${kind}`;
    const hash = isLongSecret(kind) ? sha256(salt + code) : hashCode(code, salt);
    this.store.addCode({ id: randomBytes(8).toString('hex'), kind, seat, hash, salt, createdAt: this.now() });
  }

  /** The seat of the active code that matches (empty for codes without one), or null. */
  private matches(kind: CodeKind, code: string): string | null {
    // Short codes of one kind share a salt, so that a try costs one slow hash and not one per seat.
    const slow = isLongSecret(kind) ? '' : hashCode(code, `${this.epoch}-${kind}`);
    for (const stored of this.store.activeCodes(kind)) {
      const hash = isLongSecret(kind) ? sha256(stored.salt + code) : slow;
      if (timingSafeEqual(Buffer.from(hash, 'hex'), Buffer.from(stored.hash, 'hex'))) return stored.seat ?? '';
    }
    return null;
  }
}

const isLongSecret = (kind: CodeKind) => kind === 'judge-key';

function toSession(stored: StoredSession): Session {
  return { id: stored.id, seat: JSON.parse(stored.seat) as Seat & { role: Role }, device: stored.device };
}
