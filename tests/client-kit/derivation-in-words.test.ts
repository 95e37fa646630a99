// Explanations in both languages: the sentences a person follows with a pocket calculator, and words for whatever a rule may do.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivationInText, derivationInWords } from '#client-kit/derivation-in-words.ts';
import { eventNaming, plainNaming } from '#client-kit/derivation/naming.ts';
import type { EventDefinition } from '#domain/definition.ts';
import { derivationAt, entryDerivation } from '#domain/explain/entry-derivation.ts';
import { eventNames } from '#domain/explain/event-names.ts';
import type { EntryId } from '#domain/ids.ts';
import { scoreEvent } from '#domain/scored-event/score-event.ts';
import type { Locale } from '#domain/text.ts';
import { tried } from '#tests/kit/arbitraries.ts';
import { entryId, exampleEvent } from '#tests/kit/example-event.ts';
import { startedFinal, type Final } from '#tests/kit/final.ts';
import { scoredEvents } from '#tests/kit/scored-events.ts';

const trimmed = {
  kind: 'trimmed-mean',
  dropHighest: 1,
  dropLowest: 1,
  minForTrim: 5,
  trimScope: 'judge-total',
} as const;

function told(final: Final, entry: EntryId, locale: Locale) {
  const { definition, order } = final.state;
  const derivation = entryDerivation(final.state, entry);
  if (definition === null || derivation === null) throw new Error('nothing to explain');
  return derivationInWords(derivation, eventNaming(eventNames(definition, order), locale), locale);
}

const day = (definition: EventDefinition, ...marks: readonly (readonly (string | null)[])[]) =>
  marks.reduce((final, own, index) => final.finish(index + 1, own), startedFinal(definition));

const seven = ['88', '95', '90', '80', '91', '89', '91'];

describe('an explanation in words', () => {
  it('tells who was dropped, the sum, the divisor and the mean', () => {
    const final = day(exampleEvent({ entries: 1 }, { aggregate: trimmed }), seven);
    const [panel, published] = told(final, entryId(1), 'zh-CN').lines;
    expect(panel?.label).toBe('评委得分');
    expect(panel?.sentence).toBe(
      '7 位评委中去掉最高分 95.00（评委 2），去掉最低分 80.00（评委 4），其余 5 个相加 449.00，÷ 5 = 89.80',
    );
    expect(panel?.values[1]).toEqual({ text: '评委 2 95.00（去掉最高）', fate: 'highest-out' });
    expect(published?.sentence).toBe('89.80（保留 2 位小数）');
    expect(told(final, entryId(1), 'en').lines[0]?.sentence).toBe(
      '7 judges: highest 95.00 (judge 2) out, lowest 80.00 (judge 4) out, the other 5 add up to 449.00, ÷ 5 = 89.80',
    );
  });

  it('says that nothing was dropped where too few scores are there', () => {
    const final = startedFinal(exampleEvent({ entries: 1, judges: 5 }, { aggregate: trimmed }));
    final.play(1, ['88', '95', null, '80', '91']);
    final.run(
      { type: 'sheet.mark-absent', seat: exampleEvent().panel[2]!.seat, entries: [entryId(1)], reason: '示例原因' },
      { type: 'scoring.close', entry: entryId(1) },
    );
    const [panel] = told(final, entryId(1), 'zh-CN').lines;
    expect(panel?.notes).toEqual(['有效分 4 个，少于 5 个，未去掉最高分和最低分。']);
    expect(panel?.sentence).toBe('4 个相加 354.00，÷ 4 = 88.50');
    expect(panel?.values.map(({ text }) => text)).toContain('评委 3（缺席）');
  });

  it('shows a rounding with the value before it, and a deduction with its reason', () => {
    const final = day(exampleEvent({ entries: 1, judges: 3 }, { aggregate: { kind: 'mean' } }), ['80', '80', '81']);
    final.run({
      type: 'deduction.add',
      entry: entryId(1),
      points: exampleEvent().criteria[0]!.entryStep,
      reason: '超时',
    });
    const lines = told(final, entryId(1), 'zh-CN').lines.map(({ label, sentence, rows, exact }) => [
      label,
      [sentence, ...rows].join(''),
      exact,
    ]);
    expect(lines).toEqual([
      ['评委得分', '3 个相加 241.00，÷ 3 ≈ 80.33333', '准确值 241/3'],
      ['扣分', '超时 −0.01', null],
      ['加减分后', '评委得分 80.33333 − 扣分 0.01 ≈ 80.32333', '准确值 24097/300'],
      ['最终得分', '80.32333，四舍五入保留 2 位 = 80.32', null],
    ]);
  });

  it('tells the tie-breaker that decided and how far the cut line is', () => {
    const final = day(
      exampleEvent(
        { entries: 3, judges: 5, cutLine: 1 },
        { aggregate: trimmed, tieBreakers: [{ kind: 'untrimmed-mean' }] },
      ),
      ['80', '85', '85', '85', '90'],
      ['80', '85', '85', '85', '95'],
      ['70', '70', '70', '70', '70'],
    );
    const { placing, ties, cut, tieLines } = told(final, entryId(1), 'zh-CN');
    expect(placing).toBe('第 2 名，共 3 个项目');
    expect(ties).toEqual(['01 号、02 号同分，看“全体评委平均分”：01 号 85.00；02 号 86.00。依次为 02 号 > 01 号。']);
    expect(tieLines.map(({ label }) => label)).toEqual(['全体评委平均分']);
    expect(cut).toBe('不在前 1 名之内；线内最近的是 02 号，85.00，相差 0.00。');
  });

  it('has words for every line of every kind of rule, with every blank filled', () => {
    fc.assert(
      fc.property(scoredEvents(), (event) => {
        const { definition, field } = scoreEvent(event);
        field.entries.forEach((_, at) => {
          const derivation = derivationAt(field, definition, at);
          if (derivation === null) return;
          for (const locale of ['zh-CN', 'en'] as const) {
            const names = eventNames(definition, field.entries);
            for (const naming of [eventNaming(names, locale), plainNaming(locale)]) {
              const text = derivationInText(derivation, naming, locale);
              expect(text).not.toMatch(/undefined|NaN|\{\w+\}|null/);
              expect(text.split('\n').length).toBeGreaterThan(derivation.lines.length > 0 ? 1 : 0);
              expect(text).toContain(derivation.result?.shown ?? '');
            }
          }
        });
      }),
      tried(200),
    );
  });
});
