// How one entry's result came about, for the operator who asks. Fetched and not pushed: with every view it would cost more than
// everything else the console is sent, and it is read a few times in an evening.
import Type from 'typebox';
import { EntryIdSchema } from '#domain/ids.ts';
import { explainedEntry } from '#domain/roles/explained-entry.ts';
import { sendProblem } from '../problem.ts';
import { sessionOf, type Services, type Web } from '../web.ts';

const ParamsSchema = Type.Object({ entry: EntryIdSchema });

export function explanationRoutes(web: Web, services: Services): void {
  web.get('/api/entries/:entry/explanation', { schema: { params: ParamsSchema } }, async (request, reply) => {
    if (sessionOf(services, request, reply, 'operator') === null) return reply;
    const explained = explainedEntry(services.event.state, request.params.entry);
    if (explained === null) return sendProblem(reply, 404, 'results.not-ready');
    return reply.header('cache-control', 'no-store').send(explained);
  });
}
