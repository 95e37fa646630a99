// Numbers as people write them down: "12, 40–45".

/** As many as one command takes. */
const most = 1000;

/** Each once, in order; empty when anything in it is not a number from 1 to `highest`. */
export function numbersIn(typed: string, highest: number): readonly number[] {
  const parts = typed.split(/[,，、;；\s]+/).filter((part) => part !== '');
  const found = new Set<number>();
  for (const part of parts) {
    const [, first, last = first] = /^(\d{1,7})(?:[-–—~至](\d{1,7}))?$/.exec(part) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (first === undefined || from < 1 || to < from || to > highest || to - from >= most) return [];
    for (let number = from; number <= to; number++) found.add(number);
  }
  return found.size > most ? [] : [...found].sort((a, b) => a - b);
}
