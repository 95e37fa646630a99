// Where a phone is led, and what it shows of a poll.
import { describe, expect, it } from 'vitest';
import { nextFocus } from '#audience-client/focus.ts';
import { roomOf, type BallotState } from '#audience-client/room.ts';
import type { RunId } from '#domain/ids.ts';
import type { PollResult, PollView } from '#domain/stage-view.ts';

const id = (number: number) => `run-${number}` as RunId;
const poll = (number: number, changes: Partial<PollView> = {}) =>
  ({ run: id(number), status: 'open', ballots: 'codes', result: null, ...changes }) as PollView;
const seen = (polls: readonly PollView[], isPublished = false) => ({ polls, isPublished });
const done =
  (...numbers: readonly number[]) =>
  (run: RunId) =>
    numbers.map(id).includes(run);

describe('where a phone is led', () => {
  it('goes straight to the one poll that is open, and to the list when there are more', () => {
    expect(nextFocus(null, null, seen([poll(1)]), done())).toBe(id(1));
    expect(nextFocus(null, null, seen([poll(2), poll(1)]), done())).toBeNull();
    expect(nextFocus(null, seen([]), seen([poll(1)]), done())).toBe(id(1));
  });

  it('leaves nobody who is filling in a ballot', () => {
    expect(nextFocus(id(1), seen([poll(1)]), seen([poll(2), poll(1)]), done())).toBe(id(1));
  });

  it('takes who has voted to the next poll', () => {
    expect(nextFocus(id(1), seen([poll(1)]), seen([poll(2), poll(1)]), done(1))).toBe(id(2));
  });

  it('stays with a poll that is closed, counted and shown', () => {
    const closed = poll(1, { status: 'counted' });
    expect(nextFocus(id(1), seen([poll(1)]), seen([closed]), done(1))).toBe(id(1));
    expect(nextFocus(null, null, seen([closed]), done())).toBe(id(1));
  });

  it('comes back to everything there is when the ranking is published, or when its poll is no more', () => {
    const closed = poll(1, { status: 'counted' });
    expect(nextFocus(id(1), seen([closed]), seen([closed], true), done(1))).toBeNull();
    expect(nextFocus(id(1), seen([closed], true), seen([closed], true), done(1))).toBe(id(1));
    expect(nextFocus(id(1), seen([closed]), seen([]), done())).toBeNull();
  });

  it('leads nobody back who has left a poll', () => {
    expect(nextFocus(null, seen([poll(1)]), seen([poll(1)]), done())).toBeNull();
  });

  it('has nothing to do in a poll that is counted by hand', () => {
    expect(nextFocus(null, seen([]), seen([poll(1, { ballots: 'hand-count' })]), done())).toBeNull();
  });
});

describe('what a phone shows of a poll', () => {
  const ballot: BallotState = {
    isCast: false,
    isChanging: false,
    isSlow: false,
    isCodeMissing: false,
    isSpent: false,
  };
  const result = { ballots: 1, rows: [], doesCount: true, digest: null } satisfies PollResult;

  it.each([
    ['ballot', {}, {}],
    ['code', {}, { isCodeMissing: true }],
    ['cast', {}, { isCast: true }],
    ['cast', {}, { isCast: true, isCodeMissing: true, isSpent: true }],
    ['ballot', {}, { isCast: true, isChanging: true }],
    ['waiting', {}, { isSlow: true }],
    ['waiting', { status: 'counted' }, { isSlow: true }],
    ['spent', {}, { isSpent: true }],
    ['closed', { status: 'closing' }, {}],
    ['closed', { status: 'counted' }, { isCast: true }],
    ['by-hand', { ballots: 'hand-count' }, {}],
    ['result', { status: 'counted', result }, { isCast: true, isSlow: true }],
    ['void', { status: 'void', result }, { isSlow: true }],
  ] as const)('is "%s" for %j and %j', (room, changes, state) => {
    expect(roomOf(poll(1, changes), { ...ballot, ...state })).toBe(room);
  });
});
