// Where the event goes on when its computer cannot: the spare computers that devices look at, and that it has been restored
// from a backup. A restore is not asked for by a command: whoever restores has no running event to ask.
import type { Decisions, Evolutions } from './topic.ts';

export const continuityDecisions: Decisions<'spares.name'> = {
  'spares.name': (_state, { addresses }) => [{ type: 'spares.named', addresses: [...new Set(addresses)] }],
};

export const continuityEvolutions: Evolutions<'spares.named' | 'event.restored'> = {
  'spares.named': (state, { addresses }) => ({ ...state, spares: addresses }),
  'event.restored': (state, { fromEpoch, atSeq, head, backedUpAt }, { at }) => ({
    ...state,
    restorations: [...state.restorations, { fromEpoch, atSeq, head, backedUpAt, at }],
  }),
};
