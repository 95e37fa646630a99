// Entries that leave the competition and come back, and points that are taken off.
import { expect } from 'vitest';
import type { Command } from '#domain/commands.ts';
import { standings } from '#domain/standings.ts';
import { decimal, entryId } from '#tests/kit/example-event.ts';
import { ceremony, closed, complete, live, revealed, type Case } from '#tests/kit/given.ts';
import type { Final } from '#tests/kit/final.ts';

const reason = '示例原因';
const one = entryId(1);
const reveal = (entry = one): Command => ({ type: 'result.reveal', entry });
const remove = (entry = one): Command => ({ type: 'entry.remove', entry, as: 'withdrawn', reason });
const ranks = ({ state }: Final) => standings(state).map(({ rank, result }) => `${rank} ${result.entry}`);
const deducted = () => closed().run({ type: 'deduction.add', entry: one, points: decimal('0.50'), reason });

export const leaving: readonly Case[] = [
  {
    title: '[R-REMOVE] an entry leaves with a reason',
    given: live,
    when: { type: 'entry.remove', entry: one, as: 'forfeited', reason },
    then: ['entry.removed'],
    and: (final) => expect(final.life(1)).toMatchObject({ status: 'forfeited', statusReason: reason }),
  },
  {
    title: '[R-REMOVE] its scores are kept, it has no place',
    given: complete,
    when: remove(),
    then: ['entry.removed'],
    and: (final) => {
      expect(ranks(final)).toEqual(['1 entry-2', '2 entry-3']);
      expect(final.life(1).sheets.size).toBe(2);
    },
  },
  { title: '[R-REMOVE] not twice', given: () => live().run(remove()), when: remove(), then: 'entry.removed' },
  { title: '[R-REMOVE] not while the result is frozen', given: ceremony, when: remove(), then: 'result.frozen' },
  {
    title: '[R-REMOVE] it comes back',
    given: () => live().run(remove()),
    when: { type: 'entry.reinstate', entry: one, reason },
    then: ['entry.reinstated'],
    and: (final) => expect(final.life(1).status).toBe('waiting'),
  },
  {
    title: '[R-REMOVE] not one that is here',
    given: live,
    when: { type: 'entry.reinstate', entry: one, reason },
    then: 'entry.not-removed',
  },
  {
    title: '[R-REMOVE] not while the result is frozen',
    given: () => live().run(remove()).finish(2, ['1', '2']).finish(3, ['3', '4']).run({ type: 'ceremony.begin' }),
    when: { type: 'entry.reinstate', entry: one, reason },
    then: 'result.frozen',
  },

  {
    title: '[R-DEDUCT] points are taken off',
    given: closed,
    when: { type: 'deduction.add', entry: one, points: decimal('0.50'), reason },
    then: ['deduction.added'],
    and: (final) => expect(standings(final.state)[0]?.result).toMatchObject({ score: '84.50', panelScore: '85.00' }),
  },
  {
    title: '[R-DEDUCT] more than nothing',
    given: closed,
    when: { type: 'deduction.add', entry: one, points: decimal('0'), reason },
    then: 'deduction.not-positive',
  },
  {
    title: '[R-DEDUCT] given as positive points',
    given: closed,
    when: { type: 'deduction.add', entry: one, points: decimal('-1'), reason },
    then: 'deduction.not-positive',
  },
  {
    title: '[R-DEDUCT] not from an entry that has left',
    given: () => live().run(remove()),
    when: { type: 'deduction.add', entry: one, points: decimal('1'), reason },
    then: 'entry.removed',
  },
  {
    title: '[R-DEDUCT] not after the hall has seen the result',
    given: revealed,
    when: { type: 'deduction.add', entry: one, points: decimal('1'), reason },
    then: 'entry.revealed',
  },
  {
    title: '[R-DEDUCT] not while the result is frozen',
    given: ceremony,
    when: { type: 'deduction.add', entry: one, points: decimal('1'), reason },
    then: 'result.frozen',
  },
  {
    title: '[R-DEDUCT] it is withdrawn, not deleted',
    given: deducted,
    when: { type: 'deduction.withdraw', entry: one, deduction: 'd1' as never, reason },
    then: ['deduction.withdrawn'],
    and: (final) => expect(final.life(1).deductions).toMatchObject([{ withdrawnBecause: reason }]),
  },
  {
    title: '[R-DEDUCT] once',
    given: () => deducted().run({ type: 'deduction.withdraw', entry: one, deduction: 'd1' as never, reason }),
    when: { type: 'deduction.withdraw', entry: one, deduction: 'd1' as never, reason },
    then: 'deduction.unknown',
  },
  {
    title: '[R-DEDUCT] not after the hall has seen the result',
    given: () => deducted().run(reveal()),
    when: { type: 'deduction.withdraw', entry: one, deduction: 'd1' as never, reason },
    then: 'entry.revealed',
  },
];
