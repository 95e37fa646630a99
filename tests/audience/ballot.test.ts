// What a phone does with a ballot before the hall has anything to do with it: taps, ratings, codes, and what is kept for later.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalCode, codeInAddress, printedCode } from '#audience-client/ballot-code.ts';
import { mostOf, pointsOf, possible, rated, tapped } from '#audience-client/choosing.ts';
import { keptFor, nothingKept, readKept, type KeptVotes } from '#audience-client/kept-votes.ts';
import { canonicalChoice, type Choice } from '#domain/voting/choice.ts';
import type { EntryCard } from '#domain/stage-view.ts';
import type { Ask } from '#domain/voting/poll.ts';

const ids = ['a', 'b', 'c', 'd'];
const poll = (ask: Ask) => ({ ask, options: ids.map((id) => ({ id }) as EntryCard) });
const taps = (ask: Ask, ...options: readonly string[]): Choice =>
  options.reduce<Choice>((choice, option) => tapped(poll(ask), choice, option) ?? choice, []);

describe('tapping', () => {
  it('replaces the one choice there is', () => {
    expect(taps({ kind: 'choose', max: 1 }, 'a', 'c')).toEqual(['c']);
    expect(taps({ kind: 'approve' }, 'yes', 'no')).toEqual(['no']);
  });

  it('adds up to the limit, does nothing beyond it, and takes back', () => {
    const two = poll({ kind: 'choose', max: 2 });
    expect(taps(two.ask, 'a', 'b')).toEqual(['a', 'b']);
    expect(tapped(two, ['a', 'b'], 'c')).toBeNull();
    expect(taps(two.ask, 'a', 'b', 'a', 'c')).toEqual(['b', 'c']);
  });

  it('ranks in the order of the taps, and moves up what comes after one that is taken back', () => {
    const ask: Ask = { kind: 'rank', max: 3 };
    expect(taps(ask, 'c', 'a', 'b')).toEqual(['c', 'a', 'b']);
    expect(taps(ask, 'c', 'a', 'b', 'c', 'd')).toEqual(['a', 'b', 'd']);
  });

  it('allows no more than there are options', () => {
    expect(mostOf(poll({ kind: 'choose', max: 20 }))).toBe(4);
    expect(mostOf(poll({ kind: 'rate', about: 'entries', best: 5 }))).toBe(4);
  });

  it('rates each once, and not at all when the same points are tapped again', () => {
    const once = rated(rated([], 'a', 4), 'b', 2);
    expect(rated(once, 'a', 5)).toEqual(['b=2', 'a=5']);
    expect(rated(once, 'a', 4)).toEqual(['b=2']);
    expect([pointsOf(once, 'a'), pointsOf(once, 'c')]).toEqual([4, 0]);
  });

  it('never makes a ballot that the hall would not take', () => {
    const asks: readonly Ask[] = [
      { kind: 'choose', max: 1 },
      { kind: 'choose', max: 3 },
      { kind: 'rank', max: 3 },
      { kind: 'approve' },
    ];
    fc.assert(
      fc.property(fc.constantFrom(...asks), fc.array(fc.nat(3), { minLength: 1, maxLength: 12 }), (ask, at) => {
        const options = ask.kind === 'approve' ? ['yes', 'no'] : ids;
        const choice = taps(ask, ...at.map((index) => options[index % options.length] ?? ''));
        expect(choice.length === 0 || canonicalChoice(ask, options, choice) !== null).toBe(true);
      }),
    );
  });

  it('forgets of a remembered choice what can no longer be chosen', () => {
    expect(possible(poll({ kind: 'choose', max: 3 }), ['a', 'gone', 'c'])).toEqual(['a', 'c']);
    expect(possible(poll({ kind: 'rate', about: 'entries', best: 5 }), ['a=4', 'gone=1'])).toEqual(['a=4']);
  });
});

describe('a ballot code', () => {
  it('is read from the address however it is written, and only from there', () => {
    expect(codeInAddress('#b=ABCDE-FGHJK')).toBe('ABCDEFGHJK');
    expect(codeInAddress('#b=abcde%2Dfghjk&x=1')).toHaveLength(10);
    expect(codeInAddress('#x=1&b=abcdefghjk')).toBe('ABCDEFGHJK');
    expect(codeInAddress('#lab=abc')).toBe('');
    expect(codeInAddress('')).toBe('');
  });

  it('is typed with or without its dash, in small letters, with spaces', () => {
    expect(canonicalCode(' abcde – fghjk ')).toBe('ABCDEFGHJK');
    expect(printedCode('ABCDEFGHJK')).toBe('ABCDE-FGHJK');
  });
});

describe('what is kept', () => {
  const opId = '0'.repeat(32);
  const kept = {
    epoch: 'one',
    drafts: { 'run-1': ['a'] },
    pending: { 'run-2': { opId, choice: ['b'], code: '' } },
  } as unknown as KeptVotes;

  it('is read as it was written, and what is not understood is nothing', () => {
    expect(readKept(JSON.stringify(kept))).toEqual(kept);
    for (const text of [null, '', '{', '{}', 'null', '{"epoch":"one","drafts":{"run-1":1},"pending":{}}'])
      expect(readKept(text)).toEqual(nothingKept);
    expect(readKept(JSON.stringify({ ...kept, pending: { 'run-2': { opId: 'x', choice: ['b'] } } }))).toEqual(
      nothingKept,
    );
  });

  it('is sent unasked only in the event it was meant for', () => {
    expect(keptFor('one', kept)).toBe(kept);
    expect(keptFor('two', kept)).toEqual({
      epoch: 'two',
      drafts: { 'run-1': ['a'], 'run-2': ['b'] },
      pending: {},
    });
  });
});
