// Laws of every final, whatever is asked in whatever order: the journal is the whole truth, a refusal changes nothing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewFor } from '#domain/roles/index.ts';
import type { Seat } from '#domain/seat.ts';
import type { FinalState } from '#domain/state.ts';
import type { ScreenId } from '#domain/ids.ts';
import { asked, anyEvents, rolls, tried } from '#tests/kit/arbitraries.ts';
import { Final, fold, startedFinal } from '#tests/kit/final.ts';

const seatsOf = (state: FinalState): readonly Seat[] => [
  { role: 'operator' },
  ...(state.definition?.panel ?? []).map(({ seat }): Seat => ({ role: 'judge', seat })),
  { role: 'screen', screen: 'screen-0' as ScreenId },
  { role: 'cue' },
  { role: 'audience' },
];
const pictures = (state: FinalState) => seatsOf(state).map((seat) => JSON.stringify(viewFor(state, seat)));

describe('the journal', () => {
  it('[R-JOURNAL] replayed gives the same state and the same views for every seat', () => {
    fc.assert(
      fc.property(anyEvents, rolls(150), (event, list) => {
        const final = startedFinal(event);
        for (const roll of list) final.ask(...asked(final.state, roll));
        // Through text, as the store keeps it.
        const again = fold(JSON.parse(JSON.stringify(final.journal)) as typeof final.journal);
        expect(again, final.told()).toEqual(final.state);
        expect(pictures(again)).toEqual(pictures(final.state));
      }),
      tried(60),
    );
  });

  it('[R-REFUSAL] gains nothing from a refusal, and no command throws in any state', () => {
    fc.assert(
      fc.property(anyEvents, rolls(150), fc.boolean(), (event, list, isDefined) => {
        const final = isDefined ? startedFinal(event) : new Final();
        for (const roll of list) {
          const before = { state: final.state, length: final.journal.length };
          const refused = final.ask(...asked(final.state, roll));
          expect(final.journal.length === before.length, final.told()).toBe(refused !== null);
          if (refused !== null) expect(final.state).toBe(before.state);
        }
      }),
      tried(60),
    );
  });

  it('[R-VIEW] draws a view for every seat from any set-up, however unfinished', () => {
    const zero = fc.constantFrom('0', '-1', '1', '100');
    fc.assert(
      fc.property(anyEvents, rolls(12), zero, zero, (event, list, full, weight) => {
        const criteria = event.criteria.map((criterion) => ({ ...criterion, maxScore: full, weight, entryStep: full }));
        const final = new Final();
        const unfinished = { ...event, criteria, entries: [...event.entries, ...event.entries.slice(0, 1)] };
        final.run({ type: 'event.define', definition: unfinished as typeof event });
        final.run({ type: 'scene.show', scene: { kind: 'opening' } });
        for (const roll of list) {
          expect(pictures(final.state)).toHaveLength(event.panel.length + 4);
          final.ask(...asked(final.state, roll));
        }
      }),
      tried(40),
    );
  });
});
