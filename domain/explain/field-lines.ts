// Lines of steps across the field: places, points by place, shares of votes, majorities. The own value is the operand; what it is
// held against (how many are better, all votes, who voted for whom) is the working.
import { add, compare, formatExact, sum, ZERO, type Rational } from '../numbers.ts';
import { valueOf } from '../rules/panel.ts';
import type { StepOf } from '../rules/step-schema.ts';
import { majorityWorking } from '../rules/steps/majority.ts';
import { better } from '../rules/steps/place.ts';
import { numberAt } from '../rules/steps/step.ts';
import { absenceOf, judgeName, judgesCell, judgeSource, type Asked } from './asked.ts';
import type { Resolve } from './arithmetic-lines.ts';
import type { Line, Operand } from './derivation.ts';
import { standingOf } from './judge-lines.ts';
import { lineOf } from './line.ts';
import type { Standing, Working } from './working.ts';

function own(asked: Asked, column: string, resolve: Resolve): Operand {
  const value = numberAt(asked.read, column);
  return { of: resolve(column), value: value && asked.show(column, value), fate: value ? 'counted' : 'missing' };
}

const valuesIn = (asked: Asked, column: string): readonly Rational[] =>
  asked.reads.flatMap((read) => numberAt(read, column) ?? []);

/** With a second column the standing is in the pair of values. */
function placeStanding(asked: Asked, step: StepOf<'place'>): Standing | null {
  const value = numberAt(asked.read, step.of);
  if (value === null) return null;
  const { thenBy } = step;
  if (thenBy === undefined) return standingOf(value, valuesIn(asked, step.of), step.prefer);
  const second = numberAt(asked.read, thenBy.of);
  const orders = asked.reads.flatMap((read) => {
    const other = numberAt(read, step.of);
    if (other === null) return [];
    const otherSecond = numberAt(read, thenBy.of);
    const first = better(other, value, step.prefer);
    const order = first === 0 && second && otherSecond ? better(otherSecond, second, thenBy.prefer) : first;
    return [{ order, pair: `${formatExact(other)} ${otherSecond ? formatExact(otherSecond) : ''}` }];
  });
  const ahead = orders.filter(({ order }) => order < 0);
  return {
    better: ahead.length,
    betterValues: new Set(ahead.map(({ pair }) => pair)).size,
    equal: orders.filter(({ order }) => order === 0).length,
    field: orders.length,
  };
}

export function placeLine(asked: Asked, step: StepOf<'place'>, resolve: Resolve): Line {
  const standing = placeStanding(asked, step);
  const then = step.thenBy ? [own(asked, step.thenBy.of, resolve)] : [];
  return lineOf(asked, step, {
    operands: [own(asked, step.of, resolve), ...then],
    working: standing && { as: 'order', ...standing },
  });
}

export function placePointsLine(asked: Asked, step: StepOf<'place-points'>, resolve: Resolve): Line {
  const value = numberAt(asked.read, step.of);
  const standing = value && standingOf(value, valuesIn(asked, step.of), step.prefer);
  return lineOf(asked, step, {
    operands: [own(asked, step.of, resolve)],
    working: standing && { as: 'order', ...standing },
  });
}

export function shareLine(asked: Asked, step: StepOf<'share'>, resolve: Resolve): Line {
  const votes = valuesIn(asked, step.of);
  const whole =
    step.as === 'of-all' ? sum(votes) : votes.reduce((most, value) => (compare(value, most) > 0 ? value : most), ZERO);
  return lineOf(asked, step, {
    operands: [own(asked, step.of, resolve)],
    working: { as: 'whole', whole: asked.show(step.of, whole), field: votes.length },
  });
}

export function majorityLine(asked: Asked, step: StepOf<'majority'>): Line {
  const found = majorityWorking(step, asked.reads);
  const { table, values } = judgesCell(asked, step.of);
  if (found === null) return lineOf(asked, step, { operands: [] });
  const { members, result } = found;
  const counts = (index: number) => result.winner === null || result.majority.includes(index);
  let [total, counted] = [ZERO, 0];
  const operands = members.map((judge, index): Operand => {
    const value = valueOf(values, judge);
    const of = judgeSource(table, judge);
    if (value === null) return { of, value: null, fate: absenceOf(asked, table, judge) ?? 'incomplete' };
    const isCounted = step.score === 'votes' ? result.votes[index] !== null : counts(index);
    if (isCounted) [total, counted] = [add(total, value), counted + 1];
    return { of, value: asked.show(step.of, value), fate: isCounted ? 'counted' : 'voted-otherwise' };
  });
  const working: Working = {
    as: 'majority',
    votes: members.map((judge, index) => {
      const vote = result.votes[index] ?? null;
      return {
        judge: judgeName(table, judge),
        voted: typeof vote === 'number' ? { entry: asked.entryId(vote) } : vote,
      };
    }),
    tally: result.tally.map((votes, entry) => ({ entry: asked.entryId(entry), votes })),
    level: result.level,
    cards: result.cards,
    needed: result.needed,
    winner: result.winner === null ? null : asked.entryId(result.winner),
    total: step.score === 'mean' && counted > 0 ? asked.show(step.of, total) : null,
    counted,
  };
  return lineOf(asked, step, { operands, working });
}
