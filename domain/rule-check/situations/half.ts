// A result that lies exactly on a half of the last decimal: looked for among panels near each other.
import { formatExact, multiply, rational } from '../../numbers.ts';
import { imagine } from '../imagined.ts';
import { entryAt, levels } from '../panels.ts';
import type { MakeSituation } from '../situation.ts';

const TRIED = 60;

export const half: MakeSituation = (definition) => {
  const { decimals } = definition.rules;
  const sheets = levels(definition, 78);
  const entries = Array.from({ length: TRIED }, (_, turn) =>
    entryAt(
      definition,
      sheets.map((level, judge) =>
        Math.max(0, Math.min(100, level + ((turn >> (judge % 6)) & 1) + Math.floor(turn / 7))),
      ),
    ),
  );
  const { rows } = imagine(definition, entries);
  const doubled = 2n * 10n ** BigInt(decimals);
  const found = rows.find(({ result }) => {
    if (result === null) return false;
    const scaled = multiply(result.final, rational(doubled));
    return scaled.d === 1n && scaled.n % 2n !== 0n;
  });
  if (found?.result == null) return null;
  const { final, score } = found.result;
  return {
    code: 'half',
    rows: [{ ...found, number: 1, place: null, isShared: false, decidedBy: null }],
    findings: [{ code: 'rounds-up', severity: 'settled', exact: formatExact(final), shown: score }],
  };
};
