// What a disk may hold after the power went: everything up to a file's last finished flush for certain, and of what came after it
// nothing, all, a random half, or torn sectors. Names count only after the folder was flushed, or in the kinder modes.
import type { Chance } from '../chance.ts';
import type { DiskOp } from './trace-file.ts';

export type Mode = 'drop' | 'keep' | 'random' | 'torn';
const sector = 512;

class Bytes {
  private buffer = Buffer.alloc(1 << 16);
  length = 0;

  copy(): Bytes {
    const copy = new Bytes();
    copy.buffer = Buffer.from(this.buffer.subarray(0, this.length));
    copy.length = this.length;
    return copy;
  }

  write(offset: number, data: Buffer): void {
    this.grow(offset + data.length);
    data.copy(this.buffer, offset);
    this.length = Math.max(this.length, offset + data.length);
  }

  truncate(length: number): void {
    this.grow(length);
    if (length < this.length) this.buffer.fill(0, length, this.length);
    this.length = length;
  }

  content(): Buffer {
    return this.buffer.subarray(0, this.length);
  }

  private grow(length: number): void {
    if (length <= this.buffer.length) return;
    const larger = Buffer.alloc(Math.max(length, this.buffer.length * 2));
    this.buffer.copy(larger, 0, 0, this.length);
    this.buffer = larger;
  }
}

interface Inode {
  readonly flushed: Bytes;
  /** Since the last flush. */
  pending: DiskOp[];
}

const apply = (bytes: Bytes, { kind, offset, data }: DiskOp) =>
  kind === 'T' ? bytes.truncate(offset) : bytes.write(offset, data);

export class Disk {
  private names = new Map<string, Inode>();
  private flushedNames = new Map<string, Inode>();

  take(op: DiskOp): void {
    const { kind, path, data } = op;
    const inode = this.names.get(path);
    switch (kind) {
      case 'C':
        this.names.set(path, { flushed: new Bytes(), pending: [] });
        return;
      case 'U':
        this.names.delete(path);
        return;
      case 'R':
        if (inode === undefined) return;
        this.names.delete(path);
        this.names.set(data.toString(), inode);
        return;
      case 'W':
      case 'T':
        inode?.pending.push(op);
        return;
      case 'S':
        if (op.hasFailed) return;
        if (path === '') this.flushedNames = new Map(this.names);
        if (inode === undefined) return;
        inode.pending.forEach((pending) => apply(inode.flushed, pending));
        inode.pending = [];
    }
  }

  /** Whether something of the store would be lost if the power went now. */
  get hasUnsynced(): boolean {
    return [...this.names].some(([path, { pending }]) => path.startsWith('/liangfen.db') && pending.length > 0);
  }

  /** The files of one possible state. */
  state(mode: Mode, chance: Chance): readonly { readonly path: string; readonly content: Buffer }[] {
    const names = mode === 'keep' || (mode !== 'drop' && chance.is(0.5)) ? this.names : this.flushedNames;
    return [...names].map(([path, { flushed, pending }]) => {
      if (mode === 'drop' || pending.length === 0) return { path, content: flushed.content() };
      const bytes = flushed.copy();
      for (const op of pending) applySome(bytes, op, mode, chance);
      return { path, content: bytes.content() };
    });
  }
}

function applySome(bytes: Bytes, op: DiskOp, mode: Mode, chance: Chance): void {
  if (mode === 'keep') return apply(bytes, op);
  if (mode === 'random' || op.kind === 'T') return chance.is(0.5) ? apply(bytes, op) : undefined;
  for (let at = 0; at < op.data.length; at += sector)
    if (chance.is(0.5)) bytes.write(op.offset + at, op.data.subarray(at, at + sector));
}
