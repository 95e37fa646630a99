// Joining: a printed code or a personal link becomes a session of its seat. Opening a link twice uses nothing up; a judge's
// seat that another device holds is taken over only when asked for, and both sides are told.
import { randomBytes } from 'node:crypto';
import Type from 'typebox';
import type { OpId, ScreenId } from '#domain/ids.ts';
import { JoinBodySchema, JoinedSchema, ProblemSchema } from '#protocol/http.ts';
import type { WireRole } from '#protocol/messages.ts';
import { cookieName, cookieOptions } from '../cookies.ts';
import { sendProblem } from '../problem.ts';
import type { Session } from '../seats.ts';
import { TryBudget } from '../try-budget.ts';
import { deviceLabel, type Services, type Web } from '../web.ts';

const RoleQuerySchema = Type.Object({
  role: Type.Union([Type.Literal('operator'), Type.Literal('judge'), Type.Literal('screen'), Type.Literal('cue')]),
});
const problems = { 401: ProblemSchema, 409: ProblemSchema, 429: ProblemSchema };

const seatIdOf = ({ seat }: Session) => (seat.role === 'judge' ? seat.seat : null);

export function joinRoutes(web: Web, services: Services): void {
  const { seats, event, lane } = services;
  const budget = new TryBudget();

  web.post(
    '/api/join',
    { schema: { body: JoinBodySchema, response: { 200: JoinedSchema, ...problems } } },
    async (request, reply) => {
      const client = request.ip;
      if (budget.isSpent(client)) return sendProblem(reply, 429, 'join.too-many-tries');
      const seat = seats.seatOfCode(request.body.code);
      if (seat === null || seat.role === 'screen' || seat.role === 'audience') {
        budget.recordWrong(client);
        return sendProblem(reply, 401, 'join.wrong-code');
      }
      const device = deviceLabel(request.headers['user-agent']);
      const own = seats.find(request.cookies[cookieName(seat.role)], seat.role);
      const answer = { role: seat.role, seat: seat.role === 'judge' ? seat.seat : null };
      if (seat.role === 'judge') {
        // The same tablet scanning its card again is simply still here.
        if (typeof own !== 'string' && seatIdOf(own) === seat.seat) return answer;
        const holders = seats.holders(seat);
        if (holders.length > 0 && request.body.takeOver !== true) return sendProblem(reply, 409, 'seat.in-use');
        const opId = randomBytes(16).toString('hex') as OpId;
        const joined = await event.submit(seat, device, opId, {
          type: 'seat.join',
          device,
          takesOver: holders.length > 0,
        });
        if (!joined.ok) return sendProblem(reply, 401, 'seat.removed');
        for (const holder of holders) {
          seats.revoke(holder.id, 'seat.taken-over');
          lane.end(holder.id, 'seat.taken-over');
        }
      } else if (typeof own !== 'string') return answer;
      const { token } = seats.open(seat, device);
      void reply.setCookie(cookieName(seat.role), token, cookieOptions);
      return answer;
    },
  );

  web.post('/api/join/screen', { schema: { response: { 200: JoinedSchema } } }, async (request, reply) => {
    const known = seats.find(request.cookies[cookieName('screen')], 'screen');
    if (typeof known === 'string') {
      const screen = `screen-${randomBytes(6).toString('hex')}` as ScreenId;
      const { token } = seats.open({ role: 'screen', screen }, deviceLabel(request.headers['user-agent']));
      void reply.setCookie(cookieName('screen'), token, cookieOptions);
    }
    return { role: 'screen' as const, seat: null };
  });

  web.get(
    '/api/session',
    { schema: { querystring: RoleQuerySchema, response: { 200: JoinedSchema, 401: ProblemSchema } } },
    async (request, reply) => {
      const { role } = request.query;
      const found = seats.find(request.cookies[cookieName(role)], role);
      return typeof found === 'string' ? sendProblem(reply, 401, found) : { role, seat: seatIdOf(found) };
    },
  );

  web.post('/api/leave', { schema: { querystring: RoleQuerySchema } }, async (request, reply) => {
    const role: WireRole = request.query.role;
    const found = seats.find(request.cookies[cookieName(role)], role);
    if (typeof found !== 'string') {
      seats.revoke(found.id, 'session.revoked');
      lane.end(found.id, 'session.revoked');
    }
    void reply.clearCookie(cookieName(role), { path: '/' });
    return { ok: true };
  });
}
