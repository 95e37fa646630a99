// Where the panel is not everything: how large a lead of the panel a vote can still overturn, and a part that never arrives.
import type { EventDefinition } from '../../definition.ts';
import { compare, formatRounded, subtract } from '../../numbers.ts';
import type { Component } from '../../scoring-rules.ts';
import { imagine, type ImaginedEntry } from '../imagined.ts';
import { entryAt, evenFigures, levels } from '../panels.ts';
import { points, type MakeSituation } from '../situation.ts';

/** The most and the least a part can show for one entry. */
function extremes({ mapping }: Component): readonly [string, string] {
  switch (mapping.kind) {
    case 'points':
      return [mapping.max, '0'];
    case 'approval':
      return [String(mapping.voters), '0'];
    case 'share':
    case 'leader':
    case 'rank-points':
    case 'bands':
      return ['100000', '0'];
  }
}

function against(definition: EventDefinition, lead: number): readonly ImaginedEntry[] {
  const parts = definition.rules.components?.parts ?? [];
  const figures = (which: 0 | 1) => Object.fromEntries(parts.map((part) => [part.id, points(extremes(part)[which])]));
  return [
    { sheets: levels(definition, 95), figures: figures(1) },
    { sheets: levels(definition, 95 - lead), figures: figures(0) },
  ];
}

/** The first, ahead by the panel and without a vote, is no longer in front of the second, who has all of them. */
const isOverturned = (definition: EventDefinition, lead: number) =>
  imagine(definition, against(definition, lead)).rows[0]?.place !== 1;

export const voteReach: MakeSituation = (definition) => {
  if (definition.rules.components === undefined) return null;
  let [reach, beyond] = [0, 96];
  while (beyond - reach > 1) {
    const lead = Math.floor((reach + beyond) / 2);
    if (isOverturned(definition, lead)) reach = lead;
    else beyond = lead;
  }
  const { rows, field } = imagine(definition, against(definition, Math.max(reach, 1)));
  const panel = (at: number) => {
    const cell = field.evaluation.cell('panel', at);
    return cell.form === 'number' ? cell.value : null;
  };
  const [first, second] = [panel(0), panel(1)];
  const lead = first && second ? subtract(first, second) : null;
  return {
    code: 'vote-reach',
    rows,
    findings: [
      reach === 0 || lead === null || compare(lead, subtract(lead, lead)) === 0
        ? { code: 'vote-changes-nothing', severity: 'attention' }
        : { code: 'vote-overturns', severity: 'settled', lead: formatRounded(lead, definition.rules.decimals) },
    ],
  };
};

export const partMissing: MakeSituation = (definition) => {
  const { components } = definition.rules;
  const [part] = components?.parts ?? [];
  if (components === undefined || part === undefined) return null;
  const { [part.id]: _, ...others } = evenFigures(definition);
  const usual = entryAt(definition, levels(definition, 80));
  const { rows } = imagine(definition, [usual, { ...usual, figures: others }]);
  return {
    code: 'part-missing',
    rows,
    findings: [
      rows[1]?.result
        ? { code: 'weight-goes-on', severity: 'attention', part: part.name }
        : { code: 'no-result-without', severity: 'undecided', part: part.name },
    ],
  };
};

export const groupAbsent: MakeSituation = (definition) => {
  const { groups } = definition.rules;
  const [first] = groups?.weights ?? [];
  if (groups === undefined || first === undefined || groups.weights.length < 2) return null;
  const usual = levels(definition, 80);
  const without = usual.map((level, judge) => (definition.panel[judge]?.group === first.group ? 'absent' : level));
  const { rows } = imagine(definition, [entryAt(definition, usual), entryAt(definition, without)]);
  const part = definition.judgeGroups.find(({ id }) => id === first.group)?.name ?? null;
  return {
    code: 'group-absent',
    rows,
    findings: [
      rows[1]?.result
        ? { code: 'weight-goes-on', severity: 'attention', part }
        : { code: 'no-result-without', severity: 'undecided', part },
    ],
  };
};
