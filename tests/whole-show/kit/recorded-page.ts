// A browser context of its own for every device, and everything that its page receives: frames of its socket and bodies of
// its requests, polling included. Scripts and styles are the same for everybody and are left out.
import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { Recording } from './recording.ts';

export interface Device {
  readonly context: BrowserContext;
  readonly page: Page;
}

export interface DeviceOptions {
  readonly width: number;
  readonly height: number;
  readonly locale: 'zh-CN' | 'en-US';
}

const isSame = (url: string) => /\/assets\/|\.html$|\.svg$/.test(new URL(url).pathname);

function record(page: Page, keep: (text: string) => void): void {
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => keep(typeof payload === 'string' ? payload : payload.toString())),
  );
  page.on('response', (response) => {
    if (isSame(response.url()) || response.request().resourceType() === 'document') return;
    // A body can be gone with its page.
    response.text().then(keep, () => {});
  });
}

export async function openDevice(
  browser: Browser,
  { width, height, locale }: DeviceOptions,
  recorded?: { readonly recording: Recording; readonly lane: string },
): Promise<Device> {
  const context = await browser.newContext({ viewport: { width, height }, locale });
  const page = await context.newPage();
  if (recorded !== undefined) record(page, recorded.recording.keeper(recorded.lane));
  return { context, page };
}
