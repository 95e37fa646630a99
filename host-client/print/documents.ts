// What can be printed, by the last part of the address.
import type { ResultsDocument } from '#protocol/http.ts';

export const printables = ['cards', 'blank', 'sheets', 'summary', 'host-card'] as const;
export type Printable = (typeof printables)[number];

/** An unknown address shows the summary. */
export function printableOf(path: string): Printable {
  const last = path.slice(path.lastIndexOf('/') + 1);
  return printables.find((known) => known === last) ?? 'summary';
}

export type Fetched<T> =
  | { readonly ok: true; readonly value: T }
  /** `unreachable` may be tried again; the others need a person. */
  | { readonly ok: false; readonly because: 'signed-out' | 'no-event' | 'unreachable' | 'failed' };

async function ask<T>(path: string, init?: RequestInit): Promise<Fetched<T>> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: 'same-origin', cache: 'no-store', ...init });
  } catch {
    return { ok: false, because: 'unreachable' };
  }
  if (response.ok) return { ok: true, value: (await response.json()) as T };
  const because = response.status === 401 ? 'signed-out' : response.status === 404 ? 'no-event' : 'failed';
  return { ok: false, because };
}

export const fetchResults = (): Promise<Fetched<ResultsDocument>> => ask('/api/results.json');

export const post = <T>(path: string, body: unknown): Promise<Fetched<T>> =>
  ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
