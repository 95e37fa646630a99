// From the closed sheets to the published ranking, and the way back from each step.
import { expect } from 'vitest';
import type { Command } from '#domain/commands.ts';
import type { Rules } from '#domain/definition.ts';
import { screen } from '#domain/roles/screen.ts';
import { standings } from '#domain/standings.ts';
import { decimal, entryId, exampleEvent, seatId } from '#tests/kit/example-event.ts';
import {
  allIn,
  ceremony,
  closed,
  complete,
  live,
  open,
  published,
  revealed,
  unveiled,
  type Case,
} from '#tests/kit/given.ts';
import { startedFinal, type Final } from '#tests/kit/final.ts';

const reason = '示例原因';
const [one, two, three] = [entryId(1), entryId(2), entryId(3)];
const reveal = (entry = one): Command => ({ type: 'result.reveal', entry });
const remove = (entry = one): Command => ({ type: 'entry.remove', entry, as: 'withdrawn', reason });
const rule = (rules: Partial<Rules>, cutLine?: number) =>
  startedFinal(exampleEvent({ judges: 1, ...(cutLine === undefined ? {} : { cutLine }) }, rules));
/** Entries 1 and 2 are equal, 3 is behind. */
const tied = (cutLine?: number) => rule({}, cutLine).finish(1, ['80']).finish(2, ['80']).finish(3, ['70']);
const decide = (...order: (typeof one)[]): Command => ({ type: 'tie.decide', order, decidedBy: '示例评委 1', reason });
const ranks = ({ state }: Final) => standings(state).map(({ rank, result }) => `${rank} ${result.entry}`);
const deducted = () => closed().run({ type: 'deduction.add', entry: one, points: decimal('0.50'), reason });
const correct: Command = { type: 'result.correct', entry: one, reason };

export const results: readonly Case[] = [
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

  {
    title: '[R-CHECK] a complete result is checked',
    given: closed,
    when: { type: 'result.check', entry: one },
    then: ['result.checked'],
  },
  {
    title: '[R-CHECK] not an open one',
    given: allIn,
    when: { type: 'result.check', entry: one },
    then: 'result.incomplete',
  },
  {
    title: '[R-CHECK] not twice',
    given: () => closed().run({ type: 'result.check', entry: one }),
    when: { type: 'result.check', entry: one },
    then: 'result.already-revealed',
  },
  {
    title: '[R-CHECK] where the rules ask for it, nothing is revealed without',
    given: () => rule({ checkBeforeReveal: true }).finish(1, ['80']),
    when: reveal(),
    then: 'result.not-checked',
  },
  {
    title: '[R-CHECK] nor settled',
    given: () => rule({ checkBeforeReveal: true }).finish(1, ['80']).finish(2, ['70']).finish(3, ['60']),
    when: { type: 'ceremony.begin' },
    then: 'result.not-checked',
  },

  {
    title: '[R-REVEAL] a result is revealed, and the journal says what the hall was told',
    given: closed,
    when: { type: 'result.reveal', entry: one, show: { kind: 'score', entry: one } },
    then: ['result.revealed', 'scene.shown'],
    and: (final) => expect(final.newest()[0]).toMatchObject({ score: '85.00', version: 1 }),
  },
  {
    title: '[R-REVEAL] with the board it makes possible',
    given: closed,
    when: { type: 'result.reveal', entry: one, show: { kind: 'ranking', page: 0 } },
    then: ['result.revealed', 'scene.shown'],
  },
  {
    title: '[R-REVEAL] not with a page the board does not have',
    given: closed,
    when: { type: 'result.reveal', entry: one, show: { kind: 'ranking', page: 7 } },
    then: 'scene.unavailable',
  },
  { title: '[R-REVEAL] not before all are in', given: open, when: reveal(), then: 'result.incomplete' },
  { title: '[R-REVEAL] not twice', given: revealed, when: reveal(), then: 'result.already-revealed' },
  {
    title: '[R-REVEAL] not an entry that has left',
    given: () => closed().run(remove()),
    when: reveal(),
    then: 'entry.removed',
  },
  { title: '[R-REVEAL] not an unknown one', given: closed, when: reveal(entryId(9)), then: 'entry.unknown' },
  { title: '[R-REVEAL] not during the ceremony', given: ceremony, when: reveal(), then: 'result.frozen' },
  {
    title: '[R-REVEAL] never where the rules show no scores',
    given: () => rule({ reveal: 'never' }).finish(1, ['80']),
    when: reveal(),
    then: 'result.hidden-by-rules',
  },
  {
    title: '[R-AT-END] not before every entry has its result',
    given: () => rule({ reveal: 'at-end' }).finish(1, ['80']),
    when: reveal(),
    then: 'result.too-early',
  },
  {
    title: '[R-AT-END] then in any order',
    given: () => rule({ reveal: 'at-end' }).finish(1, ['80']).finish(2, ['70']).finish(3, ['60']),
    when: reveal(two),
    then: ['result.revealed'],
  },
  {
    title: '[R-ONE-BEHIND] not before the next has finished',
    given: () => rule({ reveal: 'one-behind' }).finish(1, ['80']).run({ type: 'stage.call', entry: two }),
    when: reveal(),
    then: 'result.too-early',
  },
  {
    title: '[R-ONE-BEHIND] then, while the judges score that one',
    given: () => rule({ reveal: 'one-behind' }).finish(1, ['80']).play(2, []),
    when: reveal(),
    then: ['result.revealed'],
  },
  {
    title: '[R-ONE-BEHIND] follows the stage when the order was not kept: 3 came before 2',
    given: () => rule({ reveal: 'one-behind' }, 3).finish(1, ['80']).finish(3, ['70']).play(2, []),
    when: reveal(three),
    then: ['result.revealed'],
  },
  {
    title: '[R-ONE-BEHIND] an entry that forfeits does not count as the next',
    given: () => rule({ reveal: 'one-behind' }).finish(1, ['80']).run(remove(two)),
    when: reveal(),
    then: 'result.too-early',
  },
  {
    title: '[R-ONE-BEHIND] the last one waits for nobody',
    given: () => rule({ reveal: 'one-behind' }).finish(1, ['80']).run(remove(two)).finish(3, ['60']),
    when: reveal(three),
    then: ['result.revealed'],
  },

  {
    title: '[R-CORRECT] a revealed result is opened for correction and hidden until it is revealed again',
    given: () => revealed().run({ type: 'scene.show', scene: { kind: 'ranking', page: 0 } }),
    when: correct,
    then: ['result.correction-opened'],
    and: (final) => {
      expect(final.state.scene.kind).toBe('idle');
      expect(JSON.stringify(screen.view(final.state))).not.toContain('85.00');
    },
  },
  {
    title: '[R-CORRECT] then it is a second version with its reason',
    given: () => revealed().run(correct, { type: 'sheet.return', entry: one, seat: seatId(2), reason }),
    by: { role: 'judge', seat: seatId(2) },
    when: {
      type: 'score.submit',
      entry: one,
      baseVersion: 1,
      marks: [{ criterion: 'item-1' as never, mark: decimal('70') }],
      remark: '',
    },
    then: ['score.submitted'],
    and: (final) => {
      final.run({ type: 'result.reveal', entry: one, show: { kind: 'score', entry: one } });
      expect(screen.view(final.state).scene).toMatchObject({
        revealed: { score: '75.00', version: 2, correctionReason: reason },
      });
    },
  },
  { title: '[R-CORRECT] not what was not revealed', given: closed, when: correct, then: 'result.not-revealed' },
  {
    title: '[R-CORRECT] not while the result is frozen',
    given: () => complete().run(reveal(), { type: 'ceremony.begin' }),
    when: correct,
    then: 'result.frozen',
  },

  {
    title: '[T-PANEL] the panel decides what nothing else does',
    given: () => tied(1),
    when: decide(two, one),
    then: ['tie.decided'],
    and: (final) => expect(ranks(final)).toEqual(['1 entry-2', '2 entry-1', '3 entry-3']),
  },
  {
    title: '[R-TIE-AGAIN] and decides anew when it was put down wrongly',
    given: () => tied(1).run(decide(two, one)),
    when: decide(one, two),
    then: ['tie.decided'],
    and: (final) => expect(ranks(final)).toEqual(['1 entry-1', '2 entry-2', '3 entry-3']),
  },
  {
    title: '[T-PANEL] not for entries that are not equal',
    given: () => tied(1),
    when: decide(one, three),
    then: 'tie.none',
  },
  {
    title: '[T-PANEL] not for a part of them',
    given: () => rule({}, 1).finish(1, ['80']).finish(2, ['80']).finish(3, ['80']),
    when: decide(one, two),
    then: 'tie.none',
  },
  {
    title: '[T-PANEL] it holds for that score alone: equal at another score is another tie',
    given: () => tied(1).run(decide(two, one), { type: 'deduction.add', entry: one, points: decimal('5'), reason }),
    when: { type: 'deduction.add', entry: two, points: decimal('5'), reason },
    then: ['deduction.added'],
    and: (final) => expect(ranks(final)).toEqual(['1 entry-1', '1 entry-2', '3 entry-3']),
  },
  {
    title: '[T-PANEL] not while the result is frozen',
    given: () => tied(1).run(decide(two, one), { type: 'ceremony.begin' }),
    when: decide(one, two),
    then: 'result.frozen',
  },
  {
    title: '[R-TIE-LINE] a tie across the cut line stops the ceremony',
    given: () => tied(1),
    when: { type: 'ceremony.begin' },
    then: 'tie.undecided',
  },
  {
    title: '[R-TIE-LINE] and the publication',
    given: () => tied(1),
    when: { type: 'result.publish' },
    then: 'tie.undecided',
  },
  {
    title: '[R-TIE-LINE] one within it does not: both share the place',
    given: () => tied(2),
    when: { type: 'ceremony.begin' },
    then: ['ceremony.begun'],
    and: (final) => expect(final.newest()[0]).toMatchObject({ steps: [{ rank: 1 }, { rank: 1 }] }),
  },
  {
    title: '[R-TIE-LINE] nor where the rules leave it at a shared place: all who share it are inside',
    given: () => rule({ tieBreakers: [] }, 1).finish(1, ['80']).finish(2, ['80']).finish(3, ['70']),
    when: { type: 'ceremony.begin' },
    then: ['ceremony.begun'],
    and: (final) =>
      expect(final.newest()[0]).toMatchObject({
        steps: [
          { entry: one, rank: 1 },
          { entry: two, rank: 1 },
        ],
      }),
  },
  {
    title: '[R-TIE-LINE] a tie at the first place of an award stops it as well',
    given: () =>
      startedFinal({
        ...exampleEvent({ judges: 1 }),
        awards: [{ id: 'second', name: { zh: '示例奖' }, fromRank: 2, toRank: 3 }],
      })
        .finish(1, ['80'])
        .finish(2, ['80'])
        .finish(3, ['70']),
    when: { type: 'ceremony.begin' },
    then: 'tie.undecided',
  },

  {
    title: '[R-SETTLE] the ceremony begins with the places inside the line, last first',
    given: complete,
    when: { type: 'ceremony.begin', show: { kind: 'ceremony' } },
    then: ['ceremony.begun', 'scene.shown'],
    and: ({ state }) => expect(state.ceremony?.steps.map(({ entry }) => entry)).toEqual([three, two, one]),
  },
  {
    title: '[R-SETTLE] not before all are in',
    given: closed,
    when: { type: 'ceremony.begin' },
    then: 'result.incomplete',
  },
  { title: '[R-SETTLE] not twice', given: ceremony, when: { type: 'ceremony.begin' }, then: 'ceremony.already-begun' },
  {
    title: '[R-SETTLE] not after publication',
    given: published,
    when: { type: 'ceremony.begin' },
    then: 'result.frozen',
  },
  {
    title: '[R-SETTLE] not with a scene that is not there',
    given: complete,
    when: { type: 'ceremony.begin', show: { kind: 'final' } },
    then: 'scene.unavailable',
  },
  {
    title: '[R-UNVEIL] each place by its own act',
    given: ceremony,
    when: { type: 'ceremony.unveil', show: { kind: 'ceremony' } },
    then: ['ceremony.unveiled', 'scene.shown'],
    and: ({ state }) =>
      expect(screen.view(state).scene).toMatchObject({
        steps: [
          { rank: 1, isUnveiled: false },
          { rank: 2, isUnveiled: false },
          { rank: 3, isUnveiled: true, isNewest: true, score: '60.50' },
        ],
      }),
  },
  {
    title: '[R-UNVEIL] not before the ceremony',
    given: complete,
    when: { type: 'ceremony.unveil' },
    then: 'ceremony.not-begun',
  },
  {
    title: '[R-UNVEIL] not more than there are',
    given: unveiled,
    when: { type: 'ceremony.unveil' },
    then: 'ceremony.complete',
  },
  {
    title: '[R-BOARD] during the ceremony the board has final places, and only those unveiled',
    given: () =>
      rule({ reveal: 'at-end' })
        .finish(1, ['80'])
        .finish(2, ['70'])
        .finish(3, ['60'])
        .run(reveal(one), { type: 'ceremony.begin' }),
    when: { type: 'ceremony.unveil', show: { kind: 'ceremony' } },
    then: ['ceremony.unveiled', 'scene.shown'],
    and: (final) => {
      final.run({ type: 'scene.show', scene: { kind: 'ranking', page: 0 } });
      const { scene } = screen.view(final.state);
      expect(scene.kind === 'ranking' && scene.rows.map(({ entry, rank }) => [entry.id, rank])).toEqual([[three, 3]]);
    },
  },
  {
    title: '[R-SHOWN] what was unveiled is changed by a correction only, also after the ceremony was cancelled',
    given: () => ceremony().run({ type: 'ceremony.unveil' }, { type: 'ceremony.cancel', reason }),
    when: { type: 'sheet.return', entry: three, seat: seatId(1), reason },
    then: 'entry.revealed',
  },
  {
    title: '[R-CANCEL] the ceremony is cancelled with a reason, and the screen leaves it',
    given: () => complete().run({ type: 'ceremony.begin', show: { kind: 'ceremony' } }),
    when: { type: 'ceremony.cancel', reason },
    then: ['ceremony.cancelled'],
    and: ({ state }) => expect(state).toMatchObject({ ceremony: null, scene: { kind: 'idle' } }),
  },
  {
    title: '[R-CANCEL] not where there is none',
    given: complete,
    when: { type: 'ceremony.cancel', reason },
    then: 'ceremony.not-begun',
  },
  {
    title: '[R-CANCEL] not after publication',
    given: () => unveiled().run({ type: 'result.publish' }),
    when: { type: 'ceremony.cancel', reason },
    then: 'result.frozen',
  },
  {
    title: '[R-PUBLISH] the result is published when all is unveiled, with the ranking in the journal',
    given: unveiled,
    when: { type: 'result.publish', show: { kind: 'final' } },
    then: ['result.published', 'scene.shown'],
    and: (final) =>
      expect(final.newest()[0]).toMatchObject({
        ranking: [{ entry: one, rank: 1, score: '85.00' }, { rank: 2 }, { rank: 3 }],
      }),
  },
  {
    title: '[R-PUBLISH] or without a ceremony',
    given: complete,
    when: { type: 'result.publish' },
    then: ['result.published'],
  },
  {
    title: '[R-PUBLISH] not in the middle of one',
    given: ceremony,
    when: { type: 'result.publish' },
    then: 'ceremony.unfinished',
  },
  { title: '[R-PUBLISH] not twice', given: published, when: { type: 'result.publish' }, then: 'result.frozen' },
  {
    title: '[R-PUBLISH] not with a scene that is not there',
    given: complete,
    when: { type: 'result.publish', show: { kind: 'ceremony' } },
    then: 'scene.unavailable',
  },
  {
    title: '[R-WITHDRAW] the publication is withdrawn with a reason, and all can be put right',
    given: () => complete().run({ type: 'result.publish', show: { kind: 'final' } }),
    when: { type: 'result.withdraw', reason },
    then: ['result.withdrawn'],
    and: (final) => {
      expect(final.state.scene).toEqual({ kind: 'idle' });
      final.run(correct);
    },
  },
  {
    title: '[R-WITHDRAW] not what is not published',
    given: complete,
    when: { type: 'result.withdraw', reason },
    then: 'result.not-published',
  },
];
