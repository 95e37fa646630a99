// The two languages of a name or title while they are typed, and back to the text of the event.
import type { Text } from '#domain/text.ts';

export interface Typed {
  zh: string;
  en: string;
}

export const typedOf = (text: Text | null): Typed => ({ zh: text?.zh ?? '', en: text?.en ?? '' });

/** Undefined when both are blank: the event then has no such text. */
export function textOf({ zh, en }: Typed): Text | undefined {
  const [one, other] = [zh.trim(), en.trim()];
  if (one === '' && other === '') return undefined;
  return { ...(one !== '' && { zh: one }), ...(other !== '' && { en: other }) };
}
