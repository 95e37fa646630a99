// Joining over HTTP: a code becomes a cookie that the page never sees.
import type { JoinCode } from '#protocol/http.ts';
import type { ServerCode, WireRole } from '#protocol/messages.ts';
import { keepMoveToken } from './move-token.ts';

export type JoinResult =
  { readonly ok: true; readonly role: WireRole } | { readonly ok: false; readonly code: JoinCode | ServerCode };

async function call(path: string, body: unknown): Promise<JoinResult> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as { role: WireRole; code: JoinCode; moveToken: string | null };
    if (response.ok && answer.moveToken !== null) keepMoveToken(answer.role, answer.moveToken);
    return response.ok ? { ok: true, role: answer.role } : { ok: false, code: answer.code };
  } catch {
    return { ok: false, code: 'server.unavailable' };
  }
}

export const join = (code: string, takeOver = false): Promise<JoinResult> => call('/api/join', { code, takeOver });
export const joinAsScreen = (): Promise<JoinResult> => call('/api/join/screen', {});

/** Whether this browser holds a session of the role; null when the server cannot be reached. */
export async function hasSession(role: WireRole): Promise<boolean | null> {
  try {
    return (await fetch(`/api/session?role=${role}`, { credentials: 'same-origin' })).ok;
  } catch {
    return null;
  }
}
