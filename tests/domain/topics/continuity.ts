// The spare computers, which may be named at any time; whoever names none has none.
import { expect } from 'vitest';
import { judge } from '#tests/kit/final.ts';
import { live, nothing, type Case } from '#tests/kit/given.ts';

const spare = 'http://192.168.1.11:8080';

export const continuity: readonly Case[] = [
  {
    title: '[R-SPARE] the operator names the spare computers before there is an event',
    given: nothing,
    when: { type: 'spares.name', addresses: [spare, 'http://192.168.1.12'] },
    then: ['spares.named'],
    and: ({ state }) => expect(state.spares).toEqual([spare, 'http://192.168.1.12']),
  },
  {
    title: '[R-SPARE] and puts another list in place of the first',
    given: () => live().run({ type: 'spares.name', addresses: [spare, spare] }),
    when: { type: 'spares.name', addresses: [] },
    then: ['spares.named'],
    and: ({ state }) => expect(state.spares).toEqual([]),
  },
  {
    title: '[R-SPARE] nobody else does',
    given: live,
    by: judge(1),
    when: { type: 'spares.name', addresses: [spare] },
    then: 'role.not-allowed',
  },
];
