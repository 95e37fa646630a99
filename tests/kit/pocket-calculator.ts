// A person with a pocket calculator: takes the lines of a derivation alone, the operands, the working and the settings of the step,
// and works out what the line must give. Uses the second calculator's fractions and nothing of the engine.
import type { Line, Operand } from '#domain/explain/derivation.ts';
import type { Step } from '#domain/rules/step-schema.ts';
import {
  average,
  decayed,
  isLess,
  isSame,
  largest,
  minus,
  nearest,
  nothing,
  over,
  plus,
  smallest,
  times,
  total,
  whole,
  written,
  type Fraction,
} from '#tests/oracle/fraction.ts';

/** "89.8" or "1585/6". */
export function exactly(text: string): Fraction {
  const [top = '0', bottom = '1'] = text.split('/');
  return over(written(top), written(bottom));
}

/** What an operand counts as. */
function counts({ value, countedAs, share }: Operand): Fraction | null {
  const own = countedAs ?? value;
  if (own === null) return null;
  const plain = exactly(own.exact);
  return share === undefined ? plain : over(times(plain, written(share.weight)), written(share.full));
}

const values = (operands: readonly Operand[]): readonly Fraction[] =>
  operands.flatMap((operand) => counts(operand) ?? []);
const isCounted = ({ fate }: Operand): boolean => fate === 'counted' || fate === 'raised' || fate === 'lowered';

function must<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`the line does not tell ${what}`);
  return value;
}

type WorkingAs<K extends NonNullable<Line['working']>['as']> = Extract<Line['working'], { as: K }>;
function working<K extends NonNullable<Line['working']>['as']>(line: Line, as: K): WorkingAs<K> {
  if (line.working?.as !== as) throw new Error(`the line of ${line.step} has no working as ${as}`);
  return line.working as WorkingAs<K>;
}

function pointsAt(line: Line, points: readonly string[], ties: 'mean' | 'same'): Fraction {
  const { better, equal } = working(line, 'order');
  const spanned = Array.from({ length: equal }, (_, index) => written(points[better + index] ?? '0'));
  return ties === 'same' ? (spanned[0] ?? nothing) : average(spanned);
}

/** Judges dropped as highest are not below anybody counted, those dropped as lowest not above. */
function panel(line: Line, { aggregate, ifNone }: Extract<Step, { kind: 'panel' }>): Fraction | null {
  const counted = line.operands.filter(isCounted);
  if (line.working === null)
    return line.notes.some(({ code }) => code === 'nobody-marked') && ifNone === 'zero' ? nothing : null;
  const list = values(counted);
  for (const operand of line.operands) {
    const own = counts(operand);
    if (own === null) continue;
    if (operand.fate === 'highest-out' && isLess(own, largest(list)))
      throw new Error('dropped as highest without being it');
    if (operand.fate === 'lowest-out' && isLess(smallest(list), own))
      throw new Error('dropped as lowest without being it');
    if (operand.fate === 'raised' && operand.value && isLess(own, exactly(operand.value.exact)))
      throw new Error('raised to less');
  }
  const { counted: told, total: sum, divisor, proRata } = working(line, 'panel');
  if (told !== list.length || !isSame(total(list), exactly(sum.exact))) throw new Error('counted otherwise than told');
  const whole_ = divisor === 1 ? total(list) : over(total(list), whole(divisor));
  if (aggregate.kind !== 'sum' && aggregate.kind !== 'trimmed-sum') return over(total(list), whole(list.length));
  return proRata === null ? whole_ : over(times(whole_, whole(proRata.planned)), whole(proRata.given));
}

function normalised(line: Line, by: 'severity' | 'z-score'): Fraction {
  const { own, pool } = working(line, 'scale');
  const value = must(values(line.operands)[0], 'the value');
  const off = minus(value, exactly(own.mean.exact));
  if (by === 'severity') return plus(off, exactly(pool.mean.exact));
  const deviation = exactly(own.deviation.exact);
  const z = isSame(deviation, nothing) ? nothing : over(off, deviation);
  return plus(times(z, exactly(pool.deviation.exact)), exactly(pool.mean.exact));
}

function sum(line: Line, ifMissing: Extract<Step, { kind: 'sum' }>['ifMissing']): Fraction | null {
  const isShort = line.operands.some(({ fate }) => fate === 'missing');
  if (isShort && ifMissing === 'no-result') return null;
  const added = total(
    line.operands.flatMap((operand) => {
      const value = counts(operand);
      return value === null ? [] : [operand.weight ? times(value, exactly(operand.weight.exact)) : value];
    }),
  );
  if (line.working === null) return isShort && line.value === null ? null : added;
  const { all, present } = working(line, 'redistributed');
  return over(times(added, exactly(all.exact)), exactly(present.exact));
}

function skating(line: Line): Fraction | null {
  // Refused: nobody is placed, and a note says why.
  if (line.working === null && line.notes.length > 0) return null;
  const { dances, total: told, totals, decidedBy } = working(line, 'skating');
  for (const { marks, columns } of dances)
    columns.forEach(({ count, sum: added }, index) => {
      const upto = marks.filter((mark) => mark <= index + 1);
      if (upto.length !== count || upto.reduce((a, b) => a + b, 0) !== added)
        throw new Error('a column is counted wrongly');
    });
  if (!isSame(total(values(line.operands)), exactly(told.exact))) throw new Error('the dances do not add up');
  const ahead = totals.filter(({ number }) => isLess(exactly(number.exact), exactly(told.exact))).length;
  const level = totals.filter(({ number }) => number.exact === told.exact).length;
  const place = exactly(must(line.value, 'the place').exact);
  if (decidedBy === 9) return whole(ahead + 1);
  if (isLess(place, whole(ahead + 1)) || isLess(whole(ahead + level), place)) throw new Error('a place out of reach');
  return place;
}

function ballot(line: Line, entry: string): Fraction | null {
  const { order, summary } = working(line, 'ballot');
  const at = order.findIndex((group) => group.includes(entry));
  if (at < 0) return null;
  const place = order.slice(0, at).flat().length + 1;
  if (summary.by === 'points') {
    const own = exactly(
      must(
        summary.points.find((one) => one.entry === entry),
        'the own points',
      ).number.exact,
    );
    const ahead = summary.points.filter(({ number }) =>
      summary.isLessBetter ? isLess(exactly(number.exact), own) : isLess(own, exactly(number.exact)),
    );
    if (ahead.length + 1 !== place) throw new Error('the points say another place');
  }
  return whole(place);
}

function majority(line: Line, entry: string, score: 'votes' | 'mean'): Fraction | null {
  const { votes, tally, cards } = working(line, 'majority');
  for (const { entry: of, votes: told } of tally)
    if (votes.filter(({ voted }) => typeof voted === 'object' && voted?.entry === of).length !== told)
      throw new Error('votes counted wrongly');
  if (cards === 0) return null;
  if (score === 'votes')
    return whole(
      must(
        tally.find((one) => one.entry === entry),
        'the own votes',
      ).votes,
    );
  const counted = values(line.operands.filter(isCounted));
  return counted.length === 0 ? null : average(counted);
}

function unrounded(line: Line, step: Step, entry: string): Fraction | null {
  const list = values(line.operands);
  const [first = null, second = null] = line.operands.map(counts);
  switch (step.kind) {
    case 'judge-totals':
      return list.length < line.operands.length ? null : total(list);
    case 'judge-ranks': {
      const { better, equal } = working(line, 'order');
      return step.ties === 'competition' ? whole(better + 1) : over(whole(2 * better + equal + 1), whole(2));
    }
    case 'judge-points':
    case 'place-points':
      return first && pointsAt(line, step.points, step.ties);
    case 'rank-weights':
      return first && decayed(times(minus(first, whole(1)), written(step.decay)), 20);
    case 'fill-missing':
      return average(list);
    case 'normalise':
      return normalised(line, step.by);
    case 'panel':
      return panel(line, step);
    case 'majority':
      return majority(line, entry, step.score);
    case 'skating':
      return skating(line);
    case 'ballot':
      return ballot(line, entry);
    case 'times':
      // A share of full marks is a factor here: its own value is the share already.
      return line.operands.reduce<Fraction | null>(
        (product, { value, share }) =>
          product &&
          value &&
          times(product, share ? over(written(share.weight), written(share.full)) : exactly(value.exact)),
        whole(1),
      );
    case 'product':
      return list.length < line.operands.length ? null : list.reduce(times, whole(1));
    case 'sum':
      return sum(line, step.ifMissing);
    case 'nth-best': {
      const chosen = line.operands.filter(isCounted);
      return values(chosen)[0] ?? null;
    }
    case 'bound': {
      if (first === null) return null;
      if (step.min !== undefined && isLess(first, written(step.min))) return written(step.min);
      return step.max !== undefined && isLess(written(step.max), first) ? written(step.max) : first;
    }
    case 'item':
    case 'round':
      return first;
    case 'ratio':
      return first && second && over(times(first, written(step.times)), second);
    case 'bands': {
      const reached = step.bands.filter(({ from }) => first !== null && !isLess(first, written(from)));
      const best = largest(reached.map(({ from }) => written(from)));
      return first && written(reached.find(({ from }) => isSame(written(from), best))?.points ?? '0');
    }
    case 'place': {
      if (first === null) return null;
      const { better, equal, betterValues } = working(line, 'order');
      if (step.style === 'dense') return whole(betterValues + 1);
      return step.style === 'competition' ? whole(better + 1) : over(whole(2 * better + equal + 1), whole(2));
    }
    case 'share': {
      const { whole: all } = working(line, 'whole');
      if (first === null || isSame(exactly(all.exact), nothing)) return null;
      const range = minus(written(step.max), written(step.min));
      return plus(written(step.min), over(times(range, first), exactly(all.exact)));
    }
  }
}

/** What the line must give; null where it must give nothing. */
export function worked(line: Line, steps: readonly Step[], entry: string): Fraction | null {
  if (line.kind === 'deductions' || line.kind === 'bonuses') return total(values(line.operands));
  const step = steps.find(({ id }) => id === line.step);
  if (step === undefined) throw new Error(`the derivation does not tell the settings of ${line.step}`);
  const value = unrounded(line, step, entry);
  if (value === null || line.roundedTo === null) return value;
  if (line.unrounded === null || !isSame(value, exactly(line.unrounded.exact)))
    throw new Error('another value before rounding');
  return nearest(value, line.roundedTo);
}
