// The sheets of a scored event as the lives of its entries: from here on it is the same event, and the same engine, as on the day.
import type { EventDefinition } from '../definition.ts';
import { newLife } from '../entry-life.ts';
import { EventDefinitionSchema } from '../definition.ts';
import type { DeductionId, EntryId, Millis, OpId, SeatId } from '../ids.ts';
import { parseDecimal, type Decimal } from '../numbers.ts';
import type { EntryLife, Sheet } from '../state.ts';
import type { ScoredEvent, ScoredSheet } from './scored-event.ts';

const definitions = new WeakMap<ScoredEvent, EventDefinition>();

/** The event without what was scored; the same object each time, because the engine remembers by identity. */
export function definitionOf(scored: ScoredEvent): EventDefinition {
  let definition = definitions.get(scored);
  if (definition === undefined) {
    const known = Object.keys(EventDefinitionSchema.properties);
    const fields = Object.entries(scored).filter(([key]) => known.includes(key));
    definitions.set(scored, (definition = Object.fromEntries(fields) as unknown as EventDefinition));
  }
  return definition;
}

const canonical = (text: Decimal): Decimal => parseDecimal(text) ?? text;

function sheetFrom({ criteria }: EventDefinition, sheet: ScoredSheet): Sheet {
  const { marks, state } = sheet;
  const reason = sheet.reason ?? null;
  if (state !== undefined || marks === undefined)
    return { status: state === 'recused' ? 'recused' : 'absent', versions: [], reason };
  const given = criteria.flatMap(({ id }, item) => {
    const mark = marks[item];
    return mark === undefined ? [] : [{ criterion: id, mark: canonical(mark) }];
  });
  const version = { version: 1, marks: given, remark: '', via: 'paper', receipt: '' } as const;
  return { status: 'submitted', versions: [{ ...version, opId: '' as OpId, at: 0 as Millis }], reason };
}

export interface ScoredLife {
  readonly entry: EntryId;
  readonly life: EntryLife;
}

function grouped<T extends { readonly entry: EntryId }>(list: readonly T[]): ReadonlyMap<EntryId, readonly T[]> {
  const groups = new Map<EntryId, T[]>();
  for (const one of list) {
    const group = groups.get(one.entry);
    if (group) group.push(one);
    else groups.set(one.entry, [one]);
  }
  return groups;
}

/** In running order; scoring is over for all of them. */
export function livesOf(scored: ScoredEvent): readonly ScoredLife[] {
  const definition = definitionOf(scored);
  const [sheets, deductions, figures, removed] = [
    grouped(scored.sheets),
    grouped(scored.deductions ?? []),
    grouped(scored.figures ?? []),
    grouped(scored.removed ?? []),
  ];
  const order = scored.order ?? definition.entries.map(({ id }) => id);
  return order.map((entry) => {
    const begun = newLife(definition, entry);
    const [out] = removed.get(entry) ?? [];
    const given = (sheets.get(entry) ?? []).map((sheet): [SeatId, Sheet] => [sheet.seat, sheetFrom(definition, sheet)]);
    const life: EntryLife = {
      ...begun,
      status: out?.as ?? 'done',
      statusReason: out?.reason ?? null,
      scoring: 'closed',
      sheets: new Map([...begun.sheets, ...given]),
      deductions: (deductions.get(entry) ?? []).map(({ points, reason = '' }, index) => ({
        id: `d${index + 1}` as DeductionId,
        kind: 'deduction',
        points: canonical(points),
        reason,
        cause: null,
        withdrawnBecause: null,
      })),
      figures: new Map((figures.get(entry) ?? []).map(({ component, value }) => [component, canonical(value)])),
    };
    return { entry, life };
  });
}
