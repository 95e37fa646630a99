// Builds what the hall sees from the state. This is where secrecy of results is kept for every public screen: numbers
// come only from entries the hall has been shown.
import { awardsAt, entryCard } from './entry-card.ts';
import { competing, expectedCount, isRemoved, isShownToHall, sheetOf, submittedCount } from './entry-life.ts';
import { entryResult, hasResult, judgeTotals } from './entry-result.ts';
import { compare, formatRounded, sum, toRational, ZERO, type Rational } from './numbers.ts';
import type { EntryId, RunId } from './ids.ts';
import { finalScene } from './final-pages.ts';
import { rankingScene } from './ranking-view.ts';
import { boardStandings, shownStandings, type Placed } from './standings.ts';
import type { CeremonyStep, Lamp, RevealedScore, Scene, SceneView, StageView } from './stage-view.ts';
import type { CeremonyState, EntryLife, FinalState } from './state.ts';
import type { DefinedState } from './topic.ts';
import { runOf } from './voting/poll-run.ts';
import { pollView } from './voting/poll-view.ts';

function lamps(state: DefinedState, life: EntryLife): readonly Lamp[] {
  return state.definition.panel.map((judge) => {
    const { status } = sheetOf(life, judge.seat);
    const lit = status === 'submitted' || status === 'recused' || status === 'absent' ? status : 'waiting';
    return { seat: judge.seat, number: judge.number, name: judge.name, state: lit };
  });
}

/** The published numbers of an entry the hall has been shown; null otherwise, and null where the rules show no scores. */
export function revealedScore(state: DefinedState, entry: EntryId, life: EntryLife): RevealedScore | null {
  const { definition } = state;
  if (definition.rules.reveal === 'never' || !isShownToHall(state, entry) || !hasResult(state, entry)) return null;
  const result = entryResult(state, entry);
  const shown = shownStandings(state);
  const isThis = (known: Placed) => known.result.entry === entry;
  const placed = boardStandings(state).find(isThis) ?? shown.find(isThis);
  if (result === null || placed === undefined) return null;
  return {
    score: result.score,
    panelScore: result.panelScore,
    deductions: life.deductions
      .filter((known) => known.withdrawnBecause === null)
      .map((known) => ({
        kind: known.kind,
        points: formatRounded(toRational(known.points), definition.rules.decimals),
        reason: known.reason,
        cause: known.cause,
      })),
    judges: definition.rules.showJudgeTotals ? judgeTotals(definition, life, result) : [],
    rule: result.rule,
    parts: result.parts,
    rank: placed.rank,
    isTied: placed.isTied,
    revealedCount: shown.length,
    version: life.revealVersion,
    correctionReason: life.revealVersion > 1 ? life.correctionReason : null,
  };
}

/** Places still sealed, from the first down: all that the rules and the newest unveiled place tell, never how many share one. */
function sealedPlaces(
  state: DefinedState,
  newest: CeremonyState['steps'][number] | undefined,
): readonly CeremonyStep[] {
  const field = competing(state).length;
  const count = newest === undefined ? Math.min(state.definition.rules.cutLine ?? field, field) : newest.rank - 1;
  return Array.from({ length: count }, (_, index) => ({ rank: index + 1, isUnveiled: false }));
}

/** [R-SEALED] The ladder of places from the first down; what is sealed says nothing about who or how many stand there. */
function ceremonyScene(state: DefinedState): SceneView {
  const showsScores = state.definition.rules.reveal !== 'never';
  const { steps, unveiled } = state.ceremony ?? { steps: [], unveiled: 0 };
  const shown = new Map(shownStandings(state).map((placed) => [placed.result.entry, placed.result]));
  const told = steps.slice(0, unveiled);
  const ladder = told.map(({ entry, rank }, index): CeremonyStep => ({
    rank,
    isUnveiled: true,
    isNewest: index === unveiled - 1,
    isTied: told.some((other) => other.rank === rank && other.entry !== entry),
    entry: entryCard(state, entry),
    score: showsScores ? (shown.get(entry)?.score ?? null) : null,
    awards: awardsAt(state, rank),
  }));
  return { kind: 'ceremony', steps: [...sealedPlaces(state, told.at(-1)), ...ladder.reverse()], showsScores };
}

/** "20%": an item's part of the whole, rounded to whole percent for the opening scene only. */
function share(points: Rational, whole: Rational): string {
  // An unfinished set-up may have items worth nothing.
  if (compare(whole, ZERO) <= 0) return '–';
  return `${formatRounded({ n: points.n * whole.d * 100n, d: points.d * whole.n }, 0)}%`;
}

function openingScene(state: DefinedState): SceneView {
  const { criteria, entries, panel, rules } = state.definition;
  const points = criteria.map((criterion) => toRational(criterion.weight ?? criterion.maxScore));
  const whole = sum(points);
  return {
    kind: 'opening',
    criteria: criteria.map((criterion, index) => ({
      name: criterion.name,
      share: share(points[index] ?? whole, whole),
    })),
    entryCount: entries.length,
    judgeCount: panel.length,
    cutLine: rules.cutLine ?? null,
  };
}

function entryScene(state: DefinedState, scene: Extract<Scene, { entry: EntryId }>): SceneView {
  const life = state.entries.get(scene.entry);
  const entry = entryCard(state, scene.entry);
  if (life === undefined) return { kind: 'idle' };
  switch (scene.kind) {
    case 'entry-card':
      return {
        kind: 'entry-card',
        entry,
        picture: state.definition.entries.find((known) => known.id === scene.entry)?.picture ?? null,
      };
    case 'progress':
      return {
        kind: 'progress',
        entry,
        lamps: lamps(state, life),
        submitted: submittedCount(state.definition, life),
        expected: expectedCount(state.definition, life),
      };
    case 'score':
      return { kind: 'score', entry, lamps: lamps(state, life), revealed: revealedScore(state, scene.entry, life) };
  }
}

/** A scene of votes whose run is gone is the safe one; a result is one only once the hall may see it. */
function pollScene(state: DefinedState, { kind, run: id }: Extract<Scene, { run: RunId }>): SceneView {
  const run = runOf(state, id);
  const poll = run === undefined ? null : pollView(state, run);
  if (poll === null) return { kind: 'idle' };
  return { kind: kind === 'vote-result' && poll.result === null ? 'vote' : kind, poll };
}

function sceneView(state: DefinedState, scene: Scene): SceneView {
  switch (scene.kind) {
    case 'idle':
    case 'pause':
    case 'black':
      return { kind: scene.kind };
    case 'opening':
      return openingScene(state);
    case 'judges':
      return {
        kind: 'judges',
        judges: state.definition.panel.map((judge) => ({
          seat: judge.seat,
          number: judge.number,
          name: judge.name,
          title: judge.title ?? null,
          group: state.definition.judgeGroups.find((group) => group.id === judge.group)?.name ?? null,
        })),
      };
    case 'timer': {
      const { timer } = state;
      const entry = timer?.entry ?? state.stageEntry;
      return { kind: 'timer', entry: entry === null ? null : entryCard(state, entry), timer };
    }
    case 'ceremony':
      return ceremonyScene(state);
    case 'ranking':
      return rankingScene(state, scene.page);
    case 'final':
      return finalScene(state, scene.page ?? 0);
    case 'vote':
    case 'vote-result':
      return pollScene(state, scene);
    case 'entry-card':
    case 'progress':
    case 'score':
      return entryScene(state, scene);
  }
}

/** What any screen would show for this scene now; the preview of the console is made by the same function. */
export function stageView(state: FinalState, scene: Scene): StageView {
  const { definition } = state;
  const lives = [...state.entries.values()];
  return {
    event: {
      name: definition?.name ?? {},
      shortName: definition?.shortName ?? null,
      organizer: definition?.organizer ?? null,
      hostOrganization: definition?.hostOrganization ?? null,
      venue: definition?.venue ?? null,
      date: definition?.date ?? null,
    },
    noun: definition?.entryNoun ?? 'project',
    locale: state.hallLocale,
    segment: state.timer?.kind ?? null,
    counts: {
      entries: lives.length,
      revealed: state.order.filter((entry) => isShownToHall(state, entry)).length,
      done: lives.filter((life) => life.status === 'done' || isRemoved(life)).length,
    },
    sceneVersion: state.sceneVersion,
    scene: definition === null ? { kind: 'idle' } : sceneView({ ...state, definition }, scene),
  };
}
