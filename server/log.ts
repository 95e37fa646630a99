// What the machine notes for those who look for a fault later: JSON lines on the error output, quiet by default. Keys of
// links and cookies are secrets of the seats and never get into it.
import type { FastifyRequest, FastifyServerOptions } from 'fastify';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A key in a link is a secret: the log keeps the kind of link, not the key. */
export const withoutKeys = (url: string): string =>
  url.replace(/^\/(j|cue)\/[^?]+/, '/$1/…').replace(/([?&](?:code|key)=)[^&]+/g, '$1…');

/** `part` tells the lines of the two processes apart. */
export function logOptions(
  level: LogLevel,
  part: 'server' | 'hall',
): Exclude<FastifyServerOptions['logger'], undefined> {
  return {
    level,
    name: `liangfen-${part}`,
    stream: process.stderr,
    redact: ['req.headers.cookie', 'res.headers["set-cookie"]'],
    serializers: {
      req: (request: FastifyRequest) => ({
        method: request.method,
        url: withoutKeys(request.url),
        remoteAddress: request.ip,
      }),
    },
  };
}
