// Small made-up events for tests: plainly marked stand-ins, any number of entries and judges.
import type { EventDefinition } from '#domain/definition.ts';
import type { Rules } from '#domain/scoring-rules.ts';
import type { CriterionId, EntryId, SeatId } from '#domain/ids.ts';
import type { Decimal } from '#domain/numbers.ts';

export const entryId = (number: number) => `entry-${number}` as EntryId;
export const seatId = (number: number) => `seat-${number}` as SeatId;
export const criterionId = (number: number) => `item-${number}` as CriterionId;
export const decimal = (text: string) => text as Decimal;

export const exampleRules: Rules = {
  aggregate: { kind: 'trimmed-mean', dropHighest: 1, dropLowest: 1, minForTrim: 5, trimScope: 'judge-total' },
  decimals: 2,
  rankOn: 'rounded',
  rankStyle: 'competition',
  tieBreakers: [{ kind: 'panel-decision' }],
  reveal: 'at-once',
  showJudgeTotals: true,
  checkBeforeReveal: false,
  judgeMayTakeBack: true,
};

export interface ExampleSize {
  readonly entries?: number;
  readonly judges?: number;
  readonly items?: number;
  readonly cutLine?: number;
}

/** Items of 20 points in steps of 0.1, so that one item is enough to give any total up to 20. */
export function exampleEvent(size: ExampleSize = {}, rules: Partial<Rules> = {}): EventDefinition {
  const { entries = 3, judges = 7, items = 1, cutLine } = size;
  const range = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  return {
    format: 'liangfen-event/1',
    name: { zh: '示例决赛', en: 'Sample final' },
    entryNoun: 'project',
    hallLocale: 'zh-CN',
    entries: range(entries).map((number) => ({
      id: entryId(number),
      number: String(number).padStart(2, '0'),
      title: { zh: `示例项目 ${number}`, en: `Sample project ${number}` },
      standIn: true,
    })),
    judgeGroups: [],
    panel: range(judges).map((number) => ({
      seat: seatId(number),
      number,
      name: { zh: `示例评委 ${number}`, en: `Sample judge ${number}` },
      standIn: true,
    })),
    criteria: range(items).map((number) => ({
      id: criterionId(number),
      name: { zh: `示例评分项 ${number}`, en: `Sample item ${number}` },
      maxScore: decimal('100'),
      minAllowed: decimal('0'),
      maxAllowed: decimal('100'),
      entryStep: decimal('0.01'),
    })),
    segments: [{ kind: 'presentation', timeAllowedSec: 480, warningTimesSec: [30] }],
    rules: { ...exampleRules, ...rules, ...(cutLine === undefined ? {} : { cutLine }) },
    awards: [],
  };
}
