// By what the hall knows a phone again: an id drawn by chance and signed with the ballot box's key. It says nothing of the person,
// survives that page's storage being cleared, and cannot be made up.
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { BallotId } from '#db/ballot-box.ts';

const name = 'lf_phone';
const idBytes = 16;
const signatureBytes = 16;
/** Longer than any event. */
const maxAgeSec = 60 * 24 * 3600;

const sign = (key: Buffer, id: string) => createHmac('sha256', key).update(id).digest().subarray(0, signatureBytes);

/** The value of our cookie in a request's header; null when there is none. */
function valueIn(header: string | undefined): string | null {
  const found = (header ?? '').split(/;\s*/).find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? null : found.slice(name.length + 1);
}

/** Null when there is no cookie, or one that the hall has not made. */
export function phoneOf(key: Buffer, header: string | undefined): BallotId | null {
  const [id = '', signature = ''] = valueIn(header)?.split('.') ?? [];
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== signatureBytes || !timingSafeEqual(given, sign(key, id))) return null;
  return createHash('sha256').update(`liangfen phone\n${id}`).digest('hex').slice(0, 32) as BallotId;
}

/**
 * The `set-cookie` line for a phone that is not known yet. Lax, because phones come by a link that somebody sent; not Secure,
 * because a hall's network has plain HTTP.
 */
export function newPhoneCookie(key: Buffer): string {
  const id = randomBytes(idBytes).toString('base64url');
  const value = `${id}.${sign(key, id).toString('base64url')}`;
  return `${name}=${value}; Max-Age=${maxAgeSec}; Path=/; HttpOnly; SameSite=Lax`;
}
