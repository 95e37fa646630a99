// Every write of the store goes through here: what an error of SQLite means for those who wait, and that nothing is built on
// a write of which nobody can say whether it happened.
import Database from 'better-sqlite3';
import { JournalFailure } from './journal.ts';

/** @throws JournalFailure where SQLite failed; anything else is a bug and thrown as it is. */
export type Write = <T>(work: () => T) => T;

/** A failed flush leaves the kernel's pages in doubt; everything else rolled back whole. */
function failureOf(error: InstanceType<typeof Database.SqliteError>): JournalFailure {
  return new JournalFailure('the store could not be written', {
    isUnknown: error.code.startsWith('SQLITE_IOERR'),
    reason: error.code === 'SQLITE_FULL' ? 'full' : 'error',
    cause: error,
  });
}

/** After a write of unknown outcome every later one fails untried: a flush that succeeds then would promise too much. */
export function guardedWrites(): Write {
  let inDoubt: JournalFailure | null = null;
  return (work) => {
    if (inDoubt !== null) throw inDoubt;
    try {
      return work();
    } catch (error) {
      const isBroken = error instanceof Database.SqliteError && !error.code.startsWith('SQLITE_CONSTRAINT');
      if (!isBroken) throw error;
      const failure = failureOf(error);
      if (failure.isUnknown) inDoubt = failure;
      throw failure;
    }
  };
}
