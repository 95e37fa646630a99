// The ways to make one score of many, as an organiser meets them: the usual ones, those that are worth a second look, and those that
// compare the whole field. A way that is in no family yet stands with the second.
import { comparesField } from '#domain/event-rule/aggregate-traits.ts';
import { AggregateSchema, type Aggregate, type Rules } from '#domain/scoring-rules.ts';
import { initialOf, kindsOf } from '../settings/setting-fields.ts';

type Kind = Aggregate['kind'];
export const kinds = kindsOf(AggregateSchema) as readonly Kind[];

export const initialAggregate = (kind: Kind, before: Aggregate): Aggregate =>
  initialOf<Aggregate>(AggregateSchema, kind, before);

const usual: readonly Kind[] = ['trimmed-mean', 'mean'];
const needsField = (kind: Kind): boolean => {
  const aggregate = initialOf<Aggregate>(AggregateSchema, kind);
  return comparesField({ rules: { aggregate } as Rules });
};

export const families: { readonly [F in 'common' | 'more' | 'field']: readonly Kind[] } = {
  common: usual,
  more: kinds.filter((kind) => !usual.includes(kind) && !needsField(kind)),
  field: kinds.filter(needsField),
};
