// How wide a text stands, counted and never measured, so that every screen sizes alike: in em of a bold system face,
// a little on the wide side.
import { unbreakable } from './whole-words.ts';

function emOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  // From the general punctuation on: CJK, full-width forms, and the quotes and dashes a Chinese face draws full-width.
  if (code >= 0x2014) return 1;
  if (/[0-9]/.test(character)) return 0.6;
  if (/[WM@%mw]/.test(character)) return 0.92;
  if (/[A-Z]/.test(character)) return 0.69;
  return /[iljtf.,:;'|!()[\] -]/.test(character) ? 0.36 : 0.6;
}

export function emsOf(text: string): number {
  let width = 0;
  for (const character of text) width += emOf(character);
  return width;
}

/** A hyphen is a place to break. */
const longestWord = (text: string): number =>
  Math.max(0, ...(text.match(/[\u0021-\u024f]+?(-|(?![\u0021-\u024f]))/g) ?? []).map((word) => emsOf(word)));

/** How many em wide a box must be for the text to stand in at most so many lines. */
export function emsNeeded(text: string, lines: number): number {
  const whole = emsOf(text);
  if (lines <= 1 || whole < 2) return whole;
  const word = longestWord(text);
  // A line ends before what does not fit: one character in Chinese, about half a word elsewhere.
  const slack = Math.max(1, Math.min(word, 6) * 0.6);
  return Math.min(whole, Math.max(word, whole / lines + slack));
}

/** How many lines the text takes when no word is torn apart. */
function linesAt(width: number, pieces: readonly number[]): number {
  let [lines, filled] = [1, 0];
  for (const piece of pieces) {
    if (filled > 0 && filled + piece > width) [lines, filled] = [lines + 1, 0];
    filled += piece;
  }
  return lines;
}

/** The same for a title, whose words stay whole. */
function emsNeededForTitle(text: string, lines: number): number {
  const pieces = unbreakable(text).map(emsOf);
  const whole = emsOf(text);
  let width = Math.max(emsNeeded(text, lines), ...pieces);
  while (width < whole && linesAt(width, pieces) > lines) width += 0.25;
  return Math.min(width, whole);
}

/** The same for lines already broken, each of which may break further. */
export function emsNeededFor(parts: readonly string[], lines: number): number {
  const [first, ...rest] = parts;
  if (first === undefined) return 0;
  if (rest.length === 0) return emsNeededForTitle(first, lines);
  if (lines <= parts.length - 1) return emsNeededForTitle(parts.join(''), lines);
  const spare = lines - rest.length;
  return Math.min(
    ...Array.from({ length: spare }, (_, index) =>
      Math.max(emsNeededForTitle(first, index + 1), emsNeededFor(rest, lines - index - 1)),
    ),
  );
}

/** A person's name stays on one line while it is short, and takes two when it is long. */
export const emsOfName = (name: string): number => emsNeeded(name, emsOf(name) <= 8 ? 1 : 2);
