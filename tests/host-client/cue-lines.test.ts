// What the host is given to say, in both languages, from a final played in the rulebook; and what no cue may give away.
import { describe, expect, it } from 'vitest';
import { cue } from '#domain/roles/cue.ts';
import type { Rules } from '#domain/scoring-rules.ts';
import type { Locale } from '#domain/text.ts';
import { cueLines } from '#host-client/cue/cue-lines.ts';
import { cueSpeaker } from '#host-client/cue/cue-speaker.ts';
import { exampleEvent } from '#tests/kit/example-event.ts';
import { decimal, entryId, startedFinal, type Final } from '#tests/kit/final.ts';

function final(rules: Partial<Rules> = {}, size: Parameters<typeof exampleEvent>[0] = {}) {
  const definition = exampleEvent({ entries: 3, judges: 5, ...size }, rules);
  return startedFinal({
    ...definition,
    entries: definition.entries.map((entry) => ({
      ...entry,
      subdistrict: { zh: '示例街道', en: 'Sample sub-district' },
      community: { zh: `示例社区 ${entry.number}`, en: `Sample community ${entry.number}` },
    })),
  });
}

function said(played: Final, locale: Locale = 'zh-CN', isOvertime = false): string {
  const view = cue.view(played.state);
  const { now, afterwards } = cueLines(view, cueSpeaker(locale, view.noun), isOvertime);
  return [...now, ...afterwards].join(' ');
}

const marks = ['90', '80', '85.5', '70', '88'];
const close = (played: Final, entry: number) => played.run({ type: 'scoring.close', entry: entryId(entry) });

describe('the host says', () => {
  it('whom to call, with number, body, title and language', () => {
    const played = final().run({
      type: 'stage.call',
      entry: entryId(2),
      show: { kind: 'entry-card', entry: entryId(2) },
    });
    expect(said(played)).toBe('下面有请第 2 个上场的项目，来自示例街道示例社区 02的《示例项目 2》。');
    expect(said(played, 'en')).toBe(
      'Please welcome number 2, from Sample community 02, Sample sub-district: "Sample project 2".',
    );
  });

  it('nothing while the entry presents, thanks afterwards, and that time is up in overtime', () => {
    const played = final().run(
      { type: 'stage.call', entry: entryId(1) },
      { type: 'timer.start', kind: 'presentation', entry: entryId(1), show: { kind: 'timer' } },
    );
    const view = cue.view(played.state);
    expect(cueLines(view, cueSpeaker('zh-CN', view.noun), false)).toEqual({
      now: [],
      afterwards: ['感谢示例街道示例社区 01的展示，请各位评委评分。'],
    });
    expect(said(played, 'zh-CN', true)).toContain('时间到，请示例街道示例社区 01结束展示。');
  });

  it('what each judge group gave to the score, with its weight', () => {
    const groups = {
      weights: [
        { group: 'experts', weight: decimal('70') },
        { group: 'guests', weight: decimal('30') },
      ],
      ifMissing: 'no-result' as const,
    };
    const definition = exampleEvent({ entries: 1, judges: 3 }, { aggregate: { kind: 'mean' }, groups });
    const played = startedFinal({
      ...definition,
      judgeGroups: [
        { id: 'experts', name: { zh: '专家评委', en: 'Expert judges' } },
        { id: 'guests', name: { zh: '嘉宾评委', en: 'Guest judges' } },
      ],
      panel: definition.panel.map((judge) => ({ ...judge, group: judge.number < 3 ? 'experts' : 'guests' })),
    });
    close(played.play(1, ['80', '90', '95']), 1);
    played.run({ type: 'result.reveal', entry: entryId(1), show: { kind: 'score', entry: entryId(1) } });
    expect(said(played)).toContain(
      '专家评委得分 85.00 分，占 70%，计 59.50 分；嘉宾评委得分 95.00 分，占 30%，计 28.50 分。',
    );
    expect(said(played, 'en')).toContain(
      'Expert judges: 85.00, which at 70 percent is 59.50 points; Guest judges: 95.00',
    );
  });

  it('the dropped totals, the deduction, the final score and the standing', () => {
    const played = close(final().play(1, marks), 1);
    played.run({ type: 'result.reveal', entry: entryId(1) });
    played.play(2, ['91', '81', '86.5', '71', '89']);
    played.run({ type: 'deduction.add', entry: entryId(2), points: decimal('0.5'), reason: '超时' });
    close(played, 2).run({ type: 'result.reveal', entry: entryId(2), show: { kind: 'score', entry: entryId(2) } });
    // (81 + 86.5 + 89) / 3 = 85.50
    expect(said(played)).toBe(
      '去掉一个最高分 91.00 分，去掉一个最低分 71.00 分，示例街道示例社区 02的评委得分是 85.50 分，超时扣 0.50 分，最终得分是 85.00 分。 暂列第 1 名。',
    );
    expect(said(played, 'en')).toBe(
      'Dropping one highest score of 91.00, dropping one lowest score of 71.00: the panel score of Sample community 02, Sample sub-district is 85.50; minus 0.50 for 超时; the final score is 85.00. That is currently no. 1.',
    );
  });

  it('that scores were dropped, without the totals, where the rules keep those off the screen', () => {
    const played = close(final({ showJudgeTotals: false }).play(1, marks), 1);
    played.run({ type: 'result.reveal', entry: entryId(1), show: { kind: 'score', entry: entryId(1) } });
    expect(said(played)).toBe('去掉一个最高分，去掉一个最低分，示例街道示例社区 01的最终得分是 84.50 分。');
  });

  it('"here comes the score" only when it does', () => {
    const sealed = { kind: 'score', entry: entryId(1) } as const;
    const atOnce = close(final().play(1, marks), 1).run({ type: 'scene.show', scene: sealed });
    expect(said(atOnce)).toContain('下面揭晓得分');
    const oneBehind = close(final({ reveal: 'one-behind' }).play(1, marks), 1);
    expect(said(oneBehind.run({ type: 'scene.show', scene: sealed }))).toContain('得分稍后公布');
    const never = close(final({ reveal: 'never' }).play(1, marks), 1);
    expect(said(never.run({ type: 'scene.show', scene: sealed }))).toContain('感谢各位评委');
  });
});

describe('the cue view', () => {
  it('holds no number and no name of a place before the hall sees it', () => {
    const played = final({ reveal: 'at-end', tieBreakers: [] });
    [
      ['71.11', '71.11', '71.11', '71.11', '71.11'],
      ['72.22', '72.22', '72.22', '72.22', '72.22'],
      ['73.33', '73.33', '73.33', '73.33', '73.33'],
    ].forEach((given, index) => {
      close(played.play(index + 1, given), index + 1);
      played.run({ type: 'scene.show', scene: { kind: 'score', entry: entryId(index + 1) } });
      expect(JSON.stringify(cue.view(played.state))).not.toMatch(/7\d\.\d\d/);
    });
    played.run({ type: 'stage.clear' }, { type: 'ceremony.begin', show: { kind: 'ceremony' } });
    for (const unveiled of [0, 1, 2]) {
      const view = cue.view(played.state);
      expect(view.comingUp).toMatchObject({ cue: 'announce-place', rank: 3 - unveiled, entry: null });
      const text = JSON.stringify(view);
      expect([71.11, 72.22, 73.33].filter((score) => text.includes(String(score)))).toHaveLength(unveiled);
      expect([1, 2, 3].filter((number) => text.includes(entryId(number)))).toHaveLength(unveiled);
      played.run({ type: 'ceremony.unveil' });
    }
    expect(said(played)).toBe(
      '获得第 1 名的是：示例街道示例社区 03，《示例项目 3》。 最终得分 73.33 分。 让我们用掌声表示祝贺。',
    );
  });
});
