// The analysis of a live event: all statistics, margins, "what if" questions and warnings of the entries that have a result, as
// one plain value. A function of the state alone, computed when somebody asks; it changes nothing and enters no result.
import type { EventDefinition } from '../definition.ts';
import { entryCard } from '../entry-card.ts';
import { competing } from '../entry-life.ts';
import { eventContest } from '../event-rule/entry-source.ts';
import { fieldOf } from '../field.ts';
import type { EntryId, SeatId } from '../ids.ts';
import { formatExact, formatRounded, rational } from '../numbers.ts';
import { standings } from '../standings.ts';
import type { FinalState } from '../state.ts';
import type { DefinedState } from '../topic.ts';
import { analysedJudges, RATIO_DECIMALS, seatIds } from './analysed-judges.ts';
import type { Analysis, AnalysedEntry, ShownChanges, ShownLine, ShownParts, StabilityCounts } from './analysis-view.ts';
import { concordance } from './concordance.ts';
import { decisiveMark } from './decisive-mark.ts';
import { intraclassCorrelation } from './icc.ts';
import { judgeTotalsTable } from './judge-totals-table.ts';
import { lineMargin } from './line-margin.ts';
import { neighbouringRules } from './neighbouring-rules.ts';
import { agreementsOf, type PairAgreement } from './pair-agreement.ts';
import type { PlaceChanges } from './place-changes.ts';
import { partsApart, type PartsApart } from './parts-apart.ts';
import { placeRange } from './place-range.ts';
import { placingOf, type Judged, type Placing } from './placing.ts';
import { recusalChecks } from './recusal-check.ts';
import { reliability } from './reliability.ts';
import { shown, shownValue } from './shown-figure.ts';
import { stability, type Stability } from './stability.ts';
import type { MarkTable } from './table.ts';
import { ENOUGH_ENTRIES, unusual, UNUSUAL_T } from './unusual.ts';
import { finished, type Work } from './work.ts';

type IdOf = (entry: number) => EntryId;

const shownChanges = (changes: PlaceChanges | null, idOf: IdOf): ShownChanges | null =>
  changes && {
    ...changes,
    entering: changes.entering.map(idOf),
    leaving: changes.leaving.map(idOf),
    withoutResult: changes.withoutResult.length,
  };

function* linesOf(judged: Judged, official: Placing, idOf: IdOf): Work<readonly ShownLine[]> {
  const { rules, criteria, panel } = judged.definition;
  const scale = 10n ** BigInt(judged.contest.tables[0]?.decimals ?? 0);
  const inPoints = (units: number) => formatExact(rational(BigInt(units), scale));
  const lines = rules.cutLine === undefined || rules.cutLine === 1 ? [1] : [1, rules.cutLine];
  const shownLines: ShownLine[] = [];
  for (const line of lines) {
    const margin = lineMargin(official, line);
    if (margin === null) continue;
    const { scope, mark } = yield* decisiveMark(judged, official, margin);
    const [seat, criterion] = [mark && panel[mark.judge]?.seat, mark && criteria[mark.item]];
    shownLines.push({
      line,
      lastInside: idOf(margin.lastInside),
      firstOutside: idOf(margin.firstOutside),
      inside: margin.inside.length,
      margin: shownValue(margin.margin, rules.decimals),
      decidedBy: margin.decidedBy === null ? null : (rules.tieBreakers[margin.decidedBy]?.kind ?? null),
      scope,
      flip:
        mark && seat && criterion
          ? {
              entry: idOf(mark.entry),
              seat,
              criterion: criterion.id,
              criterionName: criterion.name,
              from: inPoints(mark.from),
              to: inPoints(mark.to),
              steps: mark.steps,
              entering: mark.entering.map(idOf),
              leaving: mark.leaving.map(idOf),
            }
          : null,
    });
  }
  return shownLines;
}

function countsOf({ judges }: Stability, { rules }: EventDefinition): StabilityCounts {
  const known = judges.flatMap(({ changes }) => changes ?? []);
  const count = (wanted: (changes: PlaceChanges) => boolean) => known.filter(wanted).length;
  return {
    tried: judges.length,
    winner: count(({ isWinnerChanged }) => isWinnerChanged),
    podium: count(({ isPodiumChanged }) => isPodiumChanged),
    inside: rules.cutLine === undefined ? null : count(({ entering, leaving }) => entering.length + leaving.length > 0),
    largestMove: Math.max(0, ...known.map(({ largestMove }) => largestMove)),
    noResult: judges.length - known.length,
  };
}

function agreementOf(table: MarkTable): Analysis['agreement'] {
  const { w, chiSquared, degrees, basis } = concordance(table);
  const { icc21, icc2k, icc3k } = intraclassCorrelation(table);
  const ratio = (value: typeof w) => shown(value, RATIO_DECIMALS);
  return {
    w: ratio(w),
    chiSquared: ratio(chiSquared),
    degrees,
    icc21: ratio(icc21),
    icc2k: ratio(icc2k),
    icc3k: ratio(icc3k),
    reliability: reliability(icc3k),
    entries: basis.entries,
    judges: basis.judges,
    judgesLeftOut: seatIds(basis.judgesLeftOut),
    cautions: basis.cautions,
  };
}

function shownParts(
  apart: PartsApart | null,
  state: DefinedState,
  scored: readonly EntryId[],
  idOf: IdOf,
): ShownParts | null {
  if (apart === null) return null;
  const { definition } = state;
  const components = definition.rules.components?.parts ?? [];
  return {
    cards: scored.map((entry) => entryCard(state, entry)),
    parts: apart.rankings.map(({ part, weight, places, missing }) => ({
      part,
      name: components.find(({ id }) => id === part)?.name ?? null,
      weight,
      places: places.map(({ entry, place, points }) => ({
        entry: idOf(entry),
        place,
        points: formatRounded(points, definition.rules.decimals),
      })),
      missing: missing.map(idOf),
    })),
    outstanding: apart.outstanding,
    canChange: apart.canChange,
  };
}

function* analysed(state: FinalState, definition: EventDefinition): Work<Analysis | null> {
  const field = fieldOf(state);
  if (field === null) return null;
  const lives = field.entries.flatMap((entry, at) => {
    const life = field.lives[at];
    return life === undefined ? [] : [{ entry, life }];
  });
  const judged: Judged = { definition, contest: eventContest(definition, lives, state.tieDecisions) };
  const official = placingOf(judged);
  const idOf: IdOf = (entry) => field.entries[entry] ?? ('' as EntryId);
  const { decimals, cutLine, aggregate } = definition.rules;
  const without = yield* stability(judged, official);
  const neighbours = yield* neighbouringRules(judged, official);
  const table = judgeTotalsTable(definition, official.evaluation, official.order);
  const flagged = unusual(table);
  const placed = standings(state);
  yield;

  const entries = official.order.flatMap((position): readonly AnalysedEntry[] => {
    const found = placed.find(({ result }) => result.entry === idOf(position));
    const place = official.places[position] ?? null;
    if (found === undefined || place === null) return [];
    const only = { best: place, worst: place };
    const judges = without.judges.map(({ placing }) => placing);
    const rules = neighbours.map(({ placing }) => placing);
    return [
      {
        entry: entryCard({ ...state, definition }, idOf(position)),
        rank: place,
        isTied: found.isTied,
        isInside: cutLine === undefined ? null : place <= cutLine,
        score: found.result.score,
        withoutJudge: placeRange(official, judges, position) ?? only,
        otherRules: placeRange(official, rules, position) ?? only,
      },
    ];
  });

  const lines = yield* linesOf(judged, official, idOf);
  yield;
  const pairs: PairAgreement[] = [];
  for (const position of table.judges.keys()) {
    pairs.push(...agreementsOf(table, position));
    yield;
  }
  const changesWithout = new Map(without.judges.map((one) => [one.without, shownChanges(one.changes, idOf)]));
  const judges = analysedJudges(definition, official.evaluation, table, flagged, changesWithout);
  yield;
  return {
    format: 'liangfen-analysis/1',
    outstanding: competing(state).length - official.order.length,
    noun: definition.entryNoun,
    decimals,
    aggregate,
    cutLine: cutLine ?? null,
    entries,
    parts: shownParts(partsApart(judged, official), { ...state, definition }, field.entries, idOf),
    judges,
    lines,
    stability: countsOf(without, definition),
    groups: without.groups.flatMap(({ without: id, changes }) => {
      const name = definition.judgeGroups.find((group) => group.id === id)?.name;
      return name === undefined ? [] : [{ name, without: shownChanges(changes, idOf) }];
    }),
    neighbours: neighbours.flatMap(({ aggregate: other, changes }) => {
      const shownOnes = shownChanges(changes, idOf);
      return shownOnes === null ? [] : [{ aggregate: other, changes: shownOnes }];
    }),
    agreement: agreementOf(table),
    pairs: pairs.map(({ judges: [one, two], entries: common, spearman, kendall, enoughForGroups }) => ({
      seats: [one as SeatId, two as SeatId],
      entries: common,
      spearman: shown(spearman, RATIO_DECIMALS),
      kendall: shown(kendall, RATIO_DECIMALS),
      isEnoughForGroups: enoughForGroups,
    })),
    unusual: flagged.map(({ judge, figure, value }) => ({
      seat: judge as SeatId,
      figure,
      value: shownValue(value, decimals),
    })),
    threshold: { t: formatExact(UNUSUAL_T), entries: ENOUGH_ENTRIES },
    recusals: recusalChecks(judged, official).flatMap(({ entry, judge, ...check }) => {
      const seat = definition.panel[judge]?.seat;
      return seat === undefined ? [] : [{ entry: idOf(entry), seat, ...check }];
    }),
  };
}

// State is immutable: asked again about the same moment, the answer is the same.
const known = new WeakMap<FinalState, Analysis>();

/** Null without a defined event. Without any result the lists are empty and the figures dashes. */
export function* analysisInSlices(state: FinalState): Work<Analysis | null> {
  const { definition } = state;
  if (definition === null) return null;
  const before = known.get(state);
  if (before !== undefined) return before;
  const analysis = yield* analysed(state, definition);
  if (analysis !== null) known.set(state, analysis);
  return analysis;
}

export const analysisOf = (state: FinalState): Analysis | null => finished(analysisInSlices(state));
