// Where a score is: eight states and no others (design 5.3). `saved` is only ever said after the server has said it.
import type { OwnSheet } from '#domain/roles/judge-view.ts';
import type { OutboxItem } from '#client-kit/outbox-item.ts';

export const SAVE_STATES = ['draft', 'sending', 'saved', 'queued', 'unsure', 'locked', 'returned', 'failed'] as const;
export type SaveState = (typeof SAVE_STATES)[number];

/** Without an answer for this long the judge is told that it is being checked. */
const unsureAfterMs = 3000;

export interface Whereabouts {
  readonly sheet: OwnSheet;
  /** Not yet answered by the server, or refused by it. */
  readonly item: Pick<OutboxItem, 'refusal'> | null;
  /** What the server has answered while the view that says so is still on its way. */
  readonly answer: { readonly isHeld: boolean } | null;
  readonly isOnline: boolean;
  readonly tryingForMs: number;
}

export function saveStateOf({ sheet, item, answer, isOnline, tryingForMs }: Whereabouts): SaveState {
  if (item !== null) {
    if (item.refusal !== null) return 'failed';
    if (!isOnline) return 'queued';
    return tryingForMs < unsureAfterMs ? 'sending' : 'unsure';
  }
  // Received after closing: safe, but not this judge's to change and not counted before the operator decides.
  if (sheet.isHeld || answer?.isHeld === true) return 'locked';
  if (answer !== null) return 'saved';
  if (sheet.status === 'submitted') return sheet.scoring === 'open' ? 'saved' : 'locked';
  if (sheet.isOpen) return sheet.status === 'returned' ? 'returned' : 'draft';
  return 'locked';
}
