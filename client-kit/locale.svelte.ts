// The reader's language on this device: from the address, the last choice, or the browser; kept when changed.
import type { Locale } from '#domain/text.ts';

const key = 'liangfen.locale';

function stored(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // Storage can be denied; the choice then lasts for the page.
  }
}

function initial(): Locale {
  const asked = new URLSearchParams(location.search).get('lang') ?? stored() ?? navigator.language;
  return asked.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

class Reader {
  locale = $state<Locale>(initial());
  /** The reader has said so on this device or in the address; otherwise the browser's language was taken. */
  private isChosen = stored() !== null || new URLSearchParams(location.search).has('lang');

  /** What the reader has chosen; null where the browser's language was taken. */
  get chosen(): Locale | null {
    return this.isChosen ? this.locale : null;
  }

  /** Takes over the hall's language, unless the reader has chosen another. */
  follow(locale: Locale): void {
    if (this.isChosen) return;
    this.locale = locale;
    document.documentElement.lang = locale;
  }

  set(locale: Locale): void {
    this.isChosen = true;
    this.locale = locale;
    document.documentElement.lang = locale;
    try {
      localStorage.setItem(key, locale);
    } catch {
      // See above.
    }
  }
}

export const reader = new Reader();
document.documentElement.lang = reader.locale;
