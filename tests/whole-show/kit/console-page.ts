// The console as its operator uses it: one key for the next action, one for the other way, windows where people decide.
import { expect, type Page } from '@playwright/test';
import type { NextActionKind } from '#domain/next-action.ts';

export class ConsolePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async next(): Promise<NextActionKind> {
    return (await this.page.locator('[data-next]').getAttribute('data-next')) as NextActionKind;
  }

  async alternative(): Promise<NextActionKind | null> {
    const other = this.page.locator('[data-alternative]');
    return (await other.count()) === 0 ? null : ((await other.getAttribute('data-alternative')) as NextActionKind);
  }

  /** Until the console offers it, which may depend on what judges do. */
  async offers(kind: NextActionKind): Promise<void> {
    await expect(this.page.locator('[data-next]')).toHaveAttribute('data-next', kind);
  }

  /** Presses the key and holds it until the programme has moved. */
  private async hold(key: 'Space' | 'a', button: string): Promise<void> {
    const programme = this.page.locator('[data-programme]');
    const before = await programme.getAttribute('data-programme');
    await expect(this.page.locator(button)).toHaveAttribute('aria-disabled', 'false');
    await this.page.keyboard.down(key);
    await expect(programme).not.toHaveAttribute('data-programme', before ?? '');
    await this.page.keyboard.up(key);
  }

  pressNext(): Promise<void> {
    return this.hold('Space', '[data-next]');
  }

  pressAlternative(): Promise<void> {
    return this.hold('a', '[data-alternative]');
  }

  /** Entries as the run of show lists them, in running order. */
  order(): Promise<readonly string[]> {
    return this.page
      .locator('[data-entry]')
      .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['entry'] ?? ''));
  }
}
