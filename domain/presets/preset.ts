// What a preset (预设方案) is: a named set of rules to start from, with what it does, where its numbers come from and what
// of the usual practice it does not cover, in words an organiser can check.
import type { TimeSteps } from '../deduction-rules/time-rule.ts';
import type { Criterion, EventDefinition, Judge } from '../definition.ts';
import type { CriterionId, SeatId } from '../ids.ts';
import type { Decimal } from '../numbers.ts';
import type { Text } from '../text.ts';

interface Both {
  readonly zh: string;
  readonly en: string;
}

export interface Preset {
  readonly id: string;
  /** Usual finals are offered first; the others have methods of their own. */
  readonly family: 'usual' | 'special';
  readonly name: Both;
  /** One sentence: for what. */
  readonly purpose: Both;
  /** Short facts for the card: "百分制，5 个评分项". */
  readonly facts: readonly Both[];
  /** What an organiser should know before relying on it. */
  readonly caveat: Both | null;
  readonly event: EventDefinition;
}

const newEventName: Text = { zh: '新的活动', en: 'New event' };

/** Everything a preset does not say: no entries, plain seats, Chinese hall. */
export function blankEvent(
  seats: number,
  parts: Pick<EventDefinition, 'entryNoun' | 'criteria' | 'segments' | 'rules'> & Partial<EventDefinition>,
): EventDefinition {
  return {
    format: 'liangfen-event/1',
    name: newEventName,
    hallLocale: 'zh-CN',
    entries: [],
    judgeGroups: [],
    panel: Array.from({ length: seats }, (_, index) => seat(index + 1)),
    awards: [],
    ...parts,
  };
}

const seat = (number: number): Judge => ({
  seat: `seat-${number}` as SeatId,
  number,
  name: { zh: `评委 ${number}`, en: `Judge ${number}` },
});

/** A score item: id, both names, full marks, lowest and highest allowed, step. */
export function item(
  id: string,
  zh: string,
  en: string,
  maxScore: string,
  minAllowed: string,
  entryStep: string,
  guidance?: Text,
): Criterion {
  return {
    id: id as CriterionId,
    name: { zh, en },
    ...(guidance && { guidance }),
    maxScore: maxScore as Decimal,
    minAllowed: minAllowed as Decimal,
    maxAllowed: maxScore as Decimal,
    entryStep: entryStep as Decimal,
  };
}

/** Seconds over or under from which so many points are proposed, in rising order. */
export const tiers = (...list: readonly (readonly [fromSec: number, points: string])[]): TimeSteps => ({
  kind: 'tiers',
  tiers: list.map(([fromSec, points]) => ({ fromSec, points: points as Decimal })),
});

/** One high and one low out, from five valid scores on. */
export const trimOneEach = {
  kind: 'trimmed-mean',
  dropHighest: 1,
  dropLowest: 1,
  minForTrim: 5,
  trimScope: 'judge-total',
} as const;
