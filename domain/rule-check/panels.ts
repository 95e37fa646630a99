// The levels at which the imagined judges mark: near each other, never equal, so that what is dropped can be seen.
import type { EventDefinition } from '../definition.ts';
import type { Decimal } from '../numbers.ts';
import type { ImaginedEntry, ImaginedSheet } from './imagined.ts';

const spread = [80, 86, 74, 90, 83, 77, 88, 71, 92, 79, 85, 81, 76, 89];

/** One sheet per judge around `level`; `turn` gives another entry the same panel in another mood. */
export function levels(definition: EventDefinition, level: number, turn = 0): readonly number[] {
  return definition.panel.map((_, judge) => {
    const near = (spread[(judge + turn * 3) % spread.length] ?? 80) - 80;
    return Math.max(0, Math.min(100, level + near));
  });
}

/** The same votes for everybody, so that only the panel tells entries apart. */
export function evenFigures({ rules }: EventDefinition, figure = '40'): Readonly<Record<string, Decimal>> {
  return Object.fromEntries((rules.components?.parts ?? []).map(({ id }) => [id, figure as Decimal]));
}

export const entryAt = (definition: EventDefinition, sheets: readonly ImaginedSheet[]): ImaginedEntry => ({
  sheets,
  figures: evenFigures(definition),
});

/** Levels with those of some judges replaced. */
export const withJudge = (
  sheets: readonly ImaginedSheet[],
  judges: readonly number[],
  sheet: ImaginedSheet,
): readonly ImaginedSheet[] => sheets.map((known, judge) => (judges.includes(judge) ? sheet : known));
