// The moment, four times a second: what a running clock and the age of an unanswered score are drawn from.
export class Ticking {
  now = $state(0);
  private readonly timer: ReturnType<typeof setInterval>;

  constructor(read: () => number) {
    this.now = read();
    this.timer = setInterval(() => (this.now = read()), 250);
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
