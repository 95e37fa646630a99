// What a phone loads in a hall full of phones: at most 40 kB, page, scripts and styles together.
import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

it("the audience's page is at most 40 kB", () => {
  const files = ['dist/audience/audience-client/index.html'].concat(
    readdirSync('dist/audience/assets')
      .filter((file) => !file.endsWith('.gz'))
      .map((file) => `dist/audience/assets/${file}`),
  );
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
  expect(bytes).toBeLessThanOrEqual(40_000);
});
