// The page without script and its form: shows it, casts what is posted, and answers with the receipt or the reason.
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { AudienceView } from '#domain/roles/audience-view.ts';
import type { Locale } from '#domain/text.ts';
import type { Callers } from './callers.ts';
import { castHtml, mostOf } from './plain-ballot.ts';
import { readForm } from './plain-form.ts';
import { frame, said } from './plain-html.ts';
import { plainPage } from './plain-page.ts';
import { plainly, plainWords, type PlainWord } from './plain-words.ts';
import type { PollingPlace } from './polling-place.ts';

/** A rating of five hundred entries is no larger. */
const formLimit = 64 * 1024;

/** The language asked for in the address, or the browser's, or the hall's. */
function localeOf(asked: string | undefined, accepted: string | undefined, view: AudienceView | null): Locale {
  const wanted = asked ?? accepted ?? view?.hallLocale ?? 'zh-CN';
  return /^en/i.test(wanted) ? 'en' : 'zh-CN';
}

interface Asked {
  Querystring: { lang?: string };
}

export function plainRoutes(
  web: FastifyInstance,
  view: () => AudienceView | null,
  place: PollingPlace,
  callers: Callers,
): void {
  web.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: formLimit },
    (_request, body, done) => done(null, new URLSearchParams(String(body))),
  );
  const send = (reply: FastifyReply, locale: Locale, page: string) =>
    reply
      .header('cache-control', 'no-store')
      .header('content-language', locale)
      .type('text/html; charset=utf-8')
      .send(page);

  web.get<Asked>('/plain', ({ query, headers }, reply) => {
    const locale = localeOf(query.lang, headers['accept-language'], view());
    const mine = place.mine({}, callers.ofRequest(headers))?.votes ?? [];
    return send(reply, locale, plainPage(view(), locale, mine));
  });

  web.post<Asked>('/plain', async ({ query, headers, body }, reply) => {
    const locale = localeOf(query.lang, headers['accept-language'], view());
    const words = plainWords[locale];
    const filled = readForm(view(), body instanceof URLSearchParams ? body : new URLSearchParams());
    const { poll } = filled;
    const refused = (word: PlainWord) =>
      `<p class="no">${plainly(locale, word, { max: poll === null ? 0 : mostOf(poll) })}</p>`;
    const cast = async (message: object) => {
      const answer = await place.cast(message, callers.ofRequest(headers));
      if (!answer.ok) return refused(answer.code);
      return poll === null ? words.voted : castHtml(poll, answer, locale);
    };
    const outcome = 'wrong' in filled ? refused(filled.wrong) : await cast(filled.message);
    const title = poll === null ? words.answer : said(poll.name, locale);
    const back = `<p><a href="/plain?lang=${locale}">${words.back}</a></p>`;
    return send(reply, locale, frame(view(), locale, `<h2>${title}</h2>${outcome}${back}`, null));
  });
}
