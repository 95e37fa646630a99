// Ties, the ceremony and the publication, and the way back from each.
import { expect } from 'vitest';
import type { Command } from '#domain/commands.ts';
import type { Rules } from '#domain/scoring-rules.ts';
import { screen } from '#domain/roles/screen.ts';
import { standings } from '#domain/standings.ts';
import { decimal, entryId, exampleEvent, seatId } from '#tests/kit/example-event.ts';
import { ceremony, closed, complete, published, unveiled, type Case } from '#tests/kit/given.ts';
import { startedFinal, type Final } from '#tests/kit/final.ts';

const reason = '示例原因';
const [one, two, three] = [entryId(1), entryId(2), entryId(3)];
const reveal = (entry = one): Command => ({ type: 'result.reveal', entry });
const rule = (rules: Partial<Rules>, cutLine?: number) =>
  startedFinal(exampleEvent({ judges: 1, ...(cutLine === undefined ? {} : { cutLine }) }, rules));
/** Entries 1 and 2 are equal, 3 is behind. */
const tied = (cutLine?: number) => rule({}, cutLine).finish(1, ['80']).finish(2, ['80']).finish(3, ['70']);
const decide = (...order: (typeof one)[]): Command => ({ type: 'tie.decide', order, decidedBy: '示例评委 1', reason });
const ranks = ({ state }: Final) => standings(state).map(({ rank, result }) => `${rank} ${result.entry}`);
const correct: Command = { type: 'result.correct', entry: one, reason };

export const settling: readonly Case[] = [
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
    and: (final) => expect(final.life(3).reveals).toMatchObject([{ version: 1, score: '60.50', reason: null }]),
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
