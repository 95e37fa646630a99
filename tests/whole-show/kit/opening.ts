// The hour before the final, by clicking and scanning as people do: the start page, the sample event, the draw, the seat
// cards' links, the screen's pairing code, the host's link, the phone.
import { expect, type Browser, type Page } from '@playwright/test';
import { consoleWords } from '#client-kit/wording/console.ts';
import { panelWords } from '#client-kit/wording/console-panels.ts';
import { hostWords } from '#client-kit/wording/host.ts';
import { setUpWords } from '#client-kit/wording/set-up.ts';
import { fill } from '#client-kit/wording/translate.ts';
import { welcomeWords } from '#client-kit/wording/welcome.ts';
import type { Locale } from '#domain/text.ts';
import type { SeatCards } from '#protocol/http.ts';
import { confirmRules } from './confirm-rules.ts';
import { ConsolePage } from './console-page.ts';
import { laneOf } from './hall.ts';
import { openDevice, type Device } from './recorded-page.ts';
import type { Recording } from './recording.ts';
import type { ServerProcess } from './server-process.ts';
import { TabletPage } from './tablet-page.ts';

const desktop = { width: 1440, height: 900 } as const;
const tablet = { width: 1180, height: 820 } as const;
const wall = { width: 1920, height: 1080 } as const;
const phone = { width: 390, height: 844 } as const;

export interface Opened {
  readonly desk: ConsolePage;
  readonly tablets: readonly TabletPage[];
  readonly screen: Page;
  readonly cue: Page;
  readonly phone: Page;
  readonly devices: readonly Device[];
}

export class Opening {
  private readonly browser: Browser;
  private readonly server: ServerProcess;
  private readonly recording: Recording;
  private readonly locale: Locale;
  readonly devices: Device[] = [];

  constructor(browser: Browser, server: ServerProcess, recording: Recording, locale: Locale) {
    this.browser = browser;
    this.server = server;
    this.recording = recording;
    this.locale = locale;
  }

  async device(lane: string, size: { readonly width: number; readonly height: number }): Promise<Page> {
    const locale = this.locale === 'en' ? 'en-US' : 'zh-CN';
    const device = await openDevice(this.browser, { ...size, locale }, { recording: this.recording, lane });
    this.devices.push(device);
    return device.page;
  }

  /** From the start page into the console, with the code that was printed in the terminal. */
  async enterDesk(): Promise<Page> {
    const page = await this.device('operator', desktop);
    const words = hostWords[this.locale];
    await page.goto(this.server.address);
    await page.getByRole('link', { name: new RegExp(`^${welcomeWords[this.locale].operator}`) }).click();
    await page.getByRole('textbox', { name: words.code }).fill(this.server.operatorCode);
    await page.getByRole('button', { name: words.enterNow, exact: true }).click();
    return page;
  }

  /** The sample event by one press, its order drawn by lot, and the start. */
  async setUpSample(page: Page): Promise<ConsolePage> {
    const words = setUpWords[this.locale];
    await page.getByRole('button', { name: words.useSample }).click();
    const step = (name: string) => page.getByRole('navigation', { name: words.steps }).getByRole('button', { name });
    await step(words['step.order']).click();
    await page.getByRole('button', { name: words.draw, exact: true }).click();
    await expect(page.getByText(words.orderDrawn).first()).toBeVisible();
    await confirmRules(page, this.locale);
    await step(words['step.start']).last().click();
    await page.getByRole('button', { name: words.startNow, exact: true }).click();
    await expect(page.locator('[data-next]')).toBeVisible();
    // The sample's hall is Chinese; an English final has an English wall.
    await page.getByRole('combobox', { name: consoleWords[this.locale].hallLanguage }).selectOption(this.locale);
    return new ConsolePage(page);
  }

  /** The cards as the console draws them: each QR code holds the link that came with it. */
  async seatCards({ page }: ConsolePage): Promise<SeatCards['cards']> {
    const answered = page.waitForResponse((response) => response.url().endsWith('/api/cards'));
    await page.getByRole('button', { name: consoleWords[this.locale].devices }).click();
    const { cards } = (await (await answered).json()) as SeatCards;
    await expect(page.getByRole('dialog')).toContainText(cards.at(-1)?.digits ?? 'no card');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    return cards;
  }

  async joinTablets(cards: SeatCards['cards']): Promise<readonly TabletPage[]> {
    return Promise.all(
      cards.map(async ({ number, link }) => {
        const joined = new TabletPage(await this.device(laneOf(number), tablet), number, this.locale);
        await joined.join(link);
        return joined;
      }),
    );
  }

  /** The screen shows a code; the console pairs the screen that shows it. The host's link and the phones' come with it. */
  async connectHall({
    page,
  }: ConsolePage): Promise<{ readonly screen: Page; readonly cue: Page; readonly phone: Page }> {
    const words = panelWords[this.locale];
    const screen = await this.device('screen', wall);
    await screen.goto(`${this.server.address}/screen`);
    const code = (await screen.locator('.code').textContent())?.trim() ?? '';
    expect(code).toMatch(/^[A-Z]\d\d$/);
    await page.keyboard.press('s');
    const panel = page.getByRole('dialog');
    await expect(panel.getByText(code, { exact: true })).toBeVisible();
    await panel.getByRole('button', { name: words.pair, exact: true }).click();
    await expect(screen.locator('[data-scene]').first()).toBeVisible();
    await panel.getByRole('button', { name: words.cueIssue }).click();
    const cueLink = await panel.locator('a[href*="/cue/"]').getAttribute('href');
    const cue = await this.device('cue', desktop);
    await cue.goto(cueLink ?? '');
    const hall = panel.getByRole('img', { name: fill(words.qrOf, { what: words.hall }) }).locator('xpath=../..');
    const phonePage = await this.device('phone', phone);
    await phonePage.goto((await hall.getByRole('link').getAttribute('href')) ?? '');
    await page.keyboard.press('Escape');
    await expect(panel).toHaveCount(0);
    return { screen, cue, phone: phonePage };
  }

  async close(): Promise<void> {
    await Promise.all(this.devices.map(({ context }) => context.close()));
  }
}
