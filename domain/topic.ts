// How a topic of the rulebook is written: one decision per command (may it happen, and what then has happened), one
// evolution per fact (what it changes). Both are pure; time, chance and who come with the context.
import type { CommandOf, CommandType } from './commands.ts';
import type { EventDefinition } from './definition.ts';
import type { Fact, FactOf, FactType, Recorded } from './facts.ts';
import type { EntryId, Millis, OpId } from './ids.ts';
import { refuse, type Refusal } from './refusals.ts';
import type { Seat } from './seat.ts';
import type { EntryLife, FinalState } from './state.ts';

export interface Context {
  readonly at: Millis;
  readonly opId: OpId;
  readonly device: string;
  /** Chance for a draw, as hexadecimal; 2,048 digits draw 500 entries without bias. */
  readonly entropy: string;
}

export type Decided = readonly Fact[] | Refusal;
export type Decide<T extends CommandType> = (
  state: FinalState,
  command: CommandOf<T>,
  seat: Seat,
  context: Context,
) => Decided;
export type Evolve<T extends FactType> = (state: FinalState, fact: FactOf<T>, recorded: Recorded) => FinalState;

export type Decisions<T extends CommandType> = { readonly [K in T]: Decide<K> };
export type Evolutions<T extends FactType> = { readonly [K in T]: Evolve<K> };

export type DefinedState = FinalState & { readonly definition: EventDefinition };

/** A decision that needs a defined event. */
export const defined =
  <T extends CommandType>(
    decide: (state: DefinedState, command: CommandOf<T>, seat: Seat, context: Context) => Decided,
  ): Decide<T> =>
  (state, command, seat, context) => {
    const { definition } = state;
    return definition === null
      ? refuse('definition.missing')
      : decide({ ...state, definition }, command, seat, context);
  };

/** A decision that needs the event to be live. */
export const live = <T extends CommandType>(
  decide: (state: DefinedState, command: CommandOf<T>, seat: Seat, context: Context) => Decided,
): Decide<T> =>
  defined<T>((state, command, seat, context) =>
    state.phase === 'live' ? decide(state, command, seat, context) : refuse('event.not-live'),
  );

/** A live decision about one known entry. */
export const onEntry = <T extends CommandType>(
  decide: (
    state: DefinedState,
    command: CommandOf<T> & { readonly entry: EntryId },
    life: EntryLife,
    seat: Seat,
    context: Context,
  ) => Decided,
): Decide<T & CommandTypeWithEntry> =>
  live((state, command, seat, context) => {
    const { entry } = command as { readonly entry: EntryId };
    const life = state.entries.get(entry);
    return life === undefined
      ? refuse('entry.unknown', { entry })
      : decide(state, command as CommandOf<T> & { readonly entry: EntryId }, life, seat, context);
  });

type CommandTypeWithEntry = { [T in CommandType]: CommandOf<T> extends { entry: EntryId } ? T : never }[CommandType];

/** The state with one entry's life replaced. */
export function withLife(state: FinalState, entry: EntryId, change: (life: EntryLife) => EntryLife): FinalState {
  const life = state.entries.get(entry);
  return life === undefined ? state : { ...state, entries: new Map(state.entries).set(entry, change(life)) };
}

/** An act of the operator on the programme: commands made for an older picture of it are refused from now on. */
export const stepped = (state: FinalState): FinalState => ({ ...state, programmeVersion: state.programmeVersion + 1 });
