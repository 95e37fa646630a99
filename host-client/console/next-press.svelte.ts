// Pressing the next action, by finger or key: one press is one act. After the action has changed, presses rest for a moment,
// so that a double press on one button never lands on the button that has taken its place.
import type { NextAction } from '#domain/next-action.ts';
import type { Booth } from './booth.svelte.ts';
import { Hold } from './hold.svelte.ts';

const settleMs = 400;

export class NextPress {
  readonly hold = new Hold();
  private isSettling = $state(false);
  private isRunning = $state(false);
  private settling: ReturnType<typeof setTimeout> | undefined;
  private readonly booth: Booth;

  constructor(booth: Booth) {
    this.booth = booth;
  }

  get isReady(): boolean {
    return this.booth.isOnline && !this.isSettling && !this.isRunning;
  }

  /** Called whenever the next action is another one. */
  settle(): void {
    this.hold.cancel();
    this.isSettling = true;
    clearTimeout(this.settling);
    this.settling = setTimeout(() => (this.isSettling = false), settleMs);
  }

  begin(action: NextAction): void {
    if (!this.isReady) return;
    if (action.guard === 'hold') this.hold.begin(() => void this.run(action));
    else void this.run(action);
  }

  end(): void {
    this.hold.cancel();
  }

  private async run(action: NextAction): Promise<void> {
    if (!this.isReady) return;
    if (action.commands.length === 0) return this.decide(action);
    this.isRunning = true;
    try {
      await this.booth.act(...action.commands);
    } finally {
      this.isRunning = false;
    }
  }

  /** An action without commands needs people: its window, or the place where the help is. */
  private decide({ kind, entry, entries, parts, run }: NextAction): void {
    const [part] = parts;
    if (kind === 'decide-tie') this.booth.open({ kind: 'tie', entries });
    else if (kind === 'decide-held' && entry !== null) this.booth.open({ kind: 'held', entry });
    else if (kind === 'decide-deduction' && entry !== null) this.booth.open({ kind: 'proposal', entry });
    else if (kind === 'decide-outlier' && entry !== null) this.booth.open({ kind: 'outlier', entry });
    else if (kind === 'enter-figures' && part !== undefined) this.booth.open({ kind: 'figures', component: part });
    else if (kind === 'count-votes' && run !== null) this.booth.open({ kind: 'count-votes', run });
    else if (kind === 'await-votes') this.booth.panel = 'votes';
    else if ((kind === 'remind' || kind === 'settle-marks') && entry !== null)
      this.booth.open({ kind: 'nobody-left', entry });
    else this.booth.panel = 'results';
  }
}
