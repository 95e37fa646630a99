// A real server that has been told a story, and a real browser page paired to it as the big screen.
import type { Page } from '@playwright/test';
import type { Locale } from '#domain/text.ts';
import type { ScreenId } from '#domain/ids.ts';
import type { Command } from '#domain/commands.ts';
import { newOpId, startServer, until, type Line, type TestServer } from '#tests/kit/server.ts';
import type { Told } from './stage-stories.ts';

export class Hall {
  readonly server: TestServer;
  readonly operator: Line<'operator'>;

  private constructor(server: TestServer, operator: Line<'operator'>) {
    this.server = server;
    this.operator = operator;
  }

  static async open(commands: readonly Told[]): Promise<Hall> {
    const server = await startServer();
    // The queue keeps the order; asked all at once, the journal is written in few groups.
    const answers = await Promise.all(
      commands.map(({ seat, command }) => server.event.submit(seat, 'test device', newOpId(), command)),
    );
    const refused = answers.findIndex((answer) => !answer.ok);
    if (refused >= 0) throw new Error(`refused: ${JSON.stringify([commands[refused], answers[refused]])}`);
    return new Hall(server, await server.operator());
  }

  /** Opens the screen's page and names the screen, as an operator does who reads the code off the wall. */
  async pair(page: Page): Promise<void> {
    await page.goto(`${this.server.url}/screen`);
    const waiting = () => this.operator.presence?.screens.find((screen) => screen.name === null);
    await until('the console sees the screen', () => waiting() !== undefined);
    await this.tell({ type: 'screen.pair', screen: waiting()?.screen as ScreenId, name: '主屏' });
    await page.locator('.stage[data-scene]').waitFor();
  }

  tell(...commands: readonly Command[]): Promise<void> {
    return this.operator.tell(...commands);
  }

  async speak(page: Page, locale: Locale): Promise<void> {
    if (this.operator.view.hallLocale !== locale) await this.tell({ type: 'hall.set-locale', locale });
    // One scene: the one of the other language has left.
    await page.waitForFunction(
      (lang) =>
        document.querySelector('.hall')?.getAttribute('lang') === lang &&
        document.querySelectorAll('.scene').length === 1,
      locale,
    );
  }

  close(): Promise<void> {
    return this.server.stop();
  }
}
