// What was typed after `npx liangfen`, understood or refused in a sentence.
import type { Locale } from '#domain/text.ts';
import { commandLineWords } from '#client-kit/wording/command-line.ts';
import { restoreWords } from '#client-kit/wording/restore.ts';
import { fill } from '#client-kit/wording/translate.ts';

export type Order =
  | { readonly command: 'help'; readonly locale: Locale }
  | {
      readonly command: 'score';
      readonly locale: Locale;
      /** Null: standard input. */
      readonly file: string | null;
      readonly isExplained: boolean;
    }
  | { readonly command: 'restore'; readonly locale: Locale; readonly backup: string; readonly data: string }
  | { readonly command: 'refused'; readonly sentence: string };

const locales: Readonly<Record<string, Locale>> = { zh: 'zh-CN', 'zh-CN': 'zh-CN', en: 'en' };

function restoreFrom(files: readonly string[], data: string | null, locale: Locale): Order {
  const [backup] = files;
  if (backup === undefined || files.length > 1) return { command: 'refused', sentence: restoreWords[locale].oneBackup };
  if (data === null || data === '') return { command: 'refused', sentence: restoreWords[locale].dataMissing };
  return { command: 'restore', locale, backup, data };
}

/** `language`: of the computer, e.g. `zh_CN.UTF-8`; asked where `--lang` says nothing. */
export function orderFrom(args: readonly string[], language: string): Order {
  let locale: Locale = language.startsWith('zh') ? 'zh-CN' : 'en';
  let isExplained = false;
  let data: string | null = null;
  const named: string[] = [];
  const refused: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (arg === '--lang' || arg.startsWith('--lang=')) {
      const value = arg === '--lang' ? args[(at += 1)] : arg.slice('--lang='.length);
      const wanted = Object.hasOwn(locales, value ?? '') ? locales[value ?? ''] : undefined;
      if (wanted === undefined) refused.push(commandLineWords[locale].language);
      else locale = wanted;
    } else if (arg === '--data' || arg.startsWith('--data='))
      data = arg === '--data' ? (args[(at += 1)] ?? '') : arg.slice('--data='.length);
    else if (arg === '--explain') isExplained = true;
    else if (arg === '--help' || arg === '-h') named.unshift('help');
    else if (arg.startsWith('-') && arg !== '-')
      refused.push(fill(commandLineWords[locale].unknownOption, { value: arg }));
    else named.push(arg);
  }
  const [sentence] = refused;
  const [command = 'help', ...files] = named;
  const words = commandLineWords[locale];
  if (sentence !== undefined) return { command: 'refused', sentence };
  if (command === 'help') return { command: 'help', locale };
  if (command === 'restore') return restoreFrom(files, data, locale);
  if (command !== 'score') return { command: 'refused', sentence: fill(words.unknownCommand, { value: command }) };
  if (files.length > 1) return { command: 'refused', sentence: fill(words.oneFile, { n: files.length }) };
  const [file = '-'] = files;
  return { command: 'score', locale, file: file === '-' ? null : file, isExplained };
}
