// What a page takes along when it moves to another address of the event, written into that address's fragment: it is never
// sent to a server, and nothing is deleted where it came from.
import type { EntryId } from '#domain/ids.ts';

export interface Parcel {
  readonly token: string | null;
  /** Where else the event may be, should the new address fail too. */
  readonly addresses: readonly string[];
  readonly locale: string | null;
  readonly focus: EntryId | null;
  /** Outbox and drafts as the device keeps them, by their keys. */
  readonly kept: readonly (readonly [string, string])[];
}

const mark = '#moved=';

/** Base64 of the UTF-8 bytes, in the letters an address may have. */
export function fragmentOf(parcel: Parcel): string {
  const bytes = new TextEncoder().encode(JSON.stringify(parcel));
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return mark + text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

const isText = (value: unknown): value is string => typeof value === 'string';
const textOrNull = (value: unknown) => (isText(value) ? value : null);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Null where nothing was brought, or nothing that can be read: anybody can write an address. */
export function parcelIn(fragment: string): Parcel | null {
  if (!fragment.startsWith(mark)) return null;
  try {
    const letters = atob(fragment.slice(mark.length).replace(/-/g, '+').replace(/_/g, '/'));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const read = JSON.parse(new TextDecoder().decode(bytes)) as Record<keyof Parcel, unknown>;
    return {
      token: textOrNull(read.token),
      addresses: listOf(read.addresses).filter(isText),
      locale: textOrNull(read.locale),
      focus: textOrNull(read.focus) as EntryId | null,
      kept: listOf(read.kept).flatMap((pair): (readonly [string, string])[] => {
        const [key, value] = listOf(pair);
        return isText(key) && isText(value) ? [[key, value]] : [];
      }),
    };
  } catch {
    return null;
  }
}
