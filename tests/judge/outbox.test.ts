// The outbox against a made-up line: what is stored before it is sent, what is sent again, and what never is.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deviceStorage, type DeviceStorage } from '#client-kit/device-storage.ts';
import { Outbox, type Sender, type Submission } from '#client-kit/outbox.svelte.ts';
import type { EntryId, Millis, OpId, SeatId } from '#domain/ids.ts';
import type { Answer } from '#protocol/messages.ts';
import { MemoryStorage } from './memory-storage.ts';

const sender: Sender = { epoch: 'epoch-1', seat: 'seat-1' as SeatId };
const sheet = (entry: string): Submission => ({
  type: 'score.submit',
  entry: entry as EntryId,
  baseVersion: 0,
  marks: [],
  remark: '',
});
const accepted: Answer = { ok: true, seq: 7, at: 1 as Millis, receipt: '01-1-ABCD', isHeld: false };
const unavailable: Answer = { ok: false, code: 'server.unavailable', params: {}, retryable: true };

let kept: MemoryStorage;
let storage: DeviceStorage;
/** Every send with the answer it is waiting for. */
let sent: { readonly opId: OpId; readonly entry: EntryId; readonly answer: (answer: Answer) => void }[];
/** What the device held at the moment of the first send. */
let heldAtSend: number;

function newOutbox(): Outbox {
  return new Outbox({
    storage,
    send: ({ entry }, opId) => {
      heldAtSend = storage.keys('liangfen.outbox/').length;
      return new Promise((answer) => sent.push({ opId, entry, answer }));
    },
  });
}
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  kept = new MemoryStorage();
  storage = deviceStorage(() => kept);
  sent = [];
});
afterEach(() => vi.useRealTimers());

describe('the outbox', () => {
  it('stores a score before it is sent and forgets it only after the answer', async () => {
    const outbox = newOutbox();
    outbox.setOnline(true);
    outbox.put(sender, sheet('entry-1'), '92.40');
    expect(heldAtSend).toBe(1);
    expect(outbox.waiting()).toHaveLength(1);
    sent[0]?.answer(accepted);
    await settle();
    expect(outbox.waiting()).toHaveLength(0);
    expect(kept.length).toBe(0);
    expect(outbox.answered).toMatchObject([{ entry: 'entry-1', receipt: '01-1-ABCD', total: '92.40' }]);
  });

  it('keeps a score while offline and sends it by itself when the line is back', async () => {
    const outbox = newOutbox();
    outbox.put(sender, sheet('entry-1'), '92.40');
    expect(sent).toHaveLength(0);
    outbox.setOnline(true);
    expect(sent).toHaveLength(1);
    sent[0]?.answer(accepted);
    await settle();
    expect(outbox.items).toHaveLength(0);
  });

  it('asks again every second with the same operation until there is an answer', async () => {
    const outbox = newOutbox();
    outbox.setOnline(true);
    outbox.put(sender, sheet('entry-1'), '92.40');
    sent[0]?.answer(unavailable);
    await settle();
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toHaveLength(2);
    expect(sent[1]?.opId).toBe(sent[0]?.opId);
    sent[1]?.answer(accepted);
    await settle();
    expect(outbox.items).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toHaveLength(2);
  });

  it('survives a reload with its operation and drains without a touch', async () => {
    newOutbox().put(sender, sheet('entry-1'), '92.40');
    const [key = ''] = storage.keys('liangfen.outbox/');
    const reloaded = newOutbox();
    reloaded.sendAs(sender);
    reloaded.setOnline(true);
    expect(key.endsWith(sent[0]?.opId ?? 'nothing was sent')).toBe(true);
    sent[0]?.answer(accepted);
    await settle();
    expect(storage.keys('liangfen.outbox/')).toEqual([]);
  });

  it('makes one score of two presses', () => {
    const outbox = newOutbox();
    outbox.setOnline(true);
    outbox.put(sender, sheet('entry-1'), '92.40');
    outbox.put(sender, sheet('entry-1'), '92.40');
    expect(outbox.items).toHaveLength(1);
    expect(sent).toHaveLength(1);
  });

  it('never sends another seat’s or another event’s score, and says that it holds it', () => {
    newOutbox().put(sender, sheet('entry-1'), '92.40');
    for (const other of [
      { ...sender, seat: 'seat-2' as SeatId },
      { ...sender, epoch: 'epoch-2' },
    ]) {
      const outbox = newOutbox();
      outbox.sendAs(other);
      outbox.setOnline(true);
      expect(sent).toHaveLength(0);
      expect(outbox.own()).toHaveLength(0);
      expect(outbox.foreign()).toHaveLength(1);
    }
  });

  it('keeps a refused score with its reason until the judge has seen to it', async () => {
    const outbox = newOutbox();
    outbox.setOnline(true);
    outbox.put(sender, sheet('entry-1'), '92.40');
    sent[0]?.answer({ ok: false, code: 'sheet.locked', params: { entry: 'entry-1' }, retryable: false });
    await settle();
    await vi.advanceTimersByTimeAsync(5000);
    expect(sent).toHaveLength(1);
    const reloaded = newOutbox();
    reloaded.sendAs(sender);
    expect(reloaded.itemFor('entry-1' as EntryId)?.refusal?.code).toBe('sheet.locked');
    reloaded.dismiss('entry-1' as EntryId);
    expect(storage.keys('liangfen.outbox/')).toEqual([]);
  });

  it('lets a judge take back what never left the device, and nothing else', () => {
    const outbox = newOutbox();
    outbox.put(sender, sheet('entry-1'), '92.40');
    expect(outbox.withdraw('entry-1' as EntryId)).toBe(true);
    outbox.put(sender, sheet('entry-2'), '90.00');
    outbox.setOnline(true);
    expect(outbox.withdraw('entry-2' as EntryId)).toBe(false);
    expect(outbox.waiting()).toHaveLength(1);
  });

  it('sends what it holds of several entries, each once', async () => {
    const outbox = newOutbox();
    outbox.put(sender, sheet('entry-1'), '92.40');
    outbox.put(sender, sheet('entry-2'), '90.00');
    outbox.setOnline(true);
    expect(sent.map(({ entry }) => entry)).toEqual(['entry-1', 'entry-2']);
    sent.forEach(({ answer }) => answer(accepted));
    await settle();
    expect(outbox.items).toHaveLength(0);
  });

  it('goes on in memory where the browser denies storage, and admits it', async () => {
    storage = deviceStorage(() => {
      throw new Error('denied');
    });
    const outbox = newOutbox();
    outbox.put(sender, sheet('entry-1'), '92.40');
    expect(outbox.isLasting).toBe(false);
    outbox.setOnline(true);
    sent[0]?.answer(accepted);
    await settle();
    expect(outbox.items).toHaveLength(0);
  });

  it('ignores what is damaged on the device', () => {
    kept.setItem('liangfen.outbox/x', '{"opId":');
    kept.setItem('liangfen.outbox/y', '{"opId":"1","command":{"type":"score.take-back"}}');
    expect(newOutbox().items).toEqual([]);
  });
});
