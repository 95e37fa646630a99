// Compiles the preload library on the spot. Without a compiler the run cannot show what it is there for: it is UNKNOWN, and red.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('shim.c', import.meta.url));

/** @returns the library's file, or why there is none. */
export function compileShim(folder: string): { readonly file: string } | { readonly missing: string } {
  if (process.platform !== 'linux')
    return { missing: `a preload library is made for Linux, not for ${process.platform}` };
  const file = join(folder, 'shim.so');
  const problems: string[] = [];
  for (const compiler of [process.env['CC'], 'cc', 'gcc', 'clang']) {
    if (compiler === undefined || compiler === '') continue;
    const { status, stderr, error } = spawnSync(
      compiler,
      ['-O2', '-shared', '-fPIC', '-Wall', '-o', file, source, '-ldl'],
      { encoding: 'utf8' },
    );
    if (status === 0) return { file };
    problems.push(`${compiler}: ${error?.message ?? stderr}`);
  }
  return { missing: `no C compiler worked\n${problems.join('\n')}` };
}
