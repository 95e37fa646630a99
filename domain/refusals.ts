// Every "no" the rulebook can say, by stable code; both wordings stand in wording/refusals.ts. A refusal
// changes nothing. Codes are for ever: they are in people's logs.
export const REFUSAL_CODES = [
  'role.not-allowed',
  'programme.moved-on',
  'reason.missing',
  'definition.missing',
  'definition.invalid',
  'definition.locked',
  'rules.not-confirmed',
  'event.not-live',
  'event.already-live',
  'event.has-scores',
  'event.not-ended',
  'event.unfinished',
  'entry.unknown',
  'entry.on-stage',
  'entry.not-removed',
  'entry.removed',
  'entry.revealed',
  'order.incomplete',
  'order.begun',
  'stage.empty',
  'scoring.not-open',
  'scoring.already-open',
  'scoring.sheets-missing',
  'scoring.group-missing',
  'scoring.not-closed',
  'scoring.not-presented',
  'scene.unavailable',
  'scene.nothing-previewed',
  'undo.nothing',
  'undo.submitted',
  'timer.not-running',
  'timer.not-paused',
  'timer.none',
  'timer.no-segment',
  'seat.unknown',
  'sheet.locked',
  'sheet.recused',
  'sheet.incomplete',
  'sheet.mark-out-of-range',
  'sheet.mark-off-step',
  'sheet.version-conflict',
  'sheet.not-submitted',
  'sheet.take-back-forbidden',
  'sheet.nothing-to-reinstate',
  'held.none',
  'held.undecided',
  'deduction.unknown',
  'deduction.not-positive',
  'deduction.nothing-proposed',
  'deduction.undecided',
  'deduction.lower-is-better',
  'component.unknown',
  'figure.out-of-range',
  'figure.not-whole',
  'figure.twice',
  'figure.version-conflict',
  'figure.unchanged',
  'poll.unknown',
  'poll.about-another',
  'poll.already-open',
  'poll.already-held',
  'poll.nothing-to-choose',
  'poll.not-open',
  'poll.not-closing',
  'poll.not-counted',
  'poll.not-by-hand',
  'poll.count-impossible',
  'poll.counts-differ',
  'poll.same-person',
  'poll.already-void',
  'poll.already-revealed',
  'poll.under-way',
  'ballots.none',
  'ballots.unknown',
  'outlier.none',
  'outlier.undecided',
  'result.incomplete',
  'result.missing',
  'result.field-shown',
  'result.not-checked',
  'result.already-revealed',
  'result.not-revealed',
  'result.too-early',
  'result.hidden-by-rules',
  'result.frozen',
  'result.not-published',
  'tie.undecided',
  'tie.none',
  'ceremony.not-begun',
  'ceremony.already-begun',
  'ceremony.complete',
  'ceremony.unfinished',
  'screen.unknown',
  'help.none',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Values for the blanks of the sentence; `entry` and `seat` are ids that the client turns into names. */
export interface RefusalParams {
  readonly entry?: string;
  readonly seat?: string;
  readonly seats?: readonly string[];
  readonly entries?: readonly string[];
  readonly criterion?: string;
  readonly min?: string;
  readonly max?: string;
  readonly step?: string;
  readonly count?: number;
  readonly version?: number;
  readonly places?: readonly number[];
  /** `panel`, ids of judge groups or components that the client turns into names. */
  readonly parts?: readonly string[];
  /** A poll's run that the client turns into the poll's name. */
  readonly run?: string;
}

export interface Refusal {
  readonly refused: RefusalCode;
  readonly params: RefusalParams;
}

export const refuse = (refused: RefusalCode, params: RefusalParams = {}): Refusal => ({ refused, params });

export function isRefusal(answer: readonly unknown[] | Refusal): answer is Refusal {
  return 'refused' in answer;
}

/**
 * "Not yet" and not "no": a tablet that kept a sheet from before a restore asks again, as the same operation, when its entry is opened.
 * Every other refusal is the last word on its operation.
 */
export const isNotYet = ({ refused }: Refusal): boolean => refused === 'scoring.not-open';
