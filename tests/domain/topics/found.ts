// What an earlier device still held when it had lost its seat: offered, decided by a person, never merged.
import { expect } from 'vitest';
import type { Command } from '#domain/commands.ts';
import { criterionId, decimal, entryId, seatId } from '#tests/kit/example-event.ts';
import { judge, type Final } from '#tests/kit/final.ts';
import { allIn, oneIn, onStage, open, type Case } from '#tests/kit/given.ts';

const reason = '示例原因';
const one = entryId(1);
const by = judge(2);
const marks = (mark: string) => [{ criterion: criterionId(1), mark: decimal(mark) }];
const found = { type: 'score.offer', entry: one, marks: marks('41'), remark: '' } as const satisfies Command;
const recused: Command = { type: 'sheet.recuse', seat: seatId(2), entries: [one], reason };
/** Judge 2 was marked absent and submits all the same. */
const held = () =>
  oneIn()
    .run({ type: 'sheet.mark-absent', seat: seatId(2), entries: [one], reason }, { type: 'scoring.close', entry: one })
    .tell(by, { type: 'score.submit', entry: one, baseVersion: 0, marks: marks('55'), remark: '' });
const heldAndFound = () => held().tell(by, found);
const newest = (final: Final, seat: number) => final.life(1).sheets.get(seatId(seat))?.versions.at(-1)?.marks[0]?.mark;

export const foundLater: readonly Case[] = [
  {
    title: '[R-FOUND] what an earlier device still held waits beside a sheet that has been handed in',
    given: allIn,
    by,
    when: found,
    then: ['score.held'],
    and: (final) => {
      expect(newest(final, 2)).not.toBe('41');
      expect(final.life(1).held).toMatchObject([{ seat: seatId(2), foundOn: expect.any(String) as string }]);
    },
  },
  {
    title: '[R-FOUND] it is not counted into an open sheet either',
    given: open,
    by,
    when: found,
    then: ['score.held'],
    and: (final) => expect(newest(final, 2)).toBeUndefined(),
  },
  {
    title: '[R-FOUND] what was found does not push out what came late',
    given: held,
    by,
    when: found,
    then: ['score.held'],
    and: (final) => expect(final.life(1).held).toHaveLength(2),
  },
  {
    title: '[R-FOUND] each is decided by its receipt',
    given: heldAndFound,
    when: {
      type: 'held.admit',
      entry: one,
      seat: seatId(2),
      receipt: heldAndFound().life(1).held[1]?.receipt ?? '',
      reason,
    },
    then: ['held.admitted'],
    and: (final) => {
      expect(newest(final, 2)).toBe('41');
      expect(final.life(1).held).toMatchObject([{ foundOn: null }]);
    },
  },
  {
    title: '[R-FOUND] nothing is offered before scoring opens',
    given: onStage,
    by,
    when: found,
    then: 'scoring.not-open',
  },
  {
    title: '[R-FOUND] nor for an entry the judge is recused from',
    given: () => open().run(recused),
    by,
    when: found,
    then: 'sheet.recused',
  },
  {
    title: '[R-FOUND] with marks on the scale',
    given: open,
    by,
    when: { ...found, marks: marks('141') },
    then: 'sheet.mark-out-of-range',
  },
  {
    title: '[R-FOUND] by a seat of the panel',
    given: open,
    by: judge(9),
    when: found,
    then: 'seat.unknown',
  },
  {
    title: '[R-FOUND] or dismissed by it',
    given: heldAndFound,
    when: {
      type: 'held.dismiss',
      entry: one,
      seat: seatId(2),
      receipt: heldAndFound().life(1).held[1]?.receipt ?? '',
      reason,
    },
    then: ['held.dismissed'],
    and: (final) => expect(final.life(1).held).toMatchObject([{ foundOn: null }]),
  },
  {
    title: '[R-FOUND] what the judge hands in afterwards replaces it',
    given: () => open().tell(by, found),
    by,
    when: { type: 'score.submit', entry: one, baseVersion: 0, marks: marks('66'), remark: '' },
    then: ['score.submitted'],
    and: (final) => expect(final.life(1).held).toEqual([]),
  },
];
