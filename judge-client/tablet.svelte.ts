// A joined tablet: its line to the server, its outbox and drafts, and what it is busy with. Screens read from here and ask
// here; nothing a judge has touched is lost when the page, the network or the server goes away.
import { Connection } from '#client-kit/connection.svelte.ts';
import type { DeviceStorage } from '#client-kit/device-storage.ts';
import { Drafts, type DraftKey } from '#client-kit/drafts.ts';
import { makeOpId } from '#client-kit/op-id.ts';
import { Outbox } from '#client-kit/outbox.svelte.ts';
import type { EntryId } from '#domain/ids.ts';
import type { JudgeView, OwnSheet } from '#domain/roles/judge-view.ts';
import type { Answer } from '#protocol/messages.ts';
import { recallView, rememberView } from './remembered-view.ts';
import { saveStateOf, type SaveState } from './save-state.ts';
import { screenFor, sheetsToDo, type Circumstances, type Screen } from './screen.ts';
import { SheetDraft } from './sheet/sheet-draft.svelte.ts';
import { Ticking } from './ticking.svelte.ts';

const focusKey = 'liangfen.judge.focus';

export class Tablet {
  readonly connection = new Connection('judge');
  readonly ticking = new Ticking();
  readonly drafts: Drafts;
  readonly outbox: Outbox;
  focus = $state<EntryId | null>(null);
  isReviewing = $state(false);
  /** The "no" to the last help call or taking back, until the next try. */
  refusal = $state.raw<Extract<Answer, { ok: false }> | null>(null);
  private readonly storage: DeviceStorage;
  private readonly remembered: ReturnType<typeof recallView>;
  private opened = $state.raw<readonly EntryId[]>([]);
  private openBefore = $state.raw<readonly EntryId[]>([]);
  private stageBefore = $state.raw<EntryId | null>(null);
  private draftsChanged = $state(0);

  constructor(storage: DeviceStorage) {
    this.storage = storage;
    this.drafts = new Drafts(storage);
    this.drafts.forgetOld(Date.now());
    this.outbox = new Outbox({ storage, send: (command, opId) => this.connection.send(command, opId) });
    this.remembered = recallView(storage);
    this.focus = storage.read(focusKey) as EntryId | null;
    if (this.remembered !== null)
      this.outbox.sendAs({ epoch: this.remembered.epoch, seat: this.remembered.view.seat.seat });
  }

  /** The server's newest view, or after a reload without a server the last one this tablet was given. */
  readonly view = $derived.by((): JudgeView | null => this.connection.view ?? this.remembered?.view ?? null);
  readonly epoch = $derived.by((): string =>
    this.connection.view === null ? (this.remembered?.epoch ?? '') : this.connection.epoch,
  );
  readonly isOnline = $derived.by(() => this.connection.state === 'online' && this.connection.view !== null);
  readonly rememberedAt = $derived.by(() => this.remembered?.at ?? null);
  readonly isRemembered = $derived.by(() => this.connection.view === null);

  readonly circumstances = $derived.by((): Circumstances | null => {
    const { view } = this;
    if (view === null) return null;
    void this.draftsChanged;
    const drafted = view.sheets.filter((sheet) => (this.drafts.read(this.keyOf(sheet))?.marks.size ?? 0) > 0);
    return {
      view,
      focus: this.focus,
      pending: this.outbox.own().map((item) => item.command.entry),
      answered: this.outbox.answered.map(({ entry }) => entry).filter((entry) => this.freshAnswer(entry) !== null),
      drafted: drafted.map(({ entry }) => entry.id),
      opened: this.opened,
      openBefore: this.openBefore,
      stageBefore: this.stageBefore,
    };
  });
  readonly screen = $derived.by((): Screen =>
    this.circumstances === null ? { kind: 'waiting' } : screenFor(this.circumstances),
  );
  readonly toDo = $derived.by((): readonly OwnSheet[] =>
    this.circumstances === null ? [] : sheetsToDo(this.circumstances),
  );
  readonly isSomethingOnItsWay = $derived.by(() => this.outbox.waiting().length > 0);

  sheet(entry: EntryId): OwnSheet | undefined {
    return this.view?.sheets.find((sheet) => sheet.entry.id === entry);
  }

  saveState(sheet: OwnSheet): SaveState {
    const since = this.outbox.tryingSince;
    return saveStateOf({
      sheet,
      item: this.outbox.itemFor(sheet.entry.id),
      answer: this.freshAnswer(sheet.entry.id),
      isOnline: this.isOnline,
      tryingForMs: since === null ? 0 : this.ticking.now - since,
    });
  }

  hasDraft(sheet: OwnSheet): boolean {
    return this.drafts.read(this.keyOf(sheet)) !== null;
  }

  /** How many items have a mark on this tablet. */
  filledIn(sheet: OwnSheet): number {
    return this.drafts.read(this.keyOf(sheet))?.marks.size ?? sheet.marks.length;
  }

  tryNow(): void {
    this.connection.dial();
    this.outbox.drain();
  }

  draftOf(sheet: OwnSheet): SheetDraft {
    return new SheetDraft(this.keyOf(sheet), sheet, this.view?.criteria ?? [], this.drafts, () =>
      this.connection.now(),
    );
  }

  /** The judge, or a sheet that opened by itself, turns to this entry. */
  turnTo(entry: EntryId | null): void {
    if (this.focus === entry) return;
    this.focus = entry;
    this.isReviewing = false;
    if (entry === null) this.storage.remove(focusKey);
    else this.storage.write(focusKey, entry);
  }

  /** The notice of a returned sheet has been read. */
  open(entry: EntryId): void {
    this.opened = [...this.opened, entry];
    this.turnTo(entry);
  }

  submit(draft: SheetDraft, total: string): void {
    this.openBefore = this.toDo.map((sheet) => sheet.entry.id);
    this.stageBefore = this.view?.stageEntry ?? null;
    this.isReviewing = false;
    this.turnTo(draft.key.entry);
    this.outbox.put({ epoch: draft.key.epoch, seat: draft.key.seat }, draft.submission(), total);
  }

  /** Gives up a draft that can no longer be handed in the usual way. */
  discard(sheet: OwnSheet): void {
    this.drafts.remove(this.keyOf(sheet));
    this.draftsChanged += 1;
    this.turnTo(null);
  }

  /** Before it has left the device nothing else has to know; afterwards the server decides. */
  async takeBack(sheet: OwnSheet): Promise<void> {
    if (this.outbox.itemFor(sheet.entry.id) !== null) {
      this.outbox.withdraw(sheet.entry.id);
      return;
    }
    this.refusal = null;
    const command = { type: 'score.take-back', entry: sheet.entry.id, version: sheet.version } as const;
    const answer = await this.connection.send(command, makeOpId());
    if (!answer.ok) this.refusal = answer;
    else this.opened = [...this.opened, sheet.entry.id];
  }

  async callForHelp(isCalling: boolean): Promise<void> {
    this.refusal = null;
    const answer = await this.connection.send({ type: isCalling ? 'help.call' : 'help.cancel' }, makeOpId());
    if (!answer.ok && answer.code !== 'help.none') this.refusal = answer;
  }

  /** To be called when what is watched has changed: a new view, a new line state, an answer. */
  keepUp(): void {
    const { view, connection } = this;
    if (connection.view !== null && view !== null) {
      rememberView(this.storage, { epoch: connection.epoch, view, at: Date.now() });
      this.outbox.sendAs({ epoch: connection.epoch, seat: view.seat.seat });
    }
    this.outbox.setOnline(this.isOnline);
    for (const { entry } of this.outbox.answered) this.forgetDraft(entry);
    if ('entry' in this.screen) this.turnTo(this.screen.entry);
  }

  close(): void {
    this.outbox.close();
    this.ticking.stop();
    this.connection.close();
  }

  /** The draft that became a version has done its work; a later one has another base version and stays. */
  private forgetDraft(entry: EntryId): void {
    const sheet = this.sheet(entry);
    if (sheet === undefined || this.connection.view === null) return;
    for (let baseVersion = 0; baseVersion < sheet.version; baseVersion += 1)
      this.drafts.remove({ ...this.keyOf(sheet), baseVersion });
  }

  /** What the server has answered while the view that shows it has not come yet. */
  freshAnswer(entry: EntryId) {
    const answer = this.outbox.answered.find((known) => known.entry === entry);
    return answer !== undefined && answer.seq > this.connection.seq ? answer : null;
  }

  private keyOf(sheet: OwnSheet): DraftKey {
    const seat = this.view?.seat.seat ?? ('' as DraftKey['seat']);
    return { epoch: this.epoch, seat, entry: sheet.entry.id, baseVersion: sheet.version };
  }
}
