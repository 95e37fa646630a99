// Plants a bug in a copy of the server's sources and builds that copy by the product's own build; the clients' pages are borrowed.
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from './mutant.ts';

const folders = ['domain', 'protocol', 'db', 'server'];
const files = ['package.json', 'tsconfig.json', 'vite.config.ts', 'svelte.config.js'];
const borrowed = ['node_modules', 'dist/clients', 'dist/audience'];

/** @returns the folder of the built mutant, or why the bug could not be planted. */
export async function plant(
  mutant: Mutant,
  product: string,
  folder: string,
): Promise<{ readonly built: string } | { readonly failed: string }> {
  const built = join(folder, mutant.id);
  mkdirSync(join(built, 'dist'), { recursive: true });
  for (const name of folders) cpSync(join(product, name), join(built, name), { recursive: true });
  for (const name of files) cpSync(join(product, name), join(built, name));
  for (const name of borrowed) symlinkSync(join(product, name), join(built, name));
  const file = join(built, mutant.file);
  const source = readFileSync(file, 'utf8');
  if (source.split(mutant.find).length !== 2)
    return { failed: `${mutant.file} no longer has the line, or has it twice` };
  writeFileSync(
    file,
    source.replace(mutant.find, () => mutant.replace),
  );
  const vite = join(product, 'node_modules/vite/bin/vite.js');
  const problem = await new Promise<string | null>((resolve) =>
    execFile(
      process.execPath,
      [vite, 'build', '--logLevel', 'error', '--mode', 'server'],
      { cwd: built },
      (error, _stdout, stderr) => resolve(error === null ? null : stderr.slice(-400)),
    ),
  );
  return problem === null ? { built } : { failed: `it does not build: ${problem}` };
}
