// Looks at a stage in the browser and lists what a hall could not read: text outside its box or the safe area, text
// over text, text too small. Runs inside the page, so it may use nothing but what is in it.

/** Reasons and titles standing for names may lose their end; everything else must be whole. */
export function measureStage(): string[] {
  const problems: string[] = [];
  const stage = document.querySelector<HTMLElement>('.stage');
  if (stage === null) return ['no stage'];
  const box = stage.getBoundingClientRect();
  const cqmin = Math.min(box.width, box.height) / 100;
  const smallest = 2.7 * cqmin - 0.5;
  const margin = 4 * cqmin;

  const texts: { element: HTMLElement; rect: DOMRect; text: string; ink: DOMRect }[] = [];
  const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    const text = (node.nodeValue ?? '').trim();
    if (element === null || text === '' || !element.checkVisibility({ opacityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rect = range.getBoundingClientRect();
    if (rect.width === 0) continue;
    const size = parseFloat(getComputedStyle(element).fontSize);
    // A line's box is higher than its letters: what collides must be ink, 70 % of the em around its middle.
    const lines = [...range.getClientRects()];
    const first = lines[0] ?? rect;
    const last = lines[lines.length - 1] ?? rect;
    const top = first.top + first.height / 2 - size * 0.36;
    const bottom = last.top + last.height / 2 + size * 0.36;
    texts.push({ element, rect, text, ink: new DOMRect(rect.left, top, rect.width, bottom - top) });
    if (size < smallest) problems.push(`small ${(size / cqmin).toFixed(2)} cqmin: ${text}`);
    if (!(element.closest('.guide, .language') !== null)) {
      const isOutside =
        rect.left < box.left + margin ||
        rect.right > box.right - margin ||
        top < box.top + margin ||
        bottom > box.bottom - margin;
      const isClipped = element.closest('.clips, .clip') !== null;
      if (isOutside && !isClipped) problems.push(`outside the safe area: ${text}`);
    }
  }

  // No text may leave a plate that is drawn around it.
  const plates = '.plaque, .row, li, .inner, .chip, .phase, .number, .ord, .line';
  for (const { element, ink, text } of texts) {
    if (element.closest('.clips, .clip') !== null) continue;
    const plate = element.closest<HTMLElement>(plates);
    if (plate === null || !stage.contains(plate)) continue;
    const around = plate.getBoundingClientRect();
    const slack = 0.25 * cqmin;
    if (
      ink.left < around.left - slack ||
      ink.right > around.right + slack ||
      ink.top < around.top - slack ||
      ink.bottom > around.bottom + slack
    )
      problems.push(`outside its ${plate.className.split(' ')[0] || plate.tagName}: ${text}`);
  }

  for (const [index, a] of texts.entries())
    for (const b of texts.slice(index + 1)) {
      const over = Math.min(a.ink.right, b.ink.right) - Math.max(a.ink.left, b.ink.left);
      const under = Math.min(a.ink.bottom, b.ink.bottom) - Math.max(a.ink.top, b.ink.top);
      if (over > 0.3 * cqmin && under > 0.3 * cqmin) {
        const isClipped = [a, b].some(({ element }) => element.closest('.clips, .clip') !== null);
        if (!isClipped) problems.push(`over each other: ${a.text} / ${b.text}`);
      }
    }
  return problems;
}
