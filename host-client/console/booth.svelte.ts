// What the console's parts share: the newest view, the devices heard, the moment, the entry in hand, the open window, and
// the one way commands are sent. Nothing here is a result; all of that comes with the view.
import type { Command } from '#domain/commands.ts';
import type { EntryId, Millis } from '#domain/ids.ts';
import type { EntryDesk, OperatorView } from '#domain/roles/operator-view.ts';
import type { Scene } from '#domain/stage-view.ts';
import type { Presence } from '#protocol/messages.ts';
import type { Desk } from '../desk.svelte.ts';
import type { DialogRequest, PanelKind } from './dialogs/dialog-request.ts';
import { withBasis } from './with-basis.ts';

export class Booth {
  dialog = $state.raw<DialogRequest | null>(null);
  panel = $state<PanelKind | null>(null);
  /** Server time, a few times a second. */
  now = $state(0 as Millis);
  /** What the hall saw before a pause or black, to go back to. */
  private before = $state.raw<Scene>({ kind: 'idle' });
  private chosen = $state.raw<{ readonly entry: EntryId; readonly during: EntryId | null } | null>(null);
  private readonly readDesk: () => Desk;
  private readonly readView: () => OperatorView;

  constructor(readDesk: () => Desk, readView: () => OperatorView) {
    this.readDesk = readDesk;
    this.readView = readView;
  }

  get desk(): Desk {
    return this.readDesk();
  }

  get view(): OperatorView {
    return this.readView();
  }

  get presence(): Presence | null {
    return this.desk.connection.presence;
  }

  get isOnline(): boolean {
    return this.desk.connection.state === 'online';
  }

  get isLive(): boolean {
    return this.view.phase === 'live';
  }

  /** The entry in hand: the operator's choice until the next action turns to another entry, else the next action's own. */
  get focused(): EntryDesk | null {
    const { view, chosen } = this;
    const wanted = chosen !== null && chosen.during === view.next.entry ? chosen.entry : this.natural();
    return view.entries.find((entry) => entry.card.id === wanted) ?? view.entries[0] ?? null;
  }

  focus(entry: EntryId): void {
    this.chosen = { entry, during: this.view.next.entry };
  }

  entryOf(id: EntryId): EntryDesk | null {
    return this.view.entries.find((entry) => entry.card.id === id) ?? null;
  }

  /** Sends commands made for the programme as it is shown now. @returns whether all were obeyed. */
  async act(...commands: readonly Command[]): Promise<boolean> {
    const [first, ...rest] = commands;
    if (first === undefined || !this.isOnline) return false;
    return this.desk.send(withBasis(first, this.view.programmeVersion), ...rest);
  }

  open(dialog: DialogRequest): void {
    this.desk.dismiss();
    this.dialog = dialog;
  }

  /** Pause and black are left for what was there before them. */
  rememberScene(): void {
    const { scene } = this.view.program;
    if (scene.kind !== 'pause' && scene.kind !== 'black') this.before = scene;
  }

  async toggleCover(kind: 'pause' | 'black'): Promise<void> {
    const isCovered = this.view.program.scene.kind === kind;
    await this.act({ type: 'scene.show', scene: isCovered ? this.before : { kind } });
  }

  private natural(): EntryId | null {
    const { view } = this;
    return (
      view.next.entry ??
      view.openEntries[view.openEntries.length - 1] ??
      view.stageEntry ??
      view.nextEntry ??
      view.entries[view.entries.length - 1]?.card.id ??
      null
    );
  }
}
