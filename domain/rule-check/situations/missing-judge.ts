// A judge who is not there: absent for one entry, all but one absent, recused for one entry alone.
import type { EventDefinition } from '../../definition.ts';
import { comparesField } from '../../event-rule/aggregate-traits.ts';
import { imagine, type ImaginedRow } from '../imagined.ts';
import { entryAt, levels, withJudge } from '../panels.ts';
import type { Finding, MakeSituation } from '../situation.ts';

const counted = (row: ImaginedRow | undefined) =>
  (row?.judges ?? []).filter(({ fate }) => fate === 'counted' || fate === 'raised' || fate === 'lowered').length;

/** What became of the panel of a row, compared with that of a full one. */
function findings(full: ImaginedRow | undefined, short: ImaginedRow | undefined): readonly Finding[] {
  const notes = short?.result?.notes ?? [];
  const found = notes.flatMap((note): readonly Finding[] => {
    switch (note.code) {
      case 'trim-suspended':
        return [{ code: 'nothing-dropped', severity: 'attention', given: note.given, needed: note.needed }];
      case 'pro-rata':
        return [{ code: 'brought-to-planned', severity: 'settled', given: note.given, planned: note.planned }];
      case 'replaced-by-mean':
        return [{ code: 'mean-stands-in', severity: 'settled' }];
      case 'replaced-by-judge-average':
        return [{ code: 'own-average-stands-in', severity: 'attention' }];
      default:
        return [];
    }
  });
  if (short?.result === null || short === undefined) return [{ code: 'no-result', severity: 'undecided' }];
  const [from, to] = [counted(full), counted(short)];
  return to < from ? [{ code: 'divisor-shrinks', severity: 'settled', from, to }, ...found] : found;
}

/** The same sheets but for those that are missing; where entries are compared, every judge needs a first and a second. */
const two = (definition: EventDefinition, absent: readonly number[], as: 'absent' | 'recused') => {
  const sheets = levels(definition, 80);
  const others = comparesField(definition) ? levels(definition, 70) : sheets;
  return imagine(definition, [entryAt(definition, sheets), entryAt(definition, withJudge(others, absent, as))]).rows;
};

export const judgeAbsent: MakeSituation = (definition) => {
  if (definition.panel.length < 2) return null;
  const rows = two(definition, [1], 'absent');
  return { code: 'judge-absent', rows, findings: findings(rows[0], rows[1]) };
};

export const oneJudgeLeft: MakeSituation = (definition) => {
  if (definition.panel.length < 3) return null;
  const all = definition.panel.map((_, judge) => judge).slice(1);
  const rows = two(definition, all, 'absent');
  const score = rows[1]?.result?.score;
  const found = findings(rows[0], rows[1]).filter(({ code }) => code !== 'divisor-shrinks');
  return {
    code: 'one-judge-left',
    rows,
    findings: score === undefined ? found : [{ code: 'one-judge-alone', severity: 'attention', score }, ...found],
  };
};

export const judgeRecused: MakeSituation = (definition) => {
  if (definition.panel.length < 2) return null;
  const rows = two(definition, [0], 'recused');
  const [full, fewer] = [counted(rows[0]), counted(rows[1])];
  const differ: readonly Finding[] =
    full === fewer ? [] : [{ code: 'divisors-differ', severity: 'attention', full, fewer }];
  return {
    code: 'judge-recused',
    rows,
    findings: [...differ, ...findings(rows[0], rows[1]).filter(({ code }) => code !== 'divisor-shrinks')],
  };
};
