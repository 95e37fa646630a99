// A poll on the page without script: a form while it can be voted on, otherwise what has become of it.
import { randomBytes } from 'node:crypto';
import type { EntryCard } from '#domain/stage-view.ts';
import type { Locale } from '#domain/text.ts';
import type { Choice } from '#domain/voting/choice.ts';
import type { PollView } from '#domain/stage-view.ts';
import { ratingOf } from '#domain/voting/rating.ts';
import type { CastVote } from '#protocol/hall.ts';
import { entryName, escape, said } from './plain-html.ts';
import { plainly, plainWords, type PlainWord } from './plain-words.ts';

/** How many of the options a ballot may name. */
export const mostOf = ({ ask, options }: Pick<PollView, 'ask' | 'options'>): number =>
  ask.kind === 'approve' ? 1 : ask.kind === 'rate' ? options.length : Math.min(ask.max, options.length);

const castIn = ({ run }: PollView, mine: readonly CastVote[]) => mine.find((vote) => vote.run === run);

/** There is a form to fill in: a phone that has voted and may not change it has none, unless it could hold another code. */
export const isFormOpen = (poll: PollView, mine: readonly CastVote[]): boolean =>
  poll.status === 'open' &&
  poll.ballots !== 'hand-count' &&
  (poll.ballots !== 'device' || poll.mayChange || castIn(poll, mine) === undefined);

/** An option by its name. */
function optionName({ options }: PollView, option: string, locale: Locale): string {
  const card = options.find(({ id }) => id === option);
  return card === undefined ? plainWords[locale][option === 'no' ? 'no' : 'yes'] : entryName(card, locale);
}

const numbered = (entry: EntryCard, locale: Locale): string =>
  `${String(entry.runningNumber).padStart(2, '0')} ${entryName(entry, locale)}`;

const tick = (kind: string, value: string, label: string): string =>
  `<label class="tick"><input type="${kind}" name="choice" value="${escape(value)}">${label}</label>`;

const select = (name: string, label: string, options: readonly (readonly [string, string])[]): string =>
  [
    `<label class="field">${label}<select name="${escape(name)}">`,
    ...options.map(([value, text]) => `<option value="${escape(value)}">${text}</option>`),
    '</select></label>',
  ].join('');

/** What is to be filled in. The names of the fields are read by plain-form.ts. */
function fields(poll: PollView, locale: Locale): string {
  const { ask, options } = poll;
  const none = ['', plainWords[locale].leaveOut] as const;
  switch (ask.kind) {
    case 'approve':
      return tick('radio', 'yes', plainWords[locale].yes) + tick('radio', 'no', plainWords[locale].no);
    case 'choose':
      return options
        .map((entry) => {
          const title = entry.community === null ? '' : `<small>${said(entry.title, locale)}</small>`;
          return tick(mostOf(poll) === 1 ? 'radio' : 'checkbox', entry.id, `${numbered(entry, locale)}${title}`);
        })
        .join('');
    case 'rank':
      return Array.from({ length: mostOf(poll) }, (_, at) =>
        select('choice', plainly(locale, 'place', { place: at + 1 }), [
          none,
          ...options.map((entry) => [entry.id, numbered(entry, locale)] as const),
        ]),
      ).join('');
    case 'rate':
      return options
        .map((entry) =>
          select('choice', numbered(entry, locale), [
            none,
            ...Array.from(
              { length: ask.best },
              (_, at) => [`${entry.id}=${at + 1}`, plainly(locale, 'points', { points: at + 1 })] as const,
            ),
          ]),
        )
        .join('');
  }
}

function askSentence({ ask, options }: PollView, locale: Locale): string {
  const max = ask.kind === 'rate' ? ask.best : mostOf({ ask, options });
  return plainly(locale, ask.kind === 'choose' && max === 1 ? 'ask.one' : `ask.${ask.kind}`, { max });
}

/** Sent twice, by an impatient finger or a reload, it is one vote: its operation is made with the form. */
function form(poll: PollView, locale: Locale): string {
  const words = plainWords[locale];
  const asksCode = poll.ballots === 'codes' || poll.ballots === 'roster';
  return [
    `<form method="post" action="/plain?lang=${locale}"><fieldset><legend>${askSentence(poll, locale)}</legend>`,
    `<input type="hidden" name="run" value="${escape(poll.run)}">`,
    `<input type="hidden" name="op" value="${randomBytes(16).toString('hex')}">`,
    fields(poll, locale),
    asksCode
      ? `<label class="field">${words.code}<input name="code" maxlength="24" autocomplete="off" autocapitalize="characters"></label>`
      : `<p>${words.unverified}</p>`,
    `<button>${words.vote}</button></fieldset></form>`,
  ].join('');
}

/** A vote that is on the disk, with its receipt. */
export function castHtml(poll: PollView, { choice, receipt, at }: CastVote, locale: Locale): string {
  const words = plainWords[locale];
  const named = (word: Choice[number]) => {
    const { option, points } = ratingOf(word);
    return `<li>${optionName(poll, option, locale)}${points > 0 ? ` ${plainly(locale, 'points', { points })}` : ''}</li>`;
  };
  const time = new Date(at).toTimeString().slice(0, 8);
  return [
    `<p class="yes">${words.voted}</p><ol>${choice.map(named).join('')}</ol>`,
    `<p>${words.receipt}: <b>${escape(receipt)}</b><br>${words.castAt}: ${time}</p>`,
    poll.mayChange && poll.status === 'open' ? `<p>${words.mayChange}</p>` : '',
  ].join('');
}

function resultHtml(poll: PollView, locale: Locale): string {
  const words = plainWords[locale];
  const { result, ask, run } = poll;
  if (result === null) return '';
  const measure: PlainWord = ask.kind === 'rank' || ask.kind === 'rate' ? 'pointsOf' : 'votes';
  return [
    `<p>${plainly(locale, 'votedInAll', { count: result.ballots })}</p>`,
    result.doesCount ? '' : `<p class="no">${words.tooFew}</p>`,
    `<table><thead><tr><th scope="col">${words.entry}</th><th scope="col">${words[measure]}</th></tr></thead><tbody>`,
    ...result.rows.map(
      (row) =>
        `<tr><td>${optionName(poll, row.option, locale)}</td><td class="number">${escape(row.shown)}` +
        `${row.share === null ? '' : `<small>${escape(row.share)}%</small>`}</td></tr>`,
    ),
    '</tbody></table>',
    result.digest === null ? '' : `<p><a href="/receipts/${escape(run)}">${words.receipts}</a></p>`,
  ].join('');
}

export function pollHtml(poll: PollView, locale: Locale, mine: readonly CastVote[]): string {
  const words = plainWords[locale];
  const cast = castIn(poll, mine);
  const state =
    poll.status === 'void'
      ? `<p>${words.void}</p>`
      : poll.result !== null
        ? resultHtml(poll, locale)
        : poll.ballots === 'hand-count'
          ? `<p>${words.byHand}</p>`
          : poll.status === 'open'
            ? ''
            : `<p>${words.closed}</p>`;
  const about = poll.entry === null ? '' : `<p><b>${numbered(poll.entry, locale)}</b></p>`;
  return [
    `<h3>${said(poll.name, locale)}</h3>${about}${state}`,
    cast === undefined || poll.status === 'void' ? '' : castHtml(poll, cast, locale),
    isFormOpen(poll, mine) ? form(poll, locale) : '',
  ].join('');
}
