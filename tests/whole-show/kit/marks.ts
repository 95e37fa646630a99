// Marks for a whole day, planted so that a search in what a device received means something: every judge's total occurs
// once, every final score occurs once (except where a tie is wanted) and never looks like a total.
import { chance } from './chance.ts';
import { scoreOf, totalOf, twoDecimals, type Marks } from './calculator.ts';

export interface PlantedMarks {
  /** A sheet that nobody has given yet, for the entry at this place; places with low numbers are good ones. */
  sheet(place: number): Marks;
  /** All sheets of an entry, as many as there are judges. */
  entry(place: number, judges: number): readonly Marks[];
  /** Other marks with the same score, the same mean and the same mean in every item: a tie that only people can decide. */
  twinOf(sheets: readonly Marks[]): readonly Marks[];
}

/** Five items from 10 to 20, in steps of 0.01 (each mark is then unique, too) or of 0.1. */
export function plantedMarks(step: '0.01' | '0.1', seed: number): PlantedMarks {
  const next = chance(seed);
  const unit = step === '0.01' ? 1 : 10;
  const taken = new Set<string>();

  const spell = (units: number) => twoDecimals(BigInt(units)).replace(/0$/, '').replace(/\.0?$/, '');
  const isOnScale = (units: number) => units > 1000 && units < 2000;
  /** Free to be given: unique where the step allows it, and with a last decimal of its own, so that no total looks like it. */
  const isFree = (units: number) => isOnScale(units) && (unit === 10 || (units % 10 !== 0 && !taken.has(spell(units))));

  function mark(centre: number): string {
    for (;;) {
      const units = Math.round((centre + next(300) - 150) / unit) * unit;
      const text = spell(units);
      if (!isFree(units)) continue;
      if (unit === 1) taken.add(text);
      return text;
    }
  }

  function take(make: () => Marks): Marks {
    for (let tries = 0; tries < 500; tries += 1) {
      const marks = make();
      const total = totalOf(marks);
      if (taken.has(total)) {
        if (unit === 1) marks.forEach((text) => taken.delete(text));
        continue;
      }
      taken.add(total);
      return marks;
    }
    throw new Error('no free marks are left: use more decimals or fewer sheets');
  }

  const sheet = (place: number): Marks =>
    take(() => Array.from({ length: 5 }, () => mark(1800 - place * 45 + next(60) - 30)));

  function release(sheets: readonly Marks[]): void {
    for (const marks of sheets) {
      taken.delete(totalOf(marks));
      if (unit === 1) marks.forEach((text) => taken.delete(text));
    }
  }

  function entry(place: number, judges: number): readonly Marks[] {
    for (;;) {
      const sheets = Array.from({ length: judges }, () => sheet(place));
      const score = scoreOf({ sheets, deductions: [] });
      // In steps of 0.1 every total ends in 0: a score that does not cannot be taken for one.
      if (!taken.has(score) && !(judges > 1 && score.endsWith('0'))) {
        taken.add(score);
        return sheets;
      }
      release(sheets);
    }
  }

  /** Values other than 0 that add up to 0. */
  function balanced(length: number): readonly number[] {
    for (;;) {
      const values = Array.from(
        { length: length - 1 },
        () => (next(2) === 0 ? 1 : -1) * (1 + next(unit === 1 ? 9 : 3)),
      );
      const last = -values.reduce((sum, value) => sum + value, 0);
      if (last !== 0 && Math.abs(last) < 10) return [...values, last];
    }
  }

  function twinOf(sheets: readonly Marks[]): readonly Marks[] {
    const score = scoreOf({ sheets, deductions: [] });
    const byTotal = sheets
      .map((_, index) => index)
      .sort((a, b) => Number(totalOf(sheets[a] ?? [])) - Number(totalOf(sheets[b] ?? [])));
    for (let tries = 0; tries < 5000; tries += 1) {
      // What counts moves among itself, and so do the two that are dropped: neither mean changes.
      const kept = balanced(sheets.length - 2);
      const [dropped = 0] = balanced(2);
      const shifts = [dropped, ...kept, -dropped];
      const [one, two] = [balanced(sheets.length), balanced(sheets.length)];
      const units = sheets.map((marks, index) => {
        const shift = (shifts[byTotal.indexOf(index)] ?? 0) * unit;
        const [a, b] = [(one[index] ?? 0) * unit, (two[index] ?? 0) * unit];
        const moves = [shift, a, -a, b, -b];
        return marks.map((text, item) => Math.round(Number(text) * 100) + (moves[item] ?? 0));
      });
      const twins = units.map((marks) => marks.map(spell));
      const texts = twins.map(totalOf);
      const isNew = new Set(texts).size === texts.length && !texts.some((text) => taken.has(text));
      if (isNew && units.flat().every(isOnScale) && scoreOf({ sheets: twins, deductions: [] }) === score) {
        texts.forEach((text) => taken.add(text));
        return twins;
      }
    }
    throw new Error('no twin was found');
  }

  return { sheet, entry, twinOf };
}
