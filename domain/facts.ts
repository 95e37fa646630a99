// What has happened: the records of the journal, the only thing state is made from. Names and fields are for ever;
// a fact is never changed or deleted, a correction is another fact.
import type { TimeCause } from './deduction-rules/time-cause.ts';
import type { EventDefinition, SegmentKind } from './definition.ts';
import type { DeductionId, EntryId, Millis, OpId, ScreenId, SeatId, PollId, RunId } from './ids.ts';
import type { Decimal } from './numbers.ts';
import type { Seat } from './seat.ts';
import type { Scene } from './stage-view.ts';
import type { Mark } from './marks.ts';
import type { Locale, Text } from './text.ts';
import type { Option } from './voting/choice.ts';
import type { HandCount, Sealed } from './voting/poll-run.ts';

interface FactBodies {
  'event.defined': { definition: EventDefinition };
  /** What the check of the rules reported was confirmed for this version of the definition. */
  'rules.confirmed': { definitionVersion: number };
  'event.started': object;
  'event.returned-to-set-up': { reason: string };
  'event.ended': object;
  'event.reopened': { reason: string };
  'judge.amended': { seat: SeatId; name: Text; title: Text | null };
  'entry.amended': { entry: EntryId; title: Text; subdistrict: Text | null; community: Text | null };
  /** `entropy` is the chance the draw was made from: anybody can repeat it. */
  'order.drawn': { order: readonly EntryId[]; entropy: string };
  'order.set': { order: readonly EntryId[]; reason: string };
  'stage.called': { entry: EntryId };
  'stage.cleared': object;
  'scoring.opened': { entries: readonly EntryId[] };
  'scoring.closed': { entry: EntryId };
  'scoring.reopened': { entry: EntryId; reason: string };
  'scene.previewed': { scene: Scene };
  'scene.shown': { scene: Scene };
  'pointer.undone': { undone: string };
  'timer.started': {
    kind: SegmentKind;
    entry: EntryId | null;
    timeAllowedMs: number;
    warningTimesMs: readonly number[];
  };
  'timer.paused': object;
  'timer.resumed': object;
  'timer.corrected': { deltaMs: number };
  'timer.stopped': { usedMs: number };
  'score.submitted': {
    entry: EntryId;
    seat: SeatId;
    version: number;
    marks: readonly Mark[];
    remark: string;
    receipt: string;
  };
  /** `foundOn`: the device it was still lying on after another one had taken the seat over; left out for a late one. */
  'score.held': {
    entry: EntryId;
    seat: SeatId;
    marks: readonly Mark[];
    remark: string;
    receipt: string;
    foundOn?: string;
  };
  'score.taken-back': { entry: EntryId; seat: SeatId; version: number };
  'score.entered-from-paper': {
    entry: EntryId;
    seat: SeatId;
    version: number;
    marks: readonly Mark[];
    remark: string;
    receipt: string;
    reason: string;
  };
  /** `receipt`: which of several; in older records left out, and then there was one. */
  'held.admitted': { entry: EntryId; seat: SeatId; version: number; receipt?: string; reason: string };
  'held.dismissed': { entry: EntryId; seat: SeatId; receipt?: string; reason: string };
  'sheet.returned': { entry: EntryId; seat: SeatId; reason: string };
  'sheet.marked-absent': { entry: EntryId; seat: SeatId; reason: string };
  'sheet.recused': { entry: EntryId; seat: SeatId; reason: string };
  'sheet.reinstated': { entry: EntryId; seat: SeatId; reason: string };
  'judge.reminded': { entry: EntryId; seats: readonly SeatId[] };
  'help.called': { seat: SeatId };
  'help.cleared': { seat: SeatId };
  'entry.removed': { entry: EntryId; as: 'forfeited' | 'withdrawn' | 'disqualified'; reason: string };
  'entry.reinstated': { entry: EntryId; reason: string };
  /** A deduction where `kind` is left out; `cause` where it answers a proposal. */
  'deduction.added': {
    entry: EntryId;
    deduction: DeductionId;
    points: Decimal;
    reason: string;
    kind?: 'bonus';
    cause?: TimeCause;
  };
  'deduction.withdrawn': { entry: EntryId; deduction: DeductionId; reason: string };
  /** A person has decided that nothing is taken off for the time: the points are what was proposed. */
  'deduction.dismissed': { entry: EntryId; cause: TimeCause; points: Decimal; reason: string };
  /** Versions count how often that figure has been recorded; `reason` says why an earlier one was replaced. */
  'figures.entered': {
    component: string;
    figures: readonly { entry: EntryId; figure: Decimal; version: number }[];
    reason: string;
    /** The poll's run they were counted in; left out where a person entered them. */
    run?: RunId;
  };
  /** `options` are what could be chosen, as it stood then, in running order; `yes` and `no` where it is about one entry. */
  'poll.opened': {
    run: RunId;
    poll: PollId;
    entry: EntryId | null;
    options: readonly Option[];
    timeAllowedMs: number | null;
  };
  'poll.closed': { run: RunId; by: 'operator' | 'time' };
  /** What the sealed box holds, and the root of the tree over its receipts. Nothing in the box can be changed afterwards. */
  'poll.sealed': { run: RunId } & Sealed;
  'poll.voided': { run: RunId; reason: string };
  /** The hall has been shown its result. */
  'poll.revealed': { run: RunId };
  'poll.hand-counted': { run: RunId } & HandCount;
  /** A second person has counted the same, who did not see the first count. */
  'poll.hand-count-confirmed': { run: RunId; checker: string };
  /** A batch of ballot codes, numbered on from the one before; `commitment` is the root of the tree over their hashes. */
  'ballots.issued': { batch: number; kind: 'codes' | 'roster'; from: number; count: number; commitment: string };
  'ballots.revoked': { numbers: readonly number[]; reason: string };
  /** A total far from the other judges' that a person let stand; it holds for that version of the sheet. */
  'outlier.kept': { entry: EntryId; seat: SeatId; version: number; reason: string };
  'result.checked': { entry: EntryId };
  /** The published numbers stand in the fact, so that the journal alone shows what the hall was told. */
  'result.revealed': { entry: EntryId; version: number; score: string };
  'result.correction-opened': { entry: EntryId; reason: string };
  'tie.decided': { order: readonly EntryId[]; decidedBy: string; reason: string };
  'ceremony.begun': { steps: readonly { entry: EntryId; rank: number }[] };
  'ceremony.unveiled': { entry: EntryId; rank: number };
  'ceremony.cancelled': { reason: string };
  'result.published': { ranking: readonly { entry: EntryId; rank: number; score: string }[] };
  'result.withdrawn': { reason: string };
  'screen.paired': { screen: ScreenId; name: string };
  'screen.forgotten': { screen: ScreenId };
  'hall.locale-set': { locale: Locale };
  /** Somebody sent an operation again with another content: refused, nothing changed. `attempted`: what it asked for. */
  'operation.conflicted': { operation: OpId; attempted: string };
  /** Addresses of the spare computers; the whole list. */
  'spares.named': { addresses: readonly string[] };
  /** The event went on from a backup: which epoch it was of, its newest record and that one's hash, when it was made. */
  'event.restored': { fromEpoch: string; atSeq: number; head: string; backedUpAt: Millis };
  'seat.joined': { seat: SeatId; device: string; tookOver: boolean };
}

export type FactType = keyof FactBodies;
export type FactOf<T extends FactType> = { readonly type: T } & Readonly<FactBodies[T]>;
export type Fact = { [T in FactType]: FactOf<T> }[FactType];

/** A fact with its place in the journal and who made it, when, from which device, by which operation. */
export interface Recorded {
  readonly seq: number;
  readonly at: Millis;
  readonly by: Seat;
  readonly device: string;
  readonly opId: OpId;
  readonly fact: Fact;
}
