// What judges, items, entries and columns are called in an explanation: by an event's own names, or, for a contest that has none, by
// the names of its file.
import { columns } from '#domain/event-rule/columns.ts';
import type { EventNames } from '#domain/explain/event-names.ts';
import type { Locale } from '#domain/text.ts';
import { runningNumber } from '../format.ts';
import { derivationWords, type DerivationWord } from '../wording/derivation.ts';
import { nounOf } from '../wording/nouns.ts';
import { fill, pick, type Blanks } from '../wording/translate.ts';

export interface Naming {
  readonly judge: (id: string) => string;
  readonly item: (name: string | null, position: number) => string;
  readonly entry: (id: string) => string;
  /** In full, for a heading: "08 号 示例项目 8". */
  readonly heading: (id: string) => string;
  readonly column: (name: string) => string;
  readonly noun: { readonly one: string; readonly many: string };
}

export type Say = (word: DerivationWord, blanks?: Blanks) => string;
export const speaker =
  (locale: Locale): Say =>
  (word, blanks = {}) =>
    fill(derivationWords[locale][word], blanks);

const fixed: Readonly<Record<string, DerivationWord>> = {
  [columns.totals]: 'column.totals',
  [columns.values]: 'column.values',
  filled: 'column.filled',
  [columns.panel]: 'column.panel',
  [columns.combined]: 'column.combined',
  [columns.deductions]: 'column.deductions',
  [columns.bonuses]: 'column.bonuses',
  [columns.difficulty]: 'column.difficulty',
  [`${columns.final}/whole`]: 'column.whole',
  [columns.final]: 'column.final',
  [columns.published]: 'column.published',
  [columns.untrimmed]: 'column.untrimmed',
  [columns.itemMeans]: 'column.itemMeans',
  [columns.part('panel')]: 'column.panelPart',
};

const endings: readonly (readonly [ending: string, word: DerivationWord])[] = [
  ['/items/panel', 'column.itemPanel'],
  ['/items', 'column.items'],
  ['/ranks', 'column.ranks'],
  ['/weights', 'column.weights'],
  ['/place', 'column.place'],
];

/** Columns of an event's rule; others keep their name. */
function columnName(name: string, say: Say, partName: (part: string) => string, item: (id: string) => string): string {
  const word = Object.prototype.hasOwnProperty.call(fixed, name) ? fixed[name] : undefined;
  if (word !== undefined) return say(word);
  for (const [ending, own] of endings)
    if (name.endsWith(ending)) return say(own, { of: columnName(name.slice(0, -ending.length), say, partName, item) });
  const [kind = '', id = ''] = /^(group|part|figure):(.*)$/.exec(name)?.slice(1) ?? [];
  if (kind === 'figure') return say('column.figure', { name: partName(id) });
  if (kind !== '') return partName(id);
  const best = /^best-(\d+)$/.exec(name)?.[1];
  if (best !== undefined) return say('column.nextBest', { n: best });
  const mean = `${columns.itemMeans}/`;
  return name.startsWith(mean) ? say('column.itemMean', { item: item(name.slice(mean.length)) }) : name;
}

export function eventNaming(names: EventNames, locale: Locale): Naming {
  const say = speaker(locale);
  const itemName = (id: string) => pick(names.items.find((item) => item.id === id)?.name ?? null, locale) || id;
  const partName = (id: string) => pick(names.parts.find(({ part }) => part === id)?.name ?? null, locale) || id;
  const entryOf = (id: string) => names.entries.find((entry) => entry.id === id);
  const entryName = (id: string) => {
    const known = entryOf(id);
    return known ? say('entry', { n: runningNumber(known.runningNumber) }) : id;
  };
  return {
    judge: (id) => say('judge', { n: names.judges.find(({ seat }) => seat === id)?.number ?? id }),
    item: (name, position) => (name === null ? say('item', { n: position + 1 }) : itemName(name)),
    entry: entryName,
    heading: (id) => `${entryName(id)} ${pick(entryOf(id)?.title ?? null, locale)}`.trim(),
    column: (name) => columnName(name, say, partName, itemName),
    noun: nounOf(names.noun, locale),
  };
}

/** By the names a contest's file uses itself. */
export function plainNaming(locale: Locale): Naming {
  const say = speaker(locale);
  const own = (name: string) => name;
  return {
    judge: own,
    item: (name, position) => name ?? say('item', { n: position + 1 }),
    entry: own,
    heading: own,
    column: (name) => columnName(name, say, own, own),
    noun: nounOf('project', locale),
  };
}
