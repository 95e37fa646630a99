// Keeps the screen on where the browser can. On plain HTTP it cannot, and then the waiting screen says what to set.
class KeepAwake {
  isHeld = $state(false);

  start(): void {
    void this.ask();
    document.addEventListener('visibilitychange', () => void this.ask());
  }

  private async ask(): Promise<void> {
    if (document.visibilityState !== 'visible' || this.isHeld || !('wakeLock' in navigator)) return;
    try {
      const lock = await navigator.wakeLock.request('screen');
      this.isHeld = true;
      lock.addEventListener('release', () => (this.isHeld = false));
    } catch {
      this.isHeld = false; // Low battery or a policy: the device's own setting decides.
    }
  }
}

export const keepAwake = new KeepAwake();
