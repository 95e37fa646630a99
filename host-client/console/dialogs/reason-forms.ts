// The windows that ask for a reason: their words, ready reasons, consequences, and the command the reason completes.
import { reader } from '#client-kit/locale.svelte.ts';
import { dialogWords, type DialogWord } from '#client-kit/wording/console-dialogs.ts';
import { sayFrom } from '#client-kit/wording/say.svelte.ts';
import type { Blanks } from '#client-kit/wording/translate.ts';
import type { Command } from '#domain/commands.ts';
import { deductionReason } from '#domain/wording/time-reason.ts';
import type { Booth } from '../booth.svelte.ts';
import { outstandingEntries } from '../judge-actions.ts';
import { entryTag, judgeName, listed, runName, tagOf } from '../names.ts';
import type { ReasonRequest } from './dialog-request.ts';

const say = sayFrom(dialogWords);

export interface ReasonForm {
  readonly title: string;
  readonly reasons: readonly string[];
  readonly consequences: readonly string[];
  readonly confirm: string;
  /** The judge reads the reason on the tablet, and is told which item to look at. */
  readonly isForJudge: boolean;
  readonly command: (reason: string) => Command;
}

/** Ready reasons and consequences are one line of the wording table, parted by bars. */
export const parted = (word: DialogWord, blanks: Blanks = {}): readonly string[] => say(word, blanks).split('|');

function blanksFor(booth: Booth, request: ReasonRequest): Blanks {
  const { view } = booth;
  const judge = 'seat' in request ? view.judges.find((known) => known.seat === request.seat) : undefined;
  const rest = request.kind === 'absent-rest' ? outstandingEntries(view, request.seat) : [];
  const deduction =
    request.kind === 'withdraw-deduction'
      ? booth.entryOf(request.entry)?.deductions.find((known) => known.id === request.deduction)
      : undefined;
  return {
    tag: 'entry' in request ? entryTag(view, request.entry) : '',
    judge: 'seat' in request ? judgeName(view, request.seat) : '',
    seat: judge?.number ?? '',
    n: rest.length,
    names: listed(rest.map((entry) => tagOf(entry.card))),
    points: deduction === undefined ? '' : `${deduction.kind === 'bonus' ? '+' : '−'}${deduction.points}`,
    poll: 'run' in request ? runName(view, request.run) : '',
    what: deduction === undefined ? '' : deductionReason(deduction, reader.locale),
  };
}

function commandOf(booth: Booth, request: ReasonRequest): ReasonForm['command'] {
  switch (request.kind) {
    case 'return':
      return (reason) => ({ type: 'sheet.return', entry: request.entry, seat: request.seat, reason });
    case 'absent':
      return (reason) => ({ type: 'sheet.mark-absent', entries: [request.entry], seat: request.seat, reason });
    case 'absent-rest': {
      const entries = outstandingEntries(booth.view, request.seat).map((entry) => entry.card.id);
      return (reason) => ({ type: 'sheet.mark-absent', entries, seat: request.seat, reason });
    }
    case 'recuse':
      return (reason) => ({ type: 'sheet.recuse', entries: [request.entry], seat: request.seat, reason });
    case 'reinstate-sheet':
      return (reason) => ({ type: 'sheet.reinstate', entry: request.entry, seat: request.seat, reason });
    case 'reopen-scoring':
      return (reason) => ({ type: 'scoring.reopen', entry: request.entry, reason });
    case 'correct':
      return (reason) => ({ type: 'result.correct', entry: request.entry, reason });
    case 'reinstate-entry':
      return (reason) => ({ type: 'entry.reinstate', entry: request.entry, reason });
    case 'withdraw-deduction':
      return (reason) => ({
        type: 'deduction.withdraw',
        entry: request.entry,
        deduction: request.deduction,
        reason,
      });
    case 'void-poll':
      return (reason) => ({ type: 'poll.void', run: request.run, reason });
    case 'cancel-ceremony':
      return (reason) => ({ type: 'ceremony.cancel', reason });
    case 'withdraw-publication':
      return (reason) => ({ type: 'result.withdraw', reason });
    case 'reopen-event':
      return (reason) => ({ type: 'event.reopen', reason });
    case 'return-to-set-up':
      return (reason) => ({ type: 'event.return-to-set-up', reason });
  }
}

export function reasonForm(booth: Booth, request: ReasonRequest): ReasonForm {
  const blanks = blanksFor(booth, request);
  const { kind } = request;
  return {
    title: say(`${kind}.title`, blanks),
    reasons: [
      ...('prepared' in request && request.prepared !== undefined ? [request.prepared] : []),
      ...parted(kind === 'absent-rest' ? 'absent.reasons' : `${kind}.reasons`),
    ],
    consequences: parted(`${kind}.after`, blanks),
    confirm: say(`${kind}.go`, blanks),
    isForJudge: kind === 'return',
    command: commandOf(booth, request),
  };
}
