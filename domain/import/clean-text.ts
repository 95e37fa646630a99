// Tidies one cell of somebody's spreadsheet without changing its meaning, and says what it changed: full-width digits and
// letters become half-width, odd spaces and invisible characters go, half-width commas in Chinese text become full-width.
export const CLEANINGS = [
  'digits-narrowed',
  'letters-narrowed',
  'comma-widened',
  'spaces-tidied',
  'invisible-removed',
] as const;
export type Cleaning = (typeof CLEANINGS)[number];

export interface Cleaned {
  readonly text: string;
  readonly cleanings: readonly Cleaning[];
}

const chinese = /[\p{Script=Han}，。：；、！？“”‘’（）《》〈〉【】]/u;
const digit = /[0-9]/;

export const hasChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** Controls, byte order marks, direction marks, half surrogate pairs: what a copied document brings along unseen. */
const withoutInvisible = (text: string) =>
  text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, (character) =>
    /[\t\n\v\f\r\u0085]/.test(character) ? ' ' : /[\u200c\u200d]/.test(character) ? character : '',
  );

const tidySpaces = (text: string) => text.replace(/\s+/gu, ' ').trim();

const shifted = (text: string, wide: RegExp) =>
  text.replace(wide, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));

/** A comma beside a Chinese character is a Chinese comma; 3,000 stays as it is. Spaces beside it go. */
function widenCommas(text: string): string {
  if (!hasChinese(text)) return text;
  const widened = text.replace(/\s*,\s*/gu, (comma, offset: number) => {
    const before = text[offset - 1] ?? '';
    const after = text[offset + comma.length] ?? '';
    if (digit.test(before) && digit.test(after)) return comma;
    return chinese.test(before) || chinese.test(after) ? '，' : comma;
  });
  // A comma beside a comma that has just become Chinese is one, too.
  return widened === text ? text : widenCommas(widened);
}

/** Cleaning a cleaned text changes nothing. */
export function cleanText(raw: string): Cleaned {
  const cleanings: Cleaning[] = [];
  const step = (before: string, after: string, cleaning: Cleaning): string => {
    if (before !== after) cleanings.push(cleaning);
    return after;
  };
  let text = raw.normalize('NFC');
  const visible = withoutInvisible(text);
  // A line break that becomes a space is a matter of spaces, not of something invisible.
  text = step(text.replace(/[\t\n\v\f\r\u0085]/g, ' '), visible, 'invisible-removed').normalize('NFC');
  text = step(text.trim(), tidySpaces(text), 'spaces-tidied');
  text = step(text, shifted(text, /[０-９]/g), 'digits-narrowed');
  text = step(text, shifted(text, /[Ａ-Ｚａ-ｚ]/g), 'letters-narrowed').normalize('NFC');
  text = step(text, widenCommas(text), 'comma-widened');
  return { text, cleanings };
}
