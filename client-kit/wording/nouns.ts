// The word for what is judged, as the event has it: five ready ones or the organiser's own.
import type { EntryNoun } from '#domain/definition.ts';
import type { Locale } from '#domain/text.ts';
import { pick } from './translate.ts';

type ReadyNoun = Exclude<EntryNoun, object>;

const nouns: { readonly [N in ReadyNoun]: { readonly [L in Locale]: readonly [one: string, many: string] } } = {
  project: { 'zh-CN': ['项目', '项目'], en: ['project', 'projects'] },
  contestant: { 'zh-CN': ['选手', '选手'], en: ['contestant', 'contestants'] },
  work: { 'zh-CN': ['作品', '作品'], en: ['work', 'works'] },
  programme: { 'zh-CN': ['节目', '节目'], en: ['act', 'acts'] },
  team: { 'zh-CN': ['队伍', '队伍'], en: ['team', 'teams'] },
};

export function nounOf(noun: EntryNoun, locale: Locale): { readonly one: string; readonly many: string } {
  if (typeof noun === 'object') return { one: pick(noun.one, locale), many: pick(noun.many, locale) };
  const [one, many] = nouns[noun][locale];
  return { one, many };
}
