// The page without script: complete, in both languages, and with nothing in it that an organiser's text could break.
import { describe, expect, it } from 'vitest';
import { audience } from '#domain/roles/audience.ts';
import { plainPage } from '#server/hall/plain-page.ts';
import { exampleEvent } from '#tests/kit/example-event.ts';
import { operator, startedFinal } from '#tests/kit/final.ts';
import { entryId } from '#tests/kit/example-event.ts';
import type { Rules } from '#domain/scoring-rules.ts';

function published(rules: Partial<Rules> = {}, title = '示例项目') {
  const event = exampleEvent({ entries: 3, judges: 1, cutLine: 2 }, rules);
  const final = startedFinal({
    ...event,
    entries: event.entries.map((entry) => ({ ...entry, title: { zh: `${title} ${entry.number}` } })),
  });
  [90, 80, 70].forEach((mark, index) => {
    final.play(index + 1, [String(mark)]);
    final.run({ type: 'scoring.close', entry: entryId(index + 1) });
    if (rules.reveal !== 'never') final.run({ type: 'result.reveal', entry: entryId(index + 1) });
  });
  expect(final.ask(operator, { type: 'result.publish' })).toBeNull();
  return audience.view(final.state);
}

describe('the plain page of the audience', () => {
  it('shows places, titles and scores, and those below the line without place or score', () => {
    const page = plainPage(published(), 'zh-CN');
    expect(page).toMatch(/>1<.*示例项目 01.*90\.00.*>2<.*示例项目 02.*80\.00.*入围.*示例项目 03/);
    expect(page).not.toContain('70.00');
  });

  it('has no column of scores where the rules show none', () => {
    const page = plainPage(published({ reveal: 'never' }), 'en');
    expect(page).toContain('Rank');
    expect(page).not.toContain('Score');
    expect(page).not.toContain('90.00');
  });

  it('waits politely before there is anything to show', () => {
    expect(plainPage(null, 'zh-CN')).toContain('活动即将开始');
    expect(plainPage(null, 'en')).toContain('about to begin');
  });

  it('shows organisers’ text as text', () => {
    const page = plainPage(published({}, '<script>alert("1")</script>&'), 'zh-CN');
    expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;');
    expect(page).not.toContain('<script');
  });
});
