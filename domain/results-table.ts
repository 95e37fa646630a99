// The result as one document for files and print (docs/results.md): what the event is, places, scores with their breakdown,
// every judge's total and sheet. Places are made from results that are closed and complete only.
import type { Award, Criterion, EntryNoun, JudgeGroup, Segment } from './definition.ts';
import { awardsOf, entryCard } from './entry-card.ts';
import { isRemoved, newestVersion, sheetOf } from './entry-life.ts';
import { judgeTotals } from './entry-result.ts';
import type { Derivation } from './explain/derivation.ts';
import { entryDerivation } from './explain/entry-derivation.ts';
import { eventNames, type EventNames } from './explain/event-names.ts';
import type { CriterionId, EntryId, SeatId } from './ids.ts';
import type { Rules, TieBreaker } from './scoring-rules.ts';
import { scoreSheets, type ScoreSheet } from './score-sheets.ts';
import { standings } from './standings.ts';
import type { EntryCard, JudgeTotal, RuleNote, StageView, PartScore } from './stage-view.ts';
import type { Deduction, EntryLife, EntryStatus, FinalState, Restoration, Reveal, TieDecision } from './state.ts';
import type { Locale, Text } from './text.ts';
import { pollAwards, type PollAward } from './voting/poll-awards.ts';
import { ballotRecord, voteRecords, type BallotRecord, type VoteRecord } from './voting/vote-record.ts';

export interface ResultRow {
  readonly entry: EntryCard;
  readonly rank: number;
  readonly isTied: boolean;
  /** The tie-breaker that separated it from an equal score; null when the score alone did. */
  readonly decidedBy: TieBreaker['kind'] | null;
  readonly score: string;
  readonly panelScore: string;
  readonly deductions: readonly Pick<Deduction, 'kind' | 'points' | 'reason' | 'cause'>[];
  readonly rule: RuleNote;
  readonly parts: readonly PartScore[];
  readonly judges: readonly (JudgeTotal & {
    readonly marks: readonly { readonly criterion: CriterionId; readonly mark: string }[];
  })[];
  readonly awards: readonly Text[];
  readonly isInside: boolean;
  readonly state: EntryLife['result'];
  readonly revealVersion: number;
  readonly correctionReason: string | null;
  /** Every version the hall was shown, oldest first. */
  readonly reveals: readonly Reveal[];
  /** How the result came about, step by step. */
  readonly derivation: Derivation | null;
}

export interface ResultsTable {
  readonly format: 'liangfen-results/1';
  readonly event: StageView['event'];
  readonly noun: EntryNoun;
  readonly unitNames: { readonly subdistrict: Text; readonly community: Text } | null;
  readonly hallLocale: Locale;
  /** The event went on from a backup; oldest first. */
  readonly restorations: readonly Restoration[];
  readonly phase: FinalState['phase'];
  readonly isPublished: boolean;
  readonly rules: Rules;
  readonly awards: readonly Award[];
  readonly segments: readonly Segment[];
  readonly criteria: readonly Criterion[];
  readonly judgeGroups: readonly JudgeGroup[];
  /** In seat order. */
  readonly panel: readonly {
    readonly seat: SeatId;
    readonly number: number;
    readonly name: Text;
    readonly title: Text | null;
    readonly group: Text | null;
    readonly isStandIn: boolean;
  }[];
  /** Every entry in running order. */
  readonly order: readonly {
    readonly entry: EntryCard;
    readonly status: EntryStatus;
    readonly reason: string | null;
    readonly isStandIn: boolean;
  }[];
  readonly rows: readonly ResultRow[];
  /** Without a place: removed, or not complete yet. */
  readonly unplaced: readonly {
    readonly entry: EntryCard;
    readonly status: EntryStatus;
    readonly reason: string | null;
  }[];
  readonly tieDecisions: readonly TieDecision[];
  /** What the hall voted on. */
  readonly votes: readonly VoteRecord[];
  readonly ballots: BallotRecord;
  /** Beside the ranking. */
  readonly pollAwards: readonly PollAward[];
  /** What judges, items, entries and parts in the derivations are called. */
  readonly names: EventNames;
  readonly sheets: readonly ScoreSheet[];
}

/** Null without a defined event. */
export function resultsTable(state: FinalState): ResultsTable | null {
  const { definition } = state;
  if (definition === null) return null;
  const whole = { ...state, definition };
  const rows = standings(state).flatMap((placed): readonly ResultRow[] => {
    const { result, rank, isTied, decidedBy, isInside } = placed;
    const life = state.entries.get(result.entry);
    if (life === undefined) return [];
    const marksOf = (seat: SeatId) => newestVersion(sheetOf(life, seat))?.marks ?? [];
    return [
      {
        entry: entryCard(whole, result.entry),
        rank,
        isTied,
        decidedBy,
        score: result.score,
        panelScore: result.panelScore,
        deductions: life.deductions
          .filter((known) => known.withdrawnBecause === null)
          .map(({ kind, points, reason, cause }) => ({ kind, points, reason, cause })),
        rule: result.rule,
        parts: result.parts,
        judges: judgeTotals(definition, life, result).map((total) => ({ ...total, marks: marksOf(total.seat) })),
        awards: awardsOf(whole, placed),
        isInside,
        state: life.result,
        revealVersion: life.revealVersion,
        correctionReason: life.correctionReason,
        reveals: life.reveals,
        derivation: entryDerivation(state, result.entry),
      },
    ];
  });
  const order = state.order.flatMap((entry) => {
    const life = state.entries.get(entry);
    if (life === undefined) return [];
    const isStandIn = definition.entries.find((known) => known.id === entry)?.standIn ?? false;
    const reason = isRemoved(life) ? life.statusReason : null;
    return [{ entry: entryCard(whole, entry), status: life.status, reason, isStandIn }];
  });
  const hasPlace = new Set<EntryId>(rows.map((row) => row.entry.id));
  const { unitNames, rules, awards, segments, criteria } = definition;
  return {
    format: 'liangfen-results/1',
    event: {
      name: definition.name,
      shortName: definition.shortName ?? null,
      organizer: definition.organizer ?? null,
      hostOrganization: definition.hostOrganization ?? null,
      venue: definition.venue ?? null,
      date: definition.date ?? null,
    },
    noun: definition.entryNoun,
    unitNames: unitNames ?? null,
    hallLocale: state.hallLocale,
    restorations: state.restorations,
    phase: state.phase,
    isPublished: state.isPublished,
    rules,
    awards,
    segments,
    criteria,
    judgeGroups: definition.judgeGroups,
    panel: definition.panel.map((judge) => ({
      seat: judge.seat,
      number: judge.number,
      name: judge.name,
      title: judge.title ?? null,
      group: definition.judgeGroups.find((group) => group.id === judge.group)?.name ?? null,
      isStandIn: judge.standIn ?? false,
    })),
    order,
    rows,
    unplaced: order
      .filter((known) => !hasPlace.has(known.entry.id))
      .map(({ entry, status, reason }) => ({ entry, status, reason })),
    tieDecisions: state.tieDecisions,
    votes: voteRecords(whole),
    ballots: ballotRecord(whole),
    pollAwards: pollAwards(whole),
    names: eventNames(definition, state.order),
    sheets: scoreSheets(whole),
  };
}
