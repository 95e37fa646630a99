// Judge groups, parts of the final score, items, absent judges and normalisation in sentences, made from the very settings that are
// computed with. Each answers null where the rules set nothing of the kind.
import { scopeOf } from '#domain/event-rule/aggregate-traits.ts';
import type { JudgeGroup } from '#domain/definition.ts';
import type { Mapping, Rules } from '#domain/scoring-rules.ts';
import type { Locale, Text } from '#domain/text.ts';
import { aggregateInWords } from './aggregate-in-words.ts';
import { partNames } from './wording/part-names.ts';
import { partWords, type PartWord } from './wording/parts.ts';
import { ruleWords } from './wording/rules.ts';
import { fill, pick, type Blanks } from './wording/translate.ts';

export const sayPart =
  (locale: Locale) =>
  (word: PartWord, blanks: Blanks = {}): string =>
    fill(partWords[locale][word], blanks);

interface Known {
  readonly rules: Rules;
  readonly judgeGroups: readonly JudgeGroup[];
}

/** What people call a part: `panel`, a judge group or a component; its inner name where it is gone. */
export function partName(part: string, { rules, judgeGroups }: Known, locale: Locale): string {
  const name: Text | undefined =
    part === 'panel'
      ? partNames.panel
      : (rules.components?.parts.find(({ id }) => id === part)?.name ??
        judgeGroups.find(({ id }) => id === part)?.name);
  return name === undefined ? part : pick(name, locale);
}

export function mappingInWords(mapping: Mapping, locale: Locale): string {
  const say = sayPart(locale);
  const { comma } = ruleWords[locale];
  switch (mapping.kind) {
    case 'points':
      return say('mapping.points', { max: mapping.max });
    case 'leader':
      return say('mapping.leader', { min: mapping.min });
    case 'rank-points':
      return say('mapping.rank-points', { points: mapping.points.join(comma) });
    case 'approval':
      return say('mapping.approval', { voters: mapping.voters });
    case 'bands':
      return say('mapping.bands', {
        bands: mapping.bands.map(({ from, points }) => say('band', { from, points })).join(comma),
      });
    case 'share':
      return say('mapping.share');
  }
}

/** A sentence inside brackets or in a list ends without its full stop. */
export const withoutStop = (sentence: string) => sentence.replace(/[。.]$/, '');
const joined = (sentences: readonly string[], locale: Locale) => sentences.join(ruleWords[locale].space);

export function groupsInWords({ rules, judgeGroups }: Known, locale: Locale, noun: string): string | null {
  const { groups } = rules;
  if (groups === undefined) return null;
  const say = sayPart(locale);
  const listed = groups.weights.map(({ group, weight, aggregate }) => {
    const blanks = { name: partName(group, { rules, judgeGroups }, locale), weight };
    return aggregate === undefined
      ? say('groupOf', blanks)
      : say('groupOwn', { ...blanks, how: withoutStop(aggregateInWords(aggregate, locale, noun)) });
  });
  const read = say('groupsRead', { n: groups.weights.length, groups: listed.join(ruleWords[locale].comma) });
  return joined([read, say(groups.ifMissing === 'no-result' ? 'groupsNeedAll' : 'groupsRedistribute')], locale);
}

export function componentsInWords({ rules }: Pick<Known, 'rules'>, locale: Locale): string | null {
  const { components } = rules;
  if (components === undefined) return null;
  const say = sayPart(locale);
  const { panel, parts, combine, ifMissing } = components;
  const isRanked = combine === 'rank-sum';
  const one = (name: string, weight: string, how: string) =>
    isRanked
      ? say(how === '' ? 'partAlone' : 'partAloneHow', { name, how })
      : say(how === '' ? 'partOf' : 'partHow', { name, weight, how });
  const listed = [
    one(say('panel'), panel.weight, panel.mapping ? mappingInWords(panel.mapping, locale) : ''),
    ...parts.map(({ name, weight, source, mapping }) =>
      one(
        pick(name, locale),
        weight,
        [say(`source.${source}`), mappingInWords(mapping, locale)].join(ruleWords[locale].comma),
      ),
    ),
  ].join(ruleWords[locale].semicolon);
  const read = say(isRanked ? 'partsRanked' : 'partsRead', { parts: listed });
  return joined([read, say(ifMissing === 'no-result' ? 'partsNeedAll' : 'partsRedistribute')], locale);
}

/** How the items become one figure; null where judges' totals do. */
export function itemsInWords({ rules }: Pick<Known, 'rules'>, locale: Locale): string | null {
  const own = rules.groups?.weights.map(({ aggregate }) => aggregate ?? rules.aggregate) ?? [rules.aggregate];
  if (rules.items === undefined || !own.some((aggregate) => scopeOf(aggregate) === 'criterion')) return null;
  const say = sayPart(locale);
  const { useDifficulty, factor, decimals, combine } = rules.items;
  const { clause } = ruleWords[locale];
  return [
    say('itemEach'),
    ...(useDifficulty ? [say('itemDifficulty')] : []),
    ...(factor === undefined ? [] : [say('itemFactor', { factor })]),
    ...(decimals === undefined ? [] : [say('itemDecimals', { n: decimals })]),
    say(combine === 'best' ? 'itemBest' : 'itemSum'),
  ].join(clause);
}

export function missingInWords({ rules }: Pick<Known, 'rules'>, locale: Locale, noun: string): string | null {
  const { missing } = rules;
  return missing === undefined || missing === 'leave-out' ? null : sayPart(locale)(`missing.${missing}`, { noun });
}

export function normaliseInWords({ rules }: Pick<Known, 'rules'>, locale: Locale): string | null {
  return rules.normalise === undefined ? null : sayPart(locale)(`normalise.${rules.normalise}`);
}
