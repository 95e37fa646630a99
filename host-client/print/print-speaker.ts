// One language of the printed pages: words, the event's own names for entry and units, dates and times as papers write them.
import { nounOf } from '#client-kit/wording/nouns.ts';
import { printWords, type PrintWord } from '#client-kit/wording/print.ts';
import { fill, pick, type Blanks } from '#client-kit/wording/translate.ts';
import { usualUnits } from '#client-kit/wording/unit-names.ts';
import type { EntryCard } from '#domain/stage-view.ts';
import type { Locale, Text } from '#domain/text.ts';
import type { ResultsDocument } from '#protocol/http.ts';

export interface PrintSpeaker {
  readonly locale: Locale;
  readonly say: (word: PrintWord, blanks?: Blanks) => string;
  readonly text: (text: Text | null) => string;
  readonly noun: (count: number) => string;
  /** "街道／社区", as the event names its units; the entry's noun alone where it has none. */
  readonly unitHead: string;
  readonly who: (entry: EntryCard) => string;
  readonly moment: (at: number) => string;
}

export function printSpeaker(locale: Locale, results: ResultsDocument): PrintSpeaker {
  const say = (word: PrintWord, blanks: Blanks = {}) => fill(printWords[locale][word], blanks);
  const text = (known: Text | null) => pick(known, locale);
  const noun = nounOf(results.noun, locale);
  const { subdistrict, community } = results.unitNames ?? usualUnits();
  const names = { subdistrict: text(subdistrict), community: text(community) };
  const hasUpper = results.order.some(({ entry }) => entry.subdistrict !== null);
  const hasUnit = results.order.some(({ entry }) => entry.community !== null);
  const moments = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    dateStyle: 'long',
    timeStyle: 'medium',
    hourCycle: 'h23',
  });
  return {
    locale,
    say,
    text,
    noun: (count) => (count === 1 ? noun.one : noun.many),
    unitHead:
      hasUpper && hasUnit
        ? say('subdistrictAndCommunity', names)
        : hasUnit
          ? names.community
          : hasUpper
            ? names.subdistrict
            : '',
    who: (entry) => [entry.subdistrict, entry.community].map(text).filter(Boolean).join(' '),
    moment: (at) => moments.format(at),
  };
}
