// Limits guessing of join codes: five wrong tries per client, then a wait; and a budget for all together, so that many
// clients cannot guess side by side. A good code never uses any of it up.
const triesPerClient = 5;
const waitMs = 60_000;
/** A hall mistypes a few codes a minute; a million codes at this rate last for weeks. */
const triesPerMinute = 60;

export class TryBudget {
  private readonly wrong = new Map<string, { count: number; until: number }>();
  private total = { count: 0, until: 0 };
  private readonly now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.now = now;
  }

  isSpent(client: string): boolean {
    const own = this.wrong.get(client);
    const isOwnSpent = own !== undefined && own.until > this.now() && own.count >= triesPerClient;
    return isOwnSpent || (this.total.until > this.now() && this.total.count >= triesPerMinute);
  }

  recordWrong(client: string): void {
    const now = this.now();
    const own = this.wrong.get(client);
    this.wrong.set(client, { count: own !== undefined && own.until > now ? own.count + 1 : 1, until: now + waitMs });
    this.total =
      this.total.until > now ? { ...this.total, count: this.total.count + 1 } : { count: 1, until: now + waitMs };
    if (this.wrong.size > 10_000) for (const [key, { until }] of this.wrong) if (until <= now) this.wrong.delete(key);
  }
}
