// Backups that were made under load: each is a whole, undamaged beginning of the journal, and one that was asked for holds everything
// that had been acknowledged when it was (I10, I1).
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { History } from '../history/history.ts';
import { readJournal, type Row } from '../history/journal-file.ts';
import type { Findings } from './finding.ts';

export function checkBackups(history: History, data: string, rows: readonly Row[], findings: Findings): void {
  const folder = join(data, 'backups');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.db')) : [];
  for (const name of names) {
    const length = lengthOf(join(folder, name), name, rows, findings);
    history.counters.add('backups read through');
    const asked = history.backups.find((backup) => backup.name === name);
    if (asked === undefined || length === null) continue;
    history.counters.add('backups asked for under load');
    findings.expect(
      'I10',
      asked.seq === length,
      () => `backup ${name} was said to end at ${asked.seq}, it has ${length}`,
    );
    const told = history.toldUntil(asked.at);
    findings.expect(
      'I1',
      length >= told,
      () => `backup ${name} ends at ${length}; ${told} had been told before it was asked for`,
    );
  }
  for (const { name } of history.backups)
    findings.expect('I10', names.includes(name), () => `backup ${name} was said to be there and is not`);
}

function lengthOf(file: string, name: string, final: readonly Row[], findings: Findings): number | null {
  try {
    const { rows, integrity } = readJournal(file);
    const isPrefix = rows.every(({ hash, body }, at) => hash === final[at]?.hash && body === final[at].body);
    findings.expect(
      'I10',
      integrity === 'ok' && isPrefix,
      () => `backup ${name}: ${integrity === 'ok' ? 'not a beginning of the journal' : integrity}`,
    );
    return rows.length;
  } catch (error) {
    findings.add('I10', `backup ${name} cannot be opened: ${String(error)}`);
    return null;
  }
}
