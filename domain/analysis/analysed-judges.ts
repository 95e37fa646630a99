// Everything about each judge on one line: severity, consistency, spread, discrimination, correction load, the box of the own
// totals, and the result without this judge.
import type { EventDefinition } from '../definition.ts';
import type { SeatId } from '../ids.ts';
import { add, formatExact, multiply, subtract, type Rational } from '../numbers.ts';
import type { Evaluation } from '../rules/evaluate.ts';
import type { AnalysedJudge, ShownChanges } from './analysis-view.ts';
import { box } from './box.ts';
import { consistencies } from './consistency.ts';
import { correctionLoads } from './correction-load.ts';
import { discriminations } from './discrimination.ts';
import { dash, figure, type Figure } from './figure.ts';
import { scaleOfTotals } from './judge-totals-table.ts';
import { severities, type Severity } from './severity.ts';
import { shown, shownShare, shownValue } from './shown-figure.ts';
import { spreads } from './spread.ts';
import { columnOf, present, type MarkTable } from './table.ts';
import { UNUSUAL_T, type Unusual } from './unusual.ts';

/** Decimals of figures that are no points: correlations, t, ratios. */
export const RATIO_DECIMALS = 2;

/** Severity and as many standard errors to either side as would make it unusual. */
function intervalOf({ severity, standardError }: Severity): { readonly low: Figure; readonly high: Figure } {
  if (severity.value === null || standardError.value === null) {
    const none = severity.value === null ? severity : standardError;
    return { low: none, high: none };
  }
  const reach = multiply(standardError.value, UNUSUAL_T);
  return { low: figure(subtract(severity.value, reach)), high: figure(add(severity.value, reach)) };
}

export function analysedJudges(
  definition: EventDefinition,
  evaluation: Evaluation,
  table: MarkTable,
  unusual: readonly Unusual[],
  without: ReadonlyMap<string, ShownChanges | null>,
): readonly AnalysedJudge[] {
  const { decimals } = definition.rules;
  const severity = severities(table);
  const consistency = consistencies(table);
  const spread = spreads(table, scaleOfTotals(definition));
  const discrimination = discriminations(table);
  const loads = correctionLoads(definition, evaluation);
  return definition.panel.flatMap((judge, at): readonly AnalysedJudge[] => {
    const [severe, steady, wide, apart, load] = [
      severity[at],
      consistency[at],
      spread[at],
      discrimination[at],
      loads[at],
    ];
    if (!severe || !steady || !wide || !apart || !load) return [];
    const column = columnOf(table, at);
    const summary = box(present(column));
    const points = (value: Rational) => shownValue(value, decimals);
    const interval = intervalOf(severe);
    const share = (part: Figure) => shownShare(apart.entries === 0 ? dash('too-few-entries') : part);
    return [
      {
        seat: judge.seat,
        number: judge.number,
        name: judge.name,
        group: definition.judgeGroups.find(({ id }) => id === judge.group)?.name ?? null,
        entries: apart.entries,
        severity: shown(severe.severity, decimals),
        standardError: shown(severe.standardError, decimals),
        t: shown(severe.t, RATIO_DECIMALS),
        interval: { low: shown(interval.low, decimals), high: shown(interval.high, decimals) },
        scatter: shown(steady.scatter, decimals),
        correlation: shown(steady.correlation, RATIO_DECIMALS),
        standardDeviation: shown(wide.standardDeviation, decimals),
        relativeSpread: shown(wide.relative, RATIO_DECIMALS),
        range: shown(wide.range, decimals),
        used: shownShare(wide.used),
        distinct: apart.distinct,
        tieRate: shownShare(apart.tieRate),
        discrimination: shownShare(apart.discrimination),
        corrected: {
          values: load.values,
          high: load.high,
          low: load.low,
          highShare: share(load.highShare),
          lowShare: share(load.lowShare),
        },
        totals: column.map((value) => value && formatExact(value)),
        box: summary && {
          lowest: points(summary.lowest),
          lowerQuartile: points(summary.lowerQuartile),
          median: points(summary.median),
          upperQuartile: points(summary.upperQuartile),
          highest: points(summary.highest),
        },
        without: without.get(judge.seat) ?? null,
        unusual: unusual.filter((known) => known.judge === judge.seat).map((known) => known.figure),
        cautions: severe.cautions,
      },
    ];
  });
}

export const seatIds = (seats: readonly string[]): readonly SeatId[] => seats.map((seat) => seat as SeatId);
