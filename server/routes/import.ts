// Import: a file in, rows and guesses out. Nothing is saved here; what is saved comes back as an event.define.
import Type from 'typebox';
import type { FastifyError } from 'fastify';
import { IMPORT_CODES } from '#protocol/import.ts';
import { maxFileBytes } from '../import/limits.ts';
import { readUpload } from '../import/read-upload.ts';
import { sendProblem } from '../problem.ts';
import { sessionOf, type Services, type Web } from '../web.ts';

const isCode = (value: unknown): value is (typeof IMPORT_CODES)[number] =>
  (IMPORT_CODES as readonly unknown[]).includes(value);

export function importRoutes(web: Web, services: Services): void {
  // A scope of its own: raw bytes are a body here and nowhere else.
  void web.register(async (scope) => {
    scope.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: maxFileBytes },
      (_request, body, done) => done(null, body),
    );
    scope.post<{ Querystring: { name?: string } }>(
      '/api/import',
      {
        schema: { querystring: Type.Object({ name: Type.Optional(Type.String({ maxLength: 200 })) }) },
        bodyLimit: maxFileBytes,
        errorHandler: (error: FastifyError, _request, reply) => {
          if (error.statusCode === 413) sendProblem(reply, 413, 'import.too-large');
          else if (error.statusCode !== undefined) sendProblem(reply, error.statusCode, 'request.malformed');
          else throw error;
        },
      },
      async (request, reply) => {
        if (sessionOf(services, request, reply, 'operator') === null) return reply;
        if (!Buffer.isBuffer(request.body)) return sendProblem(reply, 415, 'request.malformed');
        const answer = await readUpload(request.body, request.query.name ?? '');
        return isCode(answer) ? sendProblem(reply, 422, answer) : answer;
      },
    );
  });
}
