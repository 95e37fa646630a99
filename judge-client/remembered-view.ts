// The last whole view of this tablet's seat, kept on the device: after a reload with the server away the judge still sees
// the sheet that was open and can finish it. The server's next view replaces it as a whole.
import type { DeviceStore } from '#client-kit/device-store.ts';
import type { JudgeView } from '#domain/roles/judge-view.ts';

export interface RememberedView {
  readonly epoch: string;
  readonly ancestors: readonly string[];
  readonly view: JudgeView;
  readonly at: number;
}

const key = 'liangfen.judge-view/1';

export function recallView(store: DeviceStore): RememberedView | null {
  try {
    const remembered = JSON.parse(store.read(key) ?? 'null') as
      (Omit<RememberedView, 'ancestors'> & Partial<Pick<RememberedView, 'ancestors'>>) | null;
    // The key's number changes with the view's shape, so a stored one is either ours or damaged.
    if (remembered?.view.role !== 'judge' || !Array.isArray(remembered.view.sheets)) return null;
    return { ...remembered, ancestors: remembered.ancestors ?? [] };
  } catch {
    return null;
  }
}

export function rememberView(store: DeviceStore, remembered: RememberedView): void {
  void store.write(key, JSON.stringify(remembered));
}

export function forgetView(store: DeviceStore): void {
  void store.remove(key);
}
