// Commands that arrive in one turn are decided on what the earlier ones will have made. When that cannot be written, nothing of it
// has happened, and a "no" that was said because of it must not stand.
import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/commands.ts';
import { JournalFailure, type Journal } from '#db/journal.ts';
import { memoryJournal } from '#db/memory.ts';
import { EventClock } from '#server/event-clock.ts';
import { LiveEvent } from '#server/live-event.ts';
import { StorageWatch } from '#server/storage-watch.ts';
import { exampleEvent, entryId } from '#tests/kit/example-event.ts';
import { judge, operator } from '#tests/kit/final.ts';
import { newOpId } from '#tests/kit/server.ts';

/** A disk that can be full. */
function journalOnDisk(): { readonly journal: Journal; fill: (isFull: boolean) => void } {
  const journal = memoryJournal();
  let isFull = false;
  const append: Journal['append'] = (entries) => {
    if (isFull) throw new JournalFailure('full', { isUnknown: false, reason: 'full', cause: null });
    return memory(entries);
  };
  const memory = journal.append.bind(journal);
  return { journal: Object.assign(journal, { append }), fill: (to) => (isFull = to) };
}

const score: Command = { type: 'score.submit', entry: entryId(1), baseVersion: 0, marks: [], remark: '' };

describe('a group of commands that cannot be written', () => {
  it('refuses nothing because of what has not happened', async () => {
    const { journal, fill } = journalOnDisk();
    const clock = new EventClock();
    const event = new LiveEvent(journal, clock, new StorageWatch(journal, () => clock.now()));
    const ask = (command: Command, seat = operator) => event.submit(seat, 'test device', newOpId(), command);
    await ask({ type: 'event.define', definition: exampleEvent() });
    await ask({ type: 'rules.confirm' });
    await ask({ type: 'event.start' });
    const call: Command = { type: 'stage.call', entry: entryId(1) };
    const again = newOpId();

    fill(true);
    const [called, second] = await Promise.all([ask(call), event.submit(operator, 'test device', again, call)]);
    const refusedAnyway = await ask(score, judge(1));
    expect(called).toMatchObject({ ok: false, code: 'server.storage-failed', retryable: true });
    expect(second).toMatchObject({ ok: false, code: 'server.storage-failed', retryable: true });
    expect(refusedAnyway).toMatchObject({ ok: false, code: 'scoring.not-open', retryable: false });

    fill(false);
    expect(await event.submit(operator, 'test device', again, call)).toMatchObject({ ok: true });
    expect(await ask(call)).toMatchObject({ ok: false, code: 'entry.on-stage', retryable: false });
  });
});
