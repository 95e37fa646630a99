// Text that people read, in the languages the event has it in. Zh-CN and English are complete in the product itself;
// an organiser's own texts may exist in one language only, and then that one is shown in both.
import Type, { type Static } from 'typebox';

export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

export const LocaleSchema = Type.Union([Type.Literal('zh-CN'), Type.Literal('en')]);

/** One line of organiser's text: at least one language, at most 400 characters each. */
export const TextSchema = Type.Object(
  {
    zh: Type.Optional(Type.String({ minLength: 1, maxLength: 400 })),
    en: Type.Optional(Type.String({ minLength: 1, maxLength: 400 })),
  },
  { additionalProperties: false, minProperties: 1 },
);
export type Text = Static<typeof TextSchema>;

/** The text in the wanted language, or in the one there is. */
export function inLocale(text: Text, locale: Locale): string {
  return (locale === 'en' ? (text.en ?? text.zh) : (text.zh ?? text.en)) ?? '';
}
