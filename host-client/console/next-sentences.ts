// The sentences of the next action, with the names and numbers of its object filled in.
import { duration } from '#client-kit/format.ts';
import { reader } from '#client-kit/locale.svelte.ts';
import { proposalPoints, proposalReason } from '#client-kit/time-rule-in-words.ts';
import { consoleWords } from '#client-kit/wording/console.ts';
import { nextWords, type NextWord } from '#client-kit/wording/console-next.ts';
import { sayFrom } from '#client-kit/wording/say.svelte.ts';
import type { Blanks } from '#client-kit/wording/translate.ts';
import type { NextAction } from '#domain/next-action.ts';
import type { OperatorView } from '#domain/roles/operator-view.ts';
import { entryName, entryTag, judgeName, listed, partName, pollName } from './names.ts';

const say = sayFrom(nextWords);
const sayConsole = sayFrom(consoleWords);

export interface NextSentences {
  readonly above: string;
  readonly heading: string;
  readonly below: string;
  readonly button: string;
  readonly hint: string;
}

function countOf(view: OperatorView, { kind, seats, entries }: NextAction): number {
  if (kind === 'enter-figures') return entries.length;
  return kind === 'finish-presentation' ? view.judges.length : seats.length;
}

function blanksOf(view: OperatorView, action: NextAction): Blanks {
  const { entry, seats, entries, parts, score, rank, commands } = action;
  const [command] = commands;
  const kind = command?.type === 'timer.start' ? command.kind : null;
  const segment = view.definition?.segments.find((known) => known.kind === kind);
  const proposal = view.entries.find((known) => known.card.id === entry)?.proposal ?? null;
  const tied = view.entries.find((known) => known.card.id === entries[0])?.computed?.score ?? '';
  return {
    tag: entry === null ? '' : entryTag(view, entry),
    name: entry === null ? '' : entryName(view, entry),
    names: listed(
      entries.length > 0 ? entries.map((id) => entryTag(view, id)) : seats.map((seat) => judgeName(view, seat)),
    ),
    n: countOf(view, action),
    points: proposal === null ? '' : proposalPoints(proposal),
    why: proposal === null ? '' : proposalReason(proposal, reader.locale),
    score: score ?? tied,
    rank: rank ?? '',
    segment: kind === null ? '' : sayConsole(`segment.${kind}`),
    part: kind === null ? partName(view, parts[0] ?? '') : sayConsole(`segment.${kind}`).toLowerCase(),
    poll: pollName(view, action.poll, entry),
    parts: listed(parts.map((part) => partName(view, part))),
    time: segment === undefined ? '' : duration(segment.timeAllowedSec * 1000),
  };
}

function hintOf(action: NextAction): NextWord {
  if (action.commands.length === 0) return 'hintDialog';
  return action.guard === 'hold' ? 'hintHold' : action.kind === 'remind' ? 'remind.hint' : 'hint';
}

function remindWords(
  view: OperatorView,
  action: NextAction,
): Record<'above' | 'heading' | 'below' | 'button', NextWord> {
  if (action.parts.length > 0)
    return { above: 'above.group', heading: 'remind.group', below: 'remind.groupBelow', button: 'remind.nobodyGo' };
  if (action.seats.length === 0)
    return {
      above: 'above.nobody',
      heading: 'remind.nobody',
      below: 'remind.nobodyBelow',
      button: 'remind.nobodyGo',
    };
  const entry = view.entries.find((known) => known.card.id === action.entry);
  const isReminded = action.seats.every((seat) => entry?.sheets.find((sheet) => sheet.seat === seat)?.isReminded);
  const isClosed = entry?.scoring === 'closed';
  return {
    above: isClosed ? 'above.remindClosed' : 'above.remind',
    heading: 'remind',
    below: isClosed ? 'remind.belowClosed' : 'remind.below',
    button: isReminded ? 'remind.again' : 'remind.go',
  };
}

function aboveOf(kind: NextAction['kind']): NextWord {
  switch (kind) {
    case 'close-scoring':
      return 'above.close-scoring';
    case 'reveal':
      return 'above.reveal';
    case 'decide-tie':
      return 'above.decide-tie';
    case 'decide-held':
      return 'above.decide-held';
    case 'decide-deduction':
      return 'above.decide-deduction';
    case 'decide-outlier':
      return 'above.decide-outlier';
    case 'enter-figures':
      return 'above.figures';
    case 'settle-marks':
      return 'above.missing';
    default:
      return 'next';
  }
}

function wordsOf(view: OperatorView, action: NextAction): Record<'above' | 'heading' | 'below' | 'button', NextWord> {
  const { kind } = action;
  if (kind === 'remind') return remindWords(view, action);
  if (kind === 'nothing' && view.phase === 'ended')
    return { above: 'next', heading: 'nothing.ended', below: 'nothing.endedBelow', button: 'nothing.go' };
  const isShared = action.isTied && (kind === 'check-result' || kind === 'reveal' || kind === 'unveil');
  return {
    above: aboveOf(kind),
    heading: kind,
    below: isShared ? `${kind}.belowTied` : `${kind}.below`,
    button: `${kind}.go`,
  };
}

export function nextSentences(view: OperatorView, action: NextAction): NextSentences {
  const words = wordsOf(view, action);
  const blanks = blanksOf(view, action);
  return {
    above: say(words.above, blanks),
    heading: say(words.heading, blanks),
    below: say(words.below, blanks),
    button: say(words.button, blanks),
    hint: say(hintOf(action), blanks),
  };
}

/** Whether the action only waits for other people: then an alarm may take its words' place. */
export const isWaiting = ({ kind }: NextAction): boolean =>
  kind === 'remind' || kind === 'nothing' || kind === 'await-votes';
