// Everything a person can ask for, one schema per command: the server validates with it, clients are typed by it. What
// then has happened is a fact (facts.ts); whether it may happen is decided in decide.ts.
import Type, { type Static, type TSchema } from 'typebox';
import { EventDefinitionSchema, SegmentKindSchema } from './definition.ts';
import {
  CriterionIdSchema,
  DeductionIdSchema,
  EntryIdSchema,
  PollIdSchema,
  RunIdSchema,
  ScreenIdSchema,
  SeatIdSchema,
} from './ids.ts';
import { decimalPattern, type Decimal } from './numbers.ts';
import { spareAddressPattern } from './spare-address.ts';
import { LocaleSchema, TextSchema } from './text.ts';
import { RejectedSchema, TallyRowSchema, VoteCountSchema } from './voting/counts.ts';

const closed = { additionalProperties: false } as const;
const entry = { entry: EntryIdSchema };
const sheet = { entry: EntryIdSchema, seat: SeatIdSchema };
/** Said by a person, kept for ever beside what it explains. Control characters would break logs and files. */
const plainText = (min: number, max: number) =>
  Type.String({ minLength: min, maxLength: max, pattern: '^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$' });
const reason = { reason: plainText(1, 200) };
const reasons = { reason: Type.Optional(plainText(0, 200)) };
const remark = { remark: plainText(0, 1000) };
/** The programme version the operator was looking at: a second press of the same button is then refused, not obeyed. */
const basis = { basis: Type.Optional(Type.Integer({ minimum: 0 })) };
const DecimalSchema = Type.Unsafe<Decimal>(Type.String({ pattern: decimalPattern }));
const TimeCauseKindSchema = Type.Union([Type.Literal('overtime'), Type.Literal('undertime')]);
const marks = {
  marks: Type.Array(Type.Object({ criterion: CriterionIdSchema, mark: DecimalSchema }, closed), {
    minItems: 1,
    maxItems: 20,
  }),
};

const page = Type.Integer({ minimum: 0, maximum: 100 });

export const SceneSchema = Type.Union([
  Type.Object(
    {
      kind: Type.Union([
        Type.Literal('idle'),
        Type.Literal('opening'),
        Type.Literal('judges'),
        Type.Literal('timer'),
        Type.Literal('ceremony'),
        Type.Literal('pause'),
        Type.Literal('black'),
      ]),
    },
    closed,
  ),
  Type.Object({ kind: Type.Literal('ranking'), page }, closed),
  Type.Object({ kind: Type.Literal('final'), page: Type.Optional(page) }, closed),
  Type.Object(
    { kind: Type.Union([Type.Literal('entry-card'), Type.Literal('progress'), Type.Literal('score')]), ...entry },
    closed,
  ),
  Type.Object({ kind: Type.Union([Type.Literal('vote'), Type.Literal('vote-result')]), run: RunIdSchema }, closed),
]);

const run = { run: RunIdSchema };
const handCount = {
  counts: Type.Array(VoteCountSchema, { maxItems: 500 }),
  ballots: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
  invalid: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
};

/** Which of several held scores of a seat; without it the first. */
const heldReceipt = { receipt: Type.Optional(plainText(1, 40)) };

/** The scene to show in the same step, so that one press is one act and one undo. */
const show = { show: Type.Optional(SceneSchema) };

const command = <Name extends string, Fields extends Record<string, TSchema>>(name: Name, fields: Fields) =>
  Type.Object({ type: Type.Literal(name), ...fields }, closed);

export const commandSchemas = {
  // Set-up
  'event.define': command('event.define', { definition: EventDefinitionSchema }),
  /** The organiser has read what the rules do (规则检查) and stands by them. */
  'rules.confirm': command('rules.confirm', {}),
  'event.start': command('event.start', {}),
  'event.return-to-set-up': command('event.return-to-set-up', { ...reason }),
  'event.end': command('event.end', {}),
  'event.reopen': command('event.reopen', { ...reason }),
  'judge.amend': command('judge.amend', { seat: SeatIdSchema, name: TextSchema, title: Type.Optional(TextSchema) }),
  'entry.amend': command('entry.amend', {
    ...entry,
    title: TextSchema,
    subdistrict: Type.Optional(TextSchema),
    community: Type.Optional(TextSchema),
  }),
  'order.draw': command('order.draw', {}),
  'order.set': command('order.set', { order: Type.Array(EntryIdSchema, { maxItems: 500 }), ...reasons }),
  // The three pointers and the timer
  'stage.call': command('stage.call', { ...entry, ...show, ...basis }),
  'stage.clear': command('stage.clear', { ...show, ...basis }),
  'scoring.open': command('scoring.open', {
    entries: Type.Array(EntryIdSchema, { minItems: 1, maxItems: 500 }),
    ...show,
    ...basis,
  }),
  'scoring.close': command('scoring.close', { ...entry, ...show, ...basis }),
  'scoring.reopen': command('scoring.reopen', { ...entry, ...reason }),
  'scene.preview': command('scene.preview', { scene: SceneSchema }),
  'scene.show': command('scene.show', { scene: SceneSchema, ...basis }),
  'scene.take': command('scene.take', { ...basis }),
  'pointer.undo': command('pointer.undo', { ...basis }),
  'timer.start': command('timer.start', {
    kind: SegmentKindSchema,
    entry: Type.Union([EntryIdSchema, Type.Null()]),
    ...show,
    ...basis,
  }),
  'timer.pause': command('timer.pause', { ...basis }),
  'timer.resume': command('timer.resume', { ...basis }),
  'timer.correct': command('timer.correct', { deltaSec: Type.Integer({ minimum: -36_000, maximum: 36_000 }) }),
  'timer.stop': command('timer.stop', { ...basis }),
  // Sheets, from the operator
  'sheet.return': command('sheet.return', { ...sheet, ...reason }),
  'sheet.mark-absent': command('sheet.mark-absent', {
    seat: SeatIdSchema,
    entries: Type.Array(EntryIdSchema, { minItems: 1, maxItems: 500 }),
    ...reason,
  }),
  'sheet.recuse': command('sheet.recuse', {
    seat: SeatIdSchema,
    entries: Type.Array(EntryIdSchema, { minItems: 1, maxItems: 500 }),
    ...reason,
  }),
  'sheet.reinstate': command('sheet.reinstate', { ...sheet, ...reason }),
  'sheet.enter-from-paper': command('sheet.enter-from-paper', {
    ...sheet,
    baseVersion: Type.Integer({ minimum: 0 }),
    ...marks,
    ...remark,
    ...reason,
  }),
  'held.admit': command('held.admit', { ...sheet, ...heldReceipt, ...reason }),
  'held.dismiss': command('held.dismiss', { ...sheet, ...heldReceipt, ...reason }),
  'judge.remind': command('judge.remind', {
    ...entry,
    seats: Type.Array(SeatIdSchema, { minItems: 1, maxItems: 100 }),
  }),
  'help.clear': command('help.clear', { seat: SeatIdSchema }),
  // Entries and deductions
  'entry.remove': command('entry.remove', {
    ...entry,
    as: Type.Union([Type.Literal('forfeited'), Type.Literal('withdrawn'), Type.Literal('disqualified')]),
    ...reason,
  }),
  'entry.reinstate': command('entry.reinstate', { ...entry, ...reason }),
  'deduction.add': command('deduction.add', {
    ...entry,
    /** A deduction where it is left out. */
    kind: Type.Optional(Type.Union([Type.Literal('deduction'), Type.Literal('bonus')])),
    points: DecimalSchema,
    /** May be empty where a cause says it all. */
    reason: plainText(0, 200),
    /** The proposal this answers: only the one that is due, for the time that was used. */
    cause: Type.Optional(Type.Object({ kind: TimeCauseKindSchema, usedMs: Type.Integer() }, closed)),
  }),
  'deduction.dismiss': command('deduction.dismiss', { ...entry, usedMs: Type.Integer(), ...reason }),
  'deduction.withdraw': command('deduction.withdraw', { ...entry, deduction: DeductionIdSchema, ...reason }),
  // Figures of parts beside the panel
  'figures.enter': command('figures.enter', {
    component: Type.String({ minLength: 1, maxLength: 48 }),
    figures: Type.Array(
      Type.Object(
        {
          ...entry,
          figure: DecimalSchema,
          /** How often it had been recorded when the operator looked: 0 for a first figure. */
          baseVersion: Type.Integer({ minimum: 0 }),
        },
        closed,
      ),
      { minItems: 1, maxItems: 500 },
    ),
    ...reasons,
  }),
  // The hall votes
  'poll.open': command('poll.open', {
    poll: PollIdSchema,
    /** The one entry it is about, where it is about one. */
    entry: Type.Optional(EntryIdSchema),
    ...show,
    ...basis,
  }),
  'poll.close': command('poll.close', { ...run, ...show, ...basis }),
  'poll.void': command('poll.void', { ...run, ...reason }),
  'poll.reveal': command('poll.reveal', { ...run, ...show, ...basis }),
  'poll.count-by-hand': command('poll.count-by-hand', { ...run, ...handCount, teller: plainText(1, 80) }),
  /** The second person's own count; it has to be the same. */
  'poll.confirm-count': command('poll.confirm-count', { ...run, ...handCount, checker: plainText(1, 80) }),
  'ballots.issue': command('ballots.issue', {
    kind: Type.Union([Type.Literal('codes'), Type.Literal('roster')]),
    count: Type.Integer({ minimum: 1, maximum: 20_000 }),
    commitment: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  }),
  'ballots.revoke': command('ballots.revoke', {
    numbers: Type.Array(Type.Integer({ minimum: 1, maximum: 1_000_000 }), { minItems: 1, maxItems: 1000 }),
    ...reason,
  }),
  // From the ballot box
  'poll.expire': command('poll.expire', { ...run }),
  'poll.seal': command('poll.seal', {
    ...run,
    ballots: Type.Integer({ minimum: 0 }),
    rows: Type.Array(TallyRowSchema, { maxItems: 500 }),
    rejected: RejectedSchema,
    digest: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  }),
  'outlier.let-stand': command('outlier.let-stand', { ...sheet, version: Type.Integer({ minimum: 1 }), ...reasons }),
  // Results
  'result.check': command('result.check', { ...entry }),
  'result.reveal': command('result.reveal', { ...entry, ...show, ...basis }),
  'result.correct': command('result.correct', { ...entry, ...reason }),
  'tie.decide': command('tie.decide', {
    order: Type.Array(EntryIdSchema, { minItems: 2, maxItems: 500 }),
    decidedBy: plainText(1, 80),
    ...reason,
  }),
  'ceremony.begin': command('ceremony.begin', { ...show, ...basis }),
  'ceremony.unveil': command('ceremony.unveil', { ...show, ...basis }),
  'ceremony.cancel': command('ceremony.cancel', { ...reason }),
  'result.publish': command('result.publish', { ...show, ...basis }),
  'result.withdraw': command('result.withdraw', { ...reason }),
  // Screens and the hall
  'screen.pair': command('screen.pair', { screen: ScreenIdSchema, name: plainText(1, 40) }),
  'screen.forget': command('screen.forget', { screen: ScreenIdSchema }),
  'hall.set-locale': command('hall.set-locale', { locale: LocaleSchema }),
  // The computers that go on, should this one break
  'spares.name': command('spares.name', {
    addresses: Type.Array(Type.String({ maxLength: 80, pattern: spareAddressPattern }), { maxItems: 8 }),
  }),
  // From a judge's device
  'seat.join': command('seat.join', { device: plainText(1, 200), takesOver: Type.Boolean() }),
  'score.submit': command('score.submit', { ...entry, baseVersion: Type.Integer({ minimum: 0 }), ...marks, ...remark }),
  /** What a device still held when it was no longer the seat's, or from before a restore: for the operator to decide. */
  'score.offer': command('score.offer', { ...entry, ...marks, ...remark }),
  'score.take-back': command('score.take-back', { ...entry, version: Type.Integer({ minimum: 1 }) }),
  'help.call': command('help.call', {}),
  'help.cancel': command('help.cancel', {}),
} as const;

export type CommandType = keyof typeof commandSchemas;
export type CommandOf<T extends CommandType> = Static<(typeof commandSchemas)[T]>;
export type Command = { [T in CommandType]: CommandOf<T> }[CommandType];
