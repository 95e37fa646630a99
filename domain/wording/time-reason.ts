// The reason of a deduction for time in both languages: the journal keeps the cause and the seconds, the words are made here
// for whoever reads them.
import type { TimeCause } from '../deduction-rules/time-cause.ts';
import { inLocale, type Locale, type Text } from '../text.ts';

type Both = Required<Text>;

/** "1 分 20 秒", "2 分钟", "45 秒"; "1 min 20 s". */
export function lengthInWords(seconds: number): Both {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  if (minutes === 0) return { zh: `${rest} 秒`, en: `${rest} s` };
  if (rest === 0) return { zh: `${minutes} 分钟`, en: `${minutes} min` };
  return { zh: `${minutes} 分 ${rest} 秒`, en: `${minutes} min ${rest} s` };
}

/** "19:10", the same in every language. */
export function clockReading(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

/** "超时 1 分 20 秒", "1 min 20 s overtime". */
export function timeReason({ kind, bySec }: Pick<TimeCause, 'kind' | 'bySec'>): Both {
  const { zh, en } = lengthInWords(bySec);
  return kind === 'overtime'
    ? { zh: `超时 ${zh}`, en: `${en} overtime` }
    : { zh: `不足时 ${zh}`, en: `${en} under the minimum` };
}

/** What is read as the reason: the cause first, then what the person has added. */
export function deductionReason(
  { reason, cause }: { readonly reason: string; readonly cause: TimeCause | null },
  locale: Locale,
): string {
  if (cause === null) return reason;
  const words = inLocale(timeReason(cause), locale);
  return reason === '' ? words : `${words}${locale === 'en' ? ', ' : '，'}${reason}`;
}
