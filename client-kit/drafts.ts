// Drafts of score sheets on this device, one per event, seat, entry and the version it would replace: written at every
// touch, so that a reload, a crash or a flat battery costs nothing, and a draft can never turn up on another entry.
import type { CriterionId, EntryId, SeatId } from '#domain/ids.ts';
import { parseDecimal, type Decimal } from '#domain/numbers.ts';
import type { DeviceStore } from './device-store.ts';

export interface DraftKey {
  /** The event's first epoch: a draft is still that sheet's after the event was restored elsewhere. */
  readonly event: string;
  readonly seat: SeatId;
  readonly entry: EntryId;
  /** The version the sheet had when the draft was begun: a returned sheet is another draft. */
  readonly baseVersion: number;
}

export type Marks = ReadonlyMap<CriterionId, Decimal>;

export interface Draft {
  readonly marks: Marks;
  readonly remark: string;
  /** The server's clock, in ms; null for one that this device has not changed. */
  readonly changedAt: number | null;
}

export const draftPrefix = 'liangfen.draft/';
const keepMs = 14 * 24 * 3600 * 1000;
const nameOf = ({ event, seat, entry, baseVersion }: DraftKey) =>
  `${draftPrefix}${event}/${seat}/${entry}/${baseVersion}`;

/** What was stored may be from another version of the page or damaged: unreadable parts are dropped, never guessed. */
function parse(text: string | null): Draft | null {
  if (text === null) return null;
  try {
    const { marks, remark, changedAt } = JSON.parse(text) as Record<string, unknown>;
    if (!Array.isArray(marks) || typeof changedAt !== 'number') return null;
    const read = (marks as unknown[]).flatMap((pair): [CriterionId, Decimal][] => {
      if (!Array.isArray(pair) || typeof pair[0] !== 'string' || typeof pair[1] !== 'string') return [];
      const mark = parseDecimal(pair[1]);
      return mark === null ? [] : [[pair[0] as CriterionId, mark]];
    });
    return { marks: new Map(read), remark: typeof remark === 'string' ? remark : '', changedAt };
  } catch {
    return null;
  }
}

/** Whether a stored draft may take the place of another one of the same sheet. */
export function isNewerDraft(text: string, than: string | null): boolean {
  const [draft, known] = [parse(text), parse(than)];
  return draft !== null && (known === null || (draft.changedAt ?? 0) > (known.changedAt ?? 0));
}

export const withMark = (marks: Marks, criterion: CriterionId, mark: Decimal): Marks =>
  new Map(marks).set(criterion, mark);

export const withoutMark = (marks: Marks, criterion: CriterionId): Marks =>
  new Map([...marks].filter(([known]) => known !== criterion));

/** The marks of a version the server has: what a returned sheet starts from. */
export const marksOf = (given: readonly { readonly criterion: CriterionId; readonly mark: string }[]): Marks =>
  new Map(
    given.flatMap(({ criterion, mark }) => {
      const decimal = parseDecimal(mark);
      return decimal === null ? [] : [[criterion, decimal] as const];
    }),
  );

export class Drafts {
  private readonly storage: DeviceStore;

  constructor(storage: DeviceStore) {
    this.storage = storage;
  }

  read(key: DraftKey): Draft | null {
    return parse(this.storage.read(nameOf(key)));
  }

  /** @returns, as soon as it is safe, whether it survives a reload. */
  write(key: DraftKey, { marks, remark, changedAt }: Draft): Promise<boolean> {
    return this.storage.write(nameOf(key), JSON.stringify({ marks: [...marks], remark, changedAt }));
  }

  remove(key: DraftKey): void {
    void this.storage.remove(nameOf(key));
  }

  /** Forgets what is older than two weeks: no event lasts that long, and tablets are lent again. */
  forgetOld(now: number): void {
    for (const name of this.storage.keys(draftPrefix)) {
      const draft = parse(this.storage.read(name));
      if (draft === null || now - (draft.changedAt ?? now) > keepMs) void this.storage.remove(name);
    }
  }
}
