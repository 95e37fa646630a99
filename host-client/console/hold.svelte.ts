// Holding down what cannot be unseen: the act happens when the hold is over, never before, and not at all when let go.
export const holdMs = 600;

export class Hold {
  isHeld = $state(false);
  private timer: ReturnType<typeof setTimeout> | undefined;

  begin(done: () => void): void {
    if (this.isHeld) return;
    this.isHeld = true;
    this.timer = setTimeout(() => {
      this.isHeld = false;
      done();
    }, holdMs);
  }

  cancel(): void {
    clearTimeout(this.timer);
    this.isHeld = false;
  }
}
