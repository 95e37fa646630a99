// The audience's own process, so that the crowd never slows the judges. Started by the server's process, told by it what the
// audience may see and which polls are open, and never longer alive than it. It alone has the ballot box.
import { parseArgs } from 'node:util';
import { openBallotBox } from '#db/sqlite-ballot-box.ts';
import type { HallReport, HallUpdate } from '#protocol/hall.ts';
import { listen } from '../listen.ts';
import { logOptions, type LogLevel } from '../log.ts';
import { buildHall } from './hall.ts';

const { values } = parseArgs({
  options: {
    box: { type: 'string', default: ':memory:' },
    pages: { type: 'string', default: '' },
    host: { type: 'string', default: '127.0.0.1' },
    ports: { type: 'string', default: '0' },
    log: { type: 'string', default: 'warn' },
  },
});

// A channel that closes means that the parent has gone, however it went.
process.once('disconnect', () => process.exit(0));
// Ctrl-C reaches both processes; the parent ends first and takes this one along.
process.on('SIGINT', () => {});

// A parent that ended meanwhile needs no report.
const report = (what: HallReport) => process.send?.(what, () => {});
const hall = await buildHall({
  pages: values.pages,
  logger: logOptions(values.log as LogLevel, 'hall'),
  box: openBallotBox(values.box),
  report,
});
// No phone is answered before it is known which polls there are.
await new Promise<void>((told) =>
  process.on('message', (update: HallUpdate) => {
    hall.take(update);
    if (update.kind === 'audience-view') told();
  }),
);

const port = await listen(hall.web, values.host, values.ports.split(',').map(Number));
report(port === null ? { kind: 'no-port' } : { kind: 'listening', port });
