// What the operator's desk fetches or sends over HTTP: seat cards, addresses, results, the event file, the journal, and
// commands that are too large for the lane (a definition with pictures).
import { stringify } from 'csv-stringify/sync';
import Type from 'typebox';
import type { Locale } from '#domain/text.ts';
import { resultsTable, type ResultsTable } from '#domain/results-table.ts';
import {
  CueCardSchema,
  IssueCardsBodySchema,
  IssueCueBodySchema,
  LocaleQuerySchema,
  ProblemSchema,
  SeatCardsSchema,
  type ResultsDocument,
} from '#protocol/http.ts';
import { demonstration } from '#domain/presets/demonstration.ts';
import { parseCommandMessage } from '../command-parser.ts';
import { attachment, fileStem } from '../file-name.ts';
import { sendProblem } from '../problem.ts';
import { resultsCsvRows } from '../results-csv.ts';
import { sessionOf, type Services, type Web } from '../web.ts';

const maxCommandBytes = 8 * 1024 * 1024;

const fileWords = {
  'zh-CN': { results: '成绩', event: '活动' },
  en: { results: 'results', event: 'event' },
} as const;

const resultsStem = ({ event }: ResultsTable, locale: Locale) =>
  fileStem(event.shortName ?? event.name, fileWords[locale].results, locale);

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
      const hidden = seats.seatsWithHiddenCards();
      // Named seats get new codes (a lost card). Otherwise cards of an earlier run are left alone: they are in people's hands.
      const judges = panel.filter(({ seat }) => (wanted === undefined ? !hidden.has(seat) : wanted.includes(seat)));
      const cards = await seats.issueCards(
        judges.map((judge) => judge.seat),
        wanted !== undefined,
      );
      const stillHidden = seats.seatsWithHiddenCards();
      return {
        address,
        cards: cards.map(({ seat, digits, key }) => ({
          seat,
          digits,
          number: judges.find((judge) => judge.seat === seat)?.number ?? 0,
          link: `${address}/j/${key}`,
        })),
        hidden: panel.filter(({ seat }) => stillHidden.has(seat)).map(({ seat }) => seat),
      };
    },
  );

  web.post(
    '/api/cards/cue',
    { schema: { body: IssueCueBodySchema, response: { 200: CueCardSchema, 401: ProblemSchema } } },
    async (request, reply) => {
      if (sessionOf(services, request, reply, 'operator') === null) return reply;
      const code = await seats.issueCueCode(request.body?.endsFormer === true);
      return { code, link: `${addresses()[0] ?? ''}/cue/${code}` };
    },
  );

  web.get('/api/sample', async () => demonstration);

  web.get('/api/event.json', async (request, reply) => {
    if (sessionOf(services, request, reply, 'operator') === null) return reply;
    const { definition, hallLocale } = event.state;
    if (definition === null) return sendProblem(reply, 404, 'results.not-ready');
    const stem = fileStem(definition.shortName ?? definition.name, fileWords[hallLocale].event, hallLocale);
    return reply.header('content-disposition', attachment(stem, 'json', 'event')).send(definition);
  });

  web.get('/api/results.json', async (request, reply) => {
    if (sessionOf(services, request, reply, 'operator') === null) return reply;
    const table = resultsTable(event.state);
    if (table === null) return sendProblem(reply, 404, 'results.not-ready');
    const journal = { epoch: event.epoch, seq: event.seq, hash: event.headHash };
    return reply
      .header('content-disposition', attachment(resultsStem(table, table.hallLocale), 'json', 'results'))
      .header('cache-control', 'no-store')
      .send({ ...table, exportedAt: services.clock.now(), journal } satisfies ResultsDocument);
  });

  web.get('/api/results.csv', { schema: { querystring: LocaleQuerySchema } }, async (request, reply) => {
    if (sessionOf(services, request, reply, 'operator') === null) return reply;
    const table = resultsTable(event.state);
    if (table === null) return sendProblem(reply, 404, 'results.not-ready');
    const locale: Locale = request.query.lang ?? event.state.hallLocale;
    const csv = stringify([...resultsCsvRows(table, locale)], {
      bom: true,
      // A cell that a spreadsheet would take for a formula is made plain text.
      escape_formulas: true,
      record_delimiter: 'windows',
    });
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', attachment(resultsStem(table, locale), 'csv', 'results'))
      .header('cache-control', 'no-store')
      .send(csv);
  });
}
