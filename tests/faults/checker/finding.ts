// One sentence about what is not as promised.
export interface Finding {
  readonly invariant: string;
  readonly what: string;
}

/** Collects findings of one invariant and counts what was looked at: an invariant that looked at nothing has shown nothing. */
export class Findings {
  readonly all: Finding[] = [];
  readonly looked = new Map<string, number>();

  look(invariant: string, times = 1): void {
    this.looked.set(invariant, (this.looked.get(invariant) ?? 0) + times);
  }

  add(invariant: string, what: string): void {
    this.all.push({ invariant, what });
  }

  /** Looks once, and says what is wrong unless it is right. */
  expect(invariant: string, isRight: boolean, what: () => string): void {
    this.look(invariant);
    if (!isRight) this.add(invariant, what());
  }

  join(others: Findings): void {
    this.all.push(...others.all);
    others.looked.forEach((times, invariant) => this.look(invariant, times));
  }

  broken(): ReadonlySet<string> {
    return new Set(this.all.map(({ invariant }) => invariant));
  }
}
