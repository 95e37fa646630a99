// The final ranking cut into pages that a hall can read: the places first, then, where they are too many for a line
// under the places, those below the line. Which page is shown is the operator's decision, never a timer's.
import { finalRows } from './ranking-view.ts';
import type { SceneView } from './stage-view.ts';
import type { DefinedState } from './topic.ts';

/** Two columns of ten; ten places and fewer are drawn large. */
export const placesPerPage = 20;
/** Three columns of eight. */
export const finalistsPerPage = 24;
/** As many names as fit in two lines under the places. */
const finalistsInLine = 8;

interface FinalPages {
  readonly places: number;
  readonly finalists: number;
  readonly isInLine: boolean;
}

function pagesOf(state: DefinedState): FinalPages {
  const { rows, finalists } = finalRows(state);
  const isInLine = finalists.length <= finalistsInLine;
  return {
    places: Math.max(1, Math.ceil(rows.length / placesPerPage)),
    finalists: isInLine ? 0 : Math.ceil(finalists.length / finalistsPerPage),
    isInLine,
  };
}

export function finalPageCount(state: DefinedState): number {
  const { places, finalists } = pagesOf(state);
  return places + finalists;
}

export function finalScene(state: DefinedState, page: number): SceneView {
  const { rows, finalists } = finalRows(state);
  const { places, isInLine } = pagesOf(state);
  const fromFinalist = (page - places) * finalistsPerPage;
  const lineUnderPlaces = isInLine && page === places - 1 ? finalists : [];
  return {
    kind: 'final',
    rows: rows.slice(page * placesPerPage, (page + 1) * placesPerPage),
    finalists:
      page < places || isInLine ? lineUnderPlaces : finalists.slice(fromFinalist, fromFinalist + finalistsPerPage),
    isPublished: state.isPublished,
    page,
    pages: finalPageCount(state),
  };
}
