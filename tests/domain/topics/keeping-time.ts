// What is proposed for the time used, and how people answer it; points that are added.
import { expect } from 'vitest';
import type { Command } from '#domain/commands.ts';
import { nextStep } from '#domain/next-step.ts';
import { operator } from '#domain/roles/operator.ts';
import { resultsTable } from '#domain/results-table.ts';
import { decimal, entryId } from '#tests/kit/example-event.ts';
import type { Final } from '#tests/kit/final.ts';
import { closed, live, revealed, type Case } from '#tests/kit/given.ts';
import { present, presentAndScore, timedFinal } from '#tests/kit/timed.ts';

const reason = '示例原因';
const one = entryId(1);
const proposal = ({ state }: Final) => operator.view(state).entries[0]?.proposal;
/** 4 min 10 s over. */
const usedMs = 1_150_000;
const cause = { kind: 'overtime', usedMs } as const;
const confirm: Command = { type: 'deduction.add', entry: one, points: decimal('20'), reason: '', cause };
const dismiss: Command = { type: 'deduction.dismiss', entry: one, usedMs, reason };
const late = () => presentAndScore(timedFinal(), 1, 1150, '92');
const bonus: Command = { type: 'deduction.add', kind: 'bonus', entry: one, points: decimal('2.5'), reason };

export const keepingTime: readonly Case[] = [
  {
    title: '[R-OVERTIME] a proposal is confirmed with its cause and needs no other reason',
    given: late,
    when: confirm,
    then: ['deduction.added'],
    and: (final) => {
      expect(final.life(1).deductions).toMatchObject([{ points: '20', cause: { ...cause, bySec: 250 } }]);
      expect(proposal(final)).toBeNull();
    },
  },
  {
    title: '[R-OVERTIME] with another amount',
    given: late,
    when: { ...confirm, points: decimal('10'), reason },
    then: ['deduction.added'],
    and: (final) => expect(final.life(1).deductions).toMatchObject([{ points: '10', reason }]),
  },
  {
    title: '[R-OVERTIME] once: a second press finds nothing to confirm',
    given: () => late().run(confirm),
    when: confirm,
    then: 'deduction.nothing-proposed',
  },
  {
    title: '[R-OVERTIME] not for a time that is no longer the one used',
    given: () => present(late(), 1, 1000),
    when: confirm,
    then: 'deduction.nothing-proposed',
  },
  {
    title: '[R-OVERTIME] not as a bonus',
    given: late,
    when: { ...confirm, kind: 'bonus' },
    then: 'deduction.nothing-proposed',
  },
  {
    title: '[R-OVERTIME] it is dismissed with a reason and does not come back',
    given: late,
    when: dismiss,
    then: ['deduction.dismissed'],
    and: (final) => {
      expect(proposal(final)).toBeNull();
      expect(nextStep(final.state)[0].kind).toBe('reveal');
      expect(final.newest()).toMatchObject([{ points: '20', reason }]);
    },
  },
  {
    title: '[R-OVERTIME] once',
    given: () => late().run(dismiss),
    when: dismiss,
    then: 'deduction.nothing-proposed',
  },
  {
    title: '[R-OVERTIME] not what was confirmed',
    given: () => late().run(confirm),
    when: dismiss,
    then: 'deduction.nothing-proposed',
  },
  {
    title: '[R-OVERTIME] not after the hall has seen the result',
    given: () => late().run(confirm, { type: 'result.reveal', entry: one }),
    when: dismiss,
    then: 'entry.revealed',
  },
  {
    title: '[R-OVERTIME] the result is not shown before somebody has decided',
    given: late,
    when: { type: 'result.reveal', entry: one },
    then: 'deduction.undecided',
    and: (final) => expect(nextStep(final.state)[0]).toMatchObject({ kind: 'decide-deduction', entry: one }),
  },
  {
    title: '[R-SETTLE] nor settled',
    given: () => {
      const final = timedFinal(
        { under: { minimumSec: 600, steps: { kind: 'discretion', fromPoints: decimal('1'), toPoints: decimal('3') } } },
        { reveal: 'never' },
      );
      for (const entry of [1, 2, 3]) presentAndScore(final, entry, entry === 2 ? 500 : 700, '92');
      return final;
    },
    when: { type: 'result.publish' },
    then: 'deduction.undecided',
  },
  {
    title: '[R-OVERTIME] a presentation timed anew takes back what the earlier time cost',
    given: () =>
      present(
        present(timedFinal(), 1, 975).run({
          ...confirm,
          points: decimal('5'),
          cause: { kind: 'overtime', usedMs: 975_000 },
        }),
        1,
        1150,
      ),
    when: confirm,
    then: ['deduction.withdrawn', 'deduction.added'],
    and: (final) =>
      expect(final.life(1).deductions).toMatchObject([
        { points: '5', withdrawnBecause: '16:15 → 19:10' },
        { points: '20', withdrawnBecause: null },
      ]),
  },
  {
    title: '[R-OVERTIME] what was confirmed is withdrawn by hand and not proposed again',
    given: () => late().run(confirm),
    when: { type: 'deduction.withdraw', entry: one, deduction: 'd1' as never, reason },
    then: ['deduction.withdrawn'],
    and: (final) => expect(proposal(final)).toBeNull(),
  },
  {
    title: '[R-OVERTIME] nothing is proposed while the time runs on after an undo',
    given: () =>
      timedFinal()
        .run({ type: 'stage.call', entry: one }, { type: 'timer.start', kind: 'presentation', entry: one })
        .run({ type: 'timer.correct', deltaSec: -1000 }, { type: 'scoring.open', entries: [one] }),
    when: { type: 'pointer.undo' },
    then: ['pointer.undone'],
    and: (final) => {
      expect(final.state.timer).not.toBeNull();
      expect(proposal(final)).toBeNull();
    },
  },
  {
    title: '[R-DEDUCT] by hand a reason is needed',
    given: closed,
    when: { type: 'deduction.add', entry: one, points: decimal('1'), reason: ' ' },
    then: 'reason.missing',
  },
  {
    title: '[R-BONUS] points are added, above full marks if it must be',
    given: () => live().finish(1, ['99', '100']),
    when: bonus,
    then: ['deduction.added'],
    and: (final) =>
      expect(resultsTable(final.state)?.rows[0]).toMatchObject({
        score: '102.00',
        panelScore: '99.50',
        deductions: [{ kind: 'bonus', points: '2.5', reason }],
      }),
  },
  {
    title: '[R-BONUS] more than nothing',
    given: closed,
    when: { ...bonus, points: decimal('0') },
    then: 'deduction.not-positive',
  },
  {
    title: '[R-BONUS] not after the hall has seen the result',
    given: revealed,
    when: bonus,
    then: 'entry.revealed',
  },
];
