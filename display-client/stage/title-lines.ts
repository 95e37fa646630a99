// How a title stands on the stage: its size class by width and its lines, broken where Chinese titles want to be broken.
// Nothing is measured; the count decides, so every screen breaks alike.

/** A CJK character or full-width mark counts 1, a Latin letter or digit 0.5. */
export function titleWidth(title: string): number {
  let half = 0;
  for (const character of title) half += (character.codePointAt(0) ?? 0) < 0x2000 ? 1 : 2;
  return half / 2;
}

export function titleClass(title: string): 't1x' | 't2x' | 't3x' {
  const width = titleWidth(title);
  return width <= 14 ? 't1x' : width <= 24 ? 't2x' : 't3x';
}

const [shortestLine, longestLine] = [5, 17];

/** The organiser's own breaks, or one at the first comma, colon or space that leaves a line of 5 to 17 characters before it. */
export function titleLines(title: string, stageTitle: string): readonly string[] {
  if (stageTitle !== '') return stageTitle.split('|').map((line) => line.trim());
  let depth = 0;
  let width = 0;
  const characters = [...title];
  for (const [index, character] of characters.entries()) {
    width += titleWidth(character);
    if (character === '“') depth += 1;
    if (character === '”') depth -= 1;
    const isBreak = depth === 0 && (character === '，' || character === '：' || character === ' ');
    const rest = characters
      .slice(index + 1)
      .join('')
      .trim();
    // Never leave one character alone.
    if (isBreak && width >= shortestLine && width <= longestLine && titleWidth(rest) > 1)
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
