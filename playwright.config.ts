// Browser tests: whole shows played by several real browser contexts against the real server.
import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const chromium = process.env['CHROMIUM'] ?? (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined);
const json = process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'];

export default defineConfig({
  testDir: 'tests/whole-show',
  globalSetup: './tests/whole-show/kit/built.ts',
  outputDir: 'test-results/playwright',
  // As many as a small machine has processors; each test has a server and browsers of its own.
  workers: 2,
  timeout: 240_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: json === undefined ? [['list']] : [['list'], ['json', { outputFile: json }]],
  use: {
    // Ten pages at once are too many to film; a picture of each is kept when something fails.
    trace: 'off',
    screenshot: 'only-on-failure',
    // Generous for a busy machine; nothing waits this long when all is well.
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    launchOptions: {
      ...(chromium === undefined ? {} : { executablePath: chromium }),
      args: [
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--disable-component-update',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
});
