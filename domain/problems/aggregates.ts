// What does not fit between a way to aggregate and the panel, the items and the entries it is to work on. A judge group may
// have an aggregate of its own, so each is checked with the judges it will get.
import type { EventDefinition } from '../definition.ts';
import { compare, divide, subtract, toRational, ZERO, type Decimal } from '../numbers.ts';
import { KEMENY_CANDIDATES } from '../ballots/kemeny.ts';
import { scopeOf } from '../event-rule/aggregate-traits.ts';
import type { Aggregate } from '../scoring-rules.ts';
import type { Report } from './report.ts';

interface Used {
  readonly aggregate: Aggregate;
  /** JSON pointer of the aggregate. */
  readonly at: string;
  readonly judges: number;
}

const isPositive = (value: Decimal) => compare(toRational(value), ZERO) > 0;

/** Every aggregate the rules use, each with the number of judges it gets. */
export function aggregatesUsed({ rules, panel }: EventDefinition): readonly Used[] {
  const { groups, aggregate } = rules;
  if (groups === undefined) return [{ aggregate, at: '/rules/aggregate', judges: panel.length }];
  return groups.weights.map((weight, index) => ({
    aggregate: weight.aggregate ?? aggregate,
    at: weight.aggregate === undefined ? '/rules/aggregate' : `/rules/groups/weights/${index}/aggregate`,
    judges: panel.filter((judge) => judge.group === weight.group).length,
  }));
}

function checkPoints(points: readonly Decimal[], at: string, report: Report): void {
  const isFalling = points.every((value, index) => {
    const before = points[index - 1];
    return before === undefined || compare(toRational(before), toRational(value)) > 0;
  });
  if (!isFalling) report('problem.points-not-falling', at, '', 'hint');
}

/** Fewer judges than this, and the method is a plain mean. */
const needed: Partial<Record<Aggregate['kind'], number>> = { 'closest-two': 3, clamp: 3, median: 3, majority: 3 };

function checkOne({ aggregate, at, judges }: Used, definition: EventDefinition, report: Report): void {
  const least = needed[aggregate.kind];
  if (least !== undefined && judges > 0 && judges < least)
    report('problem.few-judges-for-method', at, String(least), 'hint');
  if ('dropHighest' in aggregate) {
    if (aggregate.dropHighest + aggregate.dropLowest >= aggregate.minForTrim)
      report('problem.drops-everything', at, String(aggregate.minForTrim));
    if (judges > 0 && judges < aggregate.minForTrim)
      report('problem.few-judges-for-trim', `${at}/minForTrim`, String(aggregate.minForTrim), 'hint');
  }
  switch (aggregate.kind) {
    case 'clamp':
      if (!isPositive(aggregate.limit)) report('problem.clamp-limit', `${at}/limit`, aggregate.limit);
      break;
    case 'rank-weights':
      if (!isPositive(aggregate.decay)) report('problem.decay-not-positive', `${at}/decay`, aggregate.decay);
      break;
    case 'rank-points':
      checkPoints(aggregate.points, `${at}/points`, report);
      break;
    case 'majority':
      if (aggregate.score === 'mean' && definition.entries.length > 2)
        report('problem.majority-of-two', `${at}/score`, String(definition.entries.length));
      break;
    case 'skating':
      checkSkating(definition, report);
      break;
    case 'ballot':
      checkBallot(aggregate.method, `${at}/method`, definition, report);
      break;
    default:
      break;
  }
}

/** A judge must give every entry of a dance another mark: with few marks to choose from two are soon the same. */
function checkSkating({ criteria, entries }: EventDefinition, report: Report): void {
  criteria.forEach((criterion, index) => {
    const step = toRational(criterion.entryStep);
    if (compare(step, ZERO) <= 0) return;
    const range = subtract(toRational(criterion.maxAllowed), toRational(criterion.minAllowed));
    const { n, d } = divide(range, step);
    if (n / d + 1n < BigInt(3 * entries.length))
      report('problem.skating-equal-marks', `/criteria/${index}`, criterion.id, 'hint');
  });
}

function checkBallot(
  method: Extract<Aggregate, { kind: 'ballot' }>['method'],
  at: string,
  { criteria, entries }: EventDefinition,
  report: Report,
): void {
  if (method === 'kemeny' && entries.length > KEMENY_CANDIDATES)
    report('problem.kemeny-too-many', at, String(KEMENY_CANDIDATES));
  if (method === 'approval' && criteria.some(({ minAllowed }) => isPositive(minAllowed)))
    report('problem.approval-names-all', at, '');
  if (method !== 'star') return;
  const [only] = criteria;
  const isFive = (value: Decimal | undefined) => value === undefined || compare(toRational(value), five) === 0;
  const fits =
    criteria.length === 1 &&
    only !== undefined &&
    [only.maxScore, only.maxAllowed, only.weight].every(isFive) &&
    !isPositive(only.minAllowed) &&
    compare(toRational(only.entryStep), toRational('1' as Decimal)) === 0;
  if (criteria.length > 0 && !fits) report('problem.star-scale', at, '');
}
const five = toRational('5' as Decimal);

function checkItems(definition: EventDefinition, used: readonly Used[], report: Report): void {
  const { rules, entries, criteria } = definition;
  if (rules.items === undefined) return;
  if (!used.some(({ aggregate }) => scopeOf(aggregate) === 'criterion')) {
    report('problem.items-unused', '/rules/items', '', 'hint');
    return;
  }
  const { factor, useDifficulty } = rules.items;
  if (factor !== undefined && !isPositive(factor)) report('problem.factor-not-positive', '/rules/items/factor', factor);
  if (!useDifficulty) return;
  entries.forEach(({ difficulty = [], number }, index) => {
    if (difficulty.length !== criteria.length || !difficulty.every(isPositive))
      report('problem.difficulty-missing', `/entries/${index}/difficulty`, number);
  });
}

/** What corrects judges' totals does nothing to marks that are combined item by item. */
function checkTotals({ rules }: EventDefinition, used: readonly Used[], report: Report): void {
  if (!used.some(({ aggregate }) => scopeOf(aggregate) === 'criterion')) return;
  if (rules.normalise !== undefined) report('problem.totals-unused', '/rules/normalise', rules.normalise, 'hint');
  if (rules.missing === 'judge-average') report('problem.totals-unused', '/rules/missing', rules.missing, 'hint');
}

export function checkAggregates(definition: EventDefinition, report: Report): void {
  const used = aggregatesUsed(definition);
  const reported = new Set<string>();
  // Several groups may share the aggregate of the whole panel: what is wrong with it is said once.
  const once: Report = (code, at, value, severity) => {
    if (reported.has(`${code} ${at}`)) return;
    reported.add(`${code} ${at}`);
    report(code, at, value, severity);
  };
  for (const one of used) checkOne(one, definition, once);
  checkItems(definition, used, report);
  checkTotals(definition, used, report);
}
