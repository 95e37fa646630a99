// Figures of parts beside the panel, results that are missing one, judge groups, methods that compare entries, and totals far from
// the other judges'.
import { expect } from 'vitest';
import type { Command } from '#domain/commands.ts';
import type { EventDefinition } from '#domain/definition.ts';
import type { Components, Mapping, Rules } from '#domain/scoring-rules.ts';
import { nextStep } from '#domain/next-step.ts';
import { operator as operatorRole } from '#domain/roles/operator.ts';
import { standings } from '#domain/standings.ts';
import { decimal, entryId, exampleEvent, seatId } from '#tests/kit/example-event.ts';
import { live, type Case } from '#tests/kit/given.ts';
import { judge, startedFinal, type Final } from '#tests/kit/final.ts';

const reason = '示例原因';
const [one, two, three] = [entryId(1), entryId(2), entryId(3)];
const points: Mapping = { kind: 'points', max: decimal('50') };
const leader: Mapping = { kind: 'leader', min: decimal('0') };

const parts = (mapping: Mapping, ifMissing: Components['ifMissing'] = 'no-result'): Components => ({
  panel: { weight: decimal('70') },
  parts: [{ id: 'votes', name: { zh: '示例投票' }, source: 'audience', weight: decimal('30'), mapping }],
  combine: 'weighted-sum',
  ifMissing,
});
const withParts = (mapping: Mapping, rules: Partial<Rules> = {}): EventDefinition =>
  exampleEvent({ judges: 2 }, { components: parts(mapping), reveal: 'at-end', ...rules });
/** Three entries, all scored. */
const scored = (event: EventDefinition) =>
  startedFinal(event).finish(1, ['80', '80']).finish(2, ['70', '70']).finish(3, ['60', '60']);
const enter = (figures: readonly (string | null)[], more: { base?: number; reason?: string } = {}): Command => ({
  type: 'figures.enter',
  component: 'votes',
  figures: figures.flatMap((figure, place) =>
    figure === null ? [] : [{ entry: entryId(place + 1), figure: decimal(figure), baseVersion: more.base ?? 0 }],
  ),
  ...(more.reason !== undefined && { reason: more.reason }),
});
const all = enter(['100', '50', '25']);
const reveal = (entry = one): Command => ({ type: 'result.reveal', entry });
const scores = ({ state }: Final) => standings(state).map(({ result }) => result.score);
const next = ({ state }: Final) => nextStep(state)[0];

const grouped = (ifMissing: 'no-result' | 'redistribute' = 'no-result'): EventDefinition => {
  const event = exampleEvent({ judges: 3 });
  return {
    ...event,
    judgeGroups: [
      { id: 'experts', name: { zh: '示例专家' } },
      { id: 'residents', name: { zh: '示例居民' } },
    ],
    panel: event.panel.map((known) => ({ ...known, group: known.number === 3 ? 'residents' : 'experts' })),
    rules: {
      ...event.rules,
      aggregate: { kind: 'mean' },
      groups: {
        weights: [
          { group: 'experts', weight: decimal('60') },
          { group: 'residents', weight: decimal('40') },
        ],
        ifMissing,
      },
    },
  };
};
const absent = (seat: number): Command => ({ type: 'sheet.mark-absent', seat: seatId(seat), entries: [one], reason });

/** Judge 3 is 15 points below the others. */
const far = (rules: Partial<Rules> = {}) =>
  startedFinal(exampleEvent({ judges: 3 }, { outlierAt: decimal('5'), aggregate: { kind: 'mean' }, ...rules })).finish(
    1,
    ['90', '90', '75'],
  );
const letStand = (seat = 3, version = 1): Command => ({
  type: 'outlier.let-stand',
  entry: one,
  seat: seatId(seat),
  version,
});
/** Judge 1 of three is asked about as well: 90 and 90 against 75 are 7.5 from the mean of the others. */
const settled = (final: Final) => final.run(letStand(1), letStand(2), letStand(3));

const rankSum = (rules: Partial<Rules> = {}) =>
  exampleEvent({ judges: 2 }, { aggregate: { kind: 'rank-sum', as: 'sum' }, reveal: 'at-end', ...rules });

export const partsTopic: readonly Case[] = [
  {
    title: '[R-FIGURE] a column of figures is entered at once, also before anybody has scored',
    given: () => startedFinal(withParts(leader)),
    when: all,
    then: ['figures.entered'],
    and: (final) => {
      const [votes] = operatorRole.view(final.state).components;
      expect(votes).toMatchObject({ sum: '175', outstanding: [] });
      expect(votes?.figures[0]).toMatchObject({ figure: '100', version: 1, device: 'test device' });
    },
  },
  {
    title: '[R-FIGURE] then the score is made of all parts',
    given: () => scored(withParts(leader)),
    when: all,
    then: ['figures.entered'],
    // 80 × 0.7 + 100 × 0.3; 70 × 0.7 + 50 × 0.3; 60 × 0.7 + 25 × 0.3
    and: (final) => expect(scores(final)).toEqual(['86.00', '64.00', '49.50']),
  },
  {
    title: '[R-FIGURE] not for a part the score does not have',
    given: live,
    when: all,
    then: 'component.unknown',
  },
  {
    title: '[R-FIGURE] not for an unknown entry',
    given: () => startedFinal(withParts(leader)),
    when: enter([null, null, null, '5']),
    then: 'entry.unknown',
  },
  {
    title: '[R-FIGURE] not for one that has left',
    given: () => startedFinal(withParts(leader)).run({ type: 'entry.remove', entry: two, as: 'withdrawn', reason }),
    when: all,
    then: 'entry.removed',
  },
  {
    title: '[R-FIGURE] not twice for the same entry',
    given: () => startedFinal(withParts(leader)),
    when: {
      type: 'figures.enter',
      component: 'votes',
      figures: ['1', '2'].map((figure) => ({ entry: one, figure: decimal(figure), baseVersion: 0 })),
    },
    then: 'figure.twice',
  },
  {
    title: '[R-FIGURE] not for an entry the hall has seen',
    given: () =>
      startedFinal(withParts(points, { reveal: 'at-once' }))
        .run(enter(['40']))
        .finish(1, ['80', '80'])
        .run(reveal()),
    when: enter(['30', '20'], { base: 1, reason }),
    then: 'entry.revealed',
  },
  {
    title: '[R-FIGURE] not while the result is frozen',
    given: () => scored(withParts(leader)).run(all, { type: 'ceremony.begin' }),
    when: enter(['5'], { base: 1, reason }),
    then: 'result.frozen',
  },
  {
    title: '[R-FIGURE-RANGE] not a negative one',
    given: () => startedFinal(withParts(points)),
    when: enter(['-1']),
    then: 'figure.out-of-range',
  },
  {
    title: '[R-FIGURE-RANGE] not more points than full marks',
    given: () => startedFinal(withParts(points)),
    when: enter(['50.5']),
    then: 'figure.out-of-range',
  },
  {
    title: '[R-FIGURE-RANGE] not more approvals than voters',
    given: () => startedFinal(withParts({ kind: 'approval', voters: 40 })),
    when: enter(['41']),
    then: 'figure.out-of-range',
  },
  {
    title: '[R-FIGURE-RANGE] points may have decimals',
    given: () => startedFinal(withParts(points)),
    when: enter(['49.5']),
    then: ['figures.entered'],
  },
  {
    title: '[R-FIGURE-RANGE] votes have none',
    given: () => startedFinal(withParts(leader)),
    when: enter(['49.5']),
    then: 'figure.not-whole',
  },
  {
    title: '[R-FIGURE-VERSION] a figure is put right with a reason, the earlier one stays in the journal',
    given: () => scored(withParts(leader)).run(all),
    when: enter(['100', '60', '25'], { base: 1, reason }),
    then: ['figures.entered'],
    and: (final) => {
      expect(final.newest()[0]).toMatchObject({ figures: [{ entry: two, figure: '60', version: 2 }], reason });
      expect(final.life(2).figures.get('votes')).toBe('60');
    },
  },
  {
    title: '[R-FIGURE-VERSION] not without one',
    given: () => startedFinal(withParts(leader)).run(all),
    when: enter(['100', '60', '25'], { base: 1 }),
    then: 'reason.missing',
  },
  {
    title: '[R-FIGURE-VERSION] not on a version that was not looked at',
    given: () => startedFinal(withParts(leader)).run(all),
    when: enter(['100', '60', '25'], { reason }),
    then: 'figure.version-conflict',
  },
  {
    title: '[R-FIGURE-VERSION] the same figures again are nothing new',
    given: () => startedFinal(withParts(leader)).run(all),
    when: all,
    then: 'figure.unchanged',
  },
  {
    title: '[R-BACK] with figures entered it does not go back to set-up: they would be lost',
    given: () => startedFinal(withParts(leader)).run(all),
    when: { type: 'event.return-to-set-up', reason },
    then: 'event.has-scores',
  },

  {
    title: '[R-NO-RESULT] nothing is revealed without a figure, and the next action leads to it',
    given: () => startedFinal(withParts(points, { reveal: 'at-once' })).finish(1, ['80', '80']),
    when: reveal(),
    then: 'result.missing',
    and: (final) => expect(next(final)).toMatchObject({ kind: 'enter-figures', entries: [one], parts: ['votes'] }),
  },
  {
    title: '[R-NO-RESULT] nor checked',
    given: () => scored(withParts(points, { checkBeforeReveal: true })),
    when: { type: 'result.check', entry: one },
    then: 'result.missing',
  },
  {
    title: '[R-NO-RESULT] nor settled',
    given: () => scored(withParts(leader)),
    when: { type: 'result.publish' },
    then: 'result.missing',
  },
  {
    title: '[R-NO-RESULT] votes that nobody gave make no result either',
    given: () => scored(withParts(leader)).run(enter(['0', '0', '0'])),
    when: { type: 'ceremony.begin' },
    then: 'result.missing',
    and: (final) => expect(next(final)).toMatchObject({ kind: 'enter-figures', parts: ['votes'] }),
  },
  {
    title: '[R-NO-RESULT] marks a method cannot use make none: the next action names the judges',
    given: () =>
      startedFinal(rankSum())
        .finish(1, ['80', '70'])
        .run(
          { type: 'sheet.recuse', seat: seatId(1), entries: [two], reason },
          { type: 'sheet.recuse', seat: seatId(2), entries: [three], reason },
        )
        .finish(2, [null, '60'])
        .finish(3, ['50', null]),
    when: { type: 'ceremony.begin' },
    then: 'result.missing',
    and: (final) =>
      expect(next(final)).toMatchObject({ kind: 'settle-marks', entry: one, seats: [seatId(1), seatId(2)] }),
  },
  {
    title: '[R-FIGURE-FIRST] figures the rules can do without are asked for first',
    given: () => scored(withParts(points, { components: parts(points, 'redistribute') })),
    when: { type: 'ceremony.begin' },
    then: ['ceremony.begun'],
    and: (final) => {
      final.run({ type: 'ceremony.cancel', reason });
      const [first, also] = nextStep(final.state);
      expect([first.kind, also?.kind]).toEqual(['enter-figures', 'begin-ceremony']);
    },
  },

  {
    title: '[R-COMPLETE] scoring does not close while a weighted group has not scored',
    given: () => startedFinal(grouped()).play(1, ['80', '80']).run(absent(3)),
    when: { type: 'scoring.close', entry: one },
    then: 'scoring.group-missing',
    and: (final) => expect(next(final)).toMatchObject({ kind: 'remind', guard: 'dialog', parts: ['residents'] }),
  },
  {
    title: '[R-COMPLETE] unless its weight goes to the others',
    given: () => startedFinal(grouped('redistribute')).play(1, ['80', '80']).run(absent(3)),
    when: { type: 'scoring.close', entry: one },
    then: ['scoring.closed'],
    and: (final) => expect(scores(final)).toEqual(['80.00']),
  },

  {
    title: '[R-OUTLIER] a total far from the others stops the reveal',
    given: far,
    when: reveal(),
    then: 'outlier.undecided',
    and: (final) => {
      expect(next(final)).toMatchObject({ kind: 'decide-outlier', entry: one });
      expect(operatorRole.view(final.state).entries[0]?.outliers[2]).toMatchObject({
        seat: seatId(3),
        total: '75.00',
        others: '90.00',
        by: '15.00',
        isBelow: true,
      });
    },
  },
  {
    title: '[R-OUTLIER] and the check',
    given: () => far({ checkBeforeReveal: true }),
    when: { type: 'result.check', entry: one },
    then: 'outlier.undecided',
  },
  {
    title: '[R-OUTLIER] and the ceremony',
    given: () => far({ reveal: 'at-end' }).finish(2, ['80', '80', '80']).finish(3, ['70', '70', '70']),
    when: { type: 'ceremony.begin' },
    then: 'outlier.undecided',
  },
  {
    title: '[R-OUTLIER] exactly as far as allowed is not asked about',
    given: () => startedFinal(exampleEvent({ judges: 2 }, { outlierAt: decimal('5') })).finish(1, ['80', '85']),
    when: reveal(),
    then: ['result.revealed'],
  },
  {
    title: '[R-OUTLIER] it is let stand, and the decision is recorded',
    given: () => far(),
    when: { ...letStand(), reason } as Command,
    then: ['outlier.kept'],
    and: (final) => {
      expect(final.newest()[0]).toMatchObject({ entry: one, seat: seatId(3), version: 1, reason });
      final.run(letStand(1), letStand(2), reveal());
    },
  },
  {
    title: '[R-OUTLIER] that holds for this version of the sheet only',
    given: () => settled(far()).run({ type: 'sheet.return', entry: one, seat: seatId(3), reason }),
    by: judge(3),
    when: {
      type: 'score.submit',
      entry: one,
      baseVersion: 1,
      marks: [{ criterion: 'item-1' as never, mark: decimal('74') }],
      remark: '',
    },
    then: ['score.submitted'],
    and: (final) =>
      expect(operatorRole.view(final.state).entries[0]?.outliers.map(({ seat }) => seat)).toEqual([seatId(3)]),
  },
  {
    title: '[R-OUTLIER] not of another version',
    given: far,
    when: letStand(3, 2),
    then: 'sheet.version-conflict',
  },
  {
    title: '[R-OUTLIER] not where nothing is asked',
    given: () => settled(far()),
    when: letStand(),
    then: 'outlier.none',
  },
  {
    title: '[R-OUTLIER] nothing is asked about while scoring is open',
    given: () => startedFinal(exampleEvent({ judges: 2 }, { outlierAt: decimal('5') })).play(1, ['80', '95']),
    when: letStand(1),
    then: 'outlier.none',
  },
  {
    title: '[R-OUTLIER] nor of an entry that has left',
    given: () => far().run({ type: 'entry.remove', entry: one, as: 'withdrawn', reason }),
    when: letStand(),
    then: 'entry.removed',
  },
  {
    title: '[R-OUTLIER] nor once the hall has seen the result',
    given: () => settled(far()).run(reveal()),
    when: letStand(),
    then: 'entry.revealed',
  },
  {
    title: '[R-OUTLIER] nor while the result is frozen',
    given: () =>
      settled(far()).finish(2, ['80', '80', '80']).finish(3, ['70', '70', '70']).run({ type: 'ceremony.begin' }),
    when: letStand(),
    then: 'result.frozen',
  },

  {
    title: '[R-DEDUCT] not where lower is better',
    given: () => scored(rankSum()),
    when: { type: 'deduction.add', entry: one, points: decimal('1'), reason },
    then: 'deduction.lower-is-better',
    and: ({ state }) => expect(operatorRole.view(state).hasDeductions).toBe(false),
  },
  {
    title: '[R-PROVISIONAL] where entries are compared, nothing is checked before all have their result',
    given: () => startedFinal(rankSum({ checkBeforeReveal: true })).finish(1, ['80', '80']),
    when: { type: 'result.check', entry: one },
    then: 'result.too-early',
    and: (final) => {
      expect(operatorRole.view(final.state).isProvisional).toBe(true);
      final.finish(2, ['70', '70']).finish(3, ['60', '60']);
      expect(operatorRole.view(final.state).isProvisional).toBe(false);
    },
  },
  {
    title: '[R-AT-END] nor revealed, whatever the rules say',
    given: () => startedFinal(rankSum({ reveal: 'at-once' })).finish(1, ['80', '80']),
    when: reveal(),
    then: 'result.too-early',
  },
  {
    title: '[R-CHECK] a figure takes the check off everybody whose result it moves',
    given: () => {
      const final = scored(withParts(leader, { checkBeforeReveal: true })).run(all);
      return final.run(...[one, two, three].map((entry): Command => ({ type: 'result.check', entry })));
    },
    when: enter(['200', '50', '50'], { base: 1, reason }),
    then: ['figures.entered'],
    // 1 leads with full points before and after; 2 has 50 of 200 instead of 50 of 100; 3 has 50 of 200 instead of 25 of 100.
    and: (final) => expect([1, 2, 3].map((entry) => final.life(entry).result)).toEqual(['none', 'none', 'none']),
  },
  {
    title: '[R-CHECK] and of nobody else',
    given: () => {
      const final = scored(withParts(leader, { checkBeforeReveal: true })).run(all);
      return final.run(...[one, two, three].map((entry): Command => ({ type: 'result.check', entry })));
    },
    when: enter([null, '60'], { base: 1, reason }),
    then: ['figures.entered'],
    and: (final) => expect([1, 2, 3].map((entry) => final.life(entry).result)).toEqual(['checked', 'none', 'checked']),
  },
  {
    title: '[R-REMOVE] where entries are compared, one that leaves moves the scores of the others',
    given: () => scored(withParts(leader)).run(all),
    when: { type: 'entry.remove', entry: one, as: 'withdrawn', reason },
    then: ['entry.removed'],
    // Entry 2 leads the votes now: 70 × 0.7 + 100 × 0.3; 60 × 0.7 + 50 × 0.3.
    and: (final) => expect(scores(final)).toEqual(['79.00', '57.00']),
  },
  {
    title: '[R-FIELD-SHOWN] not once the hall has been shown one of them',
    given: () => scored(withParts(leader)).run(all, reveal(two)),
    when: { type: 'entry.remove', entry: one, as: 'withdrawn', reason },
    then: 'result.field-shown',
  },
  {
    title: '[R-FIELD-SHOWN] nor does a figure change then',
    given: () => scored(withParts(leader)).run(all, reveal(two)),
    when: enter(['90'], { base: 1, reason }),
    then: 'result.field-shown',
  },
  {
    title: '[R-FIELD-SHOWN] nor a sheet',
    given: () => scored(withParts(leader)).run(all, reveal(two)),
    when: { type: 'sheet.return', entry: one, seat: seatId(1), reason },
    then: 'result.field-shown',
  },
  {
    title: '[R-FIELD-SHOWN] nor is scoring opened again',
    given: () => scored(withParts(leader)).run(all, reveal(two)),
    when: { type: 'scoring.reopen', entry: one, reason },
    then: 'result.field-shown',
  },
  {
    title: '[R-FIELD-SHOWN] nor does an entry come back',
    given: () =>
      scored(withParts(leader)).run(all, { type: 'entry.remove', entry: three, as: 'withdrawn', reason }, reveal(two)),
    when: { type: 'entry.reinstate', entry: three, reason },
    then: 'result.field-shown',
  },
  {
    title: '[R-FIELD-SHOWN] a correction takes all of them off the screen',
    given: () => scored(withParts(leader)).run(all, reveal(two), reveal(three)),
    when: { type: 'result.correct', entry: two, reason },
    then: ['result.correction-opened', 'result.correction-opened'],
    and: (final) => final.run(enter(['90'], { base: 1, reason }), reveal(three)),
  },
  {
    title: '[R-LINE] those who share a rank across the line are all outside where the rules say so',
    given: () =>
      startedFinal(exampleEvent({ judges: 1, cutLine: 2 }, { tieBreakers: [], tieAtCut: 'all-out' }))
        .finish(1, ['90'])
        .finish(2, ['80'])
        .finish(3, ['80']),
    when: { type: 'ceremony.begin' },
    then: ['ceremony.begun'],
    and: (final) => {
      expect(final.newest()[0]).toMatchObject({ steps: [{ entry: one, rank: 1 }] });
      final.run({ type: 'ceremony.unveil' }, { type: 'result.publish', show: { kind: 'final' } });
      expect([1, 2, 3].map((entry) => final.life(entry).result)).toEqual(['revealed', 'none', 'none']);
      expect(operatorRole.view(final.state).program.view.scene).toMatchObject({
        rows: [{ rank: 1 }],
        finalists: [{ id: two }, { id: three }],
      });
    },
  },
  {
    title: '[R-LINE] one that ends at the line is inside all the same',
    given: () =>
      startedFinal(exampleEvent({ judges: 1, cutLine: 2 }, { tieBreakers: [], tieAtCut: 'all-out' }))
        .finish(1, ['90'])
        .finish(2, ['90'])
        .finish(3, ['80']),
    when: { type: 'ceremony.begin' },
    then: ['ceremony.begun'],
    and: (final) => expect(final.newest()[0]).toMatchObject({ steps: [{ rank: 1 }, { rank: 1 }] }),
  },
];
