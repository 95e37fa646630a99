// Who is who: codes on cards and links, sessions behind cookies, one active device per judge's seat. Only hashes are
// stored; the plain codes of this run are kept in memory so that cards can be printed again until the server restarts.
import { randomBytes, randomInt, scrypt, scryptSync, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import type { SeatId } from '#domain/ids.ts';
import type { Role, Seat } from '#domain/seat.ts';
import { canonicalJson, sha256 } from '#db/chain.ts';
import type { Journal } from '#db/journal.ts';
import type { CodeKind, Sessions, StoredCode, StoredSession } from '#db/sessions.ts';
import type { WireRole } from '#protocol/messages.ts';

export interface Session {
  readonly id: string;
  readonly seat: Seat;
  readonly device: string;
}

/** Which event the seats belong to, and where it came from. */
type Origin = Pick<Journal, 'epoch' | 'ancestors'>;

export interface Card {
  readonly seat: SeatId;
  readonly digits: string;
  readonly key: string;
}

/** The operator's and the cue view's code: no 0/O, 1/I/L, for it is read from a terminal or paper and typed on a tablet. */
const typedAlphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const typedLength = 8;
/** Codes are few and short: the memory-hard hash keeps a stolen file from giving them away in minutes. */
const cost: ScryptOptions = { N: 2 ** 14, r: 8, p: 1 };
const hashNow = (code: string, salt: string) => scryptSync(code, salt, 32, cost).toString('hex');
/** Beside the event loop: thirty cards take a second or two, and no judge's score waits for them. */
const hashBeside = (code: string, salt: string) =>
  new Promise<string>((resolve, reject) =>
    scrypt(code, salt, 32, cost, (error, hash) => (error ? reject(error) : resolve(hash.toString('hex')))),
  );
const makeKey = () => randomBytes(18).toString('base64url');
const makeTyped = () =>
  Array.from({ length: typedLength }, () => typedAlphabet[randomInt(typedAlphabet.length)]).join('');

/** Why a token opens no session. */
export type NoSession = 'session.missing' | 'session.revoked' | 'seat.taken-over' | 'event.other';

export class Seats {
  private readonly store: Sessions;
  private readonly origin: Origin;
  private readonly now: () => number;
  private readonly cards = new Map<SeatId, Card>();
  private cueCode: string | null = null;
  private issuing: Promise<unknown> = Promise.resolve();

  constructor(store: Sessions, origin: Origin, now: () => number = Date.now) {
    this.store = store;
    this.origin = origin;
    this.now = now;
  }

  /**
   * A new operator's code; the former one stops working, sessions that exist go on. A code that is known already, from
   * before a restart, goes on as well.
   */
  issueOperatorCode(known: string | null = null): string {
    const code = known ?? makeTyped();
    const hash = hashNow(code, this.saltOf('operator'));
    if (!this.store.activeCodes('operator').some((stored) => stored.hash === hash))
      this.replaceCode(this.stored('operator', null, hash, this.saltOf('operator')));
    return code;
  }

  /** The code of the host's cue view: this run's again, or a further one. Earlier ones work on unless they are to end. */
  issueCueCode(endsFormer = false): Promise<string> {
    return this.oneAfterTheOther(async () => {
      if (this.cueCode !== null && !endsFormer) return this.cueCode;
      const code = makeTyped();
      const stored = await this.hashed('cue', null, code);
      if (endsFormer) this.replaceCode(stored);
      else this.store.addCode(stored);
      this.cueCode = code;
      return code;
    });
  }

  /** Seats whose card was issued in an earlier run: it works, but its plain code is known to the card alone. */
  seatsWithHiddenCards(): ReadonlySet<SeatId> {
    const issued = this.store.activeCodes('judge-digits').map((code) => code.seat as SeatId);
    return new Set(issued.filter((seat) => !this.cards.has(seat)));
  }

  /** Cards for these seats: the ones of this run again; where there is none, new ones, which end the seat's former codes. */
  issueCards(seats: readonly SeatId[], isAnew: boolean): Promise<readonly Card[]> {
    return this.oneAfterTheOther(async () => {
      const issued: Card[] = [];
      for (const seat of seats) {
        const known = this.cards.get(seat);
        issued.push(known !== undefined && !isAnew ? known : await this.issueCard(seat));
      }
      return issued;
    });
  }

  /** Whose code this is; null when it is nobody's. */
  async seatOfCode(code: string): Promise<Seat | null> {
    const asTyped = code.trim();
    const typed = asTyped.toUpperCase();
    if (typed.length === typedLength) {
      if ((await this.matches('operator', typed)) !== null) return { role: 'operator' };
      if ((await this.matches('cue', typed)) !== null) return { role: 'cue' };
    }
    return this.judgeOf(await this.matches(/^\d{6}$/.test(asTyped) ? 'judge-digits' : 'judge-key', asTyped));
  }

  /** @returns the token for the cookie and the one that moves the session to another address; both are stored nowhere. */
  open(seat: Seat, device: string): { readonly token: string; readonly moveToken: string; readonly session: Session } {
    const [token, moveToken] = [makeToken(), makeToken()];
    const id = randomBytes(8).toString('hex');
    this.store.add({
      id,
      tokenHash: sha256(token),
      moveHash: sha256(moveToken),
      role: seat.role,
      seat: canonicalJson(seat),
      device,
      epoch: this.origin.epoch,
      createdAt: this.now(),
    });
    return { token, moveToken, session: { id, seat, device } };
  }

  /** The session of a cookie, or why it is none. */
  find(token: string | undefined, role: WireRole): Session | NoSession {
    return this.asSession(token === undefined ? null : this.store.findByTokenHash(sha256(token)), role);
  }

  /** A fresh cookie for the session of a move token, or why it has none. An answer that got lost is asked for again. */
  renew(moveToken: string, role: WireRole): { readonly token: string; readonly session: Session } | NoSession {
    const session = this.asSession(this.store.findByMoveHash(sha256(moveToken)), role);
    if (typeof session === 'string') return session;
    const token = makeToken();
    this.store.renew(session.id, sha256(token));
    return { token, session };
  }

  private asSession(stored: StoredSession | null, role: WireRole): Session | NoSession {
    if (stored === null || stored.role !== role) return 'session.missing';
    if (stored.revokedAt !== null)
      return stored.revokedBecause === 'seat.taken-over' ? 'seat.taken-over' : 'session.revoked';
    if (!this.isOurs(stored.epoch)) return 'event.other';
    return toSession(stored);
  }

  /** The judge's session with this move token, also when it is over: what its device still holds is not thrown away. */
  findOnceHeld(moveToken: string): Session | null {
    const stored = this.store.findByMoveHash(sha256(moveToken));
    return stored?.role === 'judge' ? toSession(stored) : null;
  }

  /** Everything that changes in it, durably and at once, or nothing. */
  together<T>(change: () => T): T {
    return this.store.together(change);
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

  /** A restored event keeps its people: whoever joined it before is known here. */
  private isOurs(epoch: string): boolean {
    return epoch === this.origin.epoch || this.origin.ancestors.includes(epoch);
  }

  private judgeOf(seat: string | null): Seat | null {
    return seat === null ? null : { role: 'judge', seat: seat as SeatId };
  }

  /** Issuing waits between its steps; two calls side by side would each end the other's card. */
  private oneAfterTheOther<T>(issue: () => Promise<T>): Promise<T> {
    const issued = this.issuing.then(issue);
    this.issuing = issued.catch(() => {});
    return issued;
  }

  private async issueCard(seat: SeatId): Promise<Card> {
    const taken = new Set([...this.cards.values()].map((card) => card.digits));
    const hasHidden = this.seatsWithHiddenCards().size > 0;
    const draw = () => String(randomInt(1_000_000)).padStart(6, '0');
    let digits = draw();
    // Digits of a card from an earlier run are known as a hash only: two seats must not share them either.
    while (taken.has(digits) || (hasHidden && (await this.matches('judge-digits', digits)) !== null)) digits = draw();
    const card = { seat, digits, key: makeKey() };
    const codes = [
      await this.hashed('judge-digits', seat, card.digits),
      await this.hashed('judge-key', seat, card.key),
    ];
    this.store.together(() => codes.forEach((stored) => this.replaceCode(stored)));
    this.cards.set(seat, card);
    return card;
  }

  /**
   * Short codes of one kind share a salt, so that a try costs one slow hash and not one per seat. It comes from the first epoch:
   * printed cards are valid after the event was restored.
   */
  private saltOf(kind: CodeKind): string {
    const { ancestors, epoch } = this.origin;
    return isLongSecret(kind) ? randomBytes(12).toString('hex') : `${ancestors[0] ?? epoch}-${kind}`;
  }

  private async hashed(kind: CodeKind, seat: SeatId | null, code: string): Promise<StoredCode> {
    const salt = this.saltOf(kind);
    return this.stored(kind, seat, isLongSecret(kind) ? sha256(salt + code) : await hashBeside(code, salt), salt);
  }

  private stored(kind: CodeKind, seat: SeatId | null, hash: string, salt: string): StoredCode {
    return { id: randomBytes(8).toString('hex'), kind, seat, hash, salt, createdAt: this.now() };
  }

  private replaceCode(code: StoredCode): void {
    this.store.together(() => {
      this.store.revokeCodes(code.kind, code.seat, this.now());
      this.store.addCode(code);
    });
  }

  /** The seat of the active code that matches (empty for codes without one), or null. */
  private async matches(kind: CodeKind, code: string): Promise<string | null> {
    const slow = isLongSecret(kind) ? '' : await hashBeside(code, this.saltOf(kind));
    for (const stored of this.store.activeCodes(kind)) {
      const hash = isLongSecret(kind) ? sha256(stored.salt + code) : slow;
      if (timingSafeEqual(Buffer.from(hash, 'hex'), Buffer.from(stored.hash, 'hex'))) return stored.seat ?? '';
    }
    return null;
  }
}

const makeToken = () => randomBytes(24).toString('base64url');
const isLongSecret = (kind: CodeKind) => kind === 'judge-key';

function toSession(stored: StoredSession): Session {
  return { id: stored.id, seat: JSON.parse(stored.seat) as Seat & { role: Role }, device: stored.device };
}
