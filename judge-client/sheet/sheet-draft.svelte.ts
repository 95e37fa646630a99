// The sheet being filled in: bound to one entry and one base version, stored on the device at every touch, and started
// from the last version when it was returned or taken back.
import type { CriterionId } from '#domain/ids.ts';
import type { Decimal } from '#domain/numbers.ts';
import type { CriterionLine, OwnSheet } from '#domain/roles/judge-view.ts';
import {
  marksOf,
  withMark,
  withoutMark,
  type Draft,
  type DraftKey,
  type Drafts,
  type Marks,
} from '#client-kit/drafts.ts';
import type { Submission } from '#client-kit/outbox-item.ts';

/** The remark's limit in the command's schema. */
export const REMARK_MAX = 1000;

/** What a sheet begins with when nothing has been drafted: its version in force, if there is one. */
export const draftOfVersion = (sheet: OwnSheet): Draft => ({
  marks: marksOf(sheet.marks),
  remark: sheet.remark,
  changedAt: null,
});

export class SheetDraft {
  marks = $state.raw<Marks>(marksOf([]));
  remark = $state('');
  changedAt = $state<number | null>(null);
  /** False when the browser refuses to keep it: then only this open page holds the draft. */
  isLasting = $state(true);
  readonly key: DraftKey;
  private readonly criteria: readonly CriterionLine[];
  private readonly drafts: Drafts;
  private readonly now: () => number;

  constructor(key: DraftKey, begun: Draft, criteria: readonly CriterionLine[], drafts: Drafts, now: () => number) {
    this.key = key;
    this.criteria = criteria;
    this.drafts = drafts;
    this.now = now;
    this.marks = begun.marks;
    this.remark = begun.remark;
    this.changedAt = begun.changedAt;
  }

  get filled(): number {
    return this.criteria.filter(({ id }) => this.marks.has(id)).length;
  }

  get missing(): readonly CriterionLine[] {
    return this.criteria.filter(({ id }) => !this.marks.has(id));
  }

  set(criterion: CriterionId, mark: Decimal): void {
    if (this.marks.get(criterion) === mark) return;
    this.marks = withMark(this.marks, criterion, mark);
    this.store();
  }

  clear(criterion: CriterionId): void {
    if (!this.marks.has(criterion)) return;
    this.marks = withoutMark(this.marks, criterion);
    this.store();
  }

  write(remark: string): void {
    // Control characters would be refused by the server; a pasted text may hold some.
    // eslint-disable-next-line no-control-regex
    this.remark = remark.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '').slice(0, REMARK_MAX);
    this.store();
  }

  submission(): Submission {
    return {
      type: 'score.submit',
      entry: this.key.entry,
      baseVersion: this.key.baseVersion,
      marks: this.criteria.flatMap(({ id }) => {
        const mark = this.marks.get(id);
        return mark === undefined ? [] : [{ criterion: id, mark }];
      }),
      remark: this.remark,
    };
  }

  private store(): void {
    this.changedAt = this.now();
    const { marks, remark, changedAt } = this;
    void this.drafts.write(this.key, { marks, remark, changedAt }).then((isKept) => (this.isLasting = isKept));
  }
}
