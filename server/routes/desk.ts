// What the operator's desk fetches or sends over HTTP: seat cards, addresses, results, the event file, the journal, and
// commands that are too large for the lane (a definition with pictures).
import { stringify } from 'csv-stringify/sync';
import Type from 'typebox';
import type { Locale } from '#domain/text.ts';
import { resultsTable } from '#domain/results-table.ts';
import { IssueCardsBodySchema, LocaleQuerySchema, ProblemSchema, SeatCardsSchema } from '#protocol/http.ts';
import { demonstration } from '#domain/presets/demonstration.ts';
import { parseCommandMessage } from '../command-parser.ts';
import { sendProblem } from '../problem.ts';
import { resultsCsvRows } from '../results-csv.ts';
import { sessionOf, type Services, type Web } from '../web.ts';

const maxCommandBytes = 8 * 1024 * 1024;

export function deskRoutes(web: Web, services: Services): void {
  const { event, seats, addresses, hallAddress } = services;

  web.get(
    '/api/addresses',
    {
      schema: {
        response: {
          200: Type.Object({ addresses: Type.Array(Type.String()), hall: Type.Union([Type.String(), Type.Null()]) }),
        },
      },
    },
    async () => ({
      addresses: [...addresses()],
      hall: hallAddress(),
    }),
  );

  web.post('/api/command', { bodyLimit: maxCommandBytes }, async (request, reply) => {
    const session = sessionOf(services, request, reply, 'operator');
    if (session === null) return reply;
    const parsed = parseCommandMessage(request.body);
    if (parsed === null) return { ok: false, code: 'command.malformed', params: {}, retryable: false };
    return event.submit(session.seat, session.device, parsed.opId, parsed.command);
  });

  web.post(
    '/api/cards',
    { schema: { body: IssueCardsBodySchema, response: { 200: SeatCardsSchema, 401: ProblemSchema } } },
    async (request, reply) => {
      if (sessionOf(services, request, reply, 'operator') === null) return reply;
      const address = addresses()[0] ?? '';
      const panel = event.state.definition?.panel ?? [];
      const wanted = request.body.seats;
      const judges = wanted === undefined ? panel : panel.filter((judge) => wanted.includes(judge.seat));
      // Named seats get new codes (a lost card); the whole panel gets this run's cards again.
      const cards = seats.issueCards(
        judges.map((judge) => judge.seat),
        wanted !== undefined,
      );
      return {
        address,
        cards: cards.map(({ seat, digits, key }) => ({
          seat,
          digits,
          number: judges.find((judge) => judge.seat === seat)?.number ?? 0,
          link: `${address}/j/${key}`,
        })),
      };
    },
  );

  web.post('/api/cards/cue', async (request, reply) => {
    if (sessionOf(services, request, reply, 'operator') === null) return reply;
    const key = seats.issueCueKey();
    return { code: key, link: `${addresses()[0] ?? ''}/cue/${key}` };
  });

  web.get('/api/sample', async () => demonstration);

  web.get('/api/event.json', async (request, reply) => {
    if (sessionOf(services, request, reply, 'operator') === null) return reply;
    const { definition } = event.state;
    if (definition === null) return sendProblem(reply, 404, 'results.not-ready');
    return reply.header('content-disposition', 'attachment; filename="event.json"').send(definition);
  });

  web.get('/api/results.json', async (request, reply) => {
    if (sessionOf(services, request, reply, 'operator') === null) return reply;
    const table = resultsTable(event.state);
    if (table === null) return sendProblem(reply, 404, 'results.not-ready');
    return reply.header('content-disposition', 'attachment; filename="results.json"').send(table);
  });

  web.get('/api/results.csv', { schema: { querystring: LocaleQuerySchema } }, async (request, reply) => {
    if (sessionOf(services, request, reply, 'operator') === null) return reply;
    const table = resultsTable(event.state);
    if (table === null) return sendProblem(reply, 404, 'results.not-ready');
    const locale: Locale = request.query.lang ?? event.state.hallLocale;
    const csv = stringify([...resultsCsvRows(table, locale)], {
      bom: true,
      escape_formulas: true,
      record_delimiter: 'windows',
    });
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="results.csv"')
      .send(csv);
  });
}
