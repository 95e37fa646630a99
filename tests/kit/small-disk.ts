// A real disk of a few megabytes that can be filled and emptied while a server writes to it: a memory file system that only
// the server's process sees.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeSync, openSync, closeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** As an ordinary user, then as root where ordinary users may not. */
const ways = [
  ['unshare', '-Urm'],
  ['unshare', '-m'],
];

export class SmallDisk {
  /** Where the server finds it. */
  readonly folder = mkdtempSync(join(tmpdir(), 'liangfen-disk-'));
  /** Runs a program with the disk in place: to be put before it. */
  readonly before: readonly string[];
  private pid = 0;

  /** @throws where this computer has no way to give one. */
  constructor(megabytes: number) {
    const way = ways.find(
      ([command = '', ...args]) => spawnSync(command, [...args, 'mount', '-t', 'tmpfs', 'x', this.folder]).status === 0,
    );
    if (way === undefined) throw new Error('a small disk needs unshare and the right to mount a tmpfs');
    const mount = `mount -t tmpfs -o size=${megabytes}m liangfen ${this.folder} && exec "$@"`;
    this.before = [...way, 'sh', '-c', mount, 'sh'];
  }

  /** @param pid the process that sees the disk. */
  usedBy(pid: number | undefined): void {
    this.pid = pid ?? 0;
  }

  /** Takes all that is left. */
  fill(): void {
    const file = openSync(this.filler, 'w');
    const block = Buffer.alloc(64 * 1024);
    try {
      for (let size = block.length; size >= 1;)
        try {
          writeSync(file, block, 0, size);
        } catch {
          size = Math.floor(size / 2);
        }
    } finally {
      closeSync(file);
    }
  }

  free(): void {
    rmSync(this.filler);
  }

  private get filler(): string {
    return `/proc/${this.pid}/root${this.folder}/filler`;
  }
}
