// Imagined panels for the check of the rules: stand-in entries and sheets that lie on the event's own scale and step, judged by as
// many judges as the event has. Nothing here is chance; the same rules give the same report.
import type { Criterion, EventDefinition } from '../definition.ts';
import { newLife } from '../entry-life.ts';
import { resultAt, judgeTotals, type EntryResult } from '../entry-result.ts';
import { fieldOfLives, type Field } from '../field.ts';
import type { DeductionId, EntryId, Millis, OpId, SeatId } from '../ids.ts';
import type { Mark } from '../marks.ts';
import { add, formatExact, multiply, rational, divide, subtract, toRational, type Decimal } from '../numbers.ts';
import { rank } from '../rules/rank.ts';
import type { JudgeTotal } from '../stage-view.ts';
import type { EntryLife, Sheet } from '../state.ts';

/** How high a judge marks, in percent of the allowed range of each item; or why there is no sheet. */
export type ImaginedSheet = number | readonly number[] | 'recused' | 'absent';

export interface ImaginedEntry {
  /** One per judge of the panel, in seat order. */
  readonly sheets: readonly ImaginedSheet[];
  readonly figures?: Readonly<Record<string, Decimal>>;
  readonly deducted?: Decimal;
}

export interface ImaginedRow {
  /** 1, 2, 3 …: shown as 示例 1. */
  readonly number: number;
  readonly judges: readonly JudgeTotal[];
  readonly figures: Readonly<Record<string, Decimal>>;
  readonly deducted: string | null;
  readonly result: EntryResult | null;
  readonly place: number | null;
  readonly isShared: boolean;
  /** Position in the chain of the tie-breaker that decided. */
  readonly decidedBy: number | null;
}

const DECIDED_AT = 0 as Millis;
const OPERATION = '0'.repeat(32) as OpId;

/** The highest mark on the step that is not above this share of the allowed range. */
export function markAt({ minAllowed, maxAllowed, entryStep }: Criterion, percent: number): Decimal {
  const [min, max, step] = [minAllowed, maxAllowed, entryStep].map(toRational);
  if (min === undefined || max === undefined || step === undefined || step.n === 0n) return minAllowed;
  const share = divide(multiply(subtract(max, min), rational(BigInt(percent), 100n)), step);
  return formatExact(add(min, multiply(rational(share.n / share.d), step))) as Decimal;
}

function marksAt(criteria: readonly Criterion[], sheet: number | readonly number[]): readonly Mark[] {
  return criteria.map((criterion, item) => ({
    criterion: criterion.id,
    mark: markAt(criterion, typeof sheet === 'number' ? sheet : (sheet[item] ?? 0)),
  }));
}

function sheetFrom(criteria: readonly Criterion[], sheet: ImaginedSheet): Sheet {
  if (sheet === 'recused' || sheet === 'absent') return { status: sheet, versions: [], reason: null };
  const marks = marksAt(criteria, sheet);
  const version = {
    version: 1,
    marks,
    remark: '',
    via: 'device',
    receipt: '',
    opId: OPERATION,
    at: DECIDED_AT,
  } as const;
  return { status: 'submitted', versions: [version], reason: null };
}

/** The event with its own rules and panel, and so many stand-ins in the place of its entries. */
export function withStandIns(definition: EventDefinition, count: number): EventDefinition {
  const difficulty = definition.entries[0]?.difficulty ?? definition.criteria.map(() => '1' as Decimal);
  const entries = Array.from({ length: count }, (_, index) => ({
    id: `imagined-${index + 1}` as EntryId,
    number: String(index + 1),
    title: { zh: `示例 ${index + 1}`, en: `Example ${index + 1}` },
    difficulty,
  }));
  return { ...definition, entries, panel: definition.panel.map(({ recusedFrom: _, ...judge }) => judge) };
}

function lifeFrom(definition: EventDefinition, id: EntryId, imagined: ImaginedEntry): EntryLife {
  const sheets = new Map<SeatId, Sheet>(
    definition.panel.map(({ seat }, judge) => [
      seat,
      sheetFrom(definition.criteria, imagined.sheets[judge] ?? 'absent'),
    ]),
  );
  const deductions =
    imagined.deducted === undefined
      ? []
      : [
          {
            id: 'd1' as DeductionId,
            kind: 'deduction' as const,
            points: imagined.deducted,
            reason: '',
            cause: null,
            withdrawnBecause: null,
          },
        ];
  return {
    ...newLife(definition, id),
    scoring: 'closed',
    sheets,
    deductions,
    figures: new Map(Object.entries(imagined.figures ?? {})),
  };
}

export interface Imagined {
  readonly definition: EventDefinition;
  readonly field: Field;
  readonly rows: readonly ImaginedRow[];
}

/** These entries computed by the event's rules, in the order given. */
export function imagine(definition: EventDefinition, imagined: readonly ImaginedEntry[]): Imagined {
  const event = withStandIns(definition, imagined.length);
  const members = imagined.map((entry, index) => {
    const id = `imagined-${index + 1}` as EntryId;
    return { entry: id, life: lifeFrom(event, id, entry) };
  });
  const field = fieldOfLives(event, members);
  const placed = new Map(rank(field.evaluation).placed.map((known) => [known.entry, known]));
  const rows = imagined.map((entry, at): ImaginedRow => {
    const result = resultAt(field, event, at);
    const life = members[at]?.life;
    const own = placed.get(at);
    return {
      number: at + 1,
      judges: result && life ? judgeTotals(event, life, result) : [],
      figures: entry.figures ?? {},
      deducted: entry.deducted ?? null,
      result,
      place: own ? Number(own.place.n) : null,
      isShared: own?.isShared ?? false,
      decidedBy: own?.decidedBy ?? null,
    };
  });
  return { definition: event, field, rows };
}
