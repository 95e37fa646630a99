// The victim of the kill test: appends one fact after the other and says each number once it is acknowledged.
import { openSqlite } from '#db/sqlite.ts';

const { journal } = openSqlite(process.argv[2] ?? '');
for (;;) {
  const [record] = journal.append([
    {
      at: Date.now(),
      opId: '0'.repeat(32),
      opHash: '0'.repeat(64),
      by: '{}',
      device: '',
      type: 'stage.cleared',
      body: '{}',
    },
  ]);
  process.stdout.write(`${record?.seq}\n`);
}
