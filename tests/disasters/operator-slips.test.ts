// Wrong presses and states without an exit, as they happened elsewhere, played here.
import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/commands.ts';
import { nextStep } from '#domain/next-step.ts';
import { operator as operatorRole } from '#domain/roles/operator.ts';
import { standings } from '#domain/standings.ts';
import { inHand } from '#domain/stray-scene.ts';
import { entryId, exampleEvent, seatId } from '#tests/kit/example-event.ts';
import { judge, operator, startedFinal, type Final } from '#tests/kit/final.ts';
import { playOut } from '#tests/kit/way-out.ts';
import { paper, reason, sheet } from './kit/hall.ts';

const [one, two] = [entryId(1), entryId(2)];
const begun = () => startedFinal(exampleEvent({ entries: 3, judges: 2 }));

describe('an entry', () => {
  // A match stayed "submitted" and the next one could not be started.
  it('is never stuck: from every moment of its scoring the next one can be called, and the day can be ended', () => {
    const moments: Readonly<Record<string, () => Final>> = {
      'nobody has scored': () => begun().play(1, []),
      'one has scored': () => begun().play(1, ['80']),
      'all have scored': () => begun().play(1, ['80', '90']),
      'a sheet was taken back': () =>
        begun().play(1, ['80', '90']).tell(judge(1), { type: 'score.take-back', entry: one, version: 1 }),
      'nobody is left to score': () =>
        begun()
          .play(1, [])
          .run(
            ...[1, 2].map((seat): Command => ({ type: 'sheet.recuse', seat: seatId(seat), entries: [one], reason })),
          ),
      'it is closed': () => begun().finish(1, ['80', '90']),
      'a sheet was returned after closing': () =>
        begun()
          .finish(1, ['80', '90'])
          .run({ type: 'sheet.return', entry: one, seat: seatId(1), reason }),
      'a late score waits': () => {
        const final = begun().play(1, ['80']);
        final.run({ type: 'sheet.mark-absent', seat: seatId(2), entries: [one], reason });
        final.run({ type: 'scoring.close', entry: one }).tell(judge(2), sheet(1, '99'));
        return final;
      },
      'it is revealed': () => begun().finish(1, ['80', '90']).run({ type: 'result.reveal', entry: one }),
      'a correction is open': () =>
        begun()
          .finish(1, ['80', '90'])
          .run({ type: 'result.reveal', entry: one }, { type: 'result.correct', entry: one, reason }),
      'it was disqualified while open': () =>
        begun().play(1, ['80']).run({ type: 'entry.remove', entry: one, as: 'disqualified', reason }),
    };
    for (const [moment, at] of Object.entries(moments)) {
      const final = at();
      expect(final.fork().ask(operator, { type: 'stage.call', entry: two }), moment).toBeNull();
      expect(nextStep(final.state)[0].kind, moment).not.toBe('nothing');
      expect(playOut(final).state.phase, moment).toBe('ended');
    }
  });
});

describe('one press', () => {
  // One click closed a whole round, and nobody at the venue could take it back.
  it('never ends more than another press brings back, with everything that judges gave', () => {
    const complete = () => begun().finish(1, ['80', '90']).finish(2, ['70', '75']).finish(3, ['60', '61']);
    const published = () => complete().run({ type: 'result.publish' });
    const slips: readonly (readonly [() => Final, readonly Command[], readonly Command[]])[] = [
      [complete, [{ type: 'ceremony.begin' }], [{ type: 'ceremony.cancel', reason }]],
      [complete, [{ type: 'result.publish' }], [{ type: 'result.withdraw', reason }]],
      [published, [{ type: 'event.end' }], [{ type: 'event.reopen', reason }]],
      [
        () => begun().play(1, ['80']),
        [{ type: 'sheet.mark-absent', seat: seatId(2), entries: [1, 2, 3].map(entryId), reason }],
        [1, 2, 3].map((entry) => ({ type: 'sheet.reinstate', seat: seatId(2), entry: entryId(entry), reason })),
      ],
      [
        complete,
        [{ type: 'sheet.recuse', seat: seatId(2), entries: [1, 2, 3].map(entryId), reason }],
        [1, 2, 3].flatMap((entry): Command[] => [
          { type: 'sheet.reinstate', seat: seatId(2), entry: entryId(entry), reason },
          paper(2, entry, ['90', '75', '61'][entry - 1] ?? '', 1),
        ]),
      ],
      [
        complete,
        [{ type: 'entry.remove', entry: two, as: 'withdrawn', reason }],
        [{ type: 'entry.reinstate', entry: two, reason }],
      ],
      [
        () => begun().play(1, ['80', '90']),
        [{ type: 'scoring.close', entry: one }],
        [{ type: 'scoring.reopen', entry: one, reason }],
      ],
      [
        () => begun().run({ type: 'stage.call', entry: one }),
        [{ type: 'scoring.open', entries: [one] }],
        [{ type: 'pointer.undo' }],
      ],
    ];
    const totals = ({ state }: Final) => [
      state.phase,
      state.isPublished,
      state.ceremony,
      standings(state).map(({ result, rank }) => [result.entry, rank, result.score]),
      [...state.entries.values()].map(({ scoring, sheets }) => [
        scoring,
        [...sheets.values()].flatMap(({ versions }) => versions.at(-1)?.marks ?? []),
      ]),
    ];
    for (const [moment, slip, back] of slips) {
      const final = moment();
      const before = totals(final);
      final.run(...slip);
      expect(totals(final.run(...back)), `${slip[0]?.type} and back`).toEqual(before);
    }
  });
});

describe('the rules', () => {
  // They were changed after the first ballots, and from then on no ballot could be saved.
  it('never change under a running event: they are locked, and another version is confirmed anew before it begins', () => {
    const other = exampleEvent({ entries: 3, judges: 2 }, { aggregate: { kind: 'median' } });
    const define: Command = { type: 'event.define', definition: other };
    const final = begun();
    expect(final.ask(operator, define)).toBe('definition.locked');
    // As long as nobody has scored there is a way back; the new rules are another version, and somebody must confirm them.
    const back = final.fork().run({ type: 'event.return-to-set-up', reason }, define);
    expect(back.ask(operator, { type: 'event.start' })).toBe('rules.not-confirmed');
    back.run({ type: 'rules.confirm' }, { type: 'event.start' });
    expect(back.state.definitionVersion).toBeGreaterThan(final.state.definitionVersion);
    expect(
      back.journal.flatMap(({ fact }) => (fact.type === 'rules.confirmed' ? [fact.definitionVersion] : [])),
    ).toEqual([final.state.definitionVersion, back.state.definitionVersion]);
    final.play(1, ['80']);
    expect(final.ask(operator, { type: 'event.return-to-set-up', reason })).toBe('event.has-scores');
    expect(final.ask(operator, define)).toBe('definition.locked');
    expect(final.score(2, 1, '90')).toBeNull();
  });
});

describe('the screen', () => {
  // Scoring was opened for one entry while the hall looked at another, and nothing said so.
  it('never shows another entry than the one that is scored without the console knowing it', () => {
    const final = begun().finish(1, ['80', '90']);
    final.run(
      { type: 'scene.show', scene: { kind: 'progress', entry: one } },
      { type: 'stage.call', entry: two },
      { type: 'scoring.open', entries: [two] },
    );
    const view = () => operatorRole.view(final.state);
    expect(view().strayScene).toBe(one);
    expect(inHand(view())).toEqual([two]);
    final.run({ type: 'scene.show', scene: { kind: 'progress', entry: two } });
    expect(view().strayScene).toBeNull();
    // What is meant is not cried over: an earlier score is read out, a card of the entry on stage, the next one's card.
    final.run({ type: 'result.reveal', entry: one, show: { kind: 'score', entry: one } });
    expect(view().strayScene).toBeNull();
    final.run({ type: 'stage.call', entry: entryId(3), show: { kind: 'entry-card', entry: entryId(3) } });
    expect(view().strayScene).toBeNull();
    final.run({ type: 'scene.show', scene: { kind: 'entry-card', entry: one } });
    expect(view().strayScene).toBe(one);
  });
});
