// The event as it is being typed. Every change that has a sound shape goes to the server by itself; until the server has
// it, it is kept on this computer. A change made on another console is taken over only when nothing is unsaved here.
import { definitionProblems } from '#domain/definition-problems.ts';
import type { EventDefinition } from '#domain/definition.ts';
import { definitionShapeProblems, type ShapeProblem } from '#domain/import/shape-problems.ts';
import type { DefinitionProblem } from '#domain/problems/codes.ts';
import type { OperatorView } from '#domain/roles/operator-view.ts';
import type { Desk, Refused } from '../desk.svelte.ts';
import { dropDraft, keepDraft, loadDraft } from './draft-store.ts';

/** Where the newest change is. */
export type Saving = 'saved' | 'waiting' | 'sending' | 'local' | 'unsound' | 'refused' | 'conflict';

const sendAfterMs = 700;
const keepAfterMs = 150;
const tryAgainAfterMs = 3000;

export class Draft {
  definition = $state<EventDefinition | null>(null);
  saving = $state<Saving>('saved');
  savedAt = $state<number | null>(null);
  refusal = $state.raw<Refused | null>(null);
  /** What another console has saved meanwhile, while something is unsaved here. */
  theirs = $state.raw<EventDefinition | null>(null);
  isLoaded = $state(false);
  private readonly desk: Desk;
  private version = 0;
  private changes = 0;
  private sentChanges = 0;
  /** The server's event as last taken, and what this console sent, as text: the one way to tell them from others'. */
  private known = '';
  private ours: readonly string[] = [];
  private sendTimer: ReturnType<typeof setTimeout> | undefined;
  private keepTimer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<boolean> | null = null;

  constructor(desk: Desk) {
    this.desk = desk;
  }

  shapeProblems: readonly ShapeProblem[] = $derived(
    this.definition === null ? [] : definitionShapeProblems($state.snapshot(this.definition)),
  );
  /** What keeps the event from starting; the rulebook can only be asked about a sound shape. */
  problems: readonly (DefinitionProblem | (ShapeProblem & { readonly severity: 'blocking' }))[] = $derived(
    this.shapeProblems.length > 0
      ? this.shapeProblems.map((problem) => ({ ...problem, severity: 'blocking' as const }))
      : this.definition === null
        ? []
        : definitionProblems($state.snapshot(this.definition)),
  );

  get isSaved(): boolean {
    return this.saving === 'saved';
  }

  /** A view has come. */
  async receive(view: OperatorView): Promise<void> {
    const text = textOf(view.definition);
    if (!this.isLoaded) await this.load(view, text);
    else if (text === this.known || this.ours.includes(text)) {
      this.known = text;
      this.version = view.definitionVersion;
    } else if (this.changes === this.sentChanges) this.take(view.definition, text, view.definitionVersion);
    else {
      this.theirs = view.definition;
      this.known = text;
      this.version = view.definitionVersion;
      this.saving = 'conflict';
    }
  }

  /** Changes the event in place. */
  edit(change: (definition: EventDefinition) => void): void {
    if (this.definition === null) return;
    change(this.definition);
    this.changed();
  }

  /** Puts another event in its place: a preset, the sample, an imported file. */
  replace(definition: EventDefinition): void {
    this.definition = structuredCopy(definition);
    this.changed();
    void this.flush();
  }

  /** Sends what is unsaved now. @returns whether the server has everything. */
  async flush(): Promise<boolean> {
    clearTimeout(this.sendTimer);
    while (this.sending) await this.sending;
    if (this.changes === this.sentChanges) return true;
    if (this.theirs !== null || this.shapeProblems.length > 0) return false;
    this.sending = this.send();
    try {
      return await this.sending;
    } finally {
      this.sending = null;
    }
  }

  keepMine(): void {
    this.theirs = null;
    this.changed();
    void this.flush();
  }

  takeTheirs(): void {
    if (this.theirs !== null) this.take(this.theirs, this.known, this.version);
  }

  private async load(view: OperatorView, text: string): Promise<void> {
    const { epoch } = this.desk.connection;
    const kept = await loadDraft(epoch);
    if (this.isLoaded) return;
    this.isLoaded = true;
    this.take(view.definition, text, view.definitionVersion);
    if (kept === null || textOf(kept.definition) === text) return;
    this.definition = kept.definition;
    this.changes += 1;
    if (kept.version === view.definitionVersion) this.changed();
    else {
      this.theirs = view.definition;
      this.saving = 'conflict';
    }
  }

  private take(definition: EventDefinition | null, text: string, version: number): void {
    this.definition = definition === null ? null : structuredCopy(definition);
    this.known = text;
    this.version = version;
    this.theirs = null;
    this.sentChanges = this.changes;
    this.saving = 'saved';
    void dropDraft();
  }

  private changed(): void {
    this.changes += 1;
    this.refusal = null;
    clearTimeout(this.keepTimer);
    this.keepTimer = setTimeout(() => void this.keep(), keepAfterMs);
    if (this.theirs === null) this.sendSoon();
  }

  private sendSoon(): void {
    this.saving = this.shapeProblems.length > 0 ? 'unsound' : 'waiting';
    clearTimeout(this.sendTimer);
    this.sendTimer = setTimeout(() => void this.flush(), sendAfterMs);
  }

  private async keep(): Promise<void> {
    if (this.definition === null || this.changes === this.sentChanges) return;
    const definition = $state.snapshot(this.definition);
    await keepDraft(this.desk.connection.epoch, { version: this.version, definition });
  }

  private async send(): Promise<boolean> {
    if (this.definition === null) return false;
    const { changes, version } = this;
    const definition = $state.snapshot(this.definition);
    this.saving = 'sending';
    this.ours = [...this.ours.slice(-4), textOf(definition)];
    const answer = await this.desk.ask({ type: 'event.define', definition });
    if (answer.ok) {
      this.sentChanges = changes;
      this.savedAt = answer.at;
      // The view with the new version may have come before the answer.
      this.version = Math.max(this.version, version + 1);
      if (this.theirs !== null) {
        // Another console's event was overwritten by this answer's: which of the two stays is a person's choice.
        this.saving = 'conflict';
        this.sentChanges = -1;
      } else if (this.changes === changes) {
        this.saving = 'saved';
        clearTimeout(this.keepTimer);
        void dropDraft();
      } else this.sendSoon();
      return this.changes === changes;
    }
    if (answer.retryable) {
      this.saving = 'local';
      this.sendTimer = setTimeout(() => void this.flush(), tryAgainAfterMs);
    } else {
      this.saving = 'refused';
      this.refusal = answer;
    }
    return false;
  }
}

/** The same event gives the same text, in whatever order its fields come back. */
const textOf = (definition: EventDefinition | null): string =>
  JSON.stringify(definition, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

/** The drawn event must not share parts with a view or a preset. */
const structuredCopy = (definition: EventDefinition): EventDefinition =>
  JSON.parse(JSON.stringify(definition)) as EventDefinition;
