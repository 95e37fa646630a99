// Set-up: defining the event, the order of appearance, beginning and ending the day, and the corrections of names that a
// hall asks for on the spot.
import type { EventDefinition } from './definition.ts';
import { definitionProblems } from './definition-problems.ts';
import { competing, newLife } from './entry-life.ts';
import type { EntryId, SeatId } from './ids.ts';
import { refuse } from './refusals.ts';
import { rulesSignature } from './rule-check/rule-check.ts';
import type { EntryLife, FinalState } from './state.ts';
import { defined, live, stepped, type Decisions, type Evolutions } from './topic.ts';
import { underWay } from './voting/poll-run.ts';

/** Fisher–Yates with the chance that came with the command: the same entropy draws the same order. */
export function drawOrder(entries: readonly EntryId[], entropy: string): readonly EntryId[] {
  const drawn = [...entries];
  let chance = BigInt(`0x${entropy || '0'}`);
  for (let last = drawn.length - 1; last > 0; last--) {
    const choices = BigInt(last + 1);
    const chosen = Number(chance % choices);
    chance /= choices;
    const [a, b] = [drawn[last], drawn[chosen]];
    if (a !== undefined && b !== undefined) [drawn[last], drawn[chosen]] = [b, a];
  }
  return drawn;
}

function sameEntries(a: readonly EntryId[], b: readonly EntryId[]): boolean {
  const [ours, theirs] = [new Set(a), new Set(b)];
  const isEachOnce = ours.size === a.length && theirs.size === b.length;
  return isEachOnce && a.length === b.length && a.every((entry) => theirs.has(entry));
}

/** The hall knows its running number: it has been on stage. */
const hasBegun = (life: EntryLife) => life.stageTurn !== null || life.scoring !== 'not-opened';

/** Somebody has read what these very rules do, and confirmed them. */
export const areRulesConfirmed = ({ definition, confirmedRules }: FinalState): boolean =>
  definition !== null && confirmedRules?.signature === rulesSignature(definition);

/** What judges gave or the operator entered would be lost. */
const hasScores = (state: FinalState) =>
  state.figureEntries.length > 0 ||
  state.pollRuns.length > 0 ||
  [...state.entries.values()].some(
    (life) => life.held.length > 0 || [...life.sheets.values()].some((sheet) => sheet.versions.length > 0),
  );

export const setUpDecisions: Decisions<
  | 'event.define'
  | 'rules.confirm'
  | 'event.start'
  | 'event.return-to-set-up'
  | 'event.end'
  | 'event.reopen'
  | 'judge.amend'
  | 'entry.amend'
  | 'order.draw'
  | 'order.set'
> = {
  'event.define': (state, { definition }) =>
    state.phase === 'set-up' ? [{ type: 'event.defined', definition }] : refuse('definition.locked'),

  // [R-RULES-CHECKED] Confirmed is what the check reports on; a later change of those rules asks again.
  'rules.confirm': defined((state) => {
    if (state.phase !== 'set-up') return refuse('definition.locked');
    const blocking = definitionProblems(state.definition).filter((problem) => problem.severity === 'blocking');
    return blocking.length > 0
      ? refuse('definition.invalid', { count: blocking.length })
      : [{ type: 'rules.confirmed', definitionVersion: state.definitionVersion }];
  }),

  'event.start': defined((state) => {
    if (state.phase !== 'set-up') return refuse('event.already-live');
    const blocking = definitionProblems(state.definition).filter((problem) => problem.severity === 'blocking');
    if (blocking.length > 0) return refuse('definition.invalid', { count: blocking.length });
    return areRulesConfirmed(state) ? [{ type: 'event.started' }] : refuse('rules.not-confirmed');
  }),

  'event.return-to-set-up': live((state, { reason }) =>
    hasScores(state) ? refuse('event.has-scores') : [{ type: 'event.returned-to-set-up', reason }],
  ),

  'event.end': live((state) => {
    const open = underWay(state);
    if (open !== null) return refuse('poll.under-way', { run: open.run });
    const unfinished = competing(state).length > 0 && !state.isPublished;
    return unfinished ? refuse('event.unfinished') : [{ type: 'event.ended' }];
  }),

  'event.reopen': defined((state, { reason }) =>
    state.phase === 'ended' ? [{ type: 'event.reopened', reason }] : refuse('event.not-ended'),
  ),

  'judge.amend': defined((state, { seat, name, title }) =>
    state.definition.panel.some((judge) => judge.seat === seat)
      ? [{ type: 'judge.amended', seat, name, title: title ?? null }]
      : refuse('seat.unknown', { seat }),
  ),

  'entry.amend': defined((state, { entry, title, subdistrict, community }) =>
    state.entries.has(entry)
      ? [{ type: 'entry.amended', entry, title, subdistrict: subdistrict ?? null, community: community ?? null }]
      : refuse('entry.unknown', { entry }),
  ),

  'order.draw': defined((state, _command, _seat, { entropy }) => {
    if (state.phase === 'ended') return refuse('event.not-live');
    if ([...state.entries.values()].some(hasBegun)) return refuse('order.begun');
    const entries = state.definition.entries.map((entry) => entry.id);
    return [{ type: 'order.drawn', order: drawOrder(entries, entropy), entropy }];
  }),

  'order.set': defined((state, { order, reason }) => {
    if (!sameEntries(order, state.order)) return refuse('order.incomplete');
    if (state.phase === 'ended') return refuse('event.not-live');
    const moved = state.order.filter((entry, place) => order[place] !== entry);
    const isBegun = moved.some((entry) => {
      const life = state.entries.get(entry);
      return life !== undefined && hasBegun(life);
    });
    if (isBegun) return refuse('order.begun');
    if (state.phase === 'live' && !reason) return refuse('reason.missing');
    return [{ type: 'order.set', order, reason: reason ?? '' }];
  }),
};

/** Everything about the day begins anew from a definition; the order stays where the entries are the same. */
function begin(state: FinalState, definition: EventDefinition): FinalState {
  const entries = definition.entries.map((entry) => entry.id);
  const keepsOrder = sameEntries(entries, state.order);
  const seats = new Set<SeatId>(definition.panel.map((judge) => judge.seat));
  return {
    ...state,
    definition,
    definitionVersion: state.definitionVersion + 1,
    order: keepsOrder ? state.order : entries,
    isOrderDrawn: keepsOrder && state.isOrderDrawn,
    entries: new Map(entries.map((entry) => [entry, newLife(definition, entry)])),
    stageEntry: null,
    timer: null,
    undoSteps: [],
    figureEntries: [],
    preview: null,
    reminders: new Map(),
    // A call for help outlives a change of the set-up, unless its seat is gone.
    helpCalls: new Map([...state.helpCalls].filter(([seat]) => seats.has(seat))),
    hallLocale:
      state.definition === null || state.definition.hallLocale !== definition.hallLocale
        ? definition.hallLocale
        : state.hallLocale,
  };
}

function amend(state: FinalState, change: (definition: EventDefinition) => EventDefinition): FinalState {
  return state.definition === null ? state : { ...state, definition: change(state.definition) };
}

export const setUpEvolutions: Evolutions<
  | 'event.defined'
  | 'rules.confirmed'
  | 'event.started'
  | 'event.returned-to-set-up'
  | 'event.ended'
  | 'event.reopened'
  | 'judge.amended'
  | 'entry.amended'
  | 'order.drawn'
  | 'order.set'
> = {
  'event.defined': (state, { definition }) => begin(state, definition),
  'rules.confirmed': (state, _body, { at }) => ({
    ...state,
    confirmedRules: state.definition === null ? null : { signature: rulesSignature(state.definition), at },
  }),
  'event.started': (state) => stepped({ ...state, phase: 'live' }),
  'event.returned-to-set-up': (state) => {
    const again = state.definition === null ? state : begin(state, state.definition);
    return stepped({ ...again, phase: 'set-up', scene: { kind: 'idle' }, sceneVersion: state.sceneVersion + 1 });
  },
  'event.ended': (state) => stepped({ ...state, phase: 'ended', undoSteps: [], reminders: new Map() }),
  'event.reopened': (state) => stepped({ ...state, phase: 'live' }),
  'judge.amended': (state, { seat, name, title }) =>
    amend(state, (definition) => ({
      ...definition,
      panel: definition.panel.map(({ title: before, ...judge }) => {
        if (judge.seat !== seat) return before === undefined ? judge : { ...judge, title: before };
        return title === null ? { ...judge, name } : { ...judge, name, title };
      }),
    })),
  'entry.amended': (state, { entry, title, subdistrict, community }) =>
    amend(state, (definition) => ({
      ...definition,
      entries: definition.entries.map((known) => {
        if (known.id !== entry) return known;
        // A stage title breaks the old wording into lines: with a new title it would show the old one.
        const { subdistrict: _s, community: _c, stageTitle: _t, ...rest } = known;
        return { ...rest, title, ...(subdistrict && { subdistrict }), ...(community && { community }) };
      }),
    })),
  'order.drawn': (state, { order }) => stepped({ ...state, order, isOrderDrawn: true }),
  'order.set': (state, { order }) => stepped({ ...state, order }),
};
