// A refusal or a server's "no" as a sentence in the reader's language, with ids turned into names.
import type { RefusalCode, RefusalParams } from '#domain/refusals.ts';
import type { Locale } from '#domain/text.ts';
import { refusalWording } from '#domain/wording/refusals.ts';
import { serverWording, type HttpCode } from '#protocol/wording.ts';
import { fill } from './translate.ts';

export interface Names {
  readonly entry: (id: string) => string;
  readonly seat: (id: string) => string;
  /** `panel`, a judge group or a component; who never refuses about one has no names for them. */
  readonly part?: (id: string) => string;
}

const noNames: Names = { entry: () => '', seat: () => '' };

export function sentenceOf(
  code: RefusalCode | HttpCode,
  params: RefusalParams,
  locale: Locale,
  names: Names = noNames,
): string {
  const wording = code in refusalWording ? refusalWording[code as RefusalCode] : serverWording[code as HttpCode];
  const list = locale === 'en' ? ', ' : '、';
  return fill(locale === 'en' ? wording.en : wording.zh, {
    entry: params.entry === undefined ? '' : names.entry(params.entry),
    seats: (params.seats ?? (params.seat === undefined ? [] : [params.seat])).map(names.seat).join(list),
    entries: (params.entries ?? []).map(names.entry).join(list),
    parts: (params.parts ?? []).map((id) => names.part?.(id) ?? id).join(list),
    places: (params.places ?? []).join(locale === 'en' ? '–' : '、'),
    min: params.min ?? '',
    max: params.max ?? '',
    step: params.step ?? '',
    count: params.count ?? 0,
  });
}
