// Asks the server over HTTP with the operator's session, and tells what may be tried again from what needs a person.
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  /** `unreachable` may be tried again; the others need a person. */
  | { readonly ok: false; readonly because: 'signed-out' | 'no-event' | 'unreachable' | 'failed' };

async function ask<T>(path: string, init?: RequestInit): Promise<Answer<T>> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: 'same-origin', cache: 'no-store', ...init });
  } catch {
    return { ok: false, because: 'unreachable' };
  }
  const because = response.status === 401 ? 'signed-out' : response.status === 404 ? 'no-event' : 'failed';
  if (!response.ok) return { ok: false, because };
  try {
    return { ok: true, value: (await response.json()) as T };
  } catch {
    // Cut off in mid-answer.
    return { ok: false, because: 'unreachable' };
  }
}

export const askServer = <T>(path: string): Promise<Answer<T>> => ask(path);

export const postToServer = <T>(path: string, body: unknown): Promise<Answer<T>> =>
  ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

export interface Addresses {
  readonly addresses: readonly string[];
  /** Where the audience's own process answers; null while it is not up. */
  readonly hall: string | null;
}
export const fetchAddresses = (): Promise<Answer<Addresses>> => askServer('/api/addresses');
