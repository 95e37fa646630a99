// Every "no" over HTTP: a status, a stable code and both wordings, never a stack trace or a path of this machine.
import type { FastifyReply } from 'fastify';
import { serverWording, type HttpCode } from '#protocol/wording.ts';

export function sendProblem(reply: FastifyReply, status: number, code: HttpCode): FastifyReply {
  return reply.code(status).send({ code, message: serverWording[code] });
}
