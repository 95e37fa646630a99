// An operation's id: 128 bits made on the device, so that a command sent twice is one command. Works on plain HTTP, where
// crypto.randomUUID does not exist.
import type { OpId } from '#domain/ids.ts';

export function makeOpId(): OpId {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') as OpId;
}
