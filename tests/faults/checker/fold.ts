// The harness's own reading of the journal: what counts, decided here and not by the product. A score counts when it came while its
// entry was open or its sheet was returned; of a sheet the newest version in force counts; what came late waits for a person.
import type { Row } from '../history/journal-file.ts';
import type { Mark } from '../wire/messages.ts';
import { hundredths, rounded, text, type Fraction, type Hundredths } from './fraction.ts';

export interface Sheet {
  status: 'not-scored' | 'submitted' | 'taken-back' | 'returned' | 'absent';
  versions: number;
  total: Hundredths;
}

export interface Life {
  scoring: 'not-opened' | 'open' | 'closed';
  result: 'none' | 'checked' | 'revealed';
  wasOnStage: boolean;
  readonly sheets: Map<string, Sheet>;
  readonly held: { readonly seat: string; readonly receipt: string; readonly total: Hundredths }[];
  readonly deductions: Map<string, Hundredths>;
}

export interface Placed {
  readonly entry: string;
  readonly score: string;
  readonly rank: number;
}

/** The fields of facts that matter here. */
interface Fact {
  readonly type: string;
  readonly definition?: { readonly entries: readonly { readonly id: string }[] };
  readonly entry: string;
  readonly entries?: readonly string[];
  readonly seat: string;
  readonly version: number;
  readonly marks?: readonly Mark[];
  readonly receipt: string;
  readonly deduction: string;
  readonly points: string;
  readonly score: string;
  readonly ranking?: readonly Placed[];
  readonly scene?: { readonly kind: string; readonly entry?: string };
}

const minForTrim = 5;

export class Fold {
  seq = 0;
  order: readonly string[] = [];
  isPublished = false;
  stage: string | null = null;
  readonly lives = new Map<string, Life>();
  /** What the journal says although it must not, in words, by invariant. */
  readonly broken: { readonly invariant: string; readonly what: string }[] = [];
  scores = 0;

  take(row: Row): void {
    const fact = JSON.parse(row.body) as Fact;
    this.seq = row.seq;
    if (fact.type === 'event.defined') {
      this.order = (fact.definition?.entries ?? []).map(({ id }) => id);
      this.lives.clear();
      for (const id of this.order)
        this.lives.set(id, {
          scoring: 'not-opened',
          result: 'none',
          wasOnStage: false,
          sheets: new Map<string, Sheet>(),
          held: [],
          deductions: new Map<string, Hundredths>(),
        });
      return;
    }
    if (fact.type === 'scoring.opened') return (fact.entries ?? []).forEach((entry) => this.open(entry, row));
    if (fact.type === 'result.published') return this.publish(fact, row);
    const life = this.lives.get(fact.entry);
    if (life !== undefined) this.takeOnEntry(fact, life, row);
  }

  sheet(life: Life, seat: string): Sheet {
    let sheet = life.sheets.get(seat);
    if (sheet === undefined) life.sheets.set(seat, (sheet = { status: 'not-scored', versions: 0, total: 0n }));
    return sheet;
  }

  /** Null when there is none yet. */
  score(entry: string): Hundredths | null {
    const life = this.lives.get(entry);
    if (life === undefined || life.scoring !== 'closed') return null;
    const all = [...life.sheets.values()];
    if (all.some(({ status }) => status === 'returned' || status === 'taken-back')) return null;
    const totals = all.flatMap(({ status, total }) => (status === 'submitted' ? [total] : []));
    if (totals.length === 0) return null;
    const ordered = totals.sort((a, b) => (a < b ? -1 : 1));
    const kept = ordered.length >= minForTrim ? ordered.slice(1, -1) : ordered;
    const deducted = [...life.deductions.values()].reduce((sum, points) => sum + points, 0n);
    const under = BigInt(kept.length);
    const exact: Fraction = { over: kept.reduce((sum, total) => sum + total, 0n) - deducted * under, under };
    return rounded(exact.over < 0n ? { over: 0n, under } : exact);
  }

  /** Placed by score, equal ones share the place; of equal ones in running order. */
  ranking(isIn: (life: Life) => boolean = () => true): readonly Placed[] {
    const scored = this.order.flatMap((entry) => {
      const life = this.lives.get(entry);
      const score = life !== undefined && isIn(life) ? this.score(entry) : null;
      return score === null ? [] : [{ entry, score }];
    });
    return scored
      .map(({ entry, score }) => ({
        entry,
        score: text(score),
        rank: 1 + scored.filter((other) => other.score > score).length,
      }))
      .sort((a, b) => a.rank - b.rank || this.order.indexOf(a.entry) - this.order.indexOf(b.entry));
  }

  /** Every number that a display may know now. */
  shownNumbers(): ReadonlySet<string> {
    const numbers = new Set<string>();
    for (const [entry, life] of this.lives) {
      if (life.result !== 'revealed') continue;
      const score = this.score(entry);
      if (score === null) continue;
      const deducted = [...life.deductions.values()].reduce((sum, points) => sum + points, 0n);
      numbers.add(text(score)).add(text(score + deducted));
      life.deductions.forEach((points) => numbers.add(text(points)));
      for (const { status, total } of life.sheets.values()) if (status === 'submitted') numbers.add(text(total));
    }
    return numbers;
  }

  private break(invariant: string, row: Row, what: string): void {
    this.broken.push({ invariant, what: `record ${row.seq} (${row.type}): ${what}` });
  }

  private open(entry: string, row: Row): void {
    const life = this.lives.get(entry);
    if (life === undefined) return this.break('I12', row, `${entry} is not in the event`);
    if (!life.wasOnStage) this.break('I12', row, `${entry} was opened before it was on stage`);
    if (life.scoring !== 'not-opened') this.break('I12', row, `${entry} was opened twice`);
    life.scoring = 'open';
  }

  private publish(fact: Fact, row: Row): void {
    if (this.isPublished) this.break('I12', row, 'published twice');
    this.isPublished = true;
    const [theirs, ours] = [fact.ranking ?? [], this.ranking()].map((list) =>
      list.map(({ entry, rank, score }) => `${rank} ${entry} ${score}`).join(', '),
    );
    if (theirs !== ours) this.break('I17', row, `published ${theirs}, but it is ${ours}`);
  }

  private takeOnEntry(fact: Fact, life: Life, row: Row): void {
    const sheet = fact.seat === undefined ? null : this.sheet(life, fact.seat);
    const totalOf = (marks: readonly Mark[] = []) => marks.reduce((sum, { mark }) => sum + hundredths(mark), 0n);
    switch (fact.type) {
      case 'stage.called':
        if (life.wasOnStage) this.break('I12', row, `${fact.entry} was called twice`);
        if (this.order[[...this.lives.values()].filter((known) => known.wasOnStage).length] !== fact.entry)
          this.break('I12', row, `${fact.entry} is not the next one`);
        life.wasOnStage = true;
        this.stage = fact.entry;
        return;
      case 'score.submitted': {
        if (sheet === null) return;
        this.scores += 1;
        const isInTime = sheet.status === 'returned' || (life.scoring === 'open' && sheet.status !== 'absent');
        if (!isInTime)
          this.break(
            'I6',
            row,
            `${fact.seat} was counted although ${fact.entry} is ${life.scoring}, sheet ${sheet.status}`,
          );
        if (sheet.status === 'submitted')
          this.break('I2', row, `${fact.seat} has two scores in force for ${fact.entry}`);
        if (fact.version !== sheet.versions + 1)
          this.break(
            'I2',
            row,
            `version ${fact.version} of ${fact.entry}/${fact.seat} follows version ${sheet.versions}`,
          );
        Object.assign(sheet, { status: 'submitted', versions: fact.version, total: totalOf(fact.marks) });
        this.dropHeld(life, (held) => held.seat === fact.seat);
        return;
      }
      case 'score.held': {
        if (sheet === null) return;
        this.scores += 1;
        if (life.scoring === 'open' && (sheet.status === 'not-scored' || sheet.status === 'taken-back'))
          this.break('I6', row, `${fact.seat} was in time for ${fact.entry} and was held`);
        this.dropHeld(life, (held) => held.seat === fact.seat);
        life.held.push({ seat: fact.seat, receipt: fact.receipt, total: totalOf(fact.marks) });
        return;
      }
      case 'score.taken-back':
        if (sheet === null) return;
        this.scores += 1;
        if (life.scoring !== 'open' || sheet.status !== 'submitted')
          this.break(
            'I6',
            row,
            `${fact.seat} took back ${fact.entry}, which is ${life.scoring}, sheet ${sheet.status}`,
          );
        sheet.status = 'taken-back';
        return;
      case 'held.admitted':
      case 'held.dismissed': {
        const held = life.held.find(
          (known) => known.seat === fact.seat && (fact.receipt === undefined || known.receipt === fact.receipt),
        );
        if (held === undefined || sheet === null)
          return this.break('I6', row, `nothing of ${fact.seat} was held for ${fact.entry}`);
        this.dropHeld(life, (known) => known === held);
        if (fact.type === 'held.admitted')
          Object.assign(sheet, { status: 'submitted', versions: fact.version, total: held.total });
        return;
      }
      case 'sheet.returned':
        if (sheet !== null) sheet.status = 'returned';
        return;
      case 'sheet.marked-absent':
        if (sheet !== null) sheet.status = 'absent';
        return;
      case 'scoring.closed':
        if (life.scoring !== 'open') this.break('I12', row, `${fact.entry} was closed although it is ${life.scoring}`);
        life.scoring = 'closed';
        return;
      case 'deduction.added':
        life.deductions.set(fact.deduction, hundredths(fact.points));
        return;
      case 'result.checked':
        life.result = 'checked';
        return;
      case 'result.revealed': {
        if (life.scoring !== 'closed' || life.result === 'revealed')
          this.break('I12', row, `${fact.entry} was revealed while ${life.scoring}, ${life.result}`);
        const score = this.score(fact.entry);
        if (score === null || text(score) !== fact.score)
          this.break(
            'I17',
            row,
            `${fact.entry} was revealed as ${fact.score}, but it is ${score === null ? 'none' : text(score)}`,
          );
        life.result = 'revealed';
        return;
      }
      default:
        return;
    }
  }

  private dropHeld(life: Life, isIt: (held: Life['held'][number]) => boolean): void {
    const at = life.held.findIndex(isIt);
    if (at >= 0) life.held.splice(at, 1);
  }
}
