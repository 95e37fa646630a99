// The end of the day: console, displays, phones, exported file and a server that was started again on the same journal all show what
// the harness's own fold gives, to the hundredth (I7, I17), and the displays got there by themselves (I9).
import type { OperatorView } from '../wire/messages.ts';
import { inWords } from './displays.ts';
import type { Findings } from './finding.ts';
import type { Fold } from './fold.ts';

/** Everything that could be seen from outside at one moment, as text. */
export interface Picture {
  readonly console: string | null;
  readonly screen: string | null;
  readonly phone: string | null;
  readonly results: string | null;
}

export interface Ending {
  readonly before: Picture;
  /** What good displays showed last, without being loaded anew. */
  readonly displays: readonly { readonly name: string; readonly view: string }[];
  readonly restarted: Picture;
  readonly convergedMs: number | null;
}

interface Exported {
  readonly rows: readonly { readonly entry: { readonly id: string }; readonly rank: number; readonly score: string }[];
}

export function checkEndings(
  { before, displays, restarted, convergedMs }: Ending,
  fold: Fold,
  findings: Findings,
): void {
  const ours = inWords(fold.ranking());
  for (const [when, { console, results }] of [
    ['at the end', before],
    ['after a new start', restarted],
  ] as const) {
    findings.expect(
      'I7',
      console !== null && consoleRanking(console) === ours,
      () => `console ${when}: ${console === null ? 'nothing' : consoleRanking(console)}, but it is ${ours}`,
    );
    const rows = results === null ? [] : (JSON.parse(results) as Exported).rows;
    const theirs = inWords(rows.map(({ entry, rank, score }) => ({ entry: entry.id, rank, score })));
    findings.expect('I7', theirs === ours, () => `exported result ${when}: ${theirs}, but it is ${ours}`);
    findings.look('I17', rows.length);
  }
  for (const part of ['console', 'screen', 'phone', 'results'] as const)
    findings.expect(
      'I7',
      before[part] !== null && before[part] === restarted[part],
      () => `${part} differs after a new start: ${difference(before[part], restarted[part])}`,
    );
  for (const { name, view } of displays)
    findings.expect(
      'I9',
      view === (name.startsWith('phone') ? before.phone : before.screen),
      () => `${name} does not show the end: ${difference(view, before.screen)}`,
    );
  findings.expect('I9', convergedMs !== null, () => 'the displays never came to the same picture');
}

function consoleRanking(text: string): string {
  const view = JSON.parse(text) as OperatorView;
  const placed = view.entries.flatMap(({ card, computed }) =>
    computed?.rank == null ? [] : [{ entry: card.id, rank: computed.rank, score: computed.score }],
  );
  return inWords(placed.sort((a, b) => a.rank - b.rank || numberOf(a.entry) - numberOf(b.entry)));
}

const numberOf = (entry: string) => Number(entry.replace(/\D/g, ''));

function difference(a: string | null, b: string | null): string {
  if (a === null || b === null)
    return `${a === null ? 'nothing' : 'something'} against ${b === null ? 'nothing' : 'something'}`;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return `…${a.slice(Math.max(0, at - 40), at + 60)}… against …${b.slice(Math.max(0, at - 40), at + 60)}…`;
}
