// Which columns a step reads, by name: what the order of computing, the check of a rule and the explanation go by.
import type { TieStep } from './rule.ts';
import type { Step } from './step-schema.ts';

export function referencesOf(step: Step): readonly string[] {
  switch (step.kind) {
    case 'sum':
      return step.terms.map(({ of }) => of);
    case 'product':
    case 'nth-best':
      return step.of;
    case 'times':
      return [step.of, ...step.by.flatMap((factor) => ('of' in factor ? [factor.of] : []))];
    case 'ratio':
      return [step.of, step.over];
    case 'place':
      return [step.of, ...(step.thenBy ? [step.thenBy.of] : [])];
    case 'majority':
      return [step.of, ...(step.declared === undefined ? [] : [step.declared])];
    case 'judge-totals':
    case 'judge-ranks':
    case 'judge-points':
    case 'item':
    case 'rank-weights':
    case 'fill-missing':
    case 'normalise':
    case 'panel':
    case 'skating':
    case 'ballot':
    case 'bound':
    case 'round':
    case 'bands':
    case 'place-points':
    case 'share':
      return [step.of];
  }
}

export function tieReferences(step: TieStep): readonly string[] {
  switch (step.kind) {
    case 'value':
    case 'countback':
    case 'head-to-head':
    case 'more-top-marks':
      return [step.of];
    case 'better-in-more':
      return step.of;
    case 'start-order':
    case 'decision':
      return [];
  }
}
