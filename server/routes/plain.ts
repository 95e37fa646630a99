// The plain score page: for tablets too old for the judge's page. Only markup and forms, the same seats, rules and
// refusals; a score goes the same way into the same queue, with an operation id that was made with its form.
import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Command } from '#domain/commands.ts';
import { OpIdSchema, type EntryId, type OpId } from '#domain/ids.ts';
import type { RefusalParams } from '#domain/refusals.ts';
import { judge } from '#domain/roles/judge.ts';
import type { JudgeView, OwnSheet } from '#domain/roles/judge-view.ts';
import type { Locale } from '#domain/text.ts';
import { refusalWording } from '#domain/wording/refusals.ts';
import type { Answer } from '#protocol/messages.ts';
import { serverWording } from '#protocol/wording.ts';
import Value from 'typebox/value';
import { parseCommandMessage } from '../command-parser.ts';
import { cookieName, cookieOptions } from '../cookies.ts';
import type { Joining } from '../joining.ts';
import { joinPage } from '../plain/join-page.ts';
import { listPage } from '../plain/list-page.ts';
import { renderPage } from '../plain/page.ts';
import { resultPage } from '../plain/result-page.ts';
import { asTyped, readSheet, startingSheet } from '../plain/sheet-form.ts';
import { reviewPage, sheetPage, type SheetPage } from '../plain/sheet-page.ts';
import { fill, sayIn } from '../plain/wording.ts';
import { html } from '../plain/html.ts';
import type { Session } from '../seats.ts';
import { deviceLabel, type Services, type Web } from '../web.ts';

const languageCookie = 'lf_plain_lang';
const formType = 'application/x-www-form-urlencoded';
const maxFormBytes = 16 * 1024;

type Refused = Extract<Answer, { ok: false }>;

/** One request of a judge on the plain page. */
interface Visit {
  readonly session: Session;
  readonly view: JudgeView;
  readonly locale: Locale;
}

const makeOpId = () => randomBytes(16).toString('hex') as OpId;
const queryOf = (request: FastifyRequest) => request.query as Record<string, unknown>;
const formOf = (request: FastifyRequest) =>
  request.body instanceof URLSearchParams ? request.body : new URLSearchParams();

/** The language asked for in the address, kept in a cookie, or the browser's. */
function localeOf(request: FastifyRequest, reply: FastifyReply): Locale {
  const act = formOf(request).get('act') ?? '';
  const asked = act.startsWith('lang:') ? act.slice('lang:'.length) : queryOf(request)['lang'];
  if (asked === 'zh-CN' || asked === 'en') {
    void reply.setCookie(languageCookie, asked, cookieOptions);
    return asked;
  }
  const kept = request.cookies[languageCookie] ?? request.headers['accept-language'] ?? 'zh';
  return kept.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}

/** Old browsers do not know SameSite: a form from another site is known by where it says it comes from. */
function isOwnForm(request: FastifyRequest): boolean {
  const from = request.headers.origin ?? request.headers.referer ?? '';
  return URL.canParse(from) && new URL(from).host === request.headers.host;
}

function sentenceOf({ code, params }: { code: Refused['code']; params: RefusalParams }, locale: Locale): string {
  const wording = code in refusalWording ? refusalWording[code as keyof typeof refusalWording] : null;
  const { zh, en } = wording ?? serverWording[code as keyof typeof serverWording];
  const { min = '', max = '', step = '', count = 0 } = params;
  return fill(locale === 'en' ? en : zh, { min, max, step, count });
}

export async function plainRoutes(web: Web, services: Services, joining: Joining): Promise<void> {
  const { event, seats } = services;

  const page = (reply: FastifyReply, text: string, status = 200): FastifyReply =>
    reply
      .code(status)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      // The form must be able to say where it comes from.
      .header('referrer-policy', 'same-origin')
      .send(text);

  const viewOf = ({ seat }: Session): JudgeView | null =>
    seat.role === 'judge' ? judge.view(event.state, seat.seat) : null;

  /** The judge of this request; null after the way in has been shown. */
  const visitOf = (request: FastifyRequest, reply: FastifyReply): Visit | null => {
    const locale = localeOf(request, reply);
    const session = seats.find(request.cookies[cookieName('judge')], 'judge');
    const view = typeof session === 'string' ? null : viewOf(session);
    if (typeof session !== 'string' && view !== null) return { session, view, locale };
    void page(reply, joinPage(locale, session === 'seat.taken-over' ? session : null));
    return null;
  };
  const sheetIn = ({ view }: Visit, id: unknown): OwnSheet | undefined =>
    view.sheets.find(({ entry }) => entry.id === id);
  /** The view after what was just done. */
  const again = (visit: Visit): Visit => {
    const view = viewOf(visit.session);
    return view === null ? visit : { ...visit, view };
  };
  /** Parsed and decided exactly as if it had come over the wire. */
  const act = async ({ session }: Visit, op: string | null, command: unknown): Promise<Answer> => {
    const parsed = parseCommandMessage({ opId: op, command });
    if (parsed === null) return { ok: false, code: 'command.malformed', params: {}, retryable: false };
    return event.submit(session.seat, session.device, parsed.opId, parsed.command);
  };

  await web.register(async (scope) => {
    scope.addContentTypeParser(formType, { parseAs: 'string', bodyLimit: maxFormBytes }, (_request, body, done) =>
      done(null, new URLSearchParams(String(body))),
    );
    scope.addHook('preHandler', async (request, reply) => {
      if (request.method !== 'POST' || isOwnForm(request)) return;
      const locale = localeOf(request, reply);
      const body = html`<p class="box no">${sayIn(locale)('foreign')}</p>
        <a class="btn" href="/plain">${sayIn(locale)('back')}</a>`;
      await page(reply, renderPage({ locale, view: null, body, address: '/plain' }), 403);
    });
    const hide = { schema: { hide: true } };

    scope.get('/plain', hide, async (request, reply) => {
      const visit = visitOf(request, reply);
      return visit === null ? reply : page(reply, listPage(visit.locale, visit.view, makeOpId()));
    });

    scope.post('/plain/join', hide, async (request, reply) => {
      const form = formOf(request);
      const code = asTyped(`1${form.get('code') ?? ''}`).slice(1);
      const locale = localeOf(request, reply);
      // Only a judge's seat comes in here; other codes are not even looked at.
      if (!/^\d{6}$/.test(code)) return page(reply, joinPage(locale, 'join.wrong-code', code.slice(0, 6)), 401);
      const joined = await joining.join({
        code,
        takeOver: form.get('takeOver') === '1',
        ip: request.ip,
        device: deviceLabel(request.headers['user-agent']),
        tokenOf: (role) => request.cookies[cookieName(role)],
      });
      if (!joined.ok)
        return page(reply, joinPage(locale, joined.code, code), joined.code === 'seat.in-use' ? 409 : 401);
      if (joined.token !== null) void reply.setCookie(cookieName('judge'), joined.token, cookieOptions);
      return reply.redirect('/plain', 303);
    });

    scope.get('/plain/sheet', hide, async (request, reply) => {
      const visit = visitOf(request, reply);
      if (visit === null) return reply;
      const { locale, view } = visit;
      const sheet = sheetIn(visit, queryOf(request)['entry']);
      if (sheet === undefined) return reply.redirect('/plain', 303);
      if (!sheet.isOpen) return page(reply, resultPage({ locale, view, sheet, opId: makeOpId() }));
      const typed = startingSheet(view, sheet);
      return page(reply, sheetPage({ locale, view, sheet, typed, base: sheet.version, opId: makeOpId() }));
    });

    scope.post('/plain/sheet', hide, async (request, reply) => {
      const visit = visitOf(request, reply);
      if (visit === null) return reply;
      const { locale, view } = visit;
      const form = formOf(request);
      const sheet = sheetIn(visit, form.get('entry'));
      if (sheet === undefined) return reply.redirect('/plain', 303);
      const say = sayIn(locale);
      const typed = readSheet(view, form);
      const op = form.get('op') ?? '';
      const base = Number(form.get('base'));
      const known: SheetPage = {
        locale,
        view,
        sheet,
        typed,
        base,
        opId: Value.Check(OpIdSchema, op) ? op : makeOpId(),
      };
      const wrong = typed.fields.filter(({ problem }) => problem !== null).length;
      const wish = form.get('act') ?? 'review';
      if (wish === 'edit' || wish.startsWith('lang:')) return page(reply, sheetPage(known));
      if (wrong > 0) return page(reply, sheetPage({ ...known, problem: say('problems', { n: wrong }) }), 422);
      const criteria = event.state.definition?.criteria ?? [];
      if (wish !== 'submit') return page(reply, reviewPage(known, criteria));
      const answer = await act(visit, op, {
        type: 'score.submit',
        entry: sheet.entry.id,
        baseVersion: base,
        marks: typed.marks,
        remark: typed.remark,
      });
      if (answer.ok) return reply.redirect(`/plain/result?entry=${sheet.entry.id}`, 303);
      const problem = sentenceOf(answer, locale);
      const now = sheetIn(again(visit), sheet.entry.id) ?? sheet;
      if (answer.retryable) return page(reply, reviewPage({ ...known, problem }, criteria), 503);
      // Still open, so it can be put right here; a newer version becomes the new base, to be looked at first.
      if (now.isOpen)
        return page(reply, sheetPage({ ...known, sheet: now, base: now.version, opId: makeOpId(), problem }), 409);
      return page(reply, resultPage({ ...again(visit), sheet: now, opId: makeOpId(), problem }), 409);
    });

    scope.get('/plain/result', hide, async (request, reply) => {
      const visit = visitOf(request, reply);
      if (visit === null) return reply;
      const sheet = sheetIn(visit, queryOf(request)['entry']);
      if (sheet === undefined || (sheet.isOpen && !sheet.isHeld)) return reply.redirect('/plain', 303);
      return page(reply, resultPage({ ...visit, sheet, opId: makeOpId() }));
    });

    scope.post('/plain/take-back', hide, async (request, reply) => {
      const visit = visitOf(request, reply);
      if (visit === null) return reply;
      const form = formOf(request);
      const command = {
        type: 'score.take-back',
        entry: form.get('entry') as EntryId,
        version: Number(form.get('version')),
      };
      const answer = await act(visit, form.get('op'), command);
      const sheet = sheetIn(again(visit), form.get('entry'));
      if (answer.ok && sheet !== undefined) return reply.redirect(`/plain/sheet?entry=${sheet.entry.id}`, 303);
      if (answer.ok || sheet === undefined) return reply.redirect('/plain', 303);
      const problem = sentenceOf(answer, visit.locale);
      return page(reply, resultPage({ ...again(visit), sheet, opId: makeOpId(), problem }), 409);
    });

    scope.post('/plain/help', hide, async (request, reply) => {
      const visit = visitOf(request, reply);
      if (visit === null) return reply;
      const form = formOf(request);
      const command: Command = { type: form.get('call') === '1' ? 'help.call' : 'help.cancel' };
      await act(visit, form.get('op'), command);
      return reply.redirect('/plain', 303);
    });
  });
}
