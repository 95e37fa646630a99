// Drafts on the device: bound to event, seat, entry and version, tolerant of damage, gone when they are old.
import { describe, expect, it } from 'vitest';
import { deviceStorage } from '#client-kit/device-storage.ts';
import { DeviceStore } from '#client-kit/device-store.ts';
import { Drafts, type DraftKey } from '#client-kit/drafts.ts';
import type { CriterionId, EntryId, SeatId } from '#domain/ids.ts';
import type { Decimal } from '#domain/numbers.ts';
import { MemoryStorage } from './memory-storage.ts';

const key: DraftKey = { event: 'e1', seat: 'seat-1' as SeatId, entry: 'entry-1' as EntryId, baseVersion: 0 };
const open = (kept: MemoryStorage | null) =>
  DeviceStore.open(
    null,
    deviceStorage(() => kept),
  );
const draft = {
  marks: new Map([['item-1' as CriterionId, '9.5' as Decimal]]),
  remark: '扎实',
  changedAt: 1_000_000,
};

describe('drafts', () => {
  it('come back after a reload exactly as they were', async () => {
    const kept = new MemoryStorage();
    expect(await new Drafts(await open(kept)).write(key, draft)).toBe(true);
    expect(new Drafts(await open(kept)).read(key)).toEqual(draft);
  });

  it.each([
    ['entry', { ...key, entry: 'entry-2' as EntryId }],
    ['seat', { ...key, seat: 'seat-2' as SeatId }],
    ['event', { ...key, event: 'e2' }],
    ['version', { ...key, baseVersion: 1 }],
  ])('never turn up under another %s', async (_what, other) => {
    const kept = new MemoryStorage();
    const drafts = new Drafts(await open(kept));
    await drafts.write(key, draft);
    expect(drafts.read(key)).not.toBeNull();
    expect(drafts.read(other)).toBeNull();
  });

  it('stay in the open page where the browser denies storage, and say so', async () => {
    const drafts = new Drafts(await open(null));
    expect(await drafts.write(key, draft)).toBe(false);
    expect(drafts.read(key)).toEqual(draft);
  });

  it('drop what cannot be read instead of guessing it', async () => {
    const kept = new MemoryStorage();
    const drafts = new Drafts(await open(kept));
    await drafts.write(key, draft);
    const [name = ''] = deviceStorage(() => kept).keys('liangfen.draft/');
    kept.setItem(name, '{"marks":[["item-1","9.5"],["item-2",9],["item-3","9.5.5"]],"remark":3,"changedAt":5}');
    const read = async () => new Drafts(await open(kept)).read(key);
    expect(await read()).toEqual({ marks: new Map([['item-1', '9.5']]), remark: '', changedAt: 5 });
    kept.setItem(name, 'not JSON');
    expect(await read()).toBeNull();
  });

  it('are forgotten after two weeks, others not', async () => {
    const kept = new MemoryStorage();
    const store = await open(kept);
    const both = new Drafts(store);
    const day = 24 * 3600 * 1000;
    void both.write(key, { ...draft, changedAt: 0 });
    void both.write({ ...key, entry: 'entry-2' as EntryId }, { ...draft, changedAt: 10 * day });
    both.forgetOld(15 * day);
    expect(store.keys('liangfen.draft/')).toHaveLength(1);
  });
});
