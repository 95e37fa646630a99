// The big screen as the hall reads it: no view, no message, only what stands on the wall.
import { expect, type Page } from '@playwright/test';
import type { SceneKind } from '#domain/stage-view.ts';

export interface ShownPlace {
  readonly rank: number;
  readonly score: string;
  /** Everything that stands in the line. */
  readonly text: string;
}

export async function seesScene(page: Page, scene: SceneKind): Promise<void> {
  await expect(page.locator(`[data-scene="${scene}"]`).first()).toBeVisible();
}

/** A single place has the whole wall to itself. */
export async function readsOnlyWinner(page: Page, name: string, score: string): Promise<void> {
  await seesScene(page, 'final');
  const wall = page.locator('[data-scene="final"]').first();
  await expect(wall).toContainText(name);
  await expect(wall).toContainText(score);
}

/** The published ranking, place by place, as it is written on the wall. */
export async function readFinal(page: Page): Promise<readonly ShownPlace[]> {
  await seesScene(page, 'final');
  const lines = page.locator('[data-scene="final"] ol > li');
  await expect(lines.first()).toBeVisible();
  const texts = await lines.evaluateAll((items) =>
    items.map((item) => ({
      rank: item.querySelector('.rank')?.textContent ?? '',
      score: item.querySelector('.score')?.textContent ?? '',
      text: item.textContent,
    })),
  );
  return texts.map(({ rank, score, text }) => ({ rank: Number(rank), score: score.trim(), text }));
}
