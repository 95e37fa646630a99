// Which build of the pages this server hands out: a page that says another one is older or newer than its server.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `clients` is the folder of built files. Empty where the pages are not built. */
export function pagesVersion(clients: string): string {
  try {
    return readFileSync(join(clients, 'version.txt'), 'utf8').trim();
  } catch {
    return '';
  }
}
