// The choreography of a reveal keeps the order of the brief, whatever the panel.
import { describe, expect, it } from 'vitest';
import { beatsOf, beatStyle } from '#display-client/scenes/score/beats.ts';
import type { Fate, JudgeTotal } from '#domain/stage-view.ts';
import { seatId } from '#tests/kit/example-event.ts';

const panel = (...fates: readonly Fate[]): { judges: readonly JudgeTotal[] } => ({
  judges: fates.map((fate, index) => ({
    seat: seatId(index + 1),
    number: index + 1,
    name: { zh: '示例评委' },
    total: '90.00',
    fate,
  })),
});
const seven = panel('counted', 'lowest-out', 'counted', 'counted', 'counted', 'highest-out', 'counted');

describe('the beats of a reveal', () => {
  it('open the cards, strike the lowest, then the highest, then raise the score, then say where it stands', () => {
    const beats = beatsOf(seven);
    expect(beats).toMatchObject({ marks: 400, gap: 170, lowest: 2300, highest: 3100, final: 4100, standing: 5200 });
  });

  it('take no time for what there is not: no drops, no marks on the screen', () => {
    expect(beatsOf(panel('counted', 'counted')).final).toBeLessThan(beatsOf(seven).lowest);
    expect(beatsOf({ judges: [] })).toMatchObject({ final: 1000, standing: 2100 });
  });

  it('do not take longer for a panel of thirty', () => {
    const thirty = panel('lowest-out', 'highest-out', ...Array<Fate>(28).fill('counted'));
    expect(beatsOf(thirty).standing).toBe(beatsOf(seven).standing);
  });

  it('reach the style sheet as whole milliseconds', () =>
    expect(beatStyle(beatsOf(seven))).toBe(
      '--at-marks: 400ms; --at-gap: 170ms; --at-lowest: 2300ms; --at-highest: 3100ms; --at-final: 4100ms; --at-standing: 5200ms',
    ));
});
