// The big screen. May ask for nothing. Sees the scene the operator shows, with numbers only of entries the hall has been
// shown; never the preview, never a sheet, never a place still sealed.
import type { CommandType } from '../commands.ts';
import { stageView } from '../stage.ts';
import type { StageView } from '../stage-view.ts';
import type { FinalState } from '../state.ts';

export const screen = {
  may: [] as readonly CommandType[],
  view: (state: FinalState): StageView => stageView(state, state.scene),
};
