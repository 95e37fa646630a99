// Keeps the keyboard inside a window and brings it back to where it was: browsers of our floor have no dialog of their own.
// Windows may lie over each other; the topmost has the keys.
const reachable =
  'button:not([disabled]):not([tabindex="-1"]), a[href], input:not([disabled]), select:not([disabled]), textarea:not([disabled])';

const open: HTMLElement[] = [];

/** Browsers that do not know the question are treated as if a keyboard had been used. */
function isReachedByKeyboard(element: HTMLElement): boolean {
  try {
    return element.matches(':focus-visible');
  } catch {
    return true;
  }
}

export function trapFocus(node: HTMLElement, onclose: () => void) {
  const cameFrom = document.activeElement as HTMLElement | null;
  const goesBack = cameFrom !== null && isReachedByKeyboard(cameFrom);
  let close = onclose;
  open.push(node);

  const stops = () =>
    [...node.querySelectorAll<HTMLElement>(reachable)].filter((element) => element.offsetParent !== null);

  const onKey = (event: KeyboardEvent) => {
    if (open[open.length - 1] !== node || event.defaultPrevented) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
      return;
    }
    if (event.key !== 'Tab') return;
    const all = stops();
    const [first, last] = [all[0], all[all.length - 1]];
    if (first === undefined || last === undefined) return;
    const active = document.activeElement;
    const isLeaving = event.shiftKey ? active === first || active === node : active === last;
    if (!isLeaving && node.contains(active)) return;
    event.preventDefault();
    (event.shiftKey ? last : first).focus();
  };

  // On the document: a control that has just been disabled leaves the focus nowhere.
  document.addEventListener('keydown', onKey);
  // The first field or choice, not the closing cross: that is what the window asks for.
  const wanted = node.querySelector<HTMLElement>('[data-first]') ?? node;
  wanted.focus();
  return {
    update(next: () => void) {
      close = next;
    },
    destroy() {
      document.removeEventListener('keydown', onKey);
      open.splice(open.indexOf(node), 1);
      // After a pointer the focus stays free, so that Space is the next action's again.
      if (goesBack && document.contains(cameFrom)) cameFrom.focus();
    },
  };
}
