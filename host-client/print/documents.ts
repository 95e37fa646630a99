// What can be printed, by the last part of the address.
import type { ResultsDocument } from '#protocol/http.ts';
import { askServer, type Answer } from '../ask-server.ts';

export const printables = [
  'cards',
  'ballots',
  'blank',
  'sheets',
  'summary',
  'host-card',
  'analysis',
  'rule-check',
] as const;
export type Printable = (typeof printables)[number];

/** An unknown address shows the summary. */
export function printableOf(path: string): Printable {
  const last = path.slice(path.lastIndexOf('/') + 1);
  return printables.find((known) => known === last) ?? 'summary';
}

export const fetchResults = (): Promise<Answer<ResultsDocument>> => askServer('/api/results.json');
