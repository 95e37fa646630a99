// Looks at a stage in the browser and lists what a hall could not read: text outside the safe area or its plate, text
// over text, text too small. It runs inside the page, so it uses nothing but what is written in it.

export function measureStage(): string[] {
  interface Words {
    readonly text: string;
    readonly element: HTMLElement;
    /** In cqmin of the stage. */
    readonly size: number;
    /** A line's box is higher than its letters: ink is the middle of it. */
    readonly ink: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
    /** Reasons, and titles that stand for a name, may lose their end. */
    readonly mayClip: boolean;
  }
  const stage = document.querySelector<HTMLElement>('.stage');
  if (stage === null) return ['no stage'];
  const box = stage.getBoundingClientRect();
  const cqmin = Math.min(box.width, box.height) / 100;
  const plates = '.plaque, .row, li, .inner, .chip, .phase, .number, .ord';

  /** Text that is shown and takes no room: a size that came to nothing. */
  const unseen: string[] = [];

  const wordsOf = (node: Node): Words | null => {
    const element = node.parentElement;
    const text = (node.nodeValue ?? '').trim();
    if (element === null || text === '' || !element.checkVisibility({ opacityProperty: true })) return null;
    const range = document.createRange();
    range.selectNodeContents(node);
    const lines = [...range.getClientRects()].filter((line) => line.width > 0);
    const [first, last] = [lines[0], lines[lines.length - 1]];
    if (first === undefined || last === undefined) {
      unseen.push(`no room at all: ${text}`);
      return null;
    }
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    // The outer half of a closing mark is empty and may hang over.
    const hanging = /[”’」』》），。：]$/.test(text) ? size / 2 : 0;
    return {
      text,
      element,
      size: size / cqmin,
      ink: {
        left: Math.min(...lines.map((line) => line.left)),
        right: Math.max(...lines.map((line) => line.right)) - hanging,
        top: first.top + first.height / 2 - size * 0.36,
        bottom: last.top + last.height / 2 + size * 0.36,
      },
      mayClip: element.closest('.clips, .clip') !== null,
    };
  };

  const isWithin = (ink: Words['ink'], around: Words['ink'], slack: number): boolean =>
    ink.left >= around.left - slack &&
    ink.right <= around.right + slack &&
    ink.top >= around.top - slack &&
    ink.bottom <= around.bottom + slack;

  const faultsOf = (words: Words): readonly string[] => {
    const faults = words.size < 2.69 ? [`small, ${words.size.toFixed(2)} cqmin`] : [];
    if (words.mayClip) return faults;
    if (!isWithin(words.ink, box, -4.4 * cqmin)) faults.push('outside the safe area');
    const plate = words.element.closest<HTMLElement>(plates);
    if (plate !== null && !isWithin(words.ink, plate.getBoundingClientRect(), 0.25 * cqmin))
      faults.push(`outside its ${plate.tagName.toLowerCase()}.${plate.className.split(' ')[0] ?? ''}`);
    return faults.map((fault) => `${fault}: ${words.text}`);
  };

  /** Runs of one paragraph stand beside each other; one that goes on in the next line has a box as wide as both. */
  const isOneParagraph = (a: Words, b: Words): boolean => {
    const part = a.element.closest('.part');
    return part !== null && part === b.element.closest('.part');
  };

  const isOver = ({ ink: a }: Words, { ink: b }: Words): boolean =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.3 * cqmin &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.3 * cqmin;

  const all: Words[] = [];
  const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const words = wordsOf(walker.currentNode);
    if (words !== null && words.element.closest('.language') === null) all.push(words);
  }
  const whole = all.filter((words) => !words.mayClip);
  const collisions = whole.flatMap((a, index) =>
    whole
      .slice(index + 1)
      .flatMap((b) => (isOver(a, b) && !isOneParagraph(a, b) ? [`over each other: ${a.text} / ${b.text}`] : [])),
  );
  return [...unseen, ...all.flatMap(faultsOf), ...collisions];
}
