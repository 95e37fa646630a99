// Voting on the page without script: the form for each kind of poll, and what a posted form means.
import { describe, expect, it } from 'vitest';
import type { AudienceView } from '#domain/roles/audience-view.ts';
import type { EntryCard } from '#domain/stage-view.ts';
import type { PollView } from '#domain/stage-view.ts';
import type { CastVote } from '#protocol/hall.ts';
import { readForm } from '#server/hall/plain-form.ts';
import { plainPage } from '#server/hall/plain-page.ts';
import { plainWords } from '#server/hall/plain-words.ts';

const words = plainWords['zh-CN'];
const card = (number: number) =>
  ({
    id: `entry-${number}`,
    runningNumber: number,
    title: { zh: `示例项目 ${number} <b>` },
    community: null,
  }) as unknown as EntryCard;

const poll = (changes: Partial<PollView> = {}): PollView =>
  ({
    run: 'run-1',
    name: { zh: '示例投票' },
    ask: { kind: 'choose', max: 2 },
    ballots: 'codes',
    mayChange: false,
    whileOpen: 'nothing',
    entry: null,
    options: [card(1), card(2), card(3)],
    status: 'open',
    closesAt: null,
    counts: { as: 'award', name: { zh: '示例奖' } },
    result: null,
    ...changes,
  }) as PollView;

const view = (...polls: readonly PollView[]) =>
  ({ event: null, phase: 'live', isPublished: false, rows: [], finalists: [], polls }) as unknown as AudienceView;
const page = (changes: Partial<PollView> = {}, mine: readonly CastVote[] = []) =>
  plainPage(view(poll(changes)), 'zh-CN', mine);
const cast = { run: 'run-1', choice: ['entry-2'], receipt: 'ABCDEFGHJK', at: 0 } as unknown as CastVote;

describe('the form', () => {
  it('asks each kind of poll in its own way, with the code where there is one', () => {
    expect(page()).toMatch(/type="checkbox" name="choice" value="entry-1".*name="code"/);
    expect(page({ ask: { kind: 'choose', max: 1 } })).toContain('type="radio" name="choice" value="entry-3"');
    expect(page({ ask: { kind: 'approve' }, options: [] })).toMatch(/value="yes".*value="no"/);
    expect(page({ ask: { kind: 'rank', max: 2 } }).match(/<select name="choice">/g)).toHaveLength(2);
    expect(page({ ask: { kind: 'rate', about: 'entries', best: 10 } })).toContain('<option value="entry-3=10">');
    expect(page({ ballots: 'device' })).not.toContain('name="code"');
    expect(page({ ballots: 'device' })).toContain(words.unverified);
  });

  it('shows organisers’ text as text', () => {
    expect(page()).toContain('示例项目 1 &lt;b&gt;');
  });

  it('is not taken away by a reload while somebody fills it in', () => {
    expect(page()).not.toContain('http-equiv="refresh"');
    expect(page({ status: 'closing' })).toContain('http-equiv="refresh"');
  });

  it('is a new operation each time it is asked for', () => {
    const op = () => /name="op" value="([0-9a-f]{32})"/.exec(page())?.[1];
    expect(op()).not.toBe(op());
  });

  it('is gone once this phone has voted and cannot change it; the receipt is there', () => {
    const voted = page({ ballots: 'device' }, [cast]);
    expect(voted).toMatch(/示例项目 2.*ABCDEFGHJK/);
    expect(voted).not.toContain('<form');
    expect(page({ ballots: 'device', mayChange: true }, [cast])).toContain('<form');
  });

  it('is not there when the poll is closed, void or counted by hand', () => {
    expect(page({ status: 'counted' })).toContain(words.closed);
    expect(page({ status: 'void' })).toContain(words.void);
    expect(page({ ballots: 'hand-count' })).toContain(words.byHand);
    for (const status of ['counted', 'void'] as const) expect(page({ status })).not.toContain('<form');
  });
});

describe('a posted form', () => {
  const read = (body: string, changes: Partial<PollView> = {}) =>
    readForm(view(poll(changes)), new URLSearchParams(body));

  it('is a vote, without the fields that were left empty', () => {
    expect(read('run=run-1&op=0123&choice=&choice=entry-2&code=+ABCDE-FGHJK+')).toMatchObject({
      message: { opId: '0123', run: 'run-1', choice: ['entry-2'], code: 'ABCDE-FGHJK' },
    });
    expect(read('run=run-1&op=0123&choice=entry-2&code=')).not.toHaveProperty('message.code');
  });

  it('is sent back when nothing or too much is chosen', () => {
    expect(read('run=run-1&choice=')).toMatchObject({ wrong: 'none' });
    expect(read('run=run-1&choice=entry-1&choice=entry-2&choice=entry-3')).toMatchObject({ wrong: 'tooMany' });
    const rank = { ask: { kind: 'rank', max: 2 } } as const;
    expect(read('run=run-1&choice=entry-1&choice=entry-1', rank)).toMatchObject({ wrong: 'tooMany' });
  });

  it('is left to the polling place when the poll is unknown here', () => {
    expect(read('run=run-9&choice=entry-1')).toMatchObject({ poll: null, message: { run: 'run-9' } });
  });
});
