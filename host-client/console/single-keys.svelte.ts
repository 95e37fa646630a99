// Whether single keys act (WCAG 2.1.4): on by default, kept on this computer when turned off.
const key = 'liangfen.console.single-keys';

function stored(): boolean {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    return true; // Storage can be denied; the choice then lasts for the page.
  }
}

class SingleKeys {
  isOn = $state(stored());

  set(isOn: boolean): void {
    this.isOn = isOn;
    try {
      localStorage.setItem(key, isOn ? 'on' : 'off');
    } catch {
      // See above.
    }
  }
}

export const singleKeys = new SingleKeys();
