// A joined tablet: its line to the server, its outbox and drafts, and what it is busy with. Screens read from here and ask
// here; nothing a judge has touched is lost when the page, the network or the server goes away.
import { Connection } from '#client-kit/connection.svelte.ts';
import type { DeviceStore } from '#client-kit/device-store.ts';
import { moveWhenLost } from '#client-kit/moving.ts';
import { Drafts, marksOf, type Draft, type DraftKey } from '#client-kit/drafts.ts';
import { makeOpId } from '#client-kit/op-id.ts';
import type { Sender } from '#client-kit/outbox-item.ts';
import { Outbox } from '#client-kit/outbox.svelte.ts';
import type { EntryId } from '#domain/ids.ts';
import type { JudgeView, OwnSheet } from '#domain/roles/judge-view.ts';
import type { Answer } from '#protocol/messages.ts';
import { focusKey, heldBy } from './moved-in.ts';
import { recallView, rememberView } from './remembered-view.ts';
import { saveStateOf, type SaveState } from './save-state.ts';
import { screenFor, sheetsToDo, type Circumstances, type Screen } from './screen.ts';
import { draftOfVersion, SheetDraft } from './sheet/sheet-draft.svelte.ts';
import { Ticking } from './ticking.svelte.ts';

export class Tablet {
  readonly connection = new Connection('judge');
  readonly ticking = new Ticking(() => this.connection.now());
  readonly drafts: Drafts;
  readonly outbox: Outbox;
  focus = $state<EntryId | null>(null);
  isReviewing = $state(false);
  /** On its way to another address by itself, with everything it holds. */
  isMoving = false;
  /** The "no" to the last help call or taking back, until the next try. */
  refusal = $state.raw<Extract<Answer, { ok: false }> | null>(null);
  private readonly store: DeviceStore;
  private readonly remembered: ReturnType<typeof recallView>;
  private opened = $state.raw<readonly EntryId[]>([]);
  private openBefore = $state.raw<readonly EntryId[]>([]);
  private stageBefore = $state.raw<EntryId | null>(null);
  private draftsChanged = $state(0);
  private hasForgottenOld = false;
  private readonly stopLooking: () => void;

  constructor(store: DeviceStore) {
    this.store = store;
    this.drafts = new Drafts(store);
    this.outbox = new Outbox({
      store,
      send: (command, opId) => this.connection.send(command, opId),
      now: () => this.connection.now(),
    });
    this.remembered = recallView(store);
    this.focus = store.read(focusKey) as EntryId | null;
    if (this.sender !== null) this.outbox.sendAs(this.sender);
    this.stopLooking = moveWhenLost({
      connection: this.connection,
      page: '/judge',
      load: () => ({ focus: this.focus, kept: heldBy(store) }),
      onLeave: () => (this.isMoving = true),
    });
  }

  /** The server's newest view, or after a reload without a server the last one this tablet was given. */
  readonly view = $derived.by((): JudgeView | null => this.connection.view ?? this.remembered?.view ?? null);
  private readonly origin = $derived.by((): Pick<Sender, 'epoch' | 'ancestors'> | null => {
    const { view, epoch, ancestors } = this.connection;
    return view === null ? this.remembered : { epoch, ancestors };
  });
  /** Whose scores these are; null before the first view. */
  readonly sender = $derived.by((): Sender | null => {
    if (this.origin === null || this.view === null) return null;
    const { epoch, ancestors } = this.origin;
    return { epoch, ancestors, seat: this.view.seat.seat };
  });
  readonly isOnline = $derived.by(() => this.connection.state === 'online' && this.connection.view !== null);
  readonly rememberedAt = $derived.by(() => this.remembered?.at ?? null);
  readonly isRemembered = $derived.by(() => this.connection.view === null);

  readonly circumstances = $derived.by((): Circumstances | null => {
    const { view } = this;
    if (view === null) return null;
    void this.draftsChanged;
    const drafted = view.sheets.filter((sheet) => (this.draftAt(sheet)?.marks.size ?? 0) > 0);
    return {
      view,
      focus: this.focus,
      pending: view.sheets.map(({ entry }) => entry.id).filter((entry) => this.outbox.itemFor(entry) !== null),
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
    return this.draftAt(sheet) !== null;
  }

  /** How many items have a mark on this tablet. */
  filledIn(sheet: OwnSheet): number {
    return this.draftAt(sheet)?.marks.size ?? sheet.marks.length;
  }

  tryNow(): void {
    this.connection.dial();
    this.outbox.drain();
  }

  draftOf(sheet: OwnSheet): SheetDraft {
    const stored = this.draftAt(sheet);
    return new SheetDraft(
      this.keyOf(sheet),
      stored ?? draftOfVersion(sheet),
      this.view?.criteria ?? [],
      this.drafts,
      () => this.connection.now(),
    );
  }

  /** The judge, or a sheet that opened by itself, turns to this entry. */
  turnTo(entry: EntryId | null): void {
    if (this.focus === entry) return;
    this.focus = entry;
    this.isReviewing = false;
    void (entry === null ? this.store.remove(focusKey) : this.store.write(focusKey, entry));
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
    if (this.sender !== null) this.outbox.put(this.sender, draft.submission(), total);
  }

  /** Gives up a draft that can no longer be handed in the usual way. */
  discard(sheet: OwnSheet): void {
    this.drafts.remove(this.keyOf(sheet));
    this.connection.reportDiscarded(sheet.entry.id);
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
    const { sender } = this;
    const opId = makeOpId();
    const answer = await this.connection.send(command, opId);
    if (!answer.ok) {
      this.refusal = answer;
      return;
    }
    if (sender !== null) this.outbox.remember(sender, command, opId, answer);
    this.opened = [...this.opened, sheet.entry.id];
  }

  async callForHelp(isCalling: boolean): Promise<void> {
    this.refusal = null;
    const answer = await this.connection.send({ type: isCalling ? 'help.call' : 'help.cancel' }, makeOpId());
    if (!answer.ok && answer.code !== 'help.none') this.refusal = answer;
  }

  /** To be called when what is watched has changed: a new view, a new line state, an answer. */
  keepUp(): void {
    const { view, connection } = this;
    if (connection.view !== null && view !== null && this.sender !== null) {
      const { epoch, ancestors } = this.sender;
      rememberView(this.store, { epoch, ancestors, view, at: connection.now() });
      this.outbox.sendAs(this.sender);
      this.outbox.opened(view.sheets.filter(({ isOpen }) => isOpen).map(({ entry }) => entry.id));
    }
    if (connection.isClockSet) this.forgetOld();
    connection.reportWaiting(this.outbox.waiting().length);
    this.outbox.setOnline(this.isOnline);
    for (const { entry } of this.outbox.answered) this.forgetDraft(entry);
    if ('entry' in this.screen) this.turnTo(this.screen.entry);
  }

  close(): void {
    this.stopLooking();
    this.outbox.close();
    this.ticking.stop();
    this.connection.close();
  }

  /** Of this tablet, or what an earlier tablet of this seat had told the server. */
  private draftAt(sheet: OwnSheet): Draft | null {
    const own = this.drafts.read(this.keyOf(sheet));
    if (own !== null) return own;
    const kept = this.connection.drafts.find(
      ({ entry, baseVersion }) => entry === sheet.entry.id && baseVersion === sheet.version,
    );
    return kept === undefined ? null : { marks: marksOf(kept.marks), remark: kept.remark, changedAt: null };
  }

  private forgetOld(): void {
    if (this.hasForgottenOld) return;
    this.hasForgottenOld = true;
    const now = this.connection.now();
    this.drafts.forgetOld(now);
    this.outbox.forgetOld(now);
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
    const { epoch, seq } = this.connection;
    const answer = this.outbox.answered.find((known) => known.entry === entry);
    return answer !== undefined && answer.epoch === epoch && answer.seq > seq ? answer : null;
  }

  private keyOf(sheet: OwnSheet): DraftKey {
    const seat = this.view?.seat.seat ?? ('' as DraftKey['seat']);
    const event = this.origin?.ancestors[0] ?? this.origin?.epoch ?? '';
    return { event, seat, entry: sheet.entry.id, baseVersion: sheet.version };
  }
}
