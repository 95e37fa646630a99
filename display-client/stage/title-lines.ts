// Where a title breaks: where the organiser said, or where Chinese titles want to be broken. Nothing is measured, so
// every screen breaks alike.
import { titleLength } from '#domain/definition-problems.ts';

const [shortestLine, longestLine] = [5, 17];

/** A space between Latin words is no place of its own to break: the browser balances those. */
const isWide = (character: string | undefined): boolean => character !== undefined && titleLength(character) === 1;

/** The organiser's own breaks, or one at the first comma, colon or space that leaves a line of 5 to 17 characters before it. */
export function titleLines(title: string, stageTitle: string): readonly string[] {
  if (stageTitle !== '')
    return stageTitle
      .split('|')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  let depth = 0;
  let width = 0;
  const characters = [...title];
  for (const [index, character] of characters.entries()) {
    width += titleLength(character);
    if (character === '“') depth += 1;
    if (character === '”') depth -= 1;
    const isSpaceInChinese = character === ' ' && isWide(characters[index - 1]) && isWide(characters[index + 1]);
    const isBreak = depth === 0 && (character === '，' || character === '：' || isSpaceInChinese);
    const rest = characters
      .slice(index + 1)
      .join('')
      .trim();
    // Never leave one character alone.
    if (isBreak && width >= shortestLine && width <= longestLine && titleLength(rest) > 1)
      return [
        characters
          .slice(0, index + 1)
          .join('')
          .trim(),
        rest,
      ];
  }
  return [title];
}
