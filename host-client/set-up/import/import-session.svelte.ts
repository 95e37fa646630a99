// One import under way: the rows as they came and as a person has changed them, what each column means, and what becomes
// of it. Nothing of the event changes before it is finished.
import type { EventDefinition } from '#domain/definition.ts';
import type { Meaning } from '#domain/import/columns.ts';
import { ENTRY_FIELDS, type EntryField } from '#domain/import/entry-columns.ts';
import { countRows, importedEntries, interpretEntries, type RowCount } from '#domain/import/entry-rows.ts';
import type { Finding } from '#domain/import/finding.ts';
import { guessJudgeColumns, JUDGE_FIELDS, splitTypedList, type JudgeField } from '#domain/import/judge-columns.ts';
import { importedPanel, interpretJudges } from '#domain/import/judge-rows.ts';
import { widthOf, type Table } from '#domain/import/table.ts';
import { presets } from '#domain/presets/index.ts';
import type { Imported } from '#protocol/import.ts';

export type ImportTarget = 'entries' | 'judges';
export type ImportField = EntryField | JudgeField;

export interface UnderstoodRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly findings: readonly Finding[];
  readonly isLeftOut: boolean;
}

export class ImportSession {
  readonly imported: Imported;
  readonly target: ImportTarget;
  table = $state.raw<Table>([]);
  meaning = $state.raw<Meaning<ImportField>>({ headerRow: null, columns: [] });
  mode = $state<'replace' | 'add'>('replace');
  /** The rules to begin with, when a list comes before there is an event. */
  presetId = $state(presets[0]?.id ?? '');
  private leftOut = $state.raw<readonly number[]>([]);
  private accepted = $state.raw<readonly number[]>([]);
  private readonly existing: EventDefinition | null;

  constructor(imported: Imported, target: ImportTarget, existing: EventDefinition | null) {
    this.imported = imported;
    this.target = target;
    this.existing = existing === null ? null : (JSON.parse(JSON.stringify(existing)) as EventDefinition);
    this.table = target === 'judges' ? splitTypedList(imported.table) : imported.table;
    const guess = target === 'judges' ? guessJudgeColumns(this.table) : imported.guess.entries;
    const columns = Array.from({ length: widthOf(this.table) }, (_, column) => guess.columns[column] ?? null);
    this.meaning = { headerRow: guess.headerRow, columns };
  }

  readonly fields: readonly ImportField[] = $derived.by(() => (this.target === 'judges' ? JUDGE_FIELDS : ENTRY_FIELDS));
  readonly hasRows: boolean = $derived(this.table.length > 0);
  /** What the event would be without the rows. */
  readonly base: EventDefinition = $derived.by(() => {
    const preset = presets.find(({ id }) => id === this.presetId) ?? presets[0];
    const base = this.imported.event ?? this.existing ?? preset?.event;
    if (base === undefined) throw new Error('there is no preset to begin with');
    return base;
  });
  readonly isNewEvent: boolean = $derived.by(() => this.imported.event === null && this.existing === null);
  readonly hasExisting: boolean = $derived.by(() => {
    if (this.imported.event !== null || this.existing === null) return false;
    return this.target === 'judges' ? this.existing.panel.length > 0 : this.existing.entries.length > 0;
  });
  private readonly choices = $derived({ leftOut: this.leftOut, accepted: this.accepted });
  private readonly entryRows = $derived.by(() => {
    const taken = this.mode === 'add' ? this.base.entries.map((entry) => entry.number) : [];
    return interpretEntries(this.table, this.meaning as Meaning<EntryField>, this.choices, taken);
  });
  private readonly judgeRows = $derived.by(() => {
    const taken = this.mode === 'add' ? this.base.panel.map((judge) => judge.number) : [];
    return interpretJudges(this.table, this.meaning as Meaning<JudgeField>, this.choices, taken);
  });
  readonly rows: readonly UnderstoodRow[] = $derived.by(() =>
    this.target === 'judges' ? this.judgeRows : this.entryRows,
  );
  readonly count: RowCount = $derived(countRows(this.rows));
  readonly mainField: ImportField = $derived.by(() => (this.target === 'judges' ? 'name' : 'title'));
  readonly lacksMainColumn: boolean = $derived(
    this.hasRows && !this.meaning.columns.some((field) => field === this.mainField || field === `${this.mainField}En`),
  );
  /** Columns whose content goes nowhere, by heading or letter. */
  readonly unused: readonly number[] = $derived(
    this.meaning.columns.flatMap((field, column) =>
      field === null && this.rows.some((row) => (row.cells[column] ?? '') !== '') ? [column] : [],
    ),
  );
  readonly mayFinish: boolean = $derived(
    this.count.fixes === 0 && (!this.hasRows || this.count.fine + this.count.checks > 0),
  );

  heading(column: number): string {
    const { headerRow } = this.meaning;
    return headerRow === null ? '' : (this.table[headerRow]?.cells[column] ?? '').trim();
  }

  write(line: number, column: number, text: string): void {
    this.table = this.table.map((row) => {
      if (row.line !== line) return row;
      const cells = Array.from({ length: Math.max(row.cells.length, column + 1) }, (_, at) => row.cells[at] ?? '');
      cells[column] = text;
      return { line, cells };
    });
  }

  /** A meaning belongs to one column; the column that had it before loses it. */
  setColumn(column: number, field: ImportField | null): void {
    const columns = this.meaning.columns.map((before, at) =>
      at === column ? field : before === field && field !== null ? null : before,
    );
    this.meaning = { ...this.meaning, columns };
  }

  setHeader(hasHeadings: boolean): void {
    this.meaning = { ...this.meaning, headerRow: hasHeadings ? 0 : null };
  }

  setLeftOut(line: number, isOut: boolean): void {
    this.leftOut = toggled(this.leftOut, line, isOut);
  }

  accept(line: number): void {
    this.accepted = toggled(this.accepted, line, true);
  }

  /** Empty cells of a column get what stands above them, as in a sheet with merged cells. */
  fillDown(column: number): void {
    let above = '';
    const first = this.meaning.headerRow === null ? 0 : this.meaning.headerRow + 1;
    this.table = this.table.map((row, index) => {
      const isRow = index >= first && row.cells.some((cell) => cell.trim() !== '');
      if (!isRow) return row;
      const cell = row.cells[column] ?? '';
      if (cell.trim() !== '') above = cell;
      if (cell.trim() !== '' || above === '') return row;
      const cells = Array.from({ length: Math.max(row.cells.length, column + 1) }, (_, at) => row.cells[at] ?? '');
      cells[column] = above;
      return { line: row.line, cells };
    });
  }

  /** The event as it is after the import. */
  result(): EventDefinition {
    const { base, mode } = this;
    if (!this.hasRows) return base;
    if (this.target === 'judges') {
      const panel = importedPanel(this.judgeRows, base, mode);
      return { ...base, panel: [...panel.panel], judgeGroups: [...panel.judgeGroups] };
    }
    return { ...base, entries: [...importedEntries(this.entryRows, base.entries, mode)] };
  }
}

const toggled = (lines: readonly number[], line: number, isIn: boolean): readonly number[] =>
  isIn ? [...lines, line] : lines.filter((known) => known !== line);
