// How a device that lost its server finds the event at another address and goes on there: it asks each address it knows which
// event it has, and brings its move token to the one that has its own.
import { MoveBodySchema, MovedSchema, ProblemSchema, WhereSchema } from '#protocol/http.ts';
import { cookieName, cookieOptions } from '../cookies.ts';
import { sendProblem } from '../problem.ts';
import type { Services, Web } from '../web.ts';

export function moveRoutes(web: Web, { event, seats }: Services): void {
  web.get('/api/where', { schema: { response: { 200: WhereSchema } } }, async (_request, reply) => {
    // Read by pages of other addresses; it tells nothing that a visitor of this one does not see.
    void reply.header('access-control-allow-origin', '*').header('cache-control', 'no-store');
    return { app: 'liangfen' as const, epoch: event.epoch, ancestors: [...event.ancestors], seq: event.seq };
  });

  web.post(
    '/api/move',
    { schema: { body: MoveBodySchema, response: { 200: MovedSchema, 401: ProblemSchema } } },
    async (request, reply) => {
      const { role, token } = request.body;
      const renewed = seats.renew(token, role);
      if (typeof renewed === 'string') return sendProblem(reply, 401, renewed);
      void reply.setCookie(cookieName(role), renewed.token, cookieOptions);
      const { seat } = renewed.session;
      return { ok: true as const, role, seat: seat.role === 'judge' ? seat.seat : null };
    },
  );
}
