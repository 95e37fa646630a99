// Questions about one entry's day that several topics ask: who is outstanding, is all in, has the hall seen it.
import type { EventDefinition, Judge } from './definition.ts';
import type { EntryId, SeatId } from './ids.ts';
import {
  emptySheet,
  type EntryLife,
  type EntryStatus,
  type FinalState,
  type Reveal,
  type Sheet,
  type SheetVersion,
} from './state.ts';

/** A new life: nothing scored, the recusals known beforehand already in place. */
export function newLife(definition: EventDefinition, entry: EntryId): EntryLife {
  const recused = definition.panel.filter((judge) => judge.recusedFrom?.includes(entry));
  return {
    status: 'waiting',
    statusReason: null,
    stageTurn: null,
    scoring: 'not-opened',
    result: 'none',
    revealVersion: 0,
    correctionReason: null,
    reveals: [],
    sheets: new Map(recused.map((judge) => [judge.seat, { status: 'recused', versions: [], reason: null }])),
    held: [],
    deductions: [],
    figures: new Map(),
    keptOutliers: new Map(),
    presentationMs: null,
    timeDecidedMs: null,
  };
}

export const sheetOf = (life: EntryLife, seat: SeatId): Sheet => life.sheets.get(seat) ?? emptySheet;

/** The version in force, or null when none was handed in. */
export const newestVersion = (sheet: Sheet): SheetVersion | null => sheet.versions.at(-1) ?? null;

const isSettled = (sheet: Sheet) =>
  sheet.status === 'submitted' || sheet.status === 'recused' || sheet.status === 'absent';

/** Judges whose sheet is still to come, in seat order. */
export function outstandingJudges(definition: EventDefinition, life: EntryLife): readonly Judge[] {
  return definition.panel.filter((judge) => !isSettled(sheetOf(life, judge.seat)));
}

export function submittedCount(definition: EventDefinition, life: EntryLife): number {
  return definition.panel.filter((judge) => sheetOf(life, judge.seat).status === 'submitted').length;
}

/** Judges who score this entry: all but the recused and the absent. */
export function expectedCount(definition: EventDefinition, life: EntryLife): number {
  return submittedCount(definition, life) + outstandingJudges(definition, life).length;
}

/** Weighted judge groups nobody of which has scored, where the rules give no result without them. [R-COMPLETE] */
export function emptyGroups({ rules, panel }: EventDefinition, life: EntryLife): readonly string[] {
  if (rules.groups?.ifMissing !== 'no-result') return [];
  const hasScored = (judge: Judge) => sheetOf(life, judge.seat).status === 'submitted';
  return rules.groups.weights
    .map(({ group }) => group)
    .filter((group) => !panel.some((judge) => judge.group === group && hasScored(judge)));
}

/** No judge is outstanding, at least one has scored, and one of each group that has to: marks are complete (已收齐). */
export function isAllIn(definition: EventDefinition, life: EntryLife): boolean {
  return (
    outstandingJudges(definition, life).length === 0 &&
    submittedCount(definition, life) > 0 &&
    emptyGroups(definition, life).length === 0
  );
}

const removed: readonly EntryStatus[] = ['forfeited', 'withdrawn', 'disqualified'];
export const isRemoved = (life: EntryLife): boolean => removed.includes(life.status);

/** Scoring is over and complete. Whether there is a result yet also depends on figures of other parts (entry-result.ts). */
export function isScored(definition: EventDefinition, life: EntryLife): boolean {
  return !isRemoved(life) && life.scoring === 'closed' && isAllIn(definition, life);
}

/** Entries still in the competition, in running order. */
export function competing(state: FinalState): readonly EntryId[] {
  return state.order.filter((entry) => {
    const life = state.entries.get(entry);
    return life !== undefined && !isRemoved(life);
  });
}

/** The hall has been shown this entry's result: by its own reveal, by the ceremony or by publication. */
export const isShownToHall = (state: FinalState, entry: EntryId): boolean =>
  state.entries.get(entry)?.result === 'revealed';

/** The life once the hall has been shown its result; being shown the same result again is no new version. [R-SHOWN] */
export function shownToHall(life: EntryLife, { score, at }: Pick<Reveal, 'score' | 'at'>): EntryLife {
  if (life.result === 'revealed') return life;
  const version = life.revealVersion + 1;
  const reason = version > 1 ? life.correctionReason : null;
  return {
    ...life,
    result: 'revealed',
    revealVersion: version,
    reveals: [...life.reveals, { version, score, at, reason }],
  };
}

/** Nothing that decides the result may change any more without taking the ceremony or the publication back first. */
export const isFrozen = (state: FinalState): boolean => state.ceremony !== null || state.isPublished;
