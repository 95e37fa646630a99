// What a page takes along to another address arrives as it was, and an address that somebody else has written does no harm.
import { describe, expect, it } from 'vitest';
import { fragmentOf, parcelIn, type Parcel } from '#client-kit/parcel.ts';
import type { EntryId } from '#domain/ids.ts';

const parcel: Parcel = {
  token: 'abc',
  addresses: ['http://192.168.1.11:8080'],
  locale: 'en',
  focus: 'entry-1' as EntryId,
  kept: [['liangfen.outbox/1', JSON.stringify({ remark: '扎实 👍 ÿ' })]],
};

describe('what a page takes along', () => {
  it('arrives as it was', () => {
    expect(fragmentOf(parcel)).toMatch(/^#moved=[\w-]+$/);
    expect(parcelIn(fragmentOf(parcel))).toEqual(parcel);
  });

  it('may be much', () => {
    const kept = Array.from({ length: 200 }, (_, index) => [`liangfen.outbox/${index}`, '评'.repeat(1000)] as const);
    expect(parcelIn(fragmentOf({ ...parcel, kept }))?.kept).toHaveLength(200);
  });

  it.each(['', '#', '#moved=', '#moved=%%%', '#moved=bnVsbA', `#moved=${btoa('{"kept":')}`])(
    'is nothing in %j',
    (fragment) => expect(parcelIn(fragment)).toBeNull(),
  );

  it('is only what has the right shape', () => {
    const odd = { token: 5, addresses: [1, 'a'], kept: [['x'], [1, 2], ['k', 'v'], 'y'], focus: {}, locale: null };
    expect(parcelIn(`#moved=${btoa(JSON.stringify(odd))}`)).toEqual({
      token: null,
      addresses: ['a'],
      locale: null,
      focus: null,
      kept: [['k', 'v']],
    });
  });
});
