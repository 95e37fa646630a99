// "Sometimes" properties: what has to have happened for a green run to mean anything. One that never happened makes it UNKNOWN.
export class Counters {
  private readonly counted = new Map<string, number>();

  add(name: string, by = 1): void {
    this.counted.set(name, (this.counted.get(name) ?? 0) + by);
  }

  of(name: string): number {
    return this.counted.get(name) ?? 0;
  }

  join(others: Counters): void {
    others.counted.forEach((count, name) => this.add(name, count));
  }

  all(): readonly (readonly [string, number])[] {
    return [...this.counted].sort(([a], [b]) => (a < b ? -1 : 1));
  }
}
