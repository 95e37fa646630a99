// Every frame that any display was ever sent: equal to the harness's own fold of the journal up to its number (I8), never going back,
// and without a number that had not been revealed by then (I13).
import type { Frame, History } from '../history/history.ts';
import type { Row } from '../history/journal-file.ts';
import type { Findings } from './finding.ts';
import { Fold, type Placed } from './fold.ts';

interface RowView {
  readonly entry: { readonly id: string };
  readonly rank: number;
  readonly score: string;
}
interface SceneView {
  readonly kind: string;
  readonly entry?: { readonly id: string };
  readonly page?: number;
  readonly rows?: readonly RowView[];
  readonly revealed?: { readonly score: string; readonly rank: number } | null;
}
interface View {
  readonly scene?: SceneView;
  readonly rows?: readonly RowView[];
  readonly isPublished?: boolean;
}

const numbers = /(?<![\d.])\d{1,3}\.\d+(?![\d.])/g;
const perPage = 15;

export const inWords = (rows: readonly Placed[]): string =>
  rows.map(({ rank, entry, score }) => `${rank} ${entry} ${score}`).join(', ');
const rowsOf = (rows: readonly RowView[] = []) =>
  rows.map(({ entry, rank, score }) => ({ entry: entry.id, rank, score }));

export function checkDisplays(history: History, rows: readonly Row[], findings: Findings): void {
  const newest = new Map<string, Frame>();
  for (const frame of history.frames) {
    const before = newest.get(frame.display);
    // The same picture under an earlier number is the same picture.
    const isForward = before === undefined || frame.seq >= before.seq || frame.view === before.view;
    findings.expect('I8', isForward, () => `${frame.display} went back from ${before?.seq} to ${frame.seq}`);
    if (before === undefined || frame.seq > before.seq) newest.set(frame.display, frame);
  }
  const fold = new Fold();
  let next = 0;
  const known = new Set<string>();
  for (const frame of [...history.frames].sort((a, b) => a.seq - b.seq)) {
    for (; next < rows.length && (rows[next]?.seq ?? 0) <= frame.seq; next += 1) {
      const row = rows[next];
      if (row !== undefined) fold.take(row);
    }
    const kind = `${frame.seq} ${frame.view.length} ${frame.view.slice(0, 20)}`;
    if (known.has(kind + frame.view)) continue;
    known.add(kind + frame.view);
    checkFrame(frame, fold, findings);
  }
}

function checkFrame(frame: Frame, fold: Fold, findings: Findings): void {
  const shown = fold.shownNumbers();
  const ending = fold.isPublished ? new Set(fold.ranking().map(({ score }) => score)) : shown;
  const found = (frame.view.match(numbers) ?? []).filter((number) => !shown.has(number) && !ending.has(number));
  findings.expect(
    'I13',
    found.length === 0,
    () =>
      `${frame.display} at ${frame.seq} was told ${[...new Set(found)].slice(0, 5).join(', ')}: ${around(frame.view, found[0])}`,
  );
  const view = JSON.parse(frame.view) as View;
  const wrong = view.scene === undefined ? wrongOnPhone(view, fold) : wrongOnWall(view.scene, fold);
  findings.expect('I8', wrong === null, () => `${frame.display} at ${frame.seq}: ${wrong}`);
}

const around = (text: string, number = ''): string => {
  const at = text.indexOf(number);
  return text.slice(Math.max(0, at - 60), at + 20);
};

function wrongOnPhone({ rows, isPublished }: View, fold: Fold): string | null {
  if (isPublished !== fold.isPublished) return `published is ${isPublished}`;
  const [theirs, ours] = [inWords(rowsOf(rows)), fold.isPublished ? inWords(fold.ranking()) : ''];
  return theirs === ours ? null : `shows ${theirs}, but it is ${ours}`;
}

function wrongOnWall(scene: SceneView, fold: Fold): string | null {
  const board = fold.ranking(({ result }) => result === 'revealed');
  if (scene.kind === 'score') {
    const ours = board.find(({ entry }) => entry === scene.entry?.id);
    const theirs = scene.revealed ?? null;
    const isRight = theirs === null ? ours === undefined : ours?.score === theirs.score && ours.rank === theirs.rank;
    return isRight
      ? null
      : `score of ${scene.entry?.id}: ${JSON.stringify(theirs?.score)}, but it is ${JSON.stringify(ours)}`;
  }
  if (scene.kind !== 'ranking' && scene.kind !== 'final') return null;
  const from = (scene.page ?? 0) * perPage;
  const all = scene.kind === 'final' ? (fold.isPublished ? fold.ranking() : []) : board;
  const theirs = rowsOf(scene.rows);
  const ours = scene.kind === 'final' ? all.slice(0, theirs.length) : all.slice(from, from + perPage);
  const isRight =
    inWords(theirs) === inWords(ours) && (scene.kind === 'ranking' || all.length === 0 || theirs.length > 0);
  return isRight ? null : `${scene.kind}: ${inWords(theirs)}, but it is ${inWords(ours)}`;
}
