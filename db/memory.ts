// The journal in memory: for tests of everything above the store. Nothing survives the process.
import { genesisHash, hashOf } from './chain.ts';
import type { Journal, JournalRecord } from './journal.ts';

export function memoryJournal(epoch = 'memory'): Journal {
  const records: JournalRecord[] = [];
  return {
    epoch,
    ancestors: [],
    get lastSeq() {
      return records.length;
    },
    append(entries) {
      return entries.map((entry) => {
        const linked = { ...entry, epoch, seq: records.length + 1, prevHash: records.at(-1)?.hash ?? genesisHash };
        const record = { ...linked, hash: hashOf(linked) };
        records.push(record);
        return record;
      });
    },
    tryWriting() {},
    read: (afterSeq = 0) => records.slice(afterSeq),
    close() {},
  };
}
