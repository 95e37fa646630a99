// The event as the example beside the rules computes with: its own rules on a handful of made-up entries and judges. Where the rules
// look at totals only, the score sheet is one number, so that a person can change it and see what follows.
import type { Criterion, EventDefinition, Judge } from '../definition.ts';
import { definitionProblems } from '../definition-problems.ts';
import { comparesField, scopeOf } from '../event-rule/aggregate-traits.ts';
import type { CriterionId, EntryId, SeatId } from '../ids.ts';
import { compare, formatExact, sum, toRational, type Decimal } from '../numbers.ts';
import type { ProblemCode } from '../problems/codes.ts';
import { aggregatesUsed } from '../problems/aggregates.ts';
import { scaleOf } from '../scale-of-totals.ts';

const MOST_JUDGES = 15;
const MOST_JUDGES_IN_GROUPS = 30;
const MOST_ITEMS = 6;
const JUDGES_OF_AN_EMPTY_GROUP = 3;

/** Problems with which the rules still compute something a person can learn from. */
const harmless: readonly ProblemCode[] = [
  'problem.no-criteria',
  'problem.field-rule-reveals-early',
  'problem.majority-of-two',
  'problem.kemeny-too-many',
  'problem.group-without-judges',
  'problem.unknown-tie-breaker-item',
  'problem.unknown-tie-breaker-part',
  'problem.next-best-needs-best',
  'problem.cut-line-beyond-entries',
  'problem.outlier-not-positive',
];

export function isComputable(definition: EventDefinition): boolean {
  return !definitionProblems(definition).some(
    ({ code, severity, at }) =>
      severity === 'blocking' && (at.startsWith('/rules') || at.startsWith('/criteria')) && !harmless.includes(code),
  );
}

/** Whether the rules look inside the score sheet, not only at judges' totals. */
export const worksByItem = (definition: EventDefinition): boolean =>
  aggregatesUsed(definition).some(
    ({ aggregate }) => aggregate.kind === 'skating' || scopeOf(aggregate) === 'criterion',
  );

function entryCount(definition: EventDefinition): number {
  const { kind } = definition.rules.aggregate;
  return kind === 'majority' ? 2 : comparesField(definition) ? 4 : 3;
}

/** All items as one: what a total may be, and its step. */
function total(definition: EventDefinition): Criterion {
  const { criteria } = definition;
  const added = (key: 'minAllowed' | 'maxAllowed' | 'maxScore') =>
    formatExact(sum(criteria.map((criterion) => toRational(criterion[key])))) as Decimal;
  const id = 'total' as CriterionId;
  const name = { zh: '总分', en: 'Total' };
  if (criteria.length === 0 || criteria.some(({ weight }) => weight !== undefined)) {
    const full = (criteria.length === 0 ? '100' : formatExact(scaleOf(definition))) as Decimal;
    return { id, name, maxScore: full, minAllowed: '0' as Decimal, maxAllowed: full, entryStep: '0.1' as Decimal };
  }
  const steps = criteria.map(({ entryStep }) => entryStep);
  const entryStep = steps.reduce((least, next) => (compare(toRational(next), toRational(least)) < 0 ? next : least));
  return {
    id,
    name,
    minAllowed: added('minAllowed'),
    maxAllowed: added('maxAllowed'),
    maxScore: added('maxScore'),
    entryStep,
  };
}

const seated = (count: number, group?: string): readonly Judge[] =>
  Array.from({ length: count }, () => ({
    seat: '' as SeatId,
    number: 0,
    name: { zh: '' },
    ...(group !== undefined && { group }),
  }));

/** As many judges as the event has, within what fits on a page; a weighted group without judges gets a few. */
function panel({ panel: all, rules }: EventDefinition): readonly Judge[] {
  const weighted = rules.groups?.weights.map(({ group }) => group);
  const chosen =
    weighted === undefined
      ? seated(Math.min(all.length === 0 ? 7 : all.length, MOST_JUDGES))
      : weighted.flatMap((group) => {
          const count = all.filter((judge) => judge.group === group).length;
          const most = Math.max(1, Math.floor(MOST_JUDGES_IN_GROUPS / weighted.length));
          return seated(Math.min(count === 0 ? JUDGES_OF_AN_EMPTY_GROUP : count, most), group);
        });
  return chosen.map((judge, index) => ({
    ...judge,
    seat: `example-seat-${index + 1}` as SeatId,
    number: index + 1,
    name: { zh: `示例评委 ${index + 1}`, en: `Sample judge ${index + 1}` },
    standIn: true,
  }));
}

export function reducedEvent(definition: EventDefinition): EventDefinition {
  const criteria = worksByItem(definition) ? definition.criteria.slice(0, MOST_ITEMS) : [total(definition)];
  const { rules } = definition;
  const tieBreakers = rules.tieBreakers.filter(
    (breaker) => breaker.kind !== 'criterion' || criteria.some(({ id }) => id === breaker.criterion),
  );
  return {
    ...definition,
    entries: Array.from({ length: entryCount(definition) }, (_, index) => {
      const number = String.fromCharCode(65 + index);
      return {
        id: `example-${number}` as EntryId,
        number,
        title: { zh: `示例 ${number}`, en: `Sample ${number}` },
        standIn: true,
      };
    }),
    panel: [...panel(definition)],
    criteria,
    rules: { ...rules, tieBreakers },
  };
}
