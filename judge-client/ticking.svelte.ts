// The moment, four times a second: what a running clock and the age of an unanswered score are drawn from.
export class Ticking {
  now = $state(Date.now());
  private readonly timer = setInterval(() => (this.now = Date.now()), 250);

  stop(): void {
    clearInterval(this.timer);
  }
}
