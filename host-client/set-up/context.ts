// What every part of set-up needs, given once at the top: the draft, the desk, the view, and the way to a place.
import { getContext, setContext } from 'svelte';
import type { OperatorView } from '#domain/roles/operator-view.ts';
import type { Desk } from '../desk.svelte.ts';
import type { Draft } from './draft.svelte.ts';
import type { Step } from './steps.ts';

export interface PlacedProblem {
  readonly severity: 'blocking' | 'hint';
  readonly at: string;
  readonly sentence: string;
}

export interface SetUpContext {
  readonly draft: Draft;
  readonly desk: Desk;
  readonly view: () => OperatorView;
  /** The first problem at exactly this place. */
  readonly problemAt: (at: string) => PlacedProblem | undefined;
  /** The worst problem at this place or anywhere inside it. */
  readonly problemIn: (at: string) => PlacedProblem | undefined;
  /** Where a press elsewhere has led last; a new object for each press. */
  readonly target: () => { readonly at: string } | null;
  /** The rules as they stand in the draft are the ones that somebody has confirmed. */
  readonly isConfirmed: () => boolean;
  readonly go: (step: Step) => void;
  /** Opens the step a place belongs to and puts the cursor there. */
  readonly jump: (at: string) => void;
}

const key = Symbol('set-up');

export const openSetUp = (context: SetUpContext): SetUpContext => setContext(key, context);
export const inSetUp = (): SetUpContext => getContext<SetUpContext>(key);
