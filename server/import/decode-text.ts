// Bytes of a text file → text, whatever the organiser's computer saved it as: UTF-8 with or without a byte order mark,
// UTF-16, or GB18030 (which holds GBK and GB2312). Never a silent replacement character.
export interface Decoded {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16' | 'GB18030';
}

function decode(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]) => mark.every((byte, at) => bytes[at] === byte);

/** Null when the bytes are text in none of them. */
export function decodeText(bytes: Uint8Array): Decoded | null {
  const utf16 = startsWith(bytes, 0xff, 0xfe) ? 'utf-16le' : startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : null;
  if (utf16 !== null) {
    const text = decode(utf16, bytes);
    return text === null ? null : { text, encoding: 'UTF-16' };
  }
  // A zero byte is in no text of the other encodings: this is something else under a text file's name.
  if (bytes.includes(0)) return null;
  const utf8 = decode('utf-8', bytes);
  if (utf8 !== null) return { text: utf8, encoding: 'UTF-8' };
  const gb18030 = decode('gb18030', bytes);
  return gb18030 === null ? null : { text: gb18030, encoding: 'GB18030' };
}
