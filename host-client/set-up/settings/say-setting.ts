// The words of a setting by its path: the method's own word where it has one, else that of any method with such a field.
import { reader } from '#client-kit/locale.svelte.ts';
import { settingWords, type SettingWord } from '#client-kit/wording/settings.ts';

const isWord = (path: string): path is SettingWord => Object.prototype.hasOwnProperty.call(settingWords.en, path);

/** Empty where there is no such word. */
export function saySetting(kind: string, path: string): string {
  const words = settingWords[reader.locale];
  const own = `${kind}.${path}`;
  return isWord(own) ? words[own] : isWord(path) ? words[path] : '';
}
