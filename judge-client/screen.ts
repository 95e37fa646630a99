// Which screen the tablet shows. The judge never navigates to a sheet: it opens when the operator opens it, stays bound to
// its own entry, and is never exchanged for another one under the judge's fingers.
import type { EntryId } from '#domain/ids.ts';
import type { JudgeView, OwnSheet } from '#domain/roles/judge-view.ts';

export type Screen =
  | { readonly kind: 'sheet' | 'returned' | 'handed-in' | 'late'; readonly entry: EntryId }
  | { readonly kind: 'pick' | 'waiting' };

export interface Circumstances {
  readonly view: Pick<JudgeView, 'sheets' | 'stageEntry'>;
  /** The entry this tablet is busy with; null after the judge has moved on. */
  readonly focus: EntryId | null;
  /** Entries whose score is on its way to the server or was refused by it. */
  readonly pending: readonly EntryId[];
  /** Entries the server has answered but whose view has not arrived. */
  readonly answered: readonly EntryId[];
  /** Entries with a draft on this tablet for the version in force. */
  readonly drafted: readonly EntryId[];
  /** Returned sheets whose notice the judge has read. */
  readonly opened: readonly EntryId[];
  /** What else was open when the score in focus was handed in: it waits for the judge's touch. */
  readonly openBefore: readonly EntryId[];
  /** Who was on stage when it was handed in: in a rolling final often the next entry already. */
  readonly stageBefore: EntryId | null;
}

function ofSheet(sheet: OwnSheet, opened: readonly EntryId[]): Screen {
  const entry = sheet.entry.id;
  return { kind: sheet.status === 'returned' && !opened.includes(entry) ? 'returned' : 'sheet', entry };
}

/** Still the judge's to do: open and not handed in from here. */
export function sheetsToDo({ view, pending, answered }: Circumstances): readonly OwnSheet[] {
  return view.sheets.filter(
    ({ isOpen, entry }) => isOpen && !pending.includes(entry.id) && !answered.includes(entry.id),
  );
}

export function screenFor(circumstances: Circumstances): Screen {
  const { view, focus, pending, answered, drafted, opened, openBefore, stageBefore } = circumstances;
  const toDo = sheetsToDo(circumstances);
  const focused = view.sheets.find(({ entry }) => entry.id === focus);
  if (focused !== undefined) {
    const entry = focused.entry.id;
    // Until the view that shows the answer has come nobody knows here whether it counts or is held.
    const isUnderWay = pending.includes(entry) || answered.includes(entry);
    if (isUnderWay || focused.isHeld) return { kind: 'handed-in', entry };
    if (toDo.includes(focused)) return ofSheet(focused, opened);
    const isHandedIn = focused.status === 'submitted';
    // Closed, or marked absent, while the judge was at it: the work is not thrown away without a word.
    const isLate = focused.scoring !== 'not-opened' && focused.status !== 'recused';
    if (!isHandedIn && isLate && drafted.includes(entry)) return { kind: 'late', entry };
    const isNewOpen = toDo.some((sheet) => !openBefore.includes(sheet.entry.id));
    const hasMovedOn = view.stageEntry !== null && view.stageEntry !== entry && view.stageEntry !== stageBefore;
    if (isHandedIn && !isNewOpen && !hasMovedOn) return { kind: 'handed-in', entry };
  }
  const [only, ...more] = toDo;
  if (only === undefined) return { kind: 'waiting' };
  return more.length === 0 ? ofSheet(only, opened) : { kind: 'pick' };
}
