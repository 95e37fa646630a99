// The operator. May do everything that is not a judge's own act. Sees the whole programme and every result, except marks
// of sheets whose entry is still open for scoring: those stay secret from the console, too.
import { type CommandType } from '../commands.ts';
import { segmentKinds } from '../definition.ts';
import type { EventDefinition } from '../definition.ts';
import { definitionProblems } from '../definition-problems.ts';
import { dueProposal } from '../due-proposal.ts';
import { awardsOf, entryCard } from '../entry-card.ts';
import {
  competing,
  emptyGroups,
  expectedCount,
  isAllIn,
  newestVersion,
  outstandingJudges,
  sheetOf,
  submittedCount,
} from '../entry-life.ts';
import { entryResult, judgeTotals, totalDecimals } from '../entry-result.ts';
import { comparesField } from '../event-rule/aggregate-traits.ts';
import { isLowerBetter } from '../event-rule/event-rule.ts';
import type { EntryId } from '../ids.ts';
import { missingParts } from '../missing-parts.ts';
import { nextEntry } from '../next-entry.ts';
import { nextStep } from '../next-step.ts';
import { absolute, formatRounded } from '../numbers.ts';
import { openOutliers } from '../outliers.ts';
import { isComplete } from '../programme.ts';
import { isScenePossible } from '../scene-possible.ts';
import { areRulesConfirmed } from '../set-up.ts';
import { shownTogether } from '../shown-field.ts';
import { openTies, standings } from '../standings.ts';
import { stageView } from '../stage.ts';
import { strayScene } from '../stray-scene.ts';
import type { Scene } from '../stage-view.ts';
import type { EntryLife, FinalState } from '../state.ts';
import type { DefinedState } from '../topic.ts';
import { undoRefusal } from '../undo.ts';
import { underWay } from '../voting/poll-run.ts';
import { audience } from './audience.ts';
import { componentDesks } from './component-desk.ts';
import { judge } from './judge.ts';
import { ballotDesk, pollDesks } from './poll-desk.ts';
import type { ComputedScore, EntryDesk, OperatorView, OutlierRow, SheetRow } from './operator-view.ts';

function sheetRows(state: DefinedState, entry: EntryId, life: EntryLife): readonly SheetRow[] {
  return state.definition.panel.map(({ seat }) => {
    const sheet = sheetOf(life, seat);
    const newest = newestVersion(sheet);
    const isOpenToTheDesk = life.scoring === 'closed';
    return {
      seat,
      status: sheet.status,
      version: sheet.versions.length,
      submittedAt: newest?.at ?? null,
      via: newest?.via ?? null,
      receipt: newest?.receipt ?? null,
      reason: sheet.reason,
      marks: isOpenToTheDesk ? (newest?.marks ?? null) : null,
      remark: isOpenToTheDesk ? (newest?.remark ?? null) : null,
      isReminded: state.reminders.get(seat)?.includes(entry) ?? false,
    };
  });
}

function outlierRows(definition: EventDefinition, life: EntryLife): readonly OutlierRow[] {
  const decimals = totalDecimals(definition);
  return openOutliers(definition, life).map(({ seat, version, total, others, difference }) => ({
    seat,
    version,
    total: formatRounded(total, decimals),
    others: formatRounded(others, decimals),
    by: formatRounded(absolute(difference), decimals),
    isBelow: difference.n < 0n,
  }));
}

function computed(state: DefinedState, entry: EntryId, life: EntryLife): ComputedScore | null {
  if (life.scoring !== 'closed' || !isAllIn(state.definition, life)) return null;
  const result = entryResult(state, entry);
  if (result === null) return null;
  const placed = standings(state).find((known) => known.result.entry === entry);
  return {
    score: result.score,
    panelScore: result.panelScore,
    rank: placed?.rank ?? null,
    isTied: placed?.isTied ?? false,
    decidedBy: placed?.decidedBy ?? null,
    isInside: placed?.isInside ?? false,
    awards: placed === undefined ? [] : awardsOf(state, placed),
    judges: judgeTotals(state.definition, life, result),
    rule: result.rule,
    parts: result.parts,
  };
}

function desk(state: DefinedState, entry: EntryId, life: EntryLife): EntryDesk {
  const { definition } = state;
  return {
    card: entryCard(state, entry),
    status: life.status,
    statusReason: life.statusReason,
    scoring: life.scoring,
    result: life.result,
    revealVersion: life.revealVersion,
    correctionReason: life.correctionReason,
    isOnStage: state.stageEntry === entry,
    isNext: nextEntry(state) === entry,
    submitted: submittedCount(definition, life),
    expected: expectedCount(definition, life),
    isAllIn: isAllIn(definition, life),
    sheets: sheetRows(state, entry, life),
    held: life.held.map(({ seat, at, receipt, foundOn }) => ({ seat, at, receipt, foundOn })),
    deductions: life.deductions,
    proposal: dueProposal(state, entry, life),
    outliers: outlierRows(definition, life),
    missing: missingParts(state, entry),
    emptyGroups:
      life.scoring === 'not-opened' || outstandingJudges(definition, life).length > 0
        ? []
        : emptyGroups(definition, life),
    presentationMs: life.presentationMs,
    computed: computed(state, entry, life),
  };
}

/** What may be scored now; an entry that left the competition may not. */
const openEntries = (state: FinalState): readonly EntryId[] =>
  competing(state).filter((entry) => state.entries.get(entry)?.scoring === 'open');

const finalAt = (page: number): Scene => (page === 0 ? { kind: 'final' } : { kind: 'final', page });

/** While the hall reads one page of several, the bank offers the following one, after the last one the first. */
function pageAfter(state: FinalState, kind: 'ranking' | 'final'): number {
  const { scene } = state;
  if (scene.kind !== kind) return 0;
  const page = (scene.page ?? 0) + 1;
  return isScenePossible(state, kind === 'final' ? finalAt(page) : { kind, page }) ? page : 0;
}

/** One scene of each kind, about the entry it would naturally be about now. */
function sceneBank(state: FinalState, focus: EntryId | null): readonly Scene[] {
  const open = openEntries(state);
  const about = (entry: EntryId | null | undefined, kind: 'entry-card' | 'progress' | 'score'): readonly Scene[] =>
    entry ? [{ kind, entry }] : [];
  const run = underWay(state) ?? state.pollRuns.findLast(({ status }) => status === 'counted');
  const votes: readonly Scene[] =
    run === undefined ? [] : [{ kind: run.isRevealed ? 'vote-result' : 'vote', run: run.run }];
  const scenes: readonly Scene[] = [
    { kind: 'idle' },
    { kind: 'opening' },
    { kind: 'judges' },
    ...about(state.stageEntry ?? nextEntry(state), 'entry-card'),
    { kind: 'timer' },
    ...about(open.at(-1) ?? focus, 'progress'),
    ...about(focus ?? state.newestRevealed, 'score'),
    ...votes,
    { kind: 'ranking', page: pageAfter(state, 'ranking') },
    { kind: 'ceremony' },
    finalAt(pageAfter(state, 'final')),
    { kind: 'pause' },
    { kind: 'black' },
  ];
  return scenes.filter((scene) => isScenePossible(state, scene));
}

function undoOf(state: FinalState): OperatorView['undo'] {
  const step = state.undoSteps.at(-1);
  if (step === undefined) return null;
  const refusal = undoRefusal(state);
  return { type: step.type, at: step.at, refusedBecause: refusal === 'undo.submitted' ? refusal : null };
}

const light = new WeakMap<EventDefinition, EventDefinition>();

/** Once live, the console needs no pictures, and a view of megabytes at every score would hold up everything else. */
function withoutPictures(definition: EventDefinition): EventDefinition {
  let known = light.get(definition);
  if (known === undefined) {
    const entries = definition.entries.map(({ picture: _picture, ...entry }) => entry);
    light.set(definition, (known = { ...definition, entries }));
  }
  return known;
}

function operatorView(state: FinalState): OperatorView {
  const { definition } = state;
  const whole = definition === null ? null : { ...state, definition };
  const [next, alternative] = nextStep(state);
  const preview = state.preview ?? next.scene;
  return {
    role: 'operator',
    phase: state.phase,
    definition: definition === null || state.phase === 'set-up' ? definition : withoutPictures(definition),
    definitionVersion: state.definitionVersion,
    rulesConfirmed: areRulesConfirmed(state),
    rulesConfirmedAt: state.confirmedRules?.at ?? null,
    problems: definition === null ? [] : definitionProblems(definition),
    entries:
      whole === null
        ? []
        : state.order.flatMap((entry) => {
            const life = state.entries.get(entry);
            return life === undefined ? [] : [desk(whole, entry, life)];
          }),
    components: whole === null ? [] : componentDesks(whole),
    polls: whole === null ? [] : pollDesks(whole),
    ballots: ballotDesk(state),
    isProvisional: definition !== null && comparesField(definition) && !isComplete(state),
    isFieldShown: whole !== null && shownTogether(whole).length > 0,
    hasDeductions: definition === null || !isLowerBetter(definition),
    isOrderDrawn: state.isOrderDrawn,
    judges: (definition?.panel ?? []).map((known) => ({
      seat: known.seat,
      number: known.number,
      name: known.name,
      title: known.title ?? null,
      group: definition?.judgeGroups.find((group) => group.id === known.group)?.name ?? null,
      device: state.devices.get(known.seat) ?? null,
      isCallingForHelp: state.helpCalls.has(known.seat),
    })),
    stageEntry: state.stageEntry,
    openEntries: openEntries(state),
    strayScene: strayScene(state, openEntries(state)),
    nextEntry: nextEntry(state),
    program: { scene: state.scene, view: stageView(state, state.scene) },
    preview:
      preview === null
        ? null
        : { scene: preview, view: stageView(state, preview), isSuggested: state.preview === null },
    sceneBank: sceneBank(state, next.entry),
    programmeVersion: state.programmeVersion,
    timer: state.timer,
    segments: state.phase === 'live' ? segmentKinds(definition?.segments ?? []) : [],
    next,
    alternative,
    undo: undoOf(state),
    ties: openTies(state),
    tieDecisions: state.tieDecisions,
    ceremony:
      state.ceremony === null ? null : { total: state.ceremony.steps.length, unveiled: state.ceremony.unveiled },
    isPublished: state.isPublished,
    hallLocale: state.hallLocale,
    spares: state.spares,
    restorations: state.restorations,
    screens: [...state.screens].map(([screen, { name }]) => ({ screen, name })),
    feed: state.feed,
  };
}

export const operator = {
  may: (type: CommandType): boolean => ![...judge.may, ...audience.may].includes(type),
  view: operatorView,
};
