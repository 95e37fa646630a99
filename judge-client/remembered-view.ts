// The last whole view of this tablet's seat, kept on the device: after a reload with the server away the judge still sees
// the sheet that was open and can finish it. The server's next view replaces it as a whole.
import type { DeviceStorage } from '#client-kit/device-storage.ts';
import type { JudgeView } from '#domain/roles/judge-view.ts';

export interface RememberedView {
  readonly epoch: string;
  readonly view: JudgeView;
  readonly at: number;
}

const key = 'liangfen.judge-view/1';

export function recallView(storage: DeviceStorage): RememberedView | null {
  try {
    const remembered = JSON.parse(storage.read(key) ?? 'null') as RememberedView | null;
    // The key's number changes with the view's shape, so a stored one is either ours or damaged.
    return remembered?.view.role === 'judge' && Array.isArray(remembered.view.sheets) ? remembered : null;
  } catch {
    return null;
  }
}

export function rememberView(storage: DeviceStorage, remembered: RememberedView): void {
  storage.write(key, JSON.stringify(remembered));
}

export function forgetView(storage: DeviceStorage): void {
  storage.remove(key);
}
