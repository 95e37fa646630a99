// The marks of the example and what the rules make of them: computed anew with every change of either. While the rules cannot be
// computed, what they made last stays.
import { exampleResults, type ExampleEntry } from '#domain/example/example-results.ts';
import { keptMarks, madeUpMarks, type ExampleMarks } from '#domain/example/made-up-marks.ts';
import { isComputable, reducedEvent } from '#domain/example/reduced-event.ts';
import type { EventDefinition } from '#domain/definition.ts';
import type { Decimal } from '#domain/numbers.ts';
import type { Draft } from '../draft.svelte.ts';

interface Shown {
  readonly event: EventDefinition;
  readonly marks: ExampleMarks;
  readonly entries: readonly ExampleEntry[];
}

export class ExampleState {
  /** What a person has typed over the made-up marks; null while nothing was. */
  private typed = $state.raw<ExampleMarks | null>(null);
  private readonly draft: Draft;
  private last: Shown | null = null;

  constructor(draft: Draft) {
    this.draft = draft;
  }

  private readonly event: EventDefinition | null = $derived.by(() => {
    const { definition, shapeProblems } = this.draft;
    if (definition === null || shapeProblems.length > 0) return null;
    const plain = $state.snapshot(definition);
    return isComputable(plain) ? reducedEvent(plain) : null;
  });

  get isWaiting(): boolean {
    return this.event === null;
  }
  get isTyped(): boolean {
    return this.typed !== null;
  }

  readonly shown: Shown | null = $derived.by(() => {
    const { event } = this;
    if (event === null) return this.last;
    const marks = this.typed === null ? madeUpMarks(event) : keptMarks(this.typed, event);
    this.last = { event, marks, entries: exampleResults(event, marks) };
    return this.last;
  });

  reset(): void {
    this.typed = null;
  }

  setMark(entry: number, item: number, judge: number, mark: Decimal | null): void {
    this.change((marks) => ({
      ...marks,
      marks: replaced(marks.marks, entry, (items) =>
        replaced(items, item, (line) => replaced(line, judge, () => mark)),
      ),
    }));
  }
  setFigure(entry: number, part: number, figure: Decimal | null): void {
    this.change((marks) => ({
      ...marks,
      figures: replaced(marks.figures, entry, (parts) => replaced(parts, part, () => figure)),
    }));
  }
  setDifficulty(entry: number, item: number, difficulty: Decimal): void {
    this.change((marks) => ({
      ...marks,
      difficulty: replaced(marks.difficulty, entry, (items) => replaced(items, item, () => difficulty)),
    }));
  }

  private change(change: (marks: ExampleMarks) => ExampleMarks): void {
    if (this.shown !== null) this.typed = change(this.shown.marks);
  }
}

const replaced = <T>(list: readonly T[], at: number, change: (value: T) => T): readonly T[] =>
  list.map((value, index) => (index === at ? change(value) : value));
