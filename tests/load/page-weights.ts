// Row P11: what each page weighs over the wire, gzip, with all its scripts and styles; fonts and pictures, which a page can do without, not.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rounded } from './figures.ts';
import type { Row } from './row.ts';

const budgets = [
  { page: 'audience', folder: 'dist/audience', html: 'audience-client/index.html', limit: 40 },
  { page: 'judge', folder: 'dist/clients', html: 'judge-client/index.html', limit: 90 },
  { page: 'display', folder: 'dist/clients', html: 'display-client/index.html', limit: 120 },
] as const;

const kb = (bytes: number) => bytes / 1000;
const weight = (file: string) => gzipSync(readFileSync(file), { level: 9 }).length;

/** Every script and style that the page or one of them names, each once. */
function partsOf(folder: string, html: string): readonly string[] {
  const known = new Set<string>();
  const all = readdirSync(join(folder, 'assets')).filter((name) => /\.(?:js|css)$/.test(name));
  const look = (text: string) => {
    for (const name of all)
      if (!known.has(name) && text.includes(name)) {
        known.add(name);
        if (name.endsWith('.js')) look(readFileSync(join(folder, 'assets', name), 'utf8'));
      }
  };
  look(readFileSync(join(folder, html), 'utf8'));
  return [...known];
}

export function pageWeights(): readonly Row[] {
  return budgets.map(({ page, folder, html, limit }) => {
    const parts = partsOf(folder, html).map((name) => weight(join(folder, 'assets', name)));
    const total = kb(weight(join(folder, html)) + parts.reduce((sum, bytes) => sum + bytes, 0));
    const ratio = rounded(total / limit);
    return {
      row: 'P11',
      what: `kB of the ${page} page, gzip, scripts and styles; floor: its budget`,
      target: `≤ 1`,
      ratio,
      ratioFrom: ratio,
      ratioTo: ratio,
      isMet: total <= limit,
      real: rounded(total, 1),
      realP99: rounded(total, 1),
      floor: limit,
    };
  });
}
