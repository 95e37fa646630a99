// Checked, revealed in the order the rules ask for, corrected.
import { expect } from 'vitest';
import type { Command } from '#domain/commands.ts';
import type { Rules } from '#domain/scoring-rules.ts';
import { screen } from '#domain/roles/screen.ts';
import { decimal, entryId, exampleEvent, seatId } from '#tests/kit/example-event.ts';
import { allIn, ceremony, closed, complete, open, revealed, type Case } from '#tests/kit/given.ts';
import { startedFinal } from '#tests/kit/final.ts';

const reason = '示例原因';
const [one, two, three] = [entryId(1), entryId(2), entryId(3)];
const reveal = (entry = one): Command => ({ type: 'result.reveal', entry });
const remove = (entry = one): Command => ({ type: 'entry.remove', entry, as: 'withdrawn', reason });
const rule = (rules: Partial<Rules>, cutLine?: number) =>
  startedFinal(exampleEvent({ judges: 1, ...(cutLine === undefined ? {} : { cutLine }) }, rules));
const correct: Command = { type: 'result.correct', entry: one, reason };

export const revealing: readonly Case[] = [
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
];
