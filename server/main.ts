// The process: reads the command line, opens the store, listens, says where, and ends cleanly. Everything that can go
// wrong before the first request is one sentence and exit code 2.
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Value from 'typebox/value';
import { EventDefinitionSchema, type EventDefinition } from '#domain/definition.ts';
import type { OpId } from '#domain/ids.ts';
import { StoreUnusable } from '#db/journal.ts';
import { openSqlite, type SqliteStore } from '#db/sqlite.ts';
import { lanAddresses } from './addresses.ts';
import { buildApp } from './app.ts';
import { readConfig, usage } from './config.ts';
import { listen } from './listen.ts';
import { portTaken, sentenceFor, welcome } from './start-up.ts';

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

function openStore(folder: string): SqliteStore {
  try {
    mkdirSync(folder, { recursive: true });
    return openSqlite(join(folder, 'liangfen.db'));
  } catch (error) {
    if (error instanceof StoreUnusable) stop(sentenceFor(error));
    stop(sentenceFor(new StoreUnusable('store.unwritable', folder)));
  }
}

function readEventFile(file: string): EventDefinition {
  let document: unknown;
  try {
    document = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    stop(`${file} cannot be read as an event file (JSON). 无法把 ${file} 读作活动文件（JSON）。`);
  }
  if (Value.Check(EventDefinitionSchema, document)) return document;
  const [first] = Value.Errors(EventDefinitionSchema, document);
  stop(
    `${file} is not an event definition: ${first?.instancePath || '/'} ${first?.message ?? ''}. 这不是有效的活动文件。`,
  );
}

const config = readConfig(process.argv.slice(2), process.env);
if (typeof config === 'string') stop(config);
if (config.help) {
  process.stdout.write(usage);
  process.exit(0);
}

const firstEvent = config.open === null ? null : readEventFile(config.open);
const store = openStore(config.data);
let port = 0;
const { web, event, seats } = await buildApp({
  store,
  // dist/server/main.js and server/main.ts are one and two folders below the root.
  clients: fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../dist/clients' : '../clients', import.meta.url)),
  addresses: () => lanAddresses(port),
  hallAddress: () => null,
  logger: { level: process.env['LIANGFEN_LOG'] ?? 'warn' },
});
if (firstEvent !== null && event.state.definition === null)
  await event.submit({ role: 'operator' }, 'command line', randomBytes(16).toString('hex') as OpId, {
    type: 'event.define',
    definition: firstEvent,
  });

const found = await listen(web, config.host, config.port);
if (found === null) {
  await web.close();
  stop(portTaken(config.port));
}
port = found;
process.stdout.write(welcome(lanAddresses(port), seats.issueOperatorCode()));

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void web.close().then(() => process.exit(0)));
