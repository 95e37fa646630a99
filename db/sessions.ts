// Sessions and join codes: the only mutable rows of the store, and no facts. Secrets are kept as hashes alone; the
// plain text exists on the device, on the printed card and nowhere else.
import type { Database } from 'better-sqlite3';
import type { Write } from './guarded-writes.ts';

export interface StoredSession {
  readonly id: string;
  readonly tokenHash: string;
  /** Of the token that moves the session to another address; null for a session that cannot move. */
  readonly moveHash: string | null;
  readonly role: string;
  /** Canonical JSON of the seat. */
  readonly seat: string;
  readonly device: string;
  /** The journal's epoch when it was opened: a session of another event is none. */
  readonly epoch: string;
  readonly createdAt: number;
  readonly revokedAt: number | null;
  readonly revokedBecause: string | null;
}

export type CodeKind = 'operator' | 'judge-key' | 'judge-digits' | 'cue';

export interface StoredCode {
  readonly id: string;
  readonly kind: CodeKind;
  readonly seat: string | null;
  readonly hash: string;
  readonly salt: string;
  readonly createdAt: number;
}

/** Everything that writes throws JournalFailure as the journal's append does. */
export interface Sessions {
  /** @throws when the id or the token hash exists already: both are random, so that is a bug. */
  add(session: Omit<StoredSession, 'revokedAt' | 'revokedBecause'>): void;
  /** Revoked ones too, so that a device can be told why it is out. */
  findByTokenHash(tokenHash: string): StoredSession | null;
  /** Revoked ones too, for the same reason. */
  findByMoveHash(moveHash: string): StoredSession | null;
  /**
   * The same session behind a new cookie; the former cookie is nobody's.
   * @throws as add does.
   */
  renew(id: string, tokenHash: string): void;
  /** Not revoked, newest first. */
  activeFor(seat: string): readonly StoredSession[];
  active(): readonly StoredSession[];
  /** A second revocation changes nothing. */
  revoke(id: string, because: string, at: number): void;
  addCode(code: StoredCode): void;
  activeCodes(kind: CodeKind): readonly StoredCode[];
  /** Every active code of that kind and seat; a seat of null stands for codes without one. */
  revokeCodes(kind: CodeKind, seat: string | null, at: number): void;
  /** Everything happens, durably and at once, or nothing. */
  together<T>(change: () => T): T;
}

const sessionColumns =
  'id, token_hash AS tokenHash, move_hash AS moveHash, role, seat, device, epoch, created_at AS createdAt, revoked_at AS revokedAt, revoked_because AS revokedBecause';
const codeColumns = 'id, kind, seat, hash, salt, created_at AS createdAt';

export function sqliteSessions(db: Database, guarded: Write): Sessions {
  const add = db.prepare<[Omit<StoredSession, 'revokedAt' | 'revokedBecause'>]>(
    'INSERT INTO session (id, token_hash, move_hash, role, seat, device, epoch, created_at) VALUES (@id, @tokenHash, @moveHash, @role, @seat, @device, @epoch, @createdAt)',
  );
  const byToken = db.prepare<[string], StoredSession>(`SELECT ${sessionColumns} FROM session WHERE token_hash = ?`);
  const byMove = db.prepare<[string], StoredSession>(`SELECT ${sessionColumns} FROM session WHERE move_hash = ?`);
  const renew = db.prepare<[string, string]>('UPDATE session SET token_hash = ? WHERE id = ?');
  const bySeat = db.prepare<[string], StoredSession>(
    `SELECT ${sessionColumns} FROM session WHERE seat = ? AND revoked_at IS NULL ORDER BY created_at DESC`,
  );
  const active = db.prepare<[], StoredSession>(
    `SELECT ${sessionColumns} FROM session WHERE revoked_at IS NULL ORDER BY created_at DESC`,
  );
  const revoke = db.prepare<[number, string, string]>(
    'UPDATE session SET revoked_at = ?, revoked_because = ? WHERE id = ? AND revoked_at IS NULL',
  );
  const addCode = db.prepare<[StoredCode]>(
    'INSERT INTO code (id, kind, seat, hash, salt, created_at) VALUES (@id, @kind, @seat, @hash, @salt, @createdAt)',
  );
  const codes = db.prepare<[string], StoredCode>(
    `SELECT ${codeColumns} FROM code WHERE kind = ? AND revoked_at IS NULL`,
  );
  const revokeCodes = db.prepare<[number, string, string | null]>(
    'UPDATE code SET revoked_at = ? WHERE kind = ? AND seat IS ? AND revoked_at IS NULL',
  );
  return {
    add: (session) => guarded(() => void add.run(session)),
    findByTokenHash: (tokenHash) => byToken.get(tokenHash) ?? null,
    findByMoveHash: (moveHash) => byMove.get(moveHash) ?? null,
    renew: (id, tokenHash) => guarded(() => void renew.run(tokenHash, id)),
    activeFor: (seat) => bySeat.all(seat),
    active: () => active.all(),
    revoke: (id, because, at) => guarded(() => void revoke.run(at, because, id)),
    addCode: (code) => guarded(() => void addCode.run(code)),
    activeCodes: (kind) => codes.all(kind),
    revokeCodes: (kind, seat, at) => guarded(() => void revokeCodes.run(at, kind, seat)),
    together: (change) => guarded(() => db.transaction(change)()),
  };
}
