// A live event without the clicking of its set-up, for tests that begin later on the day: defined over HTTP, seats joined by
// their links, the screen paired; some judges on real tablets, the others over their sockets.
import { expect, type Browser, type Page } from '@playwright/test';
import type { EventDefinition } from '#domain/definition.ts';
import type { Backup } from '#protocol/backups.ts';
import type { SeatCard } from '#protocol/http.ts';
import { makeOpId } from '#client-kit/op-id.ts';
import { Device as WireDevice, until, type Line } from '#tests/kit/server.ts';
import type { Command } from '#domain/commands.ts';
import type { Answer } from '#protocol/messages.ts';
import { ConsolePage } from './console-page.ts';
import { laneOf } from './hall.ts';
import { openDevice, type Device } from './recorded-page.ts';
import { Recording } from './recording.ts';
import { ServerProcess } from './server-process.ts';
import { TabletPage } from './tablet-page.ts';

export class PreparedHall {
  readonly server: ServerProcess;
  readonly recording = new Recording();
  readonly tablets: TabletPage[] = [];
  /** Judges without a browser, by their number. */
  readonly lines = new Map<number, Line<'judge'>>();
  readonly devices: Device[] = [];
  private readonly browser: Browser;
  /** A second desk, for what the test itself wants done or wants to know. */
  private readonly desk: WireDevice;
  readonly operator: Line<'operator'>;

  private constructor(browser: Browser, server: ServerProcess, desk: WireDevice) {
    this.browser = browser;
    this.server = server;
    this.desk = desk;
    this.operator = desk.connect('operator');
  }

  static async start(
    browser: Browser,
    definition: EventDefinition,
    options: readonly string[] = [],
  ): Promise<PreparedHall> {
    const server = await ServerProcess.start(options);
    const hall = new PreparedHall(browser, server, await new WireDevice(server.url).join(server.operatorCode));
    await hall.tell({ type: 'event.define', definition }, { type: 'rules.confirm' }, { type: 'event.start' });
    return hall;
  }

  /** @throws when one is refused. */
  async tell(...commands: readonly Command[]): Promise<void> {
    for (const command of commands) {
      const answer = (await (await this.desk.post('/api/command', { opId: makeOpId(), command })).json()) as Answer;
      if (!answer.ok) throw new Error(`${command.type}: ${answer.code}`);
      await until(`the desk sees ${command.type}`, () => (this.operator.messages.at(-1)?.seq ?? 0) >= answer.seq);
    }
  }

  private async open(lane: string, width: number, height: number): Promise<Page> {
    const recorded = { recording: this.recording, lane };
    const device = await openDevice(this.browser, { width, height, locale: 'zh-CN' }, recorded);
    this.devices.push(device);
    return device.page;
  }

  async backUp(): Promise<Backup> {
    return (await (await this.desk.post('/api/backups')).json()) as Backup;
  }

  /** A seat's card as it is read off its paper. */
  async card(number: number): Promise<SeatCard> {
    const { cards } = (await (await this.desk.post('/api/cards')).json()) as { cards: readonly SeatCard[] };
    const card = cards.find((known) => known.number === number);
    if (card === undefined) throw new Error(`seat ${number} has no card`);
    return card;
  }

  async console(address = this.server.url): Promise<ConsolePage> {
    const page = await this.open('operator', 1440, 900);
    await page.goto(`${address}/host?code=${this.server.operatorCode}`);
    await expect(page.locator('[data-next]')).toBeVisible();
    return new ConsolePage(page);
  }

  /** The first so many judges get a tablet, which may reach the server another way; all others a line. */
  async joinJudges(tablets: number, address = this.server.url): Promise<void> {
    const { cards } = (await (await this.desk.post('/api/cards')).json()) as { cards: readonly SeatCard[] };
    for (const { number, link } of cards) {
      const { pathname } = new URL(link);
      if (number <= tablets) {
        const tablet = new TabletPage(await this.open(laneOf(number), 1180, 820), number, 'zh-CN');
        await tablet.join(address + pathname);
        this.tablets.push(tablet);
      } else {
        const device = new WireDevice(this.server.url, this.recording.keeper(laneOf(number)));
        this.lines.set(number, (await device.join(pathname.split('/').at(-1) ?? '')).connect('judge'));
      }
    }
    await until('every judge has a view', () => [...this.lines.values()].every((line) => line.messages.length > 0));
  }

  async screen(address = this.server.url): Promise<Page> {
    const page = await this.open('screen', 1920, 1080);
    await page.goto(`${address}/screen`);
    await until('the desk sees the screen', () =>
      Boolean(this.operator.presence?.screens.some((known) => known.pairingCode !== null)),
    );
    const waiting = this.operator.presence?.screens.find((known) => known.pairingCode !== null);
    await this.tell({ type: 'screen.pair', screen: waiting?.screen as never, name: '主屏' });
    await expect(page.locator('[data-scene]').first()).toBeVisible();
    return page;
  }

  async cue(address = this.server.url): Promise<Page> {
    const { code } = (await (await this.desk.post('/api/cards/cue')).json()) as { code: string };
    const page = await this.open('cue', 1440, 900);
    await page.goto(`${address}/cue/${code}`);
    return page;
  }

  async close(): Promise<void> {
    this.operator.close();
    this.lines.forEach((line) => line.close());
    await Promise.all(this.devices.map(({ context }) => context.close()));
    await this.server.stop();
  }
}
