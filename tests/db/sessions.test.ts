// Sessions and codes: the only rows of the store that change, and how they may.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite, type SqliteStore } from '#db/sqlite.ts';

let store: SqliteStore;
beforeEach(() => {
  store = openSqlite(join(mkdtempSync(join(tmpdir(), 'liangfen-sessions-')), 'liangfen.db'));
});
afterEach(() => store.journal.close());

const seat = '{"role":"judge","seat":"seat-1"}';
const session = (number: number) => ({
  id: `s${number}`,
  tokenHash: `hash${number}`,
  moveHash: `move${number}`,
  role: 'judge',
  seat,
  device: 'test device',
  epoch: 'e',
  createdAt: number,
});
const code = (id: string, forSeat: string | null, hash: string) => ({
  id,
  kind: 'judge-digits' as const,
  seat: forSeat,
  hash,
  salt: 's',
  createdAt: 1,
});

describe('sessions', () => {
  it('are found by the hash of their token, newest first for a seat', () => {
    store.sessions.add(session(1));
    store.sessions.add(session(2));
    expect(store.sessions.findByTokenHash('hash1')).toMatchObject({ id: 's1', revokedAt: null });
    expect(store.sessions.findByTokenHash('nobody')).toBeNull();
    expect(store.sessions.activeFor(seat).map(({ id }) => id)).toEqual(['s2', 's1']);
  });

  it('are still found when revoked, so that the device can be told why, and revoked only once', () => {
    store.sessions.add(session(1));
    store.sessions.revoke('s1', 'seat.taken-over', 5);
    store.sessions.revoke('s1', 'session.revoked', 9);
    expect(store.sessions.findByTokenHash('hash1')).toMatchObject({ revokedAt: 5, revokedBecause: 'seat.taken-over' });
    expect(store.sessions.active()).toEqual([]);
  });

  it('never share a token', () => {
    store.sessions.add(session(1));
    expect(() => store.sessions.add({ ...session(2), tokenHash: 'hash1' })).toThrow('UNIQUE');
  });
});

describe('sessions that move', () => {
  it('are found by the hash of their move token, revoked ones too', () => {
    store.sessions.add(session(1));
    store.sessions.add({ ...session(2), moveHash: null });
    store.sessions.revoke('s1', 'seat.taken-over', 5);
    expect(store.sessions.findByMoveHash('move1')).toMatchObject({ id: 's1', revokedBecause: 'seat.taken-over' });
    expect(store.sessions.findByMoveHash('move2')).toBeNull();
  });

  it('keep everything but their cookie when they are renewed, again and again', () => {
    store.sessions.add(session(1));
    store.sessions.renew('s1', 'another');
    store.sessions.renew('s1', 'yet another');
    expect(store.sessions.findByTokenHash('hash1')).toBeNull();
    expect(store.sessions.findByTokenHash('another')).toBeNull();
    expect(store.sessions.findByTokenHash('yet another')).toMatchObject({ ...session(1), tokenHash: 'yet another' });
  });

  it('never share a move token, and are not renewed with the cookie of another', () => {
    store.sessions.add(session(1));
    expect(() => store.sessions.add({ ...session(2), moveHash: 'move1' })).toThrow('UNIQUE');
    store.sessions.add(session(2));
    expect(() => store.sessions.renew('s2', 'hash1')).toThrow('UNIQUE');
  });
});

describe('codes', () => {
  it('are replaced for one seat and leave the others alone', () => {
    store.sessions.addCode(code('a', 'seat-1', 'x'));
    store.sessions.addCode(code('b', 'seat-2', 'y'));
    store.sessions.revokeCodes('judge-digits', 'seat-1', 7);
    expect(store.sessions.activeCodes('judge-digits').map(({ id }) => id)).toEqual(['b']);
  });

  it('change together or not at all', () => {
    store.sessions.addCode(code('a', null, 'x'));
    expect(() =>
      store.sessions.together(() => {
        store.sessions.revokeCodes('judge-digits', null, 7);
        throw new Error('the power went');
      }),
    ).toThrow('the power went');
    expect(store.sessions.activeCodes('judge-digits').map(({ id }) => id)).toEqual(['a']);
  });
});
