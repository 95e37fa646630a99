// The outbox against a made-up line: what is stored before it is sent, what is sent again, and what never is.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deviceStorage } from '#client-kit/device-storage.ts';
import { DeviceStore } from '#client-kit/device-store.ts';
import type { Sender, Submission } from '#client-kit/outbox-item.ts';
import { Outbox } from '#client-kit/outbox.svelte.ts';
import type { Command } from '#domain/commands.ts';
import type { EntryId, Millis, OpId, SeatId } from '#domain/ids.ts';
import type { Answer } from '#protocol/messages.ts';
import { MemoryStorage } from './memory-storage.ts';

const sender: Sender = { epoch: 'epoch-1', ancestors: [], seat: 'seat-1' as SeatId };
const restored: Sender = { ...sender, epoch: 'epoch-2', ancestors: ['epoch-1'] };
const sheet = (entry: string, baseVersion = 0): Submission => ({
  type: 'score.submit',
  entry: entry as EntryId,
  baseVersion,
  marks: [],
  remark: '',
});
const accepted: Answer = { ok: true, seq: 7, at: 1 as Millis, receipt: '01-1-ABCD', isHeld: false };
const unavailable: Answer = { ok: false, code: 'server.unavailable', params: {}, retryable: true };
const refused = (code: 'sheet.locked' | 'scoring.not-open'): Answer => ({
  ok: false,
  code,
  params: {},
  retryable: false,
});

let kept: MemoryStorage;
let store: DeviceStore;
/** Every send with the answer it is waiting for. */
let sent: { readonly opId: OpId; readonly command: Command; readonly answer: (answer: Answer) => void }[];
/** What the device held at the moment of the newest send. */
let heldAtSend: number;

const held = () =>
  Array.from({ length: kept.length }, (_, index) => kept.key(index) ?? '').filter((name) =>
    name.startsWith('liangfen.outbox/'),
  );
/** As after a reload: what the device has kept is read again. */
async function newOutbox(): Promise<Outbox> {
  store = await DeviceStore.open(
    null,
    deviceStorage(() => kept),
  );
  return new Outbox({
    store,
    send: (command, opId) => {
      heldAtSend = held().length;
      return new Promise((answer) => sent.push({ opId, command, answer }));
    },
    now: () => 1_000_000,
  });
}
const settle = () => vi.advanceTimersByTimeAsync(0);
async function answerAll(answer: Answer): Promise<void> {
  await settle();
  sent.forEach((waiting) => waiting.answer(answer));
  await settle();
}

beforeEach(() => {
  vi.useFakeTimers();
  kept = new MemoryStorage();
  sent = [];
});
afterEach(() => vi.useRealTimers());

describe('the outbox', () => {
  it('stores a score before it is sent and goes on keeping it after the answer', async () => {
    const outbox = await newOutbox();
    outbox.setOnline(true);
    outbox.put(sender, sheet('entry-1'), '92.40');
    await settle();
    expect(heldAtSend).toBe(1);
    expect(outbox.waiting()).toHaveLength(1);
    await answerAll(accepted);
    expect(outbox.waiting()).toHaveLength(0);
    expect(held()).toHaveLength(1);
    expect(outbox.answered).toMatchObject([{ entry: 'entry-1', receipt: '01-1-ABCD', total: '92.40' }]);
  });

  it('keeps a score while offline and sends it by itself when the line is back', async () => {
    const outbox = await newOutbox();
    outbox.put(sender, sheet('entry-1'), '92.40');
    await settle();
    expect(sent).toHaveLength(0);
    outbox.setOnline(true);
    await settle();
    expect(sent).toHaveLength(1);
    await answerAll(accepted);
    expect(outbox.undelivered()).toHaveLength(0);
  });

  it('asks again every second with the same operation until there is an answer', async () => {
    const outbox = await newOutbox();
    outbox.setOnline(true);
    outbox.put(sender, sheet('entry-1'), '92.40');
    await answerAll(unavailable);
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toHaveLength(2);
    expect(sent[1]?.opId).toBe(sent[0]?.opId);
    await answerAll(accepted);
    expect(outbox.waiting()).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toHaveLength(2);
  });

  it('survives a reload with its operation, drains without a touch, and is not sent again by the next reload', async () => {
    (await newOutbox()).put(sender, sheet('entry-1'), '92.40');
    await settle();
    const reloaded = await newOutbox();
    reloaded.sendAs(sender);
    reloaded.setOnline(true);
    await settle();
    expect(held()).toEqual([`liangfen.outbox/${sent[0]?.opId ?? 'nothing was sent'}`]);
    await answerAll(accepted);
    const again = await newOutbox();
    again.sendAs(sender);
    again.setOnline(true);
    await settle();
    expect(sent).toHaveLength(1);
  });

  it('makes one score of two presses', async () => {
    const outbox = await newOutbox();
    outbox.setOnline(true);
    outbox.put(sender, sheet('entry-1'), '92.40');
    outbox.put(sender, sheet('entry-1'), '92.40');
    await settle();
    expect(outbox.items).toHaveLength(1);
    expect(sent).toHaveLength(1);
  });

  it('never sends another seat’s or another event’s score, and says that it holds it', async () => {
    (await newOutbox()).put(sender, sheet('entry-1'), '92.40');
    await settle();
    for (const other of [
      { ...sender, seat: 'seat-2' as SeatId },
      { ...sender, epoch: 'epoch-2' },
    ]) {
      const outbox = await newOutbox();
      outbox.sendAs(other);
      outbox.setOnline(true);
      await settle();
      expect(sent).toHaveLength(0);
      expect(outbox.own()).toHaveLength(0);
      expect(outbox.undelivered()).toHaveLength(1);
    }
  });

  it('keeps a refused score with its reason until the judge has seen to it', async () => {
    const outbox = await newOutbox();
    outbox.setOnline(true);
    outbox.put(sender, sheet('entry-1'), '92.40');
    await answerAll(refused('sheet.locked'));
    await vi.advanceTimersByTimeAsync(5000);
    expect(sent).toHaveLength(1);
    const reloaded = await newOutbox();
    reloaded.sendAs(sender);
    expect(reloaded.itemFor('entry-1' as EntryId)?.refusal?.code).toBe('sheet.locked');
    reloaded.dismiss('entry-1' as EntryId);
    await settle();
    expect(held()).toEqual([]);
  });

  it('lets a judge take back what never left the device, and nothing else', async () => {
    const outbox = await newOutbox();
    outbox.put(sender, sheet('entry-1'), '92.40');
    expect(outbox.withdraw('entry-1' as EntryId)).toBe(true);
    outbox.put(sender, sheet('entry-2'), '90.00');
    outbox.setOnline(true);
    expect(outbox.withdraw('entry-2' as EntryId)).toBe(false);
    expect(outbox.waiting()).toHaveLength(1);
  });

  it('sends what it holds of several entries, each once', async () => {
    const outbox = await newOutbox();
    outbox.put(sender, sheet('entry-1'), '92.40');
    outbox.put(sender, sheet('entry-2'), '90.00');
    outbox.setOnline(true);
    await settle();
    expect(sent.map(({ command }) => command)).toMatchObject([{ entry: 'entry-1' }, { entry: 'entry-2' }]);
    await answerAll(accepted);
    expect(outbox.waiting()).toHaveLength(0);
  });

  it('goes on in memory where the browser denies storage, and admits it', async () => {
    kept.setItem = () => {
      throw new Error('denied');
    };
    const outbox = await newOutbox();
    outbox.put(sender, sheet('entry-1'), '92.40');
    await settle();
    expect(outbox.isLasting).toBe(false);
    outbox.setOnline(true);
    await answerAll(accepted);
    expect(outbox.waiting()).toHaveLength(0);
  });

  it('ignores what is damaged on the device', async () => {
    kept.setItem('liangfen.outbox/x', '{"opId":');
    kept.setItem('liangfen.outbox/y', '{"opId":"1","command":{"type":"help.call"}}');
    expect((await newOutbox()).items).toEqual([]);
  });

  it('sends what an earlier version of the page has left', async () => {
    const left = { ...sender, opId: 'a'.repeat(32), command: sheet('entry-1'), total: '9', putAt: 5, wasSent: true };
    kept.setItem(`liangfen.outbox/${left.opId}`, JSON.stringify({ ...left, refusal: null }));
    const outbox = await newOutbox();
    outbox.sendAs(sender);
    outbox.setOnline(true);
    await settle();
    expect(sent).toMatchObject([{ opId: left.opId }]);
  });
});

describe('after the event was restored from a backup', () => {
  async function delivered(...sheets: readonly Submission[]): Promise<Outbox> {
    const outbox = await newOutbox();
    outbox.setOnline(true);
    for (const submission of sheets) {
      outbox.put(sender, submission, '92.40');
      await answerAll(accepted);
    }
    return outbox;
  }

  it('sends everything again that it had been told is safe, unchanged, and once', async () => {
    const outbox = await delivered(sheet('entry-1'), sheet('entry-2'));
    const before = sent.map(({ opId, command }) => ({ opId, command }));
    sent = [];
    outbox.sendAs(restored);
    await settle();
    expect(sent).toMatchObject(before);
    await answerAll(accepted);
    expect(outbox.waiting()).toHaveLength(0);
    outbox.setOnline(false);
    outbox.setOnline(true);
    await settle();
    expect(sent).toHaveLength(2);
  });

  it('sends the versions of one sheet in the order they were pressed', async () => {
    const outbox = await delivered(sheet('entry-1'), sheet('entry-1', 1));
    sent = [];
    outbox.sendAs(restored);
    await settle();
    expect(sent).toMatchObject([{ command: { baseVersion: 0 } }]);
    await answerAll(accepted);
    expect(sent).toMatchObject([{}, { command: { baseVersion: 1 } }]);
  });

  it('waits with what is not open yet until its sheet opens', async () => {
    const outbox = await delivered(sheet('entry-1'));
    const [first] = sent;
    sent = [];
    outbox.sendAs(restored);
    await answerAll(refused('scoring.not-open'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toHaveLength(1);
    expect(outbox.waiting()).toHaveLength(1);
    outbox.opened(['entry-1' as EntryId]);
    await settle();
    expect(sent).toMatchObject([{ opId: first?.opId }, { opId: first?.opId }]);
  });

  it('offers what the restored event has gone on without, for the operator to decide', async () => {
    const outbox = await delivered(sheet('entry-1'));
    const [first] = sent;
    sent = [];
    outbox.sendAs(restored);
    await settle();
    sent[0]?.answer(refused('sheet.locked'));
    await settle();
    expect(sent[1]?.command).toMatchObject({ type: 'score.offer', entry: 'entry-1' });
    expect(sent[1]?.opId).not.toBe(first?.opId);
    sent[1]?.answer(accepted);
    await settle();
    expect(outbox.waiting()).toHaveLength(0);
  });

  it('tells the restored event again what a judge had taken back', async () => {
    const outbox = await delivered(sheet('entry-1'));
    const takingBack = { type: 'score.take-back', entry: 'entry-1' as EntryId, version: 1 } as const;
    outbox.remember(sender, takingBack, 'b'.repeat(32) as OpId, accepted);
    sent = [];
    outbox.sendAs(restored);
    await answerAll(accepted);
    expect(sent.map(({ command }) => command.type)).toEqual(['score.submit', 'score.take-back']);
  });

  it('delivers an afternoon a few at a time, every score of it', async () => {
    const outbox = await newOutbox();
    outbox.sendAs(sender);
    const afternoon = Array.from({ length: 30 }, (_, index) => `entry-${index + 1}`);
    afternoon.forEach((entry) => outbox.put(sender, sheet(entry), '90.00'));
    outbox.setOnline(true);
    let answered = 0;
    for (let turn = 0; turn < 100 && outbox.waiting().length > 0; turn += 1) {
      await settle();
      const onTheWay = sent.slice(answered);
      expect(onTheWay.length).toBeLessThanOrEqual(4);
      answered = sent.length;
      onTheWay.forEach(({ answer }) => answer(accepted));
      await vi.advanceTimersByTimeAsync(250);
    }
    expect(outbox.waiting()).toEqual([]);
    expect(new Set(sent.map(({ opId }) => opId)).size).toBe(30);
    expect(sent).toHaveLength(30);
  });

  it('forgets after two weeks what was delivered, and never what was not', async () => {
    const outbox = await delivered(sheet('entry-1'));
    outbox.setOnline(false);
    outbox.put(sender, sheet('entry-2'), '90.00');
    outbox.forgetOld(15 * 24 * 3600 * 1000);
    expect(outbox.items.map(({ command }) => command.entry)).toEqual(['entry-2']);
  });
});
