// An event from a fact file: what it states, on top of the community final's rules, because it states no rules.
import type { EventDefinition } from '../definition.ts';
import { idPattern, type CriterionId } from '../ids.ts';
import { parseDecimal, type Decimal } from '../numbers.ts';
import { communityFinal } from '../presets/community-final.ts';
import { freeId } from './entry-rows.ts';
import type { FactFile } from './fact-file.ts';

const fullMarks = '20' as Decimal;

export function eventFromFacts(facts: FactFile): EventDefinition {
  const base = communityFinal.event;
  const taken = new Set<string>();
  const criteria = facts.criteria.map((criterion, index) => {
    const wanted = new RegExp(idPattern).test(criterion.id) ? criterion.id : `item-${index + 1}`;
    const maxScore = (criterion.maxScore === null ? null : parseDecimal(criterion.maxScore)) ?? fullMarks;
    return {
      id: freeId<CriterionId>(wanted, taken),
      name: criterion.name,
      maxScore,
      minAllowed: '0' as Decimal,
      maxAllowed: maxScore,
      entryStep: '0.1' as Decimal,
    };
  });
  const known = new Set<string>(criteria.map((criterion) => criterion.id));
  return {
    ...base,
    ...(facts.name && { name: facts.name }),
    ...(facts.organizer && { organizer: facts.organizer }),
    ...(facts.venue && { venue: facts.venue }),
    criteria: criteria.length > 0 ? criteria : base.criteria,
    rules: {
      ...base.rules,
      tieBreakers:
        criteria.length > 0
          ? base.rules.tieBreakers.filter((step) => step.kind !== 'criterion' || known.has(step.criterion))
          : base.rules.tieBreakers,
    },
  };
}
