// Backups over HTTP, for the operator alone: which there are, make one now, save one to this device.
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import Type from 'typebox';
import { BackupSchema, BackupsSchema } from '#protocol/backups.ts';
import { ProblemSchema } from '#protocol/http.ts';
import { readBackupName } from '../backup-name.ts';
import { sendProblem } from '../problem.ts';
import { sessionOf, type Services, type Web } from '../web.ts';

export function backupRoutes(web: Web, services: Services): void {
  const { backups } = services;
  const { folder, second } = backups.settings;

  web.get(
    '/api/backups',
    { schema: { response: { 200: BackupsSchema, 401: ProblemSchema } } },
    async (request, reply) => {
      if (sessionOf(services, request, reply, 'operator') === null) return reply;
      return {
        folder,
        second,
        problem: backups.problem,
        spares: [...services.spares()].filter((address) => !services.event.state.spares.includes(address)),
        backups: [...backups.list()],
      };
    },
  );

  web.post(
    '/api/backups',
    { schema: { response: { 200: BackupSchema, 401: ProblemSchema, 503: ProblemSchema } } },
    async (request, reply) => {
      if (sessionOf(services, request, reply, 'operator') === null) return reply;
      const made = await backups.make('asked');
      if (made.ok) return made.backup;
      return sendProblem(reply, 503, made.problem === 'full' ? 'backup.disk-full' : 'backup.failed');
    },
  );

  web.get(
    '/api/backups/:name',
    { schema: { params: Type.Object({ name: Type.String({ maxLength: 200 }) }) } },
    async (request, reply) => {
      if (sessionOf(services, request, reply, 'operator') === null) return reply;
      const { name } = request.params;
      const known = readBackupName(name) === null ? undefined : backups.list().find((each) => each.name === name);
      if (known === undefined) return sendProblem(reply, 404, 'page.missing');
      return reply
        .type('application/vnd.sqlite3')
        .header('content-disposition', `attachment; filename="${known.name}"`)
        .header('content-length', known.bytes)
        .header('cache-control', 'no-store')
        .send(createReadStream(join(folder, known.name)));
    },
  );
}
