// Two equal entries at the last place of an award: who gets it, and what happens to the next place.
import { imagine } from '../imagined.ts';
import { entryAt, levels } from '../panels.ts';
import type { MakeSituation } from '../situation.ts';

export const awardLine: MakeSituation = (definition) => {
  const { tieBreakers, cutLine } = definition.rules;
  const asksPanel = tieBreakers.some(({ kind }) => kind === 'panel-decision');
  // Where the panel decides, an award that ends at the cut line has been told with the line.
  const award = definition.awards.find(({ toRank }) => toRank < 12 && !(asksPanel && toRank === cutLine));
  if (award === undefined) return null;
  const ahead = Array.from({ length: award.toRank - 1 }, (_, index) =>
    entryAt(definition, levels(definition, Math.max(62, 95 - index * 2), index)),
  );
  const equal = entryAt(definition, levels(definition, 50));
  const { rows } = imagine(definition, [...ahead, equal, equal]);
  const pair = rows.slice(award.toRank - 1);
  if (!pair.every((row) => row.isShared)) return null;
  const places = award.toRank - award.fromRank + 1;
  return {
    code: 'award-line',
    rows: pair,
    findings: [
      asksPanel
        ? { code: 'waits-for-panel', severity: 'undecided' }
        : { code: 'award-shared', severity: 'attention', award: award.name, sharing: pair.length, places },
    ],
  };
};
