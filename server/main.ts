// The process: reads the command line, opens the store, listens, says where, and ends cleanly. Everything that can go
// wrong before the first request is one sentence and exit code 2.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { OpId } from '#domain/ids.ts';
import { JournalFailure, StoreUnusable } from '#db/journal.ts';
import { storeName } from '#db/restore.ts';
import { boxName } from '#db/sqlite-ballot-box.ts';
import { openSqlite, type SqliteStore } from '#db/sqlite.ts';
import { lanAddresses } from './addresses.ts';
import { buildApp } from './app.ts';
import { hasScreen, openBrowser } from './browser.ts';
import { bootName, forgetAnchor, readAnchor, writeAnchor } from './clock-file.ts';
import { readConfig, usage, type Config } from './config.ts';
import { EventClock } from './event-clock.ts';
import { readEventFile } from './event-file.ts';
import { HallProcess } from './hall-process.ts';
import { listen } from './listen.ts';
import { logOptions } from './log.ts';
import { mainPorts } from './ports.ts';
import {
  crashed,
  eventKept,
  hallPortTaken,
  hostUnknown,
  pagesMissing,
  portTaken,
  sentenceFor,
  storageInDoubt,
  welcome,
} from './start-up.ts';
import { onSupervisorGone, reportReady, takeHandover } from './supervised.ts';
import type { Web } from './web.ts';

/** The supervisor takes the first as final; after the second it tries again. */
const cannotStart = 2;
const storageFails = 74;

function stop(sentence: string, code = cannotStart): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}

const handover = takeHandover(process.env);
const { resume } = handover;

function stopFor(error: StoreUnusable): never {
  const mayPass = error.code === 'store.full' || error.code === 'store.failing';
  // In the middle of an event the space that is made or the disk that answers again brings the server back by itself.
  stop(sentenceFor(error), mayPass && resume !== null ? storageFails : cannotStart);
}

function openStore(folder: string): SqliteStore {
  try {
    mkdirSync(folder, { recursive: true });
    return openSqlite(join(folder, storeName));
  } catch (error) {
    stopFor(error instanceof StoreUnusable ? error : new StoreUnusable('store.unwritable', folder));
  }
}

const portPauseMs = 250;

async function listenOrStop(web: Web, { host, port }: Config): Promise<number> {
  try {
    const ports = mainPorts(resume?.port ?? port);
    let found = await listen(web, host, ports);
    // The port of a server that has just died may be on its way back.
    for (let tries = 20; found === null && resume !== null && tries > 0; tries -= 1) {
      await pause(portPauseMs);
      found = await listen(web, host, ports);
    }
    return found ?? stop(portTaken(port));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL', 'EAFNOSUPPORT'].includes(code)) stop(hostUnknown(host));
    throw error;
  }
}

const config = readConfig(process.argv.slice(2), process.env);
if (typeof config === 'string') stop(config);
if (config.help) {
  process.stdout.write(usage);
  process.exit(0);
}

// dist/server/main.js stands two folders below the root, server/main.ts one; each finds the hall beside itself.
const isSource = import.meta.url.endsWith('.ts');
const beside = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const clients = beside(isSource ? '../dist/clients' : '../clients');
const audiencePages = beside(isSource ? '../dist/audience' : '../audience');
if (![clients, audiencePages].every((folder) => existsSync(folder))) stop(pagesMissing);

const firstEvent = config.open === null ? null : readEventFile(config.open);
if (typeof firstEvent === 'string') stop(firstEvent);
const { data } = config;
const store = openStore(data);
const boot = bootName(handover.supervisor);
const clock = new EventClock(readAnchor(data, boot));

function issueCodeOrStop(): string {
  try {
    return seats.issueOperatorCode(resume?.code ?? null);
  } catch (error) {
    if (!(error instanceof JournalFailure)) throw error;
    return stopFor(new StoreUnusable(error.reason === 'full' ? 'store.full' : 'store.failing', data));
  }
}

let port = 0;
const { web, event, seats, ballotCodes, incoming } = await buildApp({
  store,
  clients,
  addresses: () => lanAddresses(config.host, port),
  hallAddress: () => (hall.port === null ? null : (lanAddresses(config.host, hall.port)[0] ?? null)),
  logger: logOptions(config.log, 'server'),
  spares: config.spares,
  backups: {
    folder: join(data, 'backups'),
    second: config.backup,
    copyBox: (to) => hall.copyBox(to),
    program: beside(isSource ? './backup-worker.ts' : './backup-worker.js'),
  },
  clock,
});
writeAnchor(data, boot, clock);
const hall = new HallProcess(
  { event, ballotCodes, incoming },
  {
    program: beside(isSource ? './hall/main.ts' : './hall.js'),
    pages: audiencePages,
    box: join(data, boxName),
    host: config.host,
    port: config.hallPort,
    knownPort: resume?.hallPort ?? null,
    log: config.log,
    onDeath: (how) => web.log.warn({ how }, 'the hall ended and is started again'),
  },
);
// A terminal or a pipe that went away takes its words with it, not the event.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
// A fault of our own: nothing is caught in order to go on, and the journal holds only what was acknowledged.
process.on('uncaughtException', (error) => {
  web.log.fatal(error);
  const isInDoubt = error instanceof JournalFailure;
  // Started again at once, there is nothing for a person to do.
  if (handover.supervisor === null) process.stderr.write(`${isInDoubt ? storageInDoubt : crashed}\n`);
  process.exit(isInDoubt ? storageFails : 1);
});

let isEnding = false;
function end(): void {
  if (isEnding) return;
  isEnding = true;
  forgetAnchor(data);
  hall.stop();
  void web.close().then(() => process.exit(0));
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
onSupervisorGone(handover, end);

if (firstEvent !== null && event.state.definition === null)
  await event.submit({ role: 'operator' }, 'command line', randomBytes(16).toString('hex') as OpId, {
    type: 'event.define',
    definition: firstEvent,
  });
else if (config.open !== null) process.stdout.write(eventKept(config.open));

port = await listenOrStop(web, config);
const hasHall = await hall.start(port);
if (!hasHall && config.hallPort !== null && resume === null) {
  hall.stop();
  stop(hallPortTaken(config.hallPort));
}

const code = issueCodeOrStop();
reportReady(handover, { port, hallPort: hall.port ?? resume?.hallPort ?? null, code });
if (resume === null) process.stdout.write(welcome(lanAddresses(config.host, port), code));
if (resume === null && config.opensBrowser && hasScreen(process.env, process.stdout.isTTY)) {
  // Beside the server the loopback address is the surest one, unless it was told to listen elsewhere only.
  const [own = ''] = lanAddresses(config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host, port);
  openBrowser(`${own}/host?code=${code}`);
}
