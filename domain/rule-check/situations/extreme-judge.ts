// One judge against all others: the lowest allowed mark where the others mark high, and how far that moves the result.
import { absolute, compare, formatRounded, subtract, toRational, ZERO, type Decimal } from '../../numbers.ts';
import { imagine } from '../imagined.ts';
import { entryAt, levels, withJudge } from '../panels.ts';
import type { MakeSituation } from '../situation.ts';

export const extremeJudge: MakeSituation = (definition) => {
  if (definition.panel.length < 2) return null;
  const sheets = levels(definition, 85);
  const { rows } = imagine(definition, [entryAt(definition, sheets), entryAt(definition, withJudge(sheets, [0], 0))]);
  const [usual, moved] = rows.map(({ result }) => result?.score as Decimal | undefined);
  // Rules that take no equal sheets have no such situation.
  if (!usual) return null;
  if (!moved) return { code: 'extreme-judge', rows, findings: [{ code: 'no-result', severity: 'undecided' }] };
  // As published, so that it is the difference a reader sees.
  const by = absolute(subtract(toRational(usual), toRational(moved)));
  return {
    code: 'extreme-judge',
    rows,
    findings: [
      compare(by, ZERO) === 0
        ? { code: 'one-judge-moves-nothing', severity: 'settled' }
        : { code: 'one-judge-moves', severity: 'settled', points: formatRounded(by, definition.rules.decimals) },
    ],
  };
};
