// Picks the reader's language of a text and fills the blanks of a sentence.
import type { Locale, Text } from '#domain/text.ts';

export function pick(text: Text | null, locale: Locale): string {
  if (text === null) return '';
  return (locale === 'en' ? (text.en ?? text.zh) : (text.zh ?? text.en)) ?? '';
}

export type Blanks = Readonly<Record<string, string | number>>;

export function fill(template: string, blanks: Blanks = {}): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(blanks[name] ?? ''));
}
