// What the routes need: the live event, the seats, the lane to cut devices off, and the session of a request.
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { WireRole } from '#protocol/messages.ts';
import { cookieName } from './cookies.ts';
import type { Backups } from './backups.ts';
import type { BallotCodes } from './ballot-codes.ts';
import type { EventClock } from './event-clock.ts';
import type { LiveEvent } from './live-event.ts';
import { sendProblem } from './problem.ts';
import type { Seats, Session } from './seats.ts';
import type { Lane } from './sockets.ts';

export type Web = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

export interface Services {
  readonly event: LiveEvent;
  readonly seats: Seats;
  readonly lane: Lane;
  readonly clock: EventClock;
  readonly backups: Backups;
  readonly ballotCodes: BallotCodes;
  /** Addresses where the event would go on, should this computer break. */
  readonly spares: () => readonly string[];
  /** Addresses of this machine in the hall's network, best first: `http://192.168.1.20:8080`. */
  readonly addresses: () => readonly string[];
  /** Where phones go; null while the hall's process is not up. */
  readonly hallAddress: () => string | null;
}

/** The request's session in that role, or null after the problem has been sent. */
export function sessionOf(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  role: WireRole,
): Session | null {
  const found = services.seats.find(request.cookies[cookieName(role)], role);
  if (typeof found !== 'string') return found;
  sendProblem(reply, 401, found);
  return null;
}

/** "Chromium on Linux": enough for a person to tell two tablets apart in the record. */
export function deviceLabel(userAgent: string | undefined): string {
  const agent = userAgent ?? '';
  const browser = /MicroMessenger|Edg|Firefox|Chrome|Safari/.exec(agent)?.[0] ?? 'browser';
  const system = /iPad|iPhone|Android|Windows|Mac OS|Linux/.exec(agent)?.[0] ?? 'device';
  return `${browser} · ${system}`;
}
