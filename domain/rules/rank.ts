// The placed list of a contest: by the ranking's column, equal ones through the chain, then places in the ranking's style.
// A function of the marks alone: the order in which they arrived changes nothing. [R-RANK]
import { absolute, compare, subtract, toRational, ZERO, type Rational } from '../numbers.ts';
import { untie, type TieQuestion, type Untied } from '../ties/chain.ts';
import type { Evaluation } from './evaluate.ts';
import { groupsByValue, placesOfGroups } from './steps/place.ts';

export interface PlacedEntry {
  /** Position in the contest. */
  readonly entry: number;
  readonly place: Rational;
  readonly isShared: boolean;
  /** Position in the chain of the step that separated it from an equal value; null when the value alone did. */
  readonly decidedBy: number | null;
}

export interface Ranked {
  /** Best first. */
  readonly placed: readonly PlacedEntry[];
  /** Entries without a value: no result, hence no place. */
  readonly unplaced: readonly number[];
  readonly questions: readonly TieQuestion[];
}

interface Valued {
  readonly entry: number;
  readonly value: Rational;
}

/** Neighbours closer than the tolerance belong together, from the top down. [R-TOLERANCE] */
function withTolerance(groups: readonly (readonly Valued[])[], tolerance: Rational): readonly (readonly Valued[])[] {
  const joined: Valued[][] = [];
  let above: Rational | null = null;
  for (const group of groups) {
    const [head] = group;
    if (head === undefined) continue;
    const isClose: boolean = above !== null && compare(absolute(subtract(above, head.value)), tolerance) < 0;
    const last = joined[joined.length - 1];
    if (isClose && last) last.push(...group);
    else joined.push([...group]);
    above = head.value;
  }
  return joined;
}

/** `members`: positions of the entries to be placed among themselves; absent: all. */
export function rank(evaluation: Evaluation, members?: readonly number[]): Ranked {
  const { rule, contest } = evaluation;
  const { by, published = by, prefer, style, tolerance, ties } = rule.ranking;
  const publishedAt = (entry: number | undefined): Rational | null => {
    const cell = entry === undefined ? null : evaluation.cell(published, entry);
    return cell?.form === 'number' ? cell.value : null;
  };
  const valued: Valued[] = [];
  const unplaced: number[] = [];
  (members ?? contest.entries.map((_, entry) => entry)).forEach((entry) => {
    const cell = evaluation.cell(by, entry);
    if (cell.form === 'number' && cell.value !== null) valued.push({ entry, value: cell.value });
    else unplaced.push(entry);
  });
  const equal = groupsByValue(
    valued.map(({ value }) => value),
    prefer,
  ).map((group) => group.map((position) => valued[position] as Valued));
  const groups = tolerance === undefined ? equal : withTolerance(equal, toRational(tolerance));
  const parts: Untied['groups'][number][] = [];
  const questions: TieQuestion[] = [];
  for (const group of groups) {
    const entries = group.map(({ entry }) => entry);
    // Mostly nobody is equal: then there is nothing to ask.
    if (entries.length < 2 || tolerance !== undefined) {
      parts.push({ entries, decidedBy: null });
      continue;
    }
    const untied = untie(entries, ties, { evaluation, published: publishedAt(entries[0]) });
    parts.push(...untied.groups);
    questions.push(...untied.questions);
  }
  const places = placesOfGroups(
    parts.map((part) => part.entries.length),
    style,
  );
  return {
    placed: parts.flatMap((part, index) =>
      part.entries.map((entry): PlacedEntry => ({
        entry,
        place: places[index] ?? ZERO,
        isShared: part.entries.length > 1,
        decidedBy: part.decidedBy,
      })),
    ),
    unplaced,
    questions,
  };
}
