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

  set(locale: Locale): void {
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
