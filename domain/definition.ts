// The event definition (活动定义): one validated document that holds everything an event is before it begins. What the
// schema cannot say (ids that must exist, weights that must be all or none) is in definition-problems.ts.
import Type, { type Static } from 'typebox';
import { TimeRuleSchema } from './deduction-rules/time-rule.ts';
import { CriterionIdSchema, EntryIdSchema, SeatIdSchema } from './ids.ts';
import { type Decimal, decimalPattern } from './numbers.ts';
import { RulesSchema } from './scoring-rules.ts';
import { LocaleSchema, TextSchema } from './text.ts';
import { PollSchema } from './voting/poll.ts';

const closed = { additionalProperties: false } as const;
const DecimalSchema = Type.Unsafe<Decimal>(Type.String({ pattern: decimalPattern }));

/** The word for what is judged: one of five ready ones, or the organiser's own. */
export const EntryNounSchema = Type.Union([
  Type.Literal('project'),
  Type.Literal('contestant'),
  Type.Literal('work'),
  Type.Literal('programme'),
  Type.Literal('team'),
  Type.Object({ one: TextSchema, many: TextSchema }, closed),
]);
export type EntryNoun = Static<typeof EntryNounSchema>;

export const EntrySchema = Type.Object(
  {
    id: EntryIdSchema,
    /** Fixed number of the entry; its place in the running order is another number. */
    number: Type.String({ minLength: 1, maxLength: 12 }),
    title: TextSchema,
    /** Line breaks chosen by the organiser: parts separated by `|`. */
    stageTitle: Type.Optional(TextSchema),
    /** Upper unit of the body behind the entry (街道, school, company). */
    subdistrict: Type.Optional(TextSchema),
    /** The body behind the entry (社区, class, department). Never shortened on a screen. */
    community: Type.Optional(TextSchema),
    summary: Type.Optional(TextSchema),
    /** A picture kept with the event, as a data URL of a PNG, JPEG or WebP of at most 300 kB. */
    picture: Type.Optional(
      Type.String({ maxLength: 420_000, pattern: '^data:image/(png|jpeg|webp);base64,[A-Za-z0-9+/=]+$' }),
    ),
    /** Difficulty of each item, in the order of the score sheet, where the rules multiply by it. */
    difficulty: Type.Optional(Type.Array(DecimalSchema, { maxItems: 20 })),
    /** Plainly marked stand-in (示例项目): shown with a mark in set-up and on print. */
    standIn: Type.Optional(Type.Boolean()),
  },
  closed,
);
export type Entry = Static<typeof EntrySchema>;

export const JudgeGroupSchema = Type.Object(
  { id: Type.String({ minLength: 1, maxLength: 48 }), name: TextSchema },
  closed,
);
export type JudgeGroup = Static<typeof JudgeGroupSchema>;

export const JudgeSchema = Type.Object(
  {
    seat: SeatIdSchema,
    /** Place on the panel, 1, 2, 3 … */
    number: Type.Integer({ minimum: 1, maximum: 999 }),
    name: TextSchema,
    /** Part of the name on a card: 教授, 主任. */
    title: Type.Optional(TextSchema),
    group: Type.Optional(Type.String({ minLength: 1, maxLength: 48 })),
    /** Entries this judge must not score, known beforehand (回避). */
    recusedFrom: Type.Optional(Type.Array(EntryIdSchema, { maxItems: 500 })),
    standIn: Type.Optional(Type.Boolean()),
  },
  closed,
);
export type Judge = Static<typeof JudgeSchema>;

export const CriterionSchema = Type.Object(
  {
    id: CriterionIdSchema,
    name: TextSchema,
    guidance: Type.Optional(TextSchema),
    /** Full marks of the item. */
    maxScore: DecimalSchema,
    /** What a judge may enter; a narrower range than 0 … maxScore keeps one judge from swinging the result. */
    minAllowed: DecimalSchema,
    maxAllowed: DecimalSchema,
    entryStep: DecimalSchema,
    /** Points the item contributes at full marks. All items have one, or none has; without, the marks are added up. */
    weight: Type.Optional(DecimalSchema),
  },
  closed,
);
export type Criterion = Static<typeof CriterionSchema>;

export const SegmentKindSchema = Type.Union([
  Type.Literal('presentation'),
  Type.Literal('questions'),
  Type.Literal('comment'),
  Type.Literal('scoring'),
]);
export type SegmentKind = Static<typeof SegmentKindSchema>;

export const SegmentSchema = Type.Object(
  {
    kind: SegmentKindSchema,
    timeAllowedSec: Type.Integer({ minimum: 5, maximum: 36_000 }),
    /** Seconds left at which the clock warns, at most two. */
    warningTimesSec: Type.Array(Type.Integer({ minimum: 1, maximum: 3_600 }), { maxItems: 2 }),
    /** What is proposed for too long or too short a presentation, and the stop line. */
    overtime: Type.Optional(TimeRuleSchema),
  },
  closed,
);
export type Segment = Static<typeof SegmentSchema>;

/** The kinds of segment an event has, each once: a second one of a kind has the time of the first. */
export const segmentKinds = (segments: readonly Segment[]): readonly SegmentKind[] => [
  ...new Set(segments.map((segment) => segment.kind)),
];

export const AwardSchema = Type.Object(
  {
    id: Type.String({ minLength: 1, maxLength: 48 }),
    name: TextSchema,
    fromRank: Type.Integer({ minimum: 1, maximum: 500 }),
    toRank: Type.Integer({ minimum: 1, maximum: 500 }),
  },
  closed,
);
export type Award = Static<typeof AwardSchema>;

export const EventDefinitionSchema = Type.Object(
  {
    format: Type.Literal('liangfen-event/1'),
    name: TextSchema,
    /** For the corner of every screen; the full name where absent. */
    shortName: Type.Optional(TextSchema),
    organizer: Type.Optional(TextSchema),
    hostOrganization: Type.Optional(TextSchema),
    venue: Type.Optional(TextSchema),
    /** As printed, e.g. 2023-10-20. */
    date: Type.Optional(Type.String({ maxLength: 40 })),
    entryNoun: EntryNounSchema,
    /** The words for the two unit fields, where 街道 and 社区 are not right. */
    unitNames: Type.Optional(Type.Object({ subdistrict: TextSchema, community: TextSchema }, closed)),
    /** The language the hall reads. */
    hallLocale: LocaleSchema,
    entries: Type.Array(EntrySchema, { maxItems: 500 }),
    judgeGroups: Type.Array(JudgeGroupSchema, { maxItems: 20 }),
    panel: Type.Array(JudgeSchema, { maxItems: 100 }),
    criteria: Type.Array(CriterionSchema, { maxItems: 20 }),
    segments: Type.Array(SegmentSchema, { maxItems: 8 }),
    rules: RulesSchema,
    awards: Type.Array(AwardSchema, { maxItems: 40 }),
    /** What the hall votes on; absent: it does not vote. */
    polls: Type.Optional(Type.Array(PollSchema, { maxItems: 20 })),
  },
  { ...closed, $id: 'liangfen-event-1', title: 'Liangfen event definition' },
);
export type EventDefinition = Static<typeof EventDefinitionSchema>;
