// Ballot codes over HTTP, for the operator alone: issuing a batch, and the cards to print, now or again.
import { randomBytes } from 'node:crypto';
import type { OpId } from '#domain/ids.ts';
import { BallotSheetsSchema, IssueBallotsBodySchema } from '#protocol/ballots.ts';
import { ProblemSchema } from '#protocol/http.ts';
import { sessionOf, type Services, type Web } from '../web.ts';

/** The names of a whole hall. */
const maxRosterBytes = 8 * 1024 * 1024;

export function ballotRoutes(web: Web, services: Services): void {
  const { ballotCodes, hallAddress } = services;

  // Answered as a command is: the batch is the newest one of the console's view, or the refusal says why there is none.
  web.post(
    '/api/ballots',
    { bodyLimit: maxRosterBytes, schema: { body: IssueBallotsBodySchema } },
    async (request, reply) => {
      const session = sessionOf(services, request, reply, 'operator');
      if (session === null) return reply;
      const { body } = request;
      return ballotCodes.issue(session.seat, session.device, {
        opId: body.opId ?? (randomBytes(16).toString('hex') as OpId),
        kind: body.kind,
        count: body.kind === 'codes' ? body.count : body.names.length,
        names: body.kind === 'codes' ? null : body.names,
      });
    },
  );

  web.get(
    '/api/ballots/cards',
    { schema: { response: { 200: BallotSheetsSchema, 401: ProblemSchema } } },
    async (request, reply) => {
      if (sessionOf(services, request, reply, 'operator') === null) return reply;
      void reply.header('cache-control', 'no-store');
      return {
        address: hallAddress(),
        sheets: ballotCodes.sheets().map((sheet) => ({ ...sheet, cards: [...sheet.cards] })),
      };
    },
  );
}
