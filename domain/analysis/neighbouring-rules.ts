// The same marks under neighbouring rules: would another usual rule have given another result? [A-NEIGHBOURS]
//   mean; trimmed mean 1+1 (three judges or more) and 2+2 (five or more); median; winsorised mean 1+1; sum of ranks;
//   each on the judges' totals and inside each item, where the event has several items
// Everything else of the rules stays: weights of items, groups and parts, deductions, decimals, tie-breakers, the line. Where
// the official rule adds up instead of taking the mean, so do its neighbours, for a deduction would else weigh differently. Where
// items have factors or are rounded, only neighbours inside each item are comparable. Ranks are compared only where nothing but
// the panel makes the result, since points cannot be taken off places; judges who did not mark everybody then rank nobody.
import type { EventDefinition } from '../definition.ts';
import type { Aggregate, Rules, Scope } from '../scoring-rules.ts';
import { preferOf, scopeOf } from '../event-rule/aggregate-traits.ts';
import { columns } from '../event-rule/columns.ts';
import { placeChanges, type PlaceChanges } from './place-changes.ts';
import { placingOf, type Judged, type Placing } from './placing.ts';
import type { Work } from './work.ts';

export interface Neighbour {
  readonly aggregate: Aggregate;
  readonly placing: Placing;
  readonly changes: PlaceChanges;
}

const trim = (
  kind: 'trimmed-mean' | 'trimmed-sum' | 'winsorised-mean',
  each: number,
  minForTrim: number,
  trimScope: Scope,
): Aggregate => ({ kind, dropHighest: each, dropLowest: each, minForTrim, trimScope });

function inScope(scope: Scope, judges: number, adds: boolean): readonly Aggregate[] {
  const trimmed = adds ? 'trimmed-sum' : 'trimmed-mean';
  return [
    { kind: adds ? 'sum' : 'mean', scope },
    ...(judges >= 3 ? [trim(trimmed, 1, 3, scope)] : []),
    ...(judges >= 5 ? [trim(trimmed, 2, 5, scope)] : []),
    ...(adds ? [] : [{ kind: 'median', scope } as const]),
    ...(judges >= 3 && !adds ? [trim('winsorised-mean', 1, 3, scope)] : []),
  ];
}

const isSame = (a: Aggregate, b: Aggregate): boolean => {
  const asWritten = ({ ...settings }: Aggregate) =>
    JSON.stringify([
      settings.kind,
      scopeOf(settings),
      'dropHighest' in settings ? [settings.dropHighest, settings.dropLowest] : null,
      'as' in settings ? settings.as : null,
    ]);
  return asWritten(a) === asWritten(b);
};

function takesPointsOff({ contest }: Judged): boolean {
  const isSet = (value: { readonly n: bigint } | null | undefined) => (value?.n ?? 0n) !== 0n;
  return contest.entries.some(({ numbers }) => isSet(numbers[columns.deductions]) || isSet(numbers[columns.bonuses]));
}

/** The neighbours of the official aggregate, without itself. */
export function neighboursOf(judged: Judged): readonly Aggregate[] {
  const { rules, panel, criteria } = judged.definition;
  const official = rules.aggregate;
  const adds = official.kind === 'sum' || official.kind === 'trimmed-sum';
  const isOnlyPanel = rules.components === undefined && !takesPointsOff(judged);
  // Points cannot stand in for places, nor places for points, where something else is added to them.
  if (preferOf(official) === 'lowest' && !isOnlyPanel) return [];
  const scopes: readonly Scope[] =
    rules.items !== undefined ? ['criterion'] : criteria.length > 1 ? ['judge-total', 'criterion'] : ['judge-total'];
  const all = [
    ...scopes.flatMap((scope) => inScope(scope, panel.length, adds)),
    ...(isOnlyPanel && rules.items === undefined ? [{ kind: 'rank-sum', as: 'sum' } as const] : []),
  ];
  // With one item there is nothing to choose between total and item.
  return all.filter((aggregate) => !isSame(aggregate, criteria.length > 1 ? official : onTotals(official)));
}

const onTotals = (aggregate: Aggregate): Aggregate =>
  'trimScope' in aggregate
    ? { ...aggregate, trimScope: 'judge-total' }
    : 'scope' in aggregate
      ? { ...aggregate, scope: 'judge-total' }
      : aggregate;

function withAggregate(definition: EventDefinition, aggregate: Aggregate): EventDefinition {
  const { groups, ...others } = definition.rules;
  const weights = groups?.weights.map(({ group, weight }) => ({ group, weight }));
  const rules: Rules = { ...others, aggregate, ...(groups && weights && { groups: { ...groups, weights } }) };
  return { ...definition, rules };
}

/** A neighbour that gives nobody a result is left out. */
export function* neighbouringRules(judged: Judged, official: Placing): Work<readonly Neighbour[]> {
  const { definition, contest } = judged;
  const members = official.order.toSorted((a, b) => a - b);
  const neighbours: Neighbour[] = [];
  for (const aggregate of neighboursOf(judged)) {
    const placing = placingOf({ definition: withAggregate(definition, aggregate), contest }, members);
    const changes = placeChanges(official, placing, definition.rules.cutLine);
    if (placing.order.length > 0) neighbours.push({ aggregate, placing, changes });
    yield;
  }
  return neighbours;
}
