// Typing a mark with our own keys or a keyboard: the first digit replaces, a mark on the scale counts at once, and what
// cannot become one keeps the old mark and says the range.
import type { CriterionId } from '#domain/ids.ts';
import type { Scale } from './scale.ts';
import type { SheetDraft } from './sheet-draft.svelte.ts';
import { press, readTyped, type Key } from './typed-mark.ts';

export interface KeyProblem {
  readonly item: CriterionId;
  readonly kind: 'out-of-range' | 'off-step';
}

export class KeyEntry {
  /** Typed so far; empty when the next digit replaces. */
  text = $state('');
  problem = $state.raw<KeyProblem | null>(null);
  private readonly draft: SheetDraft;
  private item: CriterionId | null = null;

  constructor(draft: SheetDraft) {
    this.draft = draft;
  }

  press(item: CriterionId, scale: Scale, key: Key): void {
    this.problem = null;
    this.item = item;
    if (key === 'erase' && this.text === '') {
      this.draft.clear(item);
      return;
    }
    const text = press(this.text, key);
    if (text === '') {
      this.text = '';
      this.draft.clear(item);
      return;
    }
    const typed = readTyped(scale, text);
    if (typed.kind === 'out-of-range' || typed.kind === 'off-step') {
      this.text = '';
      this.problem = { item, kind: typed.kind };
      return;
    }
    this.text = text;
    if (typed.kind === 'mark') this.draft.set(item, typed.mark);
    this.isBeginning = typed.kind === 'beginning';
  }

  /** Another item or another control: a number that was only begun is not one, and the judge is told. */
  leave(): void {
    this.problem =
      this.text !== '' && this.isBeginning && this.item !== null ? { item: this.item, kind: 'out-of-range' } : null;
    this.text = '';
    this.isBeginning = false;
  }

  private isBeginning = false;

  /** What a key of a keyboard means here; a comma is a point, as on many number pads. */
  static keyOf(event: KeyboardEvent): Key | null {
    if (/^[0-9]$/.test(event.key)) return event.key as Key;
    if (event.key === '.' || event.key === ',' || event.key === '。') return '.';
    return event.key === 'Backspace' || event.key === 'Delete' ? 'erase' : null;
  }
}
