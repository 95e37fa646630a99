// One entry's derivation from any computed rule: from the column people are shown back through every step that made it, steps
// that changed nothing left out, no rounding ever hidden; then its place and the questions that decided it.
import { absolute, add, compare, formatExact, rational, subtract, type Rational } from '../numbers.ts';
import type { Evaluation } from '../rules/evaluate.ts';
import { rank, type Ranked } from '../rules/rank.ts';
import { referencesOf, tieReferences } from '../rules/references.ts';
import type { Step } from '../rules/step-schema.ts';
import {
  bandLine,
  boundLine,
  itemLine,
  nthBestLine,
  productLine,
  ratioLine,
  roundLines,
  sumLine,
  timesLines,
} from './arithmetic-lines.ts';
import { askedOf, type Asked } from './asked.ts';
import type { CutPosition, Derivation, Line, Placing } from './derivation.ts';
import { majorityLine, placeLine, placePointsLine, shareLine } from './field-lines.ts';
import { judgeLines, totalLines } from './judge-lines.ts';
import { ballotLine, skatingLine } from './method-lines.ts';
import { panelLines } from './panel-lines.ts';
import { passedOver, resolver } from './passed-over.ts';
import { tieAnswers } from './tie-answers.ts';

function linesOf(asked: Asked, step: Step): readonly Line[] {
  const resolve = resolver(asked);
  switch (step.kind) {
    case 'judge-totals':
      return totalLines(asked, step);
    case 'judge-ranks':
    case 'judge-points':
    case 'rank-weights':
    case 'fill-missing':
    case 'normalise':
      return judgeLines(asked, step);
    case 'panel':
      return panelLines(asked, step);
    case 'majority':
      return [majorityLine(asked, step)];
    case 'skating':
      return [skatingLine(asked, step)];
    case 'ballot':
      return [ballotLine(asked, step)];
    case 'times':
      return timesLines(asked, step, resolve);
    case 'sum':
      return [sumLine(asked, step, resolve)];
    case 'item':
      return [itemLine(asked, step)];
    case 'product':
      return [productLine(asked, step, resolve)];
    case 'nth-best':
      return [nthBestLine(asked, step, resolve)];
    case 'bound':
      return [boundLine(asked, step, resolve)];
    case 'round':
      return roundLines(asked, step, resolve);
    case 'ratio':
      return [ratioLine(asked, step, resolve)];
    case 'bands':
      return [bandLine(asked, step, resolve)];
    case 'place':
      return [placeLine(asked, step, resolve)];
    case 'place-points':
      return [placePointsLine(asked, step, resolve)];
    case 'share':
      return [shareLine(asked, step, resolve)];
  }
}

/** Steps behind these columns, in the order of the rule. */
function stepsBehind(steps: readonly Step[], roots: readonly string[]): readonly Step[] {
  const needed = new Set(roots);
  for (const step of [...steps].reverse())
    if (needed.has(step.id)) for (const name of referencesOf(step)) needed.add(name);
  return steps.filter(({ id }) => needed.has(id));
}

// A result is placed once, however many of its entries are explained.
const known = new WeakMap<Evaluation, Ranked>();

export function rankedOnce(evaluation: Evaluation): Ranked {
  let ranked = known.get(evaluation);
  if (ranked === undefined) known.set(evaluation, (ranked = rank(evaluation)));
  return ranked;
}

function placingOf(evaluation: Evaluation, ranked: Ranked, at: number): Placing | null {
  const own = ranked.placed.find(({ entry }) => entry === at);
  if (own === undefined) return null;
  return {
    place: formatExact(own.place),
    of: ranked.placed.length,
    isShared: own.isShared,
    decidedBy: own.decidedBy,
    tolerance: evaluation.rule.ranking.tolerance ?? null,
    questions: tieAnswers(evaluation, ranked.questions, at),
  };
}

const publishedColumn = ({ rule }: Evaluation): string => rule.ranking.published ?? rule.ranking.by;

function numberOf(evaluation: Evaluation, column: string, at: number): Rational | null {
  const cell = evaluation.cell(column, at);
  return cell.form === 'number' ? cell.value : null;
}

/** Where this entry stands to a line after so many places; `isOut`: those who share a rank across it are all outside. */
function cutOf(asked: Asked, { placed }: Ranked, { places, isOut }: CutLine): CutPosition | null {
  const { evaluation, at } = asked;
  const sharing = (place: Rational) => placed.filter((other) => compare(other.place, place) === 0).length;
  const isIn = (place: Rational) =>
    compare(isOut ? add(place, rational(BigInt(sharing(place) - 1))) : place, rational(BigInt(places))) <= 0;
  const own = placed.find(({ entry }) => entry === at);
  if (own === undefined) return null;
  const isInside = isIn(own.place);
  const others = placed.filter(({ place }) => isIn(place) !== isInside);
  const nearest = isInside ? others[0] : others[others.length - 1];
  const column = publishedColumn(evaluation);
  const [mine, theirs] = [numberOf(evaluation, column, at), nearest && numberOf(evaluation, column, nearest.entry)];
  return {
    places,
    isInside,
    across:
      nearest && mine && theirs
        ? {
            entry: asked.entryId(nearest.entry),
            value: asked.show(column, theirs),
            difference: asked.show(column, absolute(subtract(mine, theirs))),
          }
        : null,
  };
}

interface CutLine {
  readonly places: number;
  readonly isOut: boolean;
}

export interface DerivationOptions {
  /** Absent: all entries placed among themselves; null: outside the competition. */
  readonly ranked?: Ranked | null;
  readonly cutLine?: CutLine | null;
}

/** `at`: position of the entry in the contest. */
export function derive(evaluation: Evaluation, at: number, options: DerivationOptions = {}): Derivation {
  const { rule } = evaluation;
  const { ranked = rankedOnce(evaluation), cutLine = null } = options;
  const asked = askedOf(evaluation, at);
  const column = publishedColumn(evaluation);
  const told = (steps: readonly Step[]) => steps.filter((step) => !passedOver(asked, step));
  const steps = stepsBehind(rule.steps, [column, rule.ranking.by]);
  const lines = told(steps).flatMap((step) => linesOf(asked, step));
  const placing = ranked && placingOf(evaluation, ranked, at);
  const tieSteps = stepsBehind(
    rule.steps,
    (placing?.questions ?? []).flatMap((question) => tieReferences(question.asked)),
  ).filter((step) => !steps.includes(step));
  const result = numberOf(evaluation, column, at);
  return {
    entry: asked.entryId(at),
    column,
    result: result && asked.show(column, result),
    steps: [...told(steps), ...told(tieSteps)],
    lines,
    tieLines: onlyAskedItems(
      tieSteps,
      told(tieSteps).flatMap((step) => linesOf(asked, step)),
    ),
    placing,
    cut: ranked === null || cutLine === null ? null : cutOf(asked, ranked, cutLine),
  };
}

/** Of a list that only single items are taken from, the other items need no explanation. */
function onlyAskedItems(steps: readonly Step[], lines: readonly Line[]): readonly Line[] {
  return lines.filter(({ step, at }) => {
    const readers = steps.filter((other) => referencesOf(other).includes(step));
    const items = readers.map((reader) => (reader.kind === 'item' ? reader.item : null));
    return at?.what !== 'item' || items.length === 0 || items.includes(null) || items.includes(at.item);
  });
}
