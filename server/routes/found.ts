// What a tablet still held when another one had taken its seat over: taken from the device that can show it once held the
// seat, and put beside the sheet for the operator's decision. Asking twice changes nothing.
import { FoundBodySchema, FoundSchema, ProblemSchema, type Found, type FoundBody } from '#protocol/http.ts';
import { sendProblem } from '../problem.ts';
import type { Session } from '../seats.ts';
import type { Services, Web } from '../web.ts';

type Item = FoundBody['items'][number];
type Result = Found['results'][number];

const maxBytes = 256 * 1024;

export function foundRoutes(web: Web, { event, seats }: Services): void {
  /** Null when the disk did not take it: the device asks again. */
  const offer = async ({ seat, device }: Session, { opId, ...sheet }: Item): Promise<Result | null> => {
    if (event.hasFrom(seat, opId)) return { opId, outcome: 'recorded-before' };
    const answer = await event.submit(seat, device, opId, { type: 'score.offer', ...sheet });
    if (answer.ok) return { opId, outcome: 'found', ...(answer.receipt === null ? {} : { receipt: answer.receipt }) };
    if (answer.retryable) return null;
    if (answer.code === 'scoring.not-open') return { opId, outcome: 'not-open' };
    return { opId, outcome: 'refused', code: answer.code };
  };

  web.post(
    '/api/found',
    {
      bodyLimit: maxBytes,
      schema: { body: FoundBodySchema, response: { 200: FoundSchema, 401: ProblemSchema, 503: ProblemSchema } },
    },
    async (request, reply) => {
      const once = seats.findOnceHeld(request.body.token);
      if (once === null) return sendProblem(reply, 401, 'session.missing');
      const results = await Promise.all(request.body.items.map((item) => offer(once, item)));
      const taken = results.filter((result) => result !== null);
      return taken.length < results.length ? sendProblem(reply, 503, 'server.storage-failed') : { results: taken };
    },
  );
}
