// Set-up: the definition, the order, the beginning and the end of the day, names put right on the spot.
import { expect } from 'vitest';
import { entryId, exampleEvent, seatId } from '#tests/kit/example-event.ts';
import {
  closed,
  confirmed,
  defined,
  ended,
  live,
  nothing,
  oneIn,
  onStage,
  published,
  type Case,
} from '#tests/kit/given.ts';
import { operator, startedFinal } from '#tests/kit/final.ts';

const reason = '示例原因';
const definition = exampleEvent();
const [one, two, three] = [entryId(1), entryId(2), entryId(3)];

export const setUp: readonly Case[] = [
  {
    title: '[R-DEFINE] an event is defined before it begins',
    given: nothing,
    when: { type: 'event.define', definition },
    then: ['event.defined'],
  },
  {
    title: '[R-DEFINE] and as often as wanted',
    given: defined,
    when: { type: 'event.define', definition },
    then: ['event.defined'],
  },
  {
    title: '[R-DEFINE] never while it is live',
    given: live,
    when: { type: 'event.define', definition },
    then: 'definition.locked',
  },
  { title: '[R-START] an event begins', given: confirmed, when: { type: 'event.start' }, then: ['event.started'] },
  {
    title: '[R-START] not without a definition',
    given: nothing,
    when: { type: 'event.start' },
    then: 'definition.missing',
  },
  {
    title: '[R-START] not with a problem that blocks',
    given: () => nothing().run({ type: 'event.define', definition: { ...definition, panel: [] } }),
    when: { type: 'event.start' },
    then: 'definition.invalid',
  },
  {
    title: '[R-RULES-CHECKED] what the rules do is confirmed before the event begins',
    given: defined,
    when: { type: 'rules.confirm' },
    then: ['rules.confirmed'],
  },
  {
    title: '[R-RULES-CHECKED] not without a definition',
    given: nothing,
    when: { type: 'rules.confirm' },
    then: 'definition.missing',
  },
  {
    title: '[R-RULES-CHECKED] not with a problem that blocks',
    given: () => nothing().run({ type: 'event.define', definition: { ...definition, panel: [] } }),
    when: { type: 'rules.confirm' },
    then: 'definition.invalid',
  },
  {
    title: '[R-RULES-CHECKED] not while it is live',
    given: live,
    when: { type: 'rules.confirm' },
    then: 'definition.locked',
  },
  {
    title: '[R-RULES-CHECKED] an event does not begin by rules nobody has confirmed',
    given: defined,
    when: { type: 'event.start' },
    then: 'rules.not-confirmed',
  },
  {
    title: '[R-RULES-CHECKED] nor by rules that have changed since',
    given: () =>
      confirmed().run({
        type: 'event.define',
        definition: { ...definition, rules: { ...definition.rules, decimals: 1 } },
      }),
    when: { type: 'event.start' },
    then: 'rules.not-confirmed',
  },
  {
    title: '[R-RULES-CHECKED] names that were put right ask nothing again',
    given: () =>
      nothing().run(
        { type: 'event.define', definition },
        { type: 'rules.confirm' },
        {
          type: 'event.define',
          definition: {
            ...definition,
            name: { zh: '示例活动（更正）' },
            panel: definition.panel.map((judge) => ({ ...judge, name: { zh: '示例评委（更正）' } })),
          },
        },
      ),
    when: { type: 'event.start' },
    then: ['event.started'],
  },
  { title: '[R-START] not twice', given: live, when: { type: 'event.start' }, then: 'event.already-live' },
  {
    title: '[R-BACK] goes back to set-up as long as nobody has scored',
    given: onStage,
    when: { type: 'event.return-to-set-up', reason },
    then: ['event.returned-to-set-up'],
  },
  {
    title: '[R-BACK] not once there is a score',
    given: oneIn,
    when: { type: 'event.return-to-set-up', reason },
    then: 'event.has-scores',
  },
  {
    title: '[R-END] ends once the result is published',
    given: published,
    when: { type: 'event.end' },
    then: ['event.ended'],
  },
  { title: '[R-END] not before', given: closed, when: { type: 'event.end' }, then: 'event.unfinished' },
  {
    title: '[R-END] or when nobody is left in the competition',
    given: () =>
      [one, two, three].reduce(
        (final, entry) => final.run({ type: 'entry.remove', entry, as: 'withdrawn', reason }),
        live(),
      ),
    when: { type: 'event.end' },
    then: ['event.ended'],
  },
  {
    title: '[R-END] an ended event takes no more acts',
    given: ended,
    when: { type: 'stage.call', entry: one },
    then: 'event.not-live',
  },
  {
    title: '[R-END] but is reopened with a reason',
    given: ended,
    when: { type: 'event.reopen', reason },
    then: ['event.reopened'],
  },
  {
    title: '[R-END] a running one is not',
    given: live,
    when: { type: 'event.reopen', reason },
    then: 'event.not-ended',
  },
  {
    title: '[R-NAME] a judge’s name is put right at any time',
    given: ended,
    when: { type: 'judge.amend', seat: seatId(1), name: { zh: '示例评委' } },
    then: ['judge.amended'],
  },
  {
    title: '[R-NAME] if there is that seat',
    given: live,
    when: { type: 'judge.amend', seat: seatId(9), name: { zh: '示例评委' } },
    then: 'seat.unknown',
  },
  {
    title: '[R-NAME] an entry’s title is put right at any time, and loses its old line breaks',
    given: () =>
      nothing().run({
        type: 'event.define',
        definition: {
          ...definition,
          entries: definition.entries.map((entry) => ({
            ...entry,
            stageTitle: { zh: '示例|项目' },
            community: { zh: '示例社区' },
          })),
        },
      }),
    when: { type: 'entry.amend', entry: one, title: { zh: '示例项目甲' }, community: { zh: '示例社区' } },
    then: ['entry.amended'],
    and: ({ state }) =>
      expect(state.definition?.entries[0]).toEqual({
        id: one,
        number: '01',
        standIn: true,
        title: { zh: '示例项目甲' },
        community: { zh: '示例社区' },
      }),
  },
  {
    title: '[R-NAME] if there is that entry',
    given: live,
    when: { type: 'entry.amend', entry: entryId(9), title: { zh: '示例' } },
    then: 'entry.unknown',
  },
  {
    title: '[R-ORDER] lots are drawn, with the chance kept beside the order',
    given: defined,
    when: { type: 'order.draw' },
    then: ['order.drawn'],
    and: (final) => {
      expect([...final.state.order].sort()).toEqual([one, two, three]);
      expect(final.newest()[0]).toMatchObject({ entropy: 'ab'.repeat(64) });
    },
  },
  {
    title: '[R-ORDER] not once somebody has been on stage',
    given: onStage,
    when: { type: 'order.draw' },
    then: 'order.begun',
  },
  { title: '[R-ORDER] not after the end', given: ended, when: { type: 'order.draw' }, then: 'event.not-live' },
  {
    title: '[R-ORDER] an order is entered',
    given: defined,
    when: { type: 'order.set', order: [three, one, two] },
    then: ['order.set'],
  },
  {
    title: '[R-ORDER] with every entry exactly once',
    given: defined,
    when: { type: 'order.set', order: [three, one, one] },
    then: 'order.incomplete',
  },
  {
    title: '[R-ORDER] during the day with a reason only',
    given: live,
    when: { type: 'order.set', order: [three, one, two] },
    then: 'reason.missing',
  },
  {
    title: '[R-ORDER] and only among those who have not been on stage',
    given: onStage,
    when: { type: 'order.set', order: [two, one, three], reason },
    then: 'order.begun',
  },
  {
    title: '[R-ORDER] an entry that withdrew does not stand in the way',
    given: () => onStage().run({ type: 'entry.remove', entry: two, as: 'withdrawn', reason }),
    when: { type: 'order.set', order: [one, three, two], reason },
    then: ['order.set'],
  },
  {
    title: '[R-ROLE] what is the operator’s is nobody else’s',
    given: live,
    by: { role: 'judge', seat: seatId(1) },
    when: { type: 'event.end' },
    then: 'role.not-allowed',
  },
  {
    title: '[R-ROLE] what is a judge’s is not the operator’s',
    given: live,
    when: { type: 'help.call' },
    then: 'role.not-allowed',
  },
  {
    title: '[R-BASIS] a second press of the same button is refused, since the programme has moved on',
    given: () => {
      const final = startedFinal(definition);
      const basis = final.state.programmeVersion;
      final.tell(operator, { type: 'stage.call', entry: one, basis });
      return final;
    },
    when: { type: 'stage.call', entry: two, basis: 1 },
    then: 'programme.moved-on',
  },
];
