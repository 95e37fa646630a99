// A judge's tablet as its judge uses it: types the marks, reviews, hands in, sees that the server has it.
import { expect, type Page } from '@playwright/test';
import { judgeWords } from '#client-kit/wording/judge.ts';
import { fill } from '#client-kit/wording/translate.ts';
import type { Locale } from '#domain/text.ts';
import { totalOf, type Marks } from './calculator.ts';

const twoDigits = (number: number) => String(number).padStart(2, '0');

export class TabletPage {
  readonly page: Page;
  readonly number: number;
  private readonly words: (typeof judgeWords)['zh-CN'];

  constructor(page: Page, number: number, locale: Locale) {
    this.page = page;
    this.number = number;
    this.words = judgeWords[locale];
  }

  /** By the link on the seat card. */
  async join(link: string): Promise<void> {
    await this.page.goto(link);
    await expect(this.page.getByText(fill(this.words.seat, { n: this.number })).first()).toBeVisible();
  }

  /** The sheet of the entry with this running number is open. */
  async seesSheet(running: number): Promise<void> {
    await expect(this.page.getByRole('region', { name: this.words.items })).toBeVisible();
    await expect(this.page.locator('.head .plate')).toHaveText(twoDigits(running));
  }

  /** Types the marks one after the other, as on a number pad; the last Enter leads to the review. */
  async type(marks: Marks): Promise<void> {
    for (const mark of marks) {
      await this.page.keyboard.type(mark);
      await this.page.keyboard.press('Enter');
    }
  }

  async pressSubmit(marks: Marks): Promise<void> {
    await this.page.getByRole('button', { name: fill(this.words.submit, { total: totalOf(marks) }) }).click();
  }

  async seesSaved(running: number): Promise<void> {
    await expect(this.page.getByText(fill(this.words['done.saved'], { n: twoDigits(running) }))).toBeVisible();
  }

  async seesWaitingToBeSent(): Promise<void> {
    await expect(this.page.getByText(this.words['done.queued']).first()).toBeVisible();
  }

  async score(running: number, marks: Marks): Promise<void> {
    await this.seesSheet(running);
    await this.type(marks);
    await this.pressSubmit(marks);
    await this.seesSaved(running);
  }
}
