// Joining: a printed code or a personal link becomes a session of its seat. Opening a link twice uses nothing up; a judge's
// seat that another device holds is taken over only when asked for, and both sides are told.
import { randomBytes } from 'node:crypto';
import Type from 'typebox';
import type { ScreenId } from '#domain/ids.ts';
import { JoinBodySchema, JoinedSchema, ProblemSchema, type JoinCode } from '#protocol/http.ts';
import type { WireRole } from '#protocol/messages.ts';
import { cookieName, cookieOptions } from '../cookies.ts';
import type { Joining } from '../joining.ts';
import { sendProblem } from '../problem.ts';
import type { Session } from '../seats.ts';
import { deviceLabel, type Services, type Web } from '../web.ts';

const RoleQuerySchema = Type.Object({
  role: Type.Union([Type.Literal('operator'), Type.Literal('judge'), Type.Literal('screen'), Type.Literal('cue')]),
});
const problems = { 401: ProblemSchema, 409: ProblemSchema, 429: ProblemSchema };

const statusOf = {
  'join.wrong-code': 401,
  'join.too-many-tries': 429,
  'seat.in-use': 409,
  'seat.removed': 401,
  'session.missing': 401,
  'server.storage-failed': 503,
} as const satisfies Record<JoinCode, number>;

const seatIdOf = ({ seat }: Session) => (seat.role === 'judge' ? seat.seat : null);

export function joinRoutes(web: Web, services: Services, joining: Joining): void {
  const { seats, lane } = services;

  web.post(
    '/api/join',
    { schema: { body: JoinBodySchema, response: { 200: JoinedSchema, ...problems } } },
    async (request, reply) => {
      const { code, takeOver } = request.body;
      const joined = await joining.join({
        code,
        takeOver: takeOver === true,
        ip: request.ip,
        device: deviceLabel(request.headers['user-agent']),
        tokenOf: (role) => request.cookies[cookieName(role)],
      });
      if (!joined.ok) return sendProblem(reply, statusOf[joined.code], joined.code);
      if (joined.token !== null) void reply.setCookie(cookieName(joined.role), joined.token, cookieOptions);
      return { role: joined.role, seat: joined.seat, moveToken: joined.moveToken };
    },
  );

  web.post('/api/join/screen', { schema: { response: { 200: JoinedSchema } } }, async (request, reply) => {
    const known = seats.find(request.cookies[cookieName('screen')], 'screen');
    let moveToken: string | null = null;
    if (typeof known === 'string') {
      const screen = `screen-${randomBytes(6).toString('hex')}` as ScreenId;
      const opened = seats.open({ role: 'screen', screen }, deviceLabel(request.headers['user-agent']));
      moveToken = opened.moveToken;
      void reply.setCookie(cookieName('screen'), opened.token, cookieOptions);
    }
    return { role: 'screen' as const, seat: null, moveToken };
  });

  web.get(
    '/api/session',
    { schema: { querystring: RoleQuerySchema, response: { 200: JoinedSchema, 401: ProblemSchema } } },
    async (request, reply) => {
      const { role } = request.query;
      const found = seats.find(request.cookies[cookieName(role)], role);
      return typeof found === 'string'
        ? sendProblem(reply, 401, found)
        : { role, seat: seatIdOf(found), moveToken: null };
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
