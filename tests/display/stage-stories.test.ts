// The stories of the big screen as views: each shows the scene it is about, and nothing the hall must not know yet.
import { describe, expect, it } from 'vitest';
import type { SceneKind } from '#domain/stage-view.ts';
import { hallClock } from '#display-client/hall-clock.ts';
import { stories, viewOf, type Story } from './stage-stories.ts';

const sceneOf = <K extends SceneKind>(name: string, kind: K) => {
  const { scene } = viewOf(stories.find((story) => story.name === name) as Story);
  if (scene.kind !== kind) throw new Error(`${name} shows ${scene.kind}`);
  return scene as Extract<typeof scene, { kind: K }>;
};

describe('the stories', () => {
  it.each(stories.map((story) => [story.name, story] as const))('%s shows its own scene', (_name, story) =>
    expect(viewOf(story).scene.kind).toBe(story.scene.kind),
  );

  it('cover every kind of scene', () => expect(new Set(stories.map((story) => story.scene.kind)).size).toBe(14));

  it('keep a sealed score and a sealed place without a number', () => {
    expect(sceneOf('score, sealed', 'score').revealed).toBeNull();
    const sealed = sceneOf('ceremony, third', 'ceremony').steps.filter((step) => !step.isUnveiled);
    expect(sealed).toEqual([
      { rank: 1, isUnveiled: false },
      { rank: 2, isUnveiled: false },
    ]);
  });

  it('write a deduction with the decimals of the result', () =>
    expect(sceneOf('score, deduction and correction', 'score').revealed?.deductions[0]?.points).toBe('2.00'));
});

describe('the final ranking', () => {
  it('is one page for ten places, with the others in a line', () => {
    const scene = sceneOf('final', 'final');
    expect(scene).toMatchObject({ page: 0, pages: 1 });
    expect([scene.rows.length, scene.finalists.length]).toEqual([10, 5]);
  });

  it('is cut into pages of twenty where there is no line', () => {
    const scene = sceneOf('final, 60 without a line', 'final');
    expect(scene).toMatchObject({ page: 1, pages: 3 });
    expect(scene.rows.map((row) => row.rank)).toEqual(Array.from({ length: 20 }, (_, index) => index + 21));
  });

  it('gives many finalists pages of their own, in running order, without place or score', () => {
    const scene = sceneOf('final, page of finalists', 'final');
    expect(scene).toMatchObject({ page: 1, pages: 3, rows: [] });
    expect(scene.finalists.map((entry) => entry.runningNumber)).toEqual(
      Array.from({ length: 24 }, (_, index) => index + 11),
    );
    expect(JSON.stringify(scene)).not.toMatch(/"score"|"rank"/);
  });
});

describe('the clock of a screen without a connection', () => {
  it('goes on for a minute and is then unknown', () => {
    expect(hallClock(5_000, null)).toBe(5_000);
    expect(hallClock(110_000, 50_000)).toBe(110_000);
    expect(hallClock(110_001, 50_000)).toBeNull();
  });
});
