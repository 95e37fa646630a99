// Lines of steps that give each judge a value: totals of marks, ranks, points by place, exponential weights, filled and normalised
// values. One line per judge that has one; who has none is named where the panel is put together.
import { compare, formatExact, rational, sum, type Rational } from '../numbers.ts';
import { judgeCount, valueOf } from '../rules/panel.ts';
import type { Prefer, StepOf } from '../rules/step-schema.ts';
import { spreadsOf } from '../rules/steps/normalise.ts';
import { better } from '../rules/steps/place.ts';
import { expectForm } from '../rules/steps/step.ts';
import { absenceOf, itemSource, judgesCell, judgeSource, ownNotes, told, type Asked } from './asked.ts';
import type { Line, Operand } from './derivation.ts';
import { lineOf } from './line.ts';
import { quantity } from './quantity.ts';
import type { Standing, Working } from './working.ts';

type JudgeStep = StepOf<'judge-ranks' | 'judge-points' | 'rank-weights' | 'fill-missing' | 'normalise'>;

export function totalLines(asked: Asked, step: StepOf<'judge-totals'>): readonly Line[] {
  const { table, marks } = expectForm(asked.read(step.of), 'marks');
  const scale = 10n ** BigInt(table.decimals);
  return table.judges.flatMap((_, judge): readonly Line[] => {
    const given = marks.rows.map((row) => row[judge] ?? null);
    if (given.every((mark) => mark === null)) return [];
    const operands = given.map((units, item): Operand => {
      const share = step.weights?.[item];
      return {
        of: itemSource(asked, step.of, item),
        // A mark stands as it was entered.
        value: units === null ? null : quantity(rational(BigInt(units), scale), null),
        fate: units === null ? 'missing' : 'counted',
        ...(share && { share: { full: share.full, weight: share.weight } }),
      };
    });
    return [lineOf(asked, step, { at: judgeSource(table, judge), position: judge, operands })];
  });
}

/** How many of the judge's values are better than this one, and how many equal. */
export function standingOf(own: Rational, all: readonly Rational[], prefer: Prefer): Standing {
  const ahead = all.filter((other) => better(other, own, prefer) < 0);
  return {
    better: ahead.length,
    betterValues: new Set(ahead.map(formatExact)).size,
    equal: all.filter((other) => compare(other, own) === 0).length,
    field: all.length,
  };
}

/** One line per judge that has a value after the step (or for filling, only those that were filled). */
export function judgeLines(asked: Asked, step: JudgeStep): readonly Line[] {
  const { table, values } = judgesCell(asked, step.id);
  const before = judgesCell(asked, step.of).values;
  const cells = asked.reads.map((read) => expectForm(read(step.of), 'judges'));
  const spreads = step.kind === 'normalise' ? spreadsOf(step, cells) : null;
  const lines = Array.from({ length: judgeCount(values) }, (_, judge) => judge).flatMap((judge): readonly Line[] => {
    const own = valueOf(before, judge);
    const after = valueOf(values, judge);
    const at = judgeSource(table, judge);
    if (after === null || (step.kind === 'fill-missing' && own !== null)) return [];
    const column = cells.flatMap((cell) => valueOf(cell.values, judge) ?? []);
    if (own === null) {
      const operands = cells.flatMap((cell, entry): readonly Operand[] => {
        const value = valueOf(cell.values, judge);
        return value === null
          ? []
          : [
              {
                of: { what: 'entry', entry: asked.entryId(entry) },
                value: asked.show(step.of, value),
                fate: 'counted',
              },
            ];
      });
      const working: Working = { as: 'average', total: asked.show(step.of, sum(column)), count: column.length };
      return [lineOf(asked, step, { at, position: judge, operands, working, notes: [] })];
    }
    const standsInFor = absenceOf(asked, table, judge);
    const operand: Operand = {
      of: at,
      value: asked.show(step.of, own),
      fate: 'counted',
      ...(standsInFor && { standsInFor }),
    };
    return [
      lineOf(asked, step, {
        at,
        position: judge,
        operands: [operand],
        working: workingOf(judge, own, column),
        notes: [],
      }),
    ];
  });
  // What is noted of the whole step stands once, with its first line.
  const notes = ownNotes(asked, step).map((note) => told(note, table, (value) => asked.show(step.id, value)));
  return lines.map((line, index) => (index === 0 ? { ...line, notes } : line));

  function workingOf(judge: number, own: Rational, column: readonly Rational[]): Working | null {
    if (step.kind === 'judge-ranks' || step.kind === 'judge-points')
      return { as: 'order', ...standingOf(own, column, step.prefer) };
    const spread = spreads?.own[judge];
    if (spreads === null || spread === undefined) return null;
    const show = (value: Rational) => asked.show(step.of, value);
    return {
      as: 'scale',
      own: { mean: show(spread.mean), deviation: quantity(spread.deviation, 2), count: spread.count },
      pool: { mean: show(spreads.pool.mean), deviation: quantity(spreads.pool.deviation, 2) },
    };
  }
}
