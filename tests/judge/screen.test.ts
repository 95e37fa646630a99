// Which screen a tablet shows: sheets open by themselves, stay bound to their entry, and nothing is thrown away unsaid.
import { describe, expect, it } from 'vitest';
import type { EntryId } from '#domain/ids.ts';
import type { OwnSheet } from '#domain/roles/judge-view.ts';
import { saveStateOf, type Whereabouts } from '#judge-client/save-state.ts';
import { screenFor, type Circumstances } from '#judge-client/screen.ts';
import { entryId } from '#tests/kit/example-event.ts';

function sheet(number: number, change: Partial<OwnSheet> = {}): OwnSheet {
  return {
    entry: {
      id: entryId(number),
      runningNumber: number,
      entryNumber: String(number),
      title: { zh: `示例项目 ${number}` },
      stageTitle: null,
      subdistrict: null,
      community: null,
      summary: null,
    },
    status: 'not-scored',
    isOpen: false,
    scoring: 'not-opened',
    entryStatus: 'waiting',
    version: 0,
    marks: [],
    total: null,
    remark: '',
    receipt: null,
    submittedAt: null,
    reason: null,
    isHeld: false,
    isFound: false,
    mayTakeBack: false,
    ...change,
  };
}
const isOpen = { isOpen: true, scoring: 'open' } as const;
const submitted = { status: 'submitted', scoring: 'open', version: 1, receipt: '01-1-ABCD' } as const;

function screen(sheets: readonly OwnSheet[], change: Partial<Circumstances> & { stage?: EntryId } = {}) {
  const { stage = null, ...rest } = change;
  return screenFor({
    view: { sheets, stageEntry: stage },
    focus: null,
    pending: [],
    answered: [],
    drafted: [],
    opened: [],
    openBefore: [],
    stageBefore: null,
    ...rest,
  });
}

describe('the screen', () => {
  it('waits while nothing is open', () => {
    expect(screen([sheet(1), sheet(2)])).toEqual({ kind: 'waiting' });
  });

  it('opens a sheet by itself', () => {
    expect(screen([sheet(1, isOpen), sheet(2)])).toEqual({ kind: 'sheet', entry: entryId(1) });
  });

  it('lets the judge choose when several are open, and does not exchange the one being filled in', () => {
    const two = [sheet(1, isOpen), sheet(2, isOpen)];
    expect(screen(two)).toEqual({ kind: 'pick' });
    expect(screen(two, { focus: entryId(2), stage: entryId(1) })).toEqual({ kind: 'sheet', entry: entryId(2) });
  });

  it('stays with a score on its way although another sheet has opened', () => {
    const sheets = [sheet(1, isOpen), sheet(2, isOpen)];
    expect(screen(sheets, { focus: entryId(1), pending: [entryId(1)] })).toMatchObject({ kind: 'handed-in' });
    // Answered, but the view that says "saved" or "held" is still on its way.
    expect(screen(sheets, { focus: entryId(1), answered: [entryId(1)] })).toMatchObject({ kind: 'handed-in' });
  });

  it('shows the receipt until the stage moves on or a new sheet opens', () => {
    const done = sheet(1, submitted);
    const at = { focus: entryId(1), stage: entryId(1) };
    expect(screen([done, sheet(2)], at)).toEqual({ kind: 'handed-in', entry: entryId(1) });
    expect(screen([done, sheet(2)], { ...at, stage: entryId(2) })).toEqual({ kind: 'waiting' });
    expect(screen([done, sheet(2, isOpen)], at)).toEqual({ kind: 'sheet', entry: entryId(2) });
  });

  it('shows the receipt of a score handed in while the next entry was on stage already', () => {
    const at = { focus: entryId(1), stage: entryId(2), stageBefore: entryId(2) };
    expect(screen([sheet(1, submitted), sheet(2)], at)).toEqual({ kind: 'handed-in', entry: entryId(1) });
    expect(screen([sheet(1, submitted), sheet(2)], { ...at, stage: entryId(3) })).toEqual({ kind: 'waiting' });
  });

  it('keeps the receipt when the other sheet was open before', () => {
    const sheets = [sheet(1, submitted), sheet(2, isOpen)];
    expect(screen(sheets, { focus: entryId(1), openBefore: [entryId(2)] })).toMatchObject({ kind: 'handed-in' });
  });

  it('tells of a return first and opens the sheet when that was read', () => {
    const returned = sheet(1, { ...isOpen, status: 'returned', version: 1, reason: '请核对' });
    expect(screen([returned])).toEqual({ kind: 'returned', entry: entryId(1) });
    expect(screen([returned], { opened: [entryId(1)] })).toEqual({ kind: 'sheet', entry: entryId(1) });
  });

  it('does not throw a draft away when its entry was closed or its judge marked absent', () => {
    const at = { focus: entryId(1), drafted: [entryId(1)] };
    expect(screen([sheet(1, { scoring: 'closed' })], at)).toEqual({ kind: 'late', entry: entryId(1) });
    expect(screen([sheet(1, { scoring: 'open', status: 'absent' })], at)).toMatchObject({ kind: 'late' });
    expect(screen([sheet(1, { scoring: 'not-opened' })], at)).toEqual({ kind: 'waiting' });
    expect(screen([sheet(1, { scoring: 'open', status: 'recused' })], at)).toEqual({ kind: 'waiting' });
  });

  it('stays with a score that arrived too late until the judge goes on', () => {
    const held = sheet(1, { scoring: 'closed', isHeld: true });
    const sheets = [held, sheet(2, isOpen)];
    expect(screen(sheets, { focus: entryId(1) })).toMatchObject({ kind: 'handed-in', entry: entryId(1) });
    expect(screen(sheets)).toEqual({ kind: 'sheet', entry: entryId(2) });
  });
});

describe('the save state', () => {
  const where = (change: Partial<Whereabouts>): Whereabouts => ({
    sheet: sheet(1, isOpen),
    item: null,
    answer: null,
    isOnline: true,
    tryingForMs: 0,
    ...change,
  });
  const item = { refusal: null };

  it.each([
    ['draft', {}],
    ['sending', { item }],
    ['unsure', { item, tryingForMs: 3000 }],
    ['queued', { item, isOnline: false, tryingForMs: 60_000 }],
    ['failed', { item: { refusal: { code: 'sheet.locked', params: {} } } }],
    ['saved', { answer: { isHeld: false } }],
    ['locked', { answer: { isHeld: true } }],
    ['saved', { sheet: sheet(1, submitted) }],
    ['saved', { sheet: sheet(1, submitted), isOnline: false }],
    ['locked', { sheet: sheet(1, { ...submitted, scoring: 'closed' }) }],
    ['locked', { sheet: sheet(1, { scoring: 'closed' }) }],
    ['returned', { sheet: sheet(1, { ...isOpen, status: 'returned' }) }],
    ['draft', { sheet: sheet(1, { ...isOpen, status: 'taken-back' }) }],
  ] as const)('is %s (%#)', (state, change) => {
    expect(saveStateOf(where(change))).toBe(state);
  });

  it('is never "saved" while the server has not said so', () => {
    for (const isOnline of [true, false])
      for (const tryingForMs of [0, 2999, 3000, 100_000])
        expect(saveStateOf(where({ item, isOnline, tryingForMs, sheet: sheet(1, submitted) }))).not.toBe('saved');
  });
});
