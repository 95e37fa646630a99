// The planted bugs and what caught them, as a table.
import type { Caught } from './catch.ts';

export const tableOf = (caught: readonly Caught[]): string =>
  [
    '| planted bug | | caught by | seconds | the first thing found |',
    '|---|---|---|---:|---|',
    ...caught.map(
      ({ mutant, isCaught, by, seconds, first }) =>
        `| ${mutant.id} | ${mutant.bug} | ${isCaught ? by : `**not caught** (${by})`} | ${Math.round(seconds)} | ${first.slice(0, 160)} |`,
    ),
    '',
  ].join('\n');
