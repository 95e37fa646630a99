// What every engine of the journal must do: the suite that an engine's own test calls.
import { describe, expect, it } from 'vitest';
import { genesisHash, hashOf } from '#db/chain.ts';
import type { Journal, NewEntry } from '#db/journal.ts';

export const entry = (number: number): NewEntry => ({
  at: 1_700_000_000_000 + number,
  opId: number.toString(16).padStart(32, '0'),
  opHash: 'ab'.repeat(32),
  by: '{"role":"operator"}',
  device: 'test device',
  type: 'stage.cleared',
  body: `{"type":"stage.cleared","number":${number}}`,
});

export function journalContract(name: string, open: () => Journal): void {
  describe(`the ${name} journal`, () => {
    it('numbers facts without gaps and chains them by hash', () => {
      const journal = open();
      journal.append([entry(1), entry(2)]);
      journal.append([entry(3)]);
      const records = [...journal.read()];
      expect(records.map(({ seq }) => seq)).toEqual([1, 2, 3]);
      expect(records[0]?.prevHash).toBe(genesisHash);
      records.forEach(({ hash, ...rest }, index) => {
        expect(hashOf(rest)).toBe(hash);
        if (index > 0) expect(rest.prevHash).toBe(records[index - 1]?.hash);
      });
      expect(journal.lastSeq).toBe(3);
      journal.close();
    });

    it('reads on from any number, again and again', () => {
      const journal = open();
      journal.append([1, 2, 3, 4].map(entry));
      expect([...journal.read(2)].map(({ seq }) => seq)).toEqual([3, 4]);
      expect([...journal.read(2)].map(({ seq }) => seq)).toEqual([3, 4]);
      expect([...journal.read(4)]).toEqual([]);
      journal.close();
    });

    it('gives back exactly what was written', () => {
      const journal = open();
      const odd = { ...entry(1), device: 'Ünïcode “引号” \u{20bb7}', body: '{"reason":"a\\u0000b"}' };
      journal.append([odd]);
      expect([...journal.read()][0]).toMatchObject(odd);
      journal.close();
    });

    it('begins empty, at number 0, descending from nothing', () => {
      const journal = open();
      expect([journal.lastSeq, [...journal.read()], journal.ancestors]).toEqual([0, [], []]);
      journal.close();
    });

    it('writes nothing for nothing', () => {
      const journal = open();
      expect(journal.append([])).toEqual([]);
      expect(journal.lastSeq).toBe(0);
      journal.close();
    });

    it('returns the records as they stand in it, and keeps one epoch', () => {
      const journal = open();
      const { epoch } = journal;
      const written = [...journal.append([entry(1), entry(2)]), ...journal.append([entry(3)])];
      expect([...journal.read()]).toEqual(written);
      expect(written.every((record) => record.epoch === epoch)).toBe(true);
      journal.close();
    });

    it('writes the same entries again when asked again: telling operations apart is not its business', () => {
      const journal = open();
      journal.append([entry(1)]);
      journal.append([entry(1)]);
      expect([...journal.read()].map(({ opId }) => opId)).toEqual([entry(1).opId, entry(1).opId]);
      journal.close();
    });

    it('is closed as often as wanted', () => {
      const journal = open();
      journal.close();
      journal.close();
    });
  });
}
