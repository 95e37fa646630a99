// The place in words: the questions asked on equal results with their figures, and where the cut line runs.
import type { CutPosition, Placing, TieAnswer } from '#domain/explain/derivation.ts';
import type { TieStep } from '#domain/rules/rule.ts';
import { shown, type Voice } from './operands.ts';

function askedWhat(step: TieStep, { say, name }: Voice): string {
  return step.kind === 'value' ? say('tie.value', { column: name.column(step.of) }) : say(`tie.${step.kind}`);
}

export function tieInSentence({ asked, tied, groups }: TieAnswer, voice: Voice): string {
  const { say, name } = voice;
  const list = (entries: readonly string[]) => entries.map(name.entry).join(say('comma'));
  const outcome =
    groups === null
      ? say('tie.nothing')
      : groups.length === 1
        ? say('tie.still')
        : say('tie.ahead', { ahead: groups.map(list).join(say('tie.then')) });
  const figures = tied
    .filter((one) => one.figures.length > 0)
    .map((one) =>
      say('tie.figure', { entry: name.entry(one.entry), figures: one.figures.map(shown).join(say('comma')) }),
    )
    .join(say('stop'));
  const blanks = { entries: list(tied.map(({ entry }) => entry)), what: askedWhat(asked, voice), outcome };
  return figures === '' ? say('tie.askedPlain', blanks) : say('tie.asked', { ...blanks, figures });
}

export function placingInWords(placing: Placing | null, { say, name }: Voice): string {
  if (placing === null) return say('placeOutside');
  const { place, of, isShared } = placing;
  return say(isShared ? 'placeShared' : 'place', { place, of, noun: of === 1 ? name.noun.one : name.noun.many });
}

export function cutInWords({ places, isInside, across }: CutPosition, { say, name }: Voice): string {
  if (across === null) return say(isInside ? 'cutInsideAlone' : 'cutOutsideAlone', { n: places, noun: name.noun.many });
  return say(isInside ? 'cutInside' : 'cutOutside', {
    n: places,
    entry: name.entry(across.entry),
    value: shown(across.value),
    difference: shown(across.difference),
  });
}
