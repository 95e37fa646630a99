// Votes go into every backup and come out of it: on another computer the poll goes on with the ballots that were cast.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Backup } from '#protocol/backups.ts';
import { Phone } from '#tests/kit/phone.ts';
import { countOf, phones, pollId, pollingDay, run } from '#tests/kit/polling-day.ts';
import { endAll, newFolder, startProgram } from '#tests/kit/process.ts';
import { until } from '#tests/kit/server.ts';
import { restore } from '../../command-line/restore.ts';

const open: { close(): void }[] = [];
const keep = <T extends { close(): void }>(connection: T): T => {
  open.push(connection);
  return connection;
};
afterEach(async () => {
  open.splice(0).forEach((connection) => connection.close());
  await endAll();
});

/** A poll with three votes that is still open. */
async function openPoll() {
  const day = await pollingDay(keep);
  await day.operator.tell({ type: 'poll.open', poll: pollId });
  const voters = await phones(day, keep, 3);
  await Promise.all(voters.map((phone, at) => phone.vote(run(1), ['entry-1'], { code: day.codes[at] ?? '' })));
  return day;
}

describe('a poll that is open when its computer breaks', () => {
  it.each(['a backup', 'the data folder'])(
    'goes on elsewhere from %s, with every ballot that was cast',
    async (from) => {
      const day = await openPoll();
      const made = (await (await day.desk.post('/api/backups')).json()) as Backup;
      await day.server.kill('SIGKILL');
      const { folder } = day.server;
      const file = from === 'a backup' ? join(folder, 'backups', made.name) : join(folder, 'liangfen.db');
      // The hall ends a moment after its server; only then nobody holds the box.
      const data = newFolder();
      let code = 2;
      for (let tries = 0; tries < 50 && code !== 0; tries += 1) {
        ({ code } = await restore({ locale: 'en', backup: file, data }));
        if (code !== 0) await new Promise((next) => setTimeout(next, 100));
      }
      expect(code).toBe(0);
      expect(existsSync(join(data, 'ballots.db'))).toBe(true);

      const server = await startProgram(data);
      const desk = await server.device().join(server.operatorCode);
      const operator = keep(desk.connect('operator'));
      await until('the desk has a view', () => operator.messages.length > 0);
      const again = { ...day, server, desk, operator, hall: await server.hallUrl() };
      const phone = keep(await Phone.open(again.hall));
      await until('the poll is open', () => phone.view?.polls[0]?.status === 'open');
      const vote = (at: number) => phone.vote(run(1), ['entry-2'], { code: day.codes[at] ?? '' });
      expect(await vote(0)).toMatchObject({ code: 'vote.already-cast' });
      expect(await vote(3)).toMatchObject({ ok: true });
      await operator.tell({ type: 'poll.close', run: run(1) });
      await until('the votes are counted', () => countOf(again) !== null);
      expect(countOf(again)?.result).toMatchObject({ ballots: 4, rejected: { repeated: 1 } });
    },
  );
});
