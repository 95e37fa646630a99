// Equal scores: from different sheets, where tie-breakers have something to go by; from identical sheets at the cut line, where they
// have not; and everybody equal.
import { isInsideLine } from '../../cut-line.ts';
import type { EventDefinition } from '../../definition.ts';
import { imagine, type ImaginedEntry, type ImaginedRow } from '../imagined.ts';
import { entryAt, levels, withJudge } from '../panels.ts';
import type { Finding, MakeSituation } from '../situation.ts';

const MOST_SHOWN = 4;

/** What the chain makes of a pair that ended with the same published score. */
function verdict({ rules }: EventDefinition, rows: readonly ImaginedRow[]): readonly Finding[] {
  const decided = rows.find((row) => row.decidedBy !== null)?.decidedBy ?? null;
  const breaker = decided === null ? undefined : rules.tieBreakers[decided];
  if (breaker) return [{ code: 'decided-by', severity: 'settled', breaker }];
  const asksPanel = rules.tieBreakers.some(({ kind }) => kind === 'panel-decision');
  return [
    asksPanel
      ? { code: 'waits-for-panel', severity: 'undecided' }
      : { code: 'nothing-separates', severity: 'attention' },
  ];
}

/** Pairs of different sheets, tried in turn until one gives the same published score. */
function pairs(definition: EventDefinition): readonly (readonly [ImaginedEntry, ImaginedEntry])[] {
  const sheets = [...levels(definition, 80)];
  const lowest = sheets.indexOf(Math.min(...sheets));
  const items = definition.criteria.length;
  const uneven = (up: number, down: number) =>
    sheets.map((level) => definition.criteria.map((_, item) => level + (item === up ? 8 : item === down ? -8 : 0)));
  return [
    // The dropped lowest judge marks lower still: a trimmed mean does not see it.
    [entryAt(definition, sheets), entryAt(definition, withJudge(sheets, [lowest], 40))],
    // The same judges in other seats: only the order of judges differs.
    ...(items > 1 ? [[entryAt(definition, uneven(0, 1)), entryAt(definition, uneven(1, 0))] as const] : []),
    [entryAt(definition, sheets), entryAt(definition, [...sheets.slice(1), ...sheets.slice(0, 1)])],
  ];
}

export const equalScores: MakeSituation = (definition) => {
  if (definition.panel.length < 2) return null;
  for (const pair of pairs(definition)) {
    const { rows } = imagine(definition, pair);
    const [first, second] = rows;
    if (first?.result && second?.result && first.result.score === second.result.score) {
      const shown = first.result.score;
      const exactOnly = definition.rules.rankOn === 'exact' && !first.isShared && first.decidedBy === null;
      const found: readonly Finding[] = exactOnly
        ? [{ code: 'equal-to-the-hall', severity: 'attention', shown }]
        : verdict(definition, rows);
      return { code: 'equal-scores', rows, findings: found };
    }
  }
  return null;
};

export const equalSheetsAtLine: MakeSituation = (definition) => {
  const { cutLine } = definition.rules;
  const line = cutLine ?? 1;
  const ahead = Array.from({ length: line - 1 }, (_, index) =>
    entryAt(definition, levels(definition, Math.max(62, 95 - index), index)),
  );
  const equal = entryAt(definition, levels(definition, 50));
  const behind = entryAt(definition, levels(definition, 30, 1));
  const { rows } = imagine(definition, [...ahead, equal, equal, behind]);
  const pair = rows.slice(line - 1, line + 1);
  if (pair.some((row) => row.result === null))
    return { code: 'equal-sheets-at-line', rows: pair, findings: [{ code: 'no-result', severity: 'undecided' }] };
  return {
    code: 'equal-sheets-at-line',
    rows: rows.slice(Math.max(0, line - 2), line + 2).slice(0, MOST_SHOWN),
    findings: [cutLine === undefined ? sharedFirst(definition, rows) : atLine(definition, rows, cutLine)],
  };
};

function sharedFirst(definition: EventDefinition, rows: readonly ImaginedRow[]): Finding {
  const [found] = verdict(definition, rows.slice(0, 2));
  const sharing = rows.filter((row) => row.place === 1).length;
  return found && found.code !== 'nothing-separates' ? found : { code: 'shared-first', severity: 'attention', sharing };
}

function atLine(definition: EventDefinition, rows: readonly ImaginedRow[], line: number): Finding {
  const sharing = (wanted: number) => rows.filter(({ place }) => place === wanted).length;
  const inside = rows.filter(
    ({ place }) => place !== null && isInsideLine(definition.rules, place, sharing(place)),
  ).length;
  const [found] = verdict(definition, rows.slice(line - 1, line + 1));
  if (found && found.code !== 'nothing-separates') return found;
  if (inside > line) return { code: 'line-grows', severity: 'attention', line, inside };
  return inside < line
    ? { code: 'line-loses', severity: 'attention', line, inside }
    : { code: 'nothing-separates', severity: 'attention' };
}

export const everybodyEqual: MakeSituation = (definition) => {
  const same = entryAt(definition, levels(definition, 80));
  const { rows } = imagine(definition, [same, same, same]);
  return {
    code: 'everybody-equal',
    rows,
    findings: rows.some((row) => row.result === null)
      ? [{ code: 'no-result', severity: 'undecided' }]
      : [sharedFirst(definition, rows)],
  };
};
