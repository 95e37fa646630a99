// A token bucket per connection: a hand cannot send this much, a broken or hostile page can.
export class MessageBudget {
  private tokens: number;
  private readonly size: number;
  private readonly perSecond: number;
  private filledAt = performance.now();

  constructor(size: number, perSecond = size / 3) {
    this.size = size;
    this.perSecond = perSecond;
    this.tokens = size;
  }

  /** False when the budget is used up. */
  spend(): boolean {
    const now = performance.now();
    this.tokens = Math.min(this.size, this.tokens + ((now - this.filledAt) / 1000) * this.perSecond);
    this.filledAt = now;
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }

  /** What was spent turns out to cost so much more; it has to be earned before the next. */
  charge(more: number): void {
    this.tokens -= more;
  }
}
