// People and devices in the hall: tablets, calls for help, reminders, screens, the language of the screen.
import { expect } from 'vitest';
import { judge as judgeRole } from '#domain/roles/judge.ts';
import { entryId, seatId } from '#tests/kit/example-event.ts';
import { allIn, live, nothing, oneIn, onStage, open, type Case } from '#tests/kit/given.ts';
import { judge } from '#tests/kit/final.ts';

const screen = 'screen-1' as never;
const remind = (seat: number, entry = 1) => ({
  type: 'judge.remind' as const,
  entry: entryId(entry),
  seats: [seatId(seat)],
});

export const hall: readonly Case[] = [
  {
    title: '[R-JOIN] a device joins its seat',
    given: live,
    by: judge(1),
    when: { type: 'seat.join', device: '示例平板', takesOver: false },
    then: ['seat.joined'],
  },
  {
    title: '[R-JOIN] not a seat that is not there',
    given: live,
    by: judge(9),
    when: { type: 'seat.join', device: '示例平板', takesOver: false },
    then: 'seat.unknown',
  },
  {
    title: '[R-JOIN] not before there is an event',
    given: nothing,
    by: judge(1),
    when: { type: 'seat.join', device: '示例平板', takesOver: false },
    then: 'definition.missing',
  },
  {
    title: '[R-HELP] a judge calls for help',
    given: live,
    by: judge(1),
    when: { type: 'help.call' },
    then: ['help.called'],
  },
  {
    title: '[R-HELP] and needs it no more',
    given: () => live().tell(judge(1), { type: 'help.call' }),
    by: judge(1),
    when: { type: 'help.cancel' },
    then: ['help.cleared'],
  },
  {
    title: '[R-HELP] or is helped',
    given: () => live().tell(judge(1), { type: 'help.call' }),
    when: { type: 'help.clear', seat: seatId(1) },
    then: ['help.cleared'],
  },
  { title: '[R-HELP] nobody called', given: live, when: { type: 'help.clear', seat: seatId(1) }, then: 'help.none' },
  {
    title: '[R-REMIND] an outstanding judge is reminded of an entry until the sheet is in',
    given: oneIn,
    when: remind(2),
    then: ['judge.reminded'],
    and: (final) => {
      expect(judgeRole.view(final.state, seatId(2))?.reminded).toEqual([entryId(1)]);
      final.score(2, 1, '70');
      expect(judgeRole.view(final.state, seatId(2))?.reminded).toEqual([]);
    },
  },
  { title: '[R-REMIND] not one who has handed in', given: allIn, when: remind(2), then: 'sheet.locked' },
  { title: '[R-REMIND] not of an entry that is not open', given: onStage, when: remind(2), then: 'scoring.not-open' },
  {
    title: '[R-REMIND] not of one that has left',
    given: () => open().run({ type: 'entry.remove', entry: entryId(1), as: 'withdrawn', reason: '示例原因' }),
    when: remind(2),
    then: 'entry.removed',
  },
  { title: '[R-REMIND] not a seat that is not there', given: open, when: remind(9), then: 'seat.unknown' },
  {
    title: '[R-SCREEN] a screen gets a name, before there is an event',
    given: nothing,
    when: { type: 'screen.pair', screen, name: '主屏' },
    then: ['screen.paired'],
  },
  {
    title: '[R-SCREEN] and is forgotten',
    given: () => live().run({ type: 'screen.pair', screen, name: '主屏' }),
    when: { type: 'screen.forget', screen },
    then: ['screen.forgotten'],
  },
  {
    title: '[R-SCREEN] not one that is not known',
    given: live,
    when: { type: 'screen.forget', screen },
    then: 'screen.unknown',
  },
  {
    title: '[R-SCREEN] the hall reads another language',
    given: live,
    when: { type: 'hall.set-locale', locale: 'en' },
    then: ['hall.locale-set'],
  },
];
