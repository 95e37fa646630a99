// What can be done about the entry in hand. Only what the rulebook would obey is offered.
import type { JudgesWord } from '#client-kit/wording/console-judges.ts';
import type { EntryDesk } from '#domain/roles/operator-view.ts';
import type { Booth } from './booth.svelte.ts';
import type { PickFor } from './dialogs/dialog-request.ts';
import { isChangeable, isOwnChangeable, mayDo } from './judge-actions.ts';

export interface EntryAction {
  readonly word: Extract<JudgesWord, `do.${string}`>;
  readonly icon: 'back' | 'person' | 'minus' | 'pen' | 'warn' | 'check' | 'lock' | 'tray' | 'play' | 'cross' | 'eye';
  readonly isGrave: boolean;
  readonly run: () => void;
}

export function entryActions(booth: Booth, entry: EntryDesk): readonly EntryAction[] {
  const { view } = booth;
  const id = entry.card.id;
  const isGone = entry.status === 'forfeited' || entry.status === 'withdrawn' || entry.status === 'disqualified';
  const isFrozen = view.ceremony !== null || view.isPublished;
  const isOpenToChange = isChangeable(view, entry);
  const actions: EntryAction[] = [];
  const offer = (isPossible: boolean, word: EntryAction['word'], icon: EntryAction['icon'], run: () => void) => {
    if (isPossible) actions.push({ word, icon, isGrave: word === 'do.remove', run });
  };
  const anyJudge = (act: PickFor) => entry.sheets.some((sheet) => mayDo(view, entry, sheet.seat, act));
  const pick = (then: PickFor) => () => booth.open({ kind: 'pick-judge', entry: id, then });
  const canOpen = booth.isLive && !isFrozen && !isGone && entry.scoring === 'not-opened' && entry.status !== 'waiting';
  const active = entry.deductions.find((deduction) => deduction.withdrawnBecause === null);

  const mayEnter = booth.isLive && !isFrozen && !view.isFieldShown;
  const component = mayEnter
    ? (view.components.find(({ outstanding }) => outstanding.includes(id)) ?? view.components[0])
    : undefined;

  offer(booth.isLive && entry.held.length > 0, 'do.held', 'tray', () => booth.open({ kind: 'held', entry: id }));
  offer(entry.proposal !== null, 'do.proposal', 'minus', () => booth.open({ kind: 'proposal', entry: id }));
  offer(booth.isLive && entry.outliers.length > 0, 'do.outlier', 'warn', () =>
    booth.open({ kind: 'outlier', entry: id }),
  );
  offer(component !== undefined, 'do.figures', 'pen', () => {
    if (component !== undefined) booth.open({ kind: 'figures', component: component.id });
  });
  offer(anyJudge('return'), 'do.return', 'back', pick('return'));
  offer(anyJudge('absent'), 'do.absent', 'person', pick('absent'));
  offer(anyJudge('recuse'), 'do.recuse', 'person', pick('recuse'));
  offer(isOwnChangeable(view, entry) && view.hasDeductions, 'do.deduct', 'minus', () =>
    booth.open({ kind: 'deduct', entry: id }),
  );
  offer(isOwnChangeable(view, entry) && active !== undefined, 'do.withdrawDeduction', 'back', () => {
    if (active !== undefined) booth.open({ kind: 'withdraw-deduction', entry: id, deduction: active.id });
  });
  offer(anyJudge('paper'), 'do.paper', 'pen', pick('paper'));
  offer(entry.computed !== null, 'do.explain', 'eye', () => booth.open({ kind: 'working', entry: id }));
  offer(canOpen, 'do.open', 'play', () => booth.open({ kind: 'open-scoring' }));
  offer(
    booth.isLive && entry.scoring === 'open' && entry.isAllIn && !isGone,
    'do.close',
    'lock',
    () => void booth.act({ type: 'scoring.close', entry: id }),
  );
  offer(isOpenToChange && entry.scoring === 'closed', 'do.reopen', 'lock', () =>
    booth.open({ kind: 'reopen-scoring', entry: id }),
  );
  offer(
    booth.isLive &&
      entry.computed !== null &&
      entry.result === 'none' &&
      entry.outliers.length === 0 &&
      !view.isProvisional &&
      view.definition?.rules.checkBeforeReveal === true,
    'do.check',
    'check',
    () => void booth.act({ type: 'result.check', entry: id }),
  );
  offer(booth.isLive && !isFrozen && entry.result === 'revealed', 'do.correct', 'pen', () =>
    booth.open({ kind: 'correct', entry: id }),
  );
  offer(booth.isLive && entry.isOnStage, 'do.clearStage', 'cross', () => void booth.act({ type: 'stage.clear' }));
  offer(view.phase !== 'set-up', 'do.amend', 'pen', () => booth.open({ kind: 'amend-entry', entry: id }));
  offer(booth.isLive && !isFrozen && !view.isFieldShown && isGone, 'do.reinstateEntry', 'back', () =>
    booth.open({ kind: 'reinstate-entry', entry: id }),
  );
  offer(booth.isLive && !isFrozen && !view.isFieldShown && !isGone, 'do.remove', 'warn', () =>
    booth.open({ kind: 'remove', entry: id }),
  );
  return actions;
}
