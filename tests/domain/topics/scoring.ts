// Judges' sheets: handed in, taken back, returned, excused, entered from paper, held when they come too late.
import { expect } from 'vitest';
import type { Command } from '#domain/commands.ts';
import { criterionId, decimal, entryId, exampleEvent, seatId } from '#tests/kit/example-event.ts';
import { allIn, ceremony, closed, live, oneIn, onStage, open, revealed, type Case } from '#tests/kit/given.ts';
import { judge, startedFinal, type Final } from '#tests/kit/final.ts';

const reason = '示例原因';
const one = entryId(1);
const sheet = (mark: string, baseVersion = 0, seat?: number) => ({
  entry: one,
  baseVersion,
  marks: [{ criterion: criterionId(1), mark: decimal(mark) }],
  remark: '',
  ...(seat === undefined ? {} : { seat: seatId(seat) }),
});
const submit = (mark: string, baseVersion = 0): Command => ({ type: 'score.submit', ...sheet(mark, baseVersion) });
const paper = (mark: string, baseVersion: number, seat = 2): Command => ({
  type: 'sheet.enter-from-paper',
  reason,
  ...sheet(mark, baseVersion),
  seat: seatId(seat),
});
const absent: Command = { type: 'sheet.mark-absent', seat: seatId(2), entries: [one], reason };
const recused: Command = { type: 'sheet.recuse', seat: seatId(2), entries: [one], reason };
/** Judge 2 was marked absent and submits all the same. */
const held = () => closedWithout2().tell(judge(2), submit('55'));
const closedWithout2 = () => oneIn().run(absent, { type: 'scoring.close', entry: one });
const newest = (final: Final, seat: number) => final.life(1).sheets.get(seatId(seat))?.versions.at(-1)?.marks[0]?.mark;
const by = judge(2);

export const scoring: readonly Case[] = [
  {
    title: '[R-SUBMIT] a complete sheet counts, with a receipt that names entry and seat',
    given: open,
    by,
    when: submit('80.50'),
    then: ['score.submitted'],
    and: (final) =>
      expect(final.newest()[0]).toMatchObject({ version: 1, receipt: '01-2-0006', marks: [{ mark: '80.5' }] }),
  },
  {
    title: '[R-SUBMIT] it lands on the entry it names, also after the stage has moved on',
    given: () => open().run({ type: 'stage.call', entry: entryId(2) }),
    by,
    when: submit('80'),
    then: ['score.submitted'],
  },
  { title: '[R-SUBMIT] zero is a mark', given: open, by, when: submit('0'), then: ['score.submitted'] },
  { title: '[R-SUBMIT] not before scoring opens', given: onStage, by, when: submit('80'), then: 'scoring.not-open' },
  { title: '[R-SUBMIT] not twice', given: allIn, by, when: submit('80', 1), then: 'sheet.locked' },
  {
    title: '[R-SUBMIT] not on another version than the judge has seen',
    given: () => allIn().run({ type: 'sheet.return', entry: one, seat: seatId(2), reason }),
    by,
    when: submit('80', 0),
    then: 'sheet.version-conflict',
  },
  {
    title: '[R-SUBMIT] not from a seat the panel does not have',
    given: open,
    by: judge(9),
    when: submit('80'),
    then: 'seat.unknown',
  },
  {
    title: '[R-SUBMIT] not for an unknown entry',
    given: open,
    by,
    when: { type: 'score.submit', ...sheet('80'), entry: entryId(9) },
    then: 'entry.unknown',
  },
  {
    title: '[R-MARK] every item needs its mark',
    given: () => startedFinal(exampleEvent({ judges: 2, items: 2 })).play(1, []),
    by,
    when: submit('80'),
    then: 'sheet.incomplete',
  },
  {
    title: '[R-MARK] and no other item',
    given: open,
    by,
    when: {
      type: 'score.submit',
      ...sheet('80'),
      marks: [
        { criterion: criterionId(1), mark: decimal('80') },
        { criterion: criterionId(2), mark: decimal('80') },
      ],
    },
    then: 'sheet.incomplete',
  },
  { title: '[R-MARK] within its range', given: open, by, when: submit('100.01'), then: 'sheet.mark-out-of-range' },
  { title: '[R-MARK] on its step', given: open, by, when: submit('80.005'), then: 'sheet.mark-off-step' },

  {
    title: '[R-TAKE-BACK] a sheet is taken back while scoring is open',
    given: allIn,
    by,
    when: { type: 'score.take-back', entry: one, version: 1 },
    then: ['score.taken-back'],
  },
  {
    title: '[R-TAKE-BACK] after closing it is locked: closing wins the race',
    given: closed,
    by,
    when: { type: 'score.take-back', entry: one, version: 1 },
    then: 'sheet.locked',
  },
  {
    title: '[R-TAKE-BACK] closing waits for one that was taken back in time',
    given: () => allIn().tell(by, { type: 'score.take-back', entry: one, version: 1 }),
    when: { type: 'scoring.close', entry: one },
    then: 'scoring.sheets-missing',
  },
  {
    title: '[R-TAKE-BACK] not one that was not handed in',
    given: oneIn,
    by,
    when: { type: 'score.take-back', entry: one, version: 1 },
    then: 'sheet.not-submitted',
  },
  {
    title: '[R-TAKE-BACK] not another version',
    given: allIn,
    by,
    when: { type: 'score.take-back', entry: one, version: 2 },
    then: 'sheet.version-conflict',
  },
  {
    title: '[R-TAKE-BACK] not where the rules forbid it',
    given: () => startedFinal(exampleEvent({ judges: 2 }, { judgeMayTakeBack: false })).play(1, ['80', '90']),
    by,
    when: { type: 'score.take-back', entry: one, version: 1 },
    then: 'sheet.take-back-forbidden',
  },

  {
    title: '[R-RETURN] a sheet is returned with a reason, also after closing',
    given: closed,
    when: { type: 'sheet.return', entry: one, seat: seatId(2), reason },
    then: ['sheet.returned'],
  },
  {
    title: '[R-RETURN] and handed in again then',
    given: () => closed().run({ type: 'sheet.return', entry: one, seat: seatId(2), reason }),
    by,
    when: submit('70', 1),
    then: ['score.submitted'],
    and: (final) => expect(final.life(1).sheets.get(seatId(2))?.versions).toHaveLength(2),
  },
  {
    title: '[R-RETURN] not one that is not there',
    given: oneIn,
    when: { type: 'sheet.return', entry: one, seat: seatId(2), reason },
    then: 'sheet.not-submitted',
  },
  {
    title: '[R-RETURN] not after the hall has seen the result',
    given: revealed,
    when: { type: 'sheet.return', entry: one, seat: seatId(2), reason },
    then: 'entry.revealed',
  },
  {
    title: '[R-FROZEN] not while the result is frozen',
    given: ceremony,
    when: { type: 'sheet.return', entry: one, seat: seatId(2), reason },
    then: 'result.frozen',
  },
  {
    title: '[R-RETURN] not for a seat that is not there',
    given: closed,
    when: { type: 'sheet.return', entry: one, seat: seatId(9), reason },
    then: 'seat.unknown',
  },
  {
    title: '[R-CHECK] a changed sheet takes the check back',
    given: () => closed().run({ type: 'result.check', entry: one }),
    when: paper('50', 1),
    then: ['score.entered-from-paper'],
    and: (final) => expect(final.life(1).result).toBe('none'),
  },

  {
    title: '[R-EXCUSED] a judge is marked absent, and scoring can close',
    given: oneIn,
    when: absent,
    then: ['sheet.marked-absent'],
    and: (final) => final.run({ type: 'scoring.close', entry: one }),
  },
  {
    title: '[R-EXCUSED] a judge is recused from several entries',
    given: live,
    when: { type: 'sheet.recuse', seat: seatId(2), entries: [one, entryId(2), one], reason },
    then: ['sheet.recused', 'sheet.recused'],
  },
  {
    title: '[R-EXCUSED] a recused judge cannot score',
    given: () => open().run(recused),
    by,
    when: submit('80'),
    then: 'sheet.recused',
  },
  { title: '[R-EXCUSED] nor by paper', given: () => open().run(recused), when: paper('80', 0), then: 'sheet.recused' },
  {
    title: '[R-EXCUSED] not an unknown seat',
    given: open,
    when: { type: 'sheet.recuse', seat: seatId(9), entries: [one], reason },
    then: 'seat.unknown',
  },
  {
    title: '[R-EXCUSED] not for an unknown entry',
    given: open,
    when: { type: 'sheet.recuse', seat: seatId(2), entries: [entryId(9)], reason },
    then: 'entry.unknown',
  },
  {
    title: '[R-EXCUSED] not after the hall has seen the result',
    given: revealed,
    when: recused,
    then: 'entry.revealed',
  },
  {
    title: '[R-EXCUSED] is taken back',
    given: () => open().run(recused),
    when: { type: 'sheet.reinstate', entry: one, seat: seatId(2), reason },
    then: ['sheet.reinstated'],
    and: (final) => expect(final.life(1).sheets.get(seatId(2))?.status).toBe('not-scored'),
  },
  {
    title: '[R-EXCUSED] after closing the judge hands in as if returned',
    given: closedWithout2,
    when: { type: 'sheet.reinstate', entry: one, seat: seatId(2), reason },
    then: ['sheet.reinstated'],
    and: (final) => expect(final.score(2, 1, '60')).toBeNull(),
  },
  {
    title: '[R-EXCUSED] not for a judge who is neither',
    given: open,
    when: { type: 'sheet.reinstate', entry: one, seat: seatId(2), reason },
    then: 'sheet.nothing-to-reinstate',
  },

  {
    title: '[R-PAPER] a sheet is entered from paper, also for an absent judge',
    given: () => open().run(absent),
    when: paper('75', 0),
    then: ['score.entered-from-paper'],
    and: (final) =>
      expect(final.life(1).sheets.get(seatId(2))).toMatchObject({ status: 'submitted', versions: [{ via: 'paper' }] }),
  },
  {
    title: '[R-PAPER] on the version the operator has seen',
    given: allIn,
    when: paper('75', 0),
    then: 'sheet.version-conflict',
  },
  { title: '[R-PAPER] not before scoring opens', given: onStage, when: paper('75', 0), then: 'scoring.not-open' },
  { title: '[R-PAPER] with marks on the scale', given: open, when: paper('175', 0), then: 'sheet.mark-out-of-range' },
  { title: '[R-PAPER] for a seat of the panel', given: open, when: paper('75', 0, 9), then: 'seat.unknown' },
  {
    title: '[R-PAPER] not after the hall has seen the result',
    given: revealed,
    when: paper('75', 1),
    then: 'entry.revealed',
  },

  {
    title: '[R-HELD] what comes for an absent judge is kept, not counted',
    given: closedWithout2,
    by,
    when: submit('55'),
    then: ['score.held'],
    and: (final) => expect(newest(final, 2)).toBeUndefined(),
  },
  {
    title: '[R-HELD] what comes for an entry that has left is kept, too',
    given: () => open().run({ type: 'entry.remove', entry: one, as: 'withdrawn', reason }),
    by,
    when: submit('55'),
    then: ['score.held'],
  },
  {
    title: '[R-HELD] it is admitted by decision',
    given: held,
    when: { type: 'held.admit', entry: one, seat: seatId(2), reason },
    then: ['held.admitted'],
    and: (final) => expect(newest(final, 2)).toBe('55'),
  },
  {
    title: '[R-HELD] or dismissed',
    given: held,
    when: { type: 'held.dismiss', entry: one, seat: seatId(2), reason },
    then: ['held.dismissed'],
    and: (final) => expect(final.life(1).held).toEqual([]),
  },
  {
    title: '[R-HELD] what the judge hands in later replaces it',
    given: () => held().run({ type: 'sheet.reinstate', entry: one, seat: seatId(2), reason }),
    by,
    when: submit('66'),
    then: ['score.submitted'],
    and: (final) => expect(final.life(1).held).toEqual([]),
  },
  {
    title: '[R-HELD] not admitted for a judge who is recused by now',
    given: () => held().run(recused),
    when: { type: 'held.admit', entry: one, seat: seatId(2), reason },
    then: 'sheet.recused',
  },
  {
    title: '[R-HELD] not admitted to an entry that has left',
    given: () => held().run({ type: 'entry.remove', entry: one, as: 'withdrawn', reason }),
    when: { type: 'held.admit', entry: one, seat: seatId(2), reason },
    then: 'entry.removed',
  },
  {
    title: '[R-HELD] nothing to admit',
    given: closed,
    when: { type: 'held.admit', entry: one, seat: seatId(2), reason },
    then: 'held.none',
  },
  {
    title: '[R-HELD] nothing to dismiss',
    given: closed,
    when: { type: 'held.dismiss', entry: one, seat: seatId(2), reason },
    then: 'held.none',
  },
  {
    title: '[R-HELD] decided before the ceremony',
    given: () => held().finish(2, ['1', '2']).finish(3, ['3', '4']),
    when: { type: 'ceremony.begin' },
    then: 'held.undecided',
  },
];
