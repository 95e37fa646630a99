// The single mark that would change who is inside a line: of one judge, for one entry, in one item, moved by the fewest entry
// steps within the allowed range; null when no single mark can. [A-FLIP]
//   It is found by the real rule: with the change other entries are inside, with one step less they are not. Of equally few
//   steps the entry nearest to the line comes first, then the order of the panel, then that of the items.
// Where every entry's figure depends on its own marks alone and never falls when one of them rises, every mark of every entry is
// covered by bisection (`every-mark`). Else (ranks, shares, normalisation, tolerance, dense ranks, closest two) only marks of the
// entries that stand next to the line are tried (`next-to-line`), since a change may then act on all, and on a large field not
// even all of those (`in-part`): a hall cannot wait for minutes. What is found is then a mark that would do it, not surely the least.
import { comparesField } from '../event-rule/aggregate-traits.ts';
import type { EventDefinition } from '../definition.ts';
import { eventRule } from '../event-rule/event-rule.ts';
import { absolute, compare, subtract, ZERO, type Rational } from '../numbers.ts';
import type { EntrySource } from '../rules/contest.ts';
import { evaluate } from '../rules/evaluate.ts';
import { better } from '../rules/steps/place.ts';
import type { LineMargin } from './line-margin.ts';
import { MarkSteps, type Change, type Direction } from './mark-steps.ts';
import { insideOf, placingOf, rankedFigure, type Judged, type Placing } from './placing.ts';
import type { Work } from './work.ts';

export interface DecisiveMark {
  readonly entry: number;
  readonly judge: number;
  readonly item: number;
  readonly steps: number;
  /** In units of the mark table. */
  readonly from: number;
  readonly to: number;
  readonly entering: readonly number[];
  readonly leaving: readonly number[];
}

export interface DecisiveSearch {
  readonly scope: 'every-mark' | 'next-to-line' | 'in-part';
  readonly mark: DecisiveMark | null;
}

/** Where trying every mark is out of the question, so many entries on each side of the line are tried. */
const NEIGHBOURS = 1;
/** And so many marks are computed with in all: about a second of a small machine. */
const MOST_MARKS = 200_000;
/** A z-score divides by a root: its exact fractions are long, and take so many times as long as others. */
const LONG_FRACTIONS = 20;

function scopeOf(definition: EventDefinition): 'every-mark' | 'next-to-line' {
  const { rules } = definition;
  const aggregates = [rules.aggregate, ...(rules.groups?.weights.flatMap(({ aggregate }) => aggregate ?? []) ?? [])];
  const isPlain =
    !comparesField(definition) &&
    rules.tolerance === undefined &&
    // With all-out a rise above others next to the line is enough, without reaching the figure across it.
    rules.tieAtCut !== 'all-out' &&
    rules.rankStyle === 'competition' &&
    aggregates.every(({ kind }) => kind !== 'closest-two');
  return isPlain ? 'every-mark' : 'next-to-line';
}

class Search {
  private readonly judged: Judged;
  private readonly official: Placing;
  private readonly margin: LineMargin;
  private readonly marks: MarkSteps;
  private readonly scope: 'every-mark' | 'next-to-line';
  private triesLeft: number;

  constructor(judged: Judged, official: Placing, margin: LineMargin) {
    this.judged = judged;
    this.official = official;
    this.margin = margin;
    this.marks = new MarkSteps(judged.definition, judged.contest);
    this.scope = scopeOf(judged.definition);
    const { panel, rules } = judged.definition;
    const weight = rules.normalise === 'z-score' ? LONG_FRACTIONS : 1;
    const most = MOST_MARKS / (judged.contest.entries.length * panel.length * weight);
    this.triesLeft = this.scope === 'every-mark' ? Infinity : Math.max(1, Math.floor(most));
  }

  private insideWith(entry: number, source: EntrySource): readonly number[] {
    const { definition, contest } = this.judged;
    const entries = contest.entries.with(entry, source);
    const members = this.official.order.toSorted((a, b) => a - b);
    return insideOf(placingOf({ definition, contest: { ...contest, entries } }, members), this.margin.line);
  }

  private flips(change: Change, steps: number): boolean {
    const source = this.marks.changed(change, steps);
    if (source === null || this.triesLeft < 1 || !this.comesClose(change, source)) return false;
    this.triesLeft -= 1;
    const inside = this.insideWith(change.entry, source);
    return inside.length !== this.margin.inside.length || inside.some((entry, at) => entry !== this.margin.inside[at]);
  }

  /** The figure at a place in the order. */
  private figureOf(entry: number): Rational {
    return rankedFigure(this.official.evaluation, entry) ?? ZERO;
  }

  private standsAtLine(entry: number): boolean {
    const figure = this.figureOf(entry);
    const { lastInside, firstOutside } = this.margin;
    return [lastInside, firstOutside].some((known) => compare(figure, this.figureOf(known)) === 0);
  }

  /** A cheap look at the changed entry alone: without reaching the figure across the line it cannot change anything. */
  private comesClose({ entry }: Change, source: EntrySource): boolean {
    if (this.scope !== 'every-mark' || this.standsAtLine(entry)) return true;
    const { definition, contest } = this.judged;
    const rule = eventRule(definition);
    const figure = rankedFigure(evaluate(rule, { ...contest, entries: [source] }), 0);
    if (figure === null) return true;
    const { lastInside, firstOutside, inside } = this.margin;
    const across = this.figureOf(inside.includes(entry) ? firstOutside : lastInside);
    const order = better(figure, across, rule.ranking.prefer);
    return inside.includes(entry) ? order >= 0 : order <= 0;
  }

  private directions(entry: number): readonly Direction[] {
    if (this.scope === 'next-to-line' || this.standsAtLine(entry)) return [1, -1];
    const isHigherBetter = eventRule(this.judged.definition).ranking.prefer === 'highest';
    return this.margin.inside.includes(entry) === isHigherBetter ? [-1] : [1];
  }

  /** Nearest to the line first, so that later ones are held to few steps from the beginning. */
  private candidates(): readonly number[] {
    const { order } = this.official;
    const { inside, lastInside, firstOutside } = this.margin;
    const distance = (entry: number) =>
      absolute(subtract(this.figureOf(entry), this.figureOf(inside.includes(entry) ? firstOutside : lastInside)));
    const near =
      this.scope === 'every-mark'
        ? order
        : order.slice(Math.max(0, inside.length - NEIGHBOURS), inside.length + NEIGHBOURS);
    return near.toSorted((a, b) => compare(distance(a), distance(b)) || a - b);
  }

  /** The fewest steps, fewer than `below`, with which this change flips; null when it does not. */
  private fewest(change: Change, room: number, below: number): number | null {
    let [without, enough] = [0, Math.min(room, below - 1)];
    if (enough < 1 || !this.flips(change, enough)) return null;
    while (enough - without > 1) {
      const middle = Math.floor((without + enough) / 2);
      if (this.flips(change, middle)) enough = middle;
      else without = middle;
    }
    return enough;
  }

  *search(): Work<DecisiveSearch> {
    const mark = yield* this.mark();
    return { scope: this.triesLeft < 1 ? 'in-part' : this.scope, mark };
  }

  private *mark(): Work<DecisiveMark | null> {
    const { panel, criteria } = this.judged.definition;
    const items = criteria.map((_, item) => item);
    let best: (Change & { readonly item: number; readonly steps: number }) | null = null;
    for (const entry of this.candidates())
      for (const direction of this.directions(entry))
        for (const judge of panel.keys()) {
          yield;
          const below = best?.steps ?? Infinity;
          const room = (item: number) => this.marks.room(entry, judge, item, direction);
          const most = Math.min(Math.max(0, ...items.map(room)), below - 1);
          if (most < 1) continue;
          // If moving every item of the judge at once does not do it, no single one does.
          if (items.length > 1 && !this.flips({ entry, judge, items, direction }, most)) continue;
          for (const item of items) {
            const change: Change = { entry, judge, items: [item], direction };
            const steps = this.fewest(change, room(item), best?.steps ?? Infinity);
            if (steps !== null) best = { ...change, item, steps };
          }
        }
    if (best === null) return null;
    const { entry, judge, item, steps, direction } = best;
    const source = this.marks.changed(best, steps);
    const now = source === null ? [] : this.insideWith(entry, source);
    const { inside } = this.margin;
    return {
      entry,
      judge,
      item,
      steps,
      from: this.marks.mark(entry, judge, item) ?? 0,
      to: this.marks.moved(entry, judge, item, direction, steps) ?? 0,
      entering: now.filter((known) => !inside.includes(known)),
      leaving: inside.filter((known) => !now.includes(known)),
    };
  }
}

export const decisiveMark = (judged: Judged, official: Placing, margin: LineMargin): Work<DecisiveSearch> =>
  new Search(judged, official, margin).search();
