// What a file may publish of a ranked election, found by the name of the figure: "schulze" is an order, "schulze_winner" its first group,
// "schulze_margin_paths" the paths of the variant, "borda_points" a table by candidate.
import { approval } from '#domain/ballots/approval.ts';
import type { Order, RankedElection } from '#domain/ballots/ballot.ts';
import { borda } from '#domain/ballots/borda.ts';
import { condorcet } from '#domain/ballots/condorcet.ts';
import { copeland } from '#domain/ballots/copeland.ts';
import { irv } from '#domain/ballots/irv.ts';
import { kemeny } from '#domain/ballots/kemeny.ts';
import { minimax } from '#domain/ballots/minimax.ts';
import { plurality } from '#domain/ballots/plurality.ts';
import type { PointTally } from '#domain/ballots/point-tally.ts';
import { rankedPairs } from '#domain/ballots/ranked-pairs.ts';
import { schulze, type LinkStrength } from '#domain/ballots/schulze.ts';
import { figure, orNone, setOf, tableOf, whole, word, type Check } from './row.ts';
import type { Json } from './read-exact-json.ts';

/** The variants of a method by the name a file gives them; the bare name is the first. */
const variants: Readonly<Record<string, (election: RankedElection) => Order>> = {
  copeland: (election) => copeland(election).order,
  schulze: (election) => schulze(election).order,
  schulze_winning: (election) => schulze(election).order,
  schulze_margin: (election) => schulze(election, 'margins').order,
  ranked_pairs: (election) => rankedPairs(election).order,
  ranked_pairs_winning: (election) => rankedPairs(election).order,
  minimax: (election) => minimax(election).order,
  minimax_winning: (election) => minimax(election).order,
  minimax_margin: (election) => minimax(election, 'margins').order,
  minimax_opposition: (election) => minimax(election, 'opposition').order,
  irv: (election) => irv(election).order,
  borda: (election) => borda(election).order,
  plurality: (election) => plurality(election).order,
  approval: (election) => approval(election).order,
};

const tallies: Readonly<Record<string, (election: RankedElection) => PointTally>> = { borda, plurality, approval };
const linkStrengths: Readonly<Record<string, LinkStrength>> = {
  schulze: 'winning-votes',
  schulze_winning: 'winning-votes',
  schulze_margin: 'margins',
};

const own = <Item>(table: Readonly<Record<string, Item>>, name: string): Item | null =>
  Object.hasOwn(table, name) ? (table[name] ?? null) : null;

const texts = (published: Json): readonly string[] | null =>
  Array.isArray(published) && published.every((item) => typeof item === 'string') ? published : null;
const inGroups = (order: Order): string => order.map((group) => group.join(' = ')).join(' > ');

/** The first group: one name, or a list of names in any order. */
const winners = (order: Order): Check => {
  const names = setOf(order[0] ?? []);
  return {
    found: names.found,
    agrees: (published) => names.agrees(typeof published === 'string' ? [published] : published),
  };
};

/** A list without groups names the candidates one after the other; those the method leaves equal may stand in any order. */
function isOneAfterTheOther(order: Order, names: readonly string[]): boolean {
  const places = order.flatMap((group) => group.map(() => new Set(group)));
  return new Set(names).size === names.length && names.every((name, position) => places[position]?.has(name) ?? false);
}

const orderCheck = (order: Order, isWinnersOnly: boolean): Check => ({
  found: inGroups(order),
  agrees: (published) => {
    const names = texts(published);
    if (typeof published === 'string' || (names !== null && isWinnersOnly)) return winners(order).agrees(published);
    if (names !== null) return isOneAfterTheOther(order, names);
    return (
      Array.isArray(published) &&
      published.length === order.length &&
      order.every((group, position) => setOf(group).agrees((published as readonly Json[])[position] ?? null))
    );
  },
});

function kemenyCheck(election: RankedElection): Check {
  const result = kemeny(election);
  if ('refused' in result) return word(result.refused);
  const orders = setOf((result.orders ?? []).map((order) => JSON.stringify(order)));
  return {
    found: orders.found,
    agrees: (published) => {
      const one = texts(published);
      const listed = one === null ? published : [one];
      return Array.isArray(listed) && orders.agrees(listed.map((order) => JSON.stringify(order)));
    },
  };
}

function kemenyScore(election: RankedElection): Check {
  const result = kemeny(election);
  return 'refused' in result ? word(result.refused) : whole(result.score);
}

function pathsCheck(election: RankedElection, strength: LinkStrength): Check {
  const { paths } = schulze(election, strength);
  const { candidates } = election;
  const rowsOf = (x: number) => Object.fromEntries(candidates.map((name, y) => [name, whole(paths[x]?.[y] ?? null)]));
  return tableOf(Object.fromEntries(candidates.map((name, x) => [name, tableOf(rowsOf(x))])));
}

/** Points by candidate, for a figure that is such a table; null for others. */
export function pointsNamed(name: string, election: RankedElection): Readonly<Record<string, Check>> | null {
  const tally = own(tallies, name.replace(/_(points|votes)$/, ''));
  if (tally !== null)
    return Object.fromEntries(tally(election).totals.map(({ candidate, points }) => [candidate, figure(points)]));
  if (name !== 'copeland_scores' && name !== 'copeland_points') return null;
  return Object.fromEntries(copeland(election).scores.map(({ candidate, score }) => [candidate, whole(score)]));
}

/** The check of a figure by its name; null for a name without meaning here. */
export function checkNamed(name: string, election: RankedElection): Check | null {
  if (/^condorcet(_winner)?$/.test(name)) return orNone(word(condorcet(election).winner));
  if (name === 'kemeny') return kemenyCheck(election);
  if (name === 'kemeny_score') return kemenyScore(election);
  const [, method = '', asked] = /^(.*?)s?(?:_(winner|winners|paths|order))?$/.exec(name) ?? [];
  const strength = own(linkStrengths, method);
  if (asked === 'paths') return strength === null ? null : pathsCheck(election, strength);
  const variant = own(variants, method) ?? own(variants, `${method}s`);
  if (variant === null) return null;
  const order = variant(election);
  const isWinnersOnly = asked === undefined && method.startsWith('minimax');
  return asked === 'winner' || asked === 'winners' ? winners(order) : orderCheck(order, isWinnersOnly);
}
