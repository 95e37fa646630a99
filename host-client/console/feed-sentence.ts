// A line of the journal as a sentence in the reader's language.
import { duration } from '#client-kit/format.ts';
import { consoleWords, type ConsoleWord } from '#client-kit/wording/console.ts';
import { feedWords } from '#client-kit/wording/console-feed.ts';
import { sayFrom } from '#client-kit/wording/say.svelte.ts';
import type { FeedLine } from '#domain/feed.ts';
import type { OperatorView } from '#domain/roles/operator-view.ts';
import { entryTag, judgeName, partName, runName } from './names.ts';

const say = sayFrom(consoleWords);
const sayFeed = sayFrom(feedWords);

/** What an undone step was, in words; a step of a newer version is named by its own type. */
export function undoneStep(type: string): string {
  const word = `undo.${type}`;
  return word in consoleWords['zh-CN'] ? say(word as ConsoleWord) : type;
}

const signedSeconds = (ms: number): string =>
  say(ms < 0 ? 'secondsLess' : 'secondsMore', { n: Math.abs(Math.round(ms / 1000)) });

/** The name of the component whose id begins the detail; a reason may follow. */
function figuresDetail(view: OperatorView, detail: string): string {
  const component = view.components.find(({ id }) => detail === id || detail.startsWith(`${id}: `));
  return component === undefined ? detail : partName(view, component.id) + detail.slice(component.id.length);
}

/** The name of the poll whose run begins the detail; a reason may follow. */
function runDetail(view: OperatorView, detail: string): string {
  const [run = ''] = detail.split(': ', 1);
  return (runName(view, run) || run) + detail.slice(run.length);
}

function detailOf(view: OperatorView, { type, detail }: FeedLine): string {
  if (detail === null) return '';
  switch (type) {
    case 'scene.shown':
    case 'scene.previewed':
      return say(`scene.${detail}` as ConsoleWord);
    case 'timer.started':
      return say(`segment.${detail}` as ConsoleWord);
    case 'timer.corrected':
      return signedSeconds(Number(detail));
    case 'timer.stopped':
      return duration(Number(detail));
    case 'pointer.undone':
      return undoneStep(detail);
    case 'hall.locale-set':
      return detail === 'en' ? 'English' : '中文';
    case 'figures.entered':
      return figuresDetail(view, detail);
    case 'poll.opened':
    case 'poll.closed':
    case 'poll.sealed':
    case 'poll.voided':
    case 'poll.revealed':
    case 'poll.hand-counted':
    case 'poll.hand-count-confirmed':
      return runDetail(view, detail);
    case 'seat.joined':
      return ` (${detail})`;
    default:
      return detail;
  }
}

/** Who did it, as the sentence begins. */
export function actorOf(view: OperatorView, line: FeedLine): string {
  return line.by.role === 'judge' ? judgeName(view, line.by.seat) : say('consoleTitle');
}

/** "示例评委 3 提交 08 号评分": whoever did it, to what, with the detail that kind of fact has. */
export function feedSentence(view: OperatorView, line: FeedLine): string {
  const seat = line.seat ?? (line.by.role === 'judge' ? line.by.seat : null);
  const isBonus = line.type === 'deduction.added' && line.detail?.startsWith('+') === true;
  const sentence = sayFeed(isBonus ? 'bonus.added' : line.type, {
    who: `${actorOf(view, line)} `,
    entry: line.entry === null ? '' : ` ${entryTag(view, line.entry)}`,
    seat: seat === null ? '' : `${judgeName(view, seat)} `,
    detail: detailOf(view, line),
  });
  // Names bring their own spaces; a blank that stays empty leaves its colon behind.
  return sentence
    .replace(/\s+/g, ' ')
    .replace(/\s+(?=[：，（”:,)])/g, '')
    .replace(/[：:]?\s*$/, '')
    .trim();
}

/** The receipt a judge can read out, to find the score by. */
export const receiptOf = ({ type, detail }: FeedLine): string =>
  type === 'score.submitted' || type === 'score.held' ? (detail ?? '') : '';

/** Lines that changed something for people rather than moved the programme on. */
export const isNoteworthy = ({ type }: FeedLine): boolean =>
  type === 'sheet.returned' ||
  type === 'score.held' ||
  type === 'help.called' ||
  type === 'entry.removed' ||
  type === 'deduction.added' ||
  type === 'figures.entered' ||
  type === 'outlier.kept' ||
  type === 'result.correction-opened' ||
  type === 'tie.decided' ||
  type === 'poll.voided' ||
  type === 'ballots.revoked' ||
  type === 'pointer.undone' ||
  type === 'sheet.marked-absent' ||
  type === 'sheet.recused';
