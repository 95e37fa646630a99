// The name a downloaded file gets: the event's own short name, safe on every system, with an ASCII name beside it for old
// browsers (RFC 6266, RFC 5987).
import { inLocale, type Locale, type Text } from '#domain/text.ts';

/** What a file system refuses, controls and direction marks included. */
// eslint-disable-next-line no-control-regex -- control characters are exactly what must go.
const unsafe = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff"*/:<>?\\|]+/g;

/** "武昌区十大社区治理创新项目-成绩": at most 80 characters, no dot at an end. */
export function fileStem(event: Text, what: string, locale: Locale): string {
  const name = Array.from(inLocale(event, locale).replace(unsafe, ' ').replace(/\s+/g, ' ')).slice(0, 60).join('');
  const stem = name.replace(/^[\s.]+|[\s.]+$/g, '');
  return stem === '' ? what : `${stem}-${what}`;
}

/** encodeURIComponent leaves !'()* alone, which RFC 5987 does not allow, and throws on half a character. */
const encoded = (name: string) =>
  encodeURIComponent(name.replace(/\p{Surrogate}/gu, '')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

export function attachment(stem: string, extension: string, ascii: string): string {
  return `attachment; filename="${ascii}.${extension}"; filename*=UTF-8''${encoded(`${stem}.${extension}`)}`;
}
