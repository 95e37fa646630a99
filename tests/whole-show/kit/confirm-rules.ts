// The step of set-up that no start goes without: the rule check is opened and confirmed by clicking, as a person in charge does.
import { expect, type Page } from '@playwright/test';
import { frameWords } from '#client-kit/wording/set-up-frame.ts';
import { ruleCheckWords } from '#client-kit/wording/rule-check.ts';
import type { Locale } from '#domain/text.ts';

export async function openRuleCheck(page: Page, locale: Locale): Promise<void> {
  const words = frameWords[locale];
  const steps = page.getByRole('navigation', { name: words.steps });
  await steps.getByRole('button', { name: words['step.check'] }).click();
}

export async function confirmRules(page: Page, locale: Locale): Promise<void> {
  const words = ruleCheckWords[locale];
  await openRuleCheck(page, locale);
  await page.getByRole('button', { name: words.confirm }).click();
  await expect(page.getByRole('heading', { name: words.confirmed })).toBeVisible();
}
