// The page through which the driver steers the preload library while the server runs: same offsets as struct control in shim.c.
import { closeSync, openSync, readSync, writeSync } from 'node:fs';

const offsets = {
  failWriteIn: 8,
  writeErrno: 12,
  failSyncIn: 16,
  syncErrno: 20,
  isFull: 24,
  failures: 28,
  syncDelayUs: 32,
  syncs: 36,
} as const;
type Field = keyof typeof offsets;

export const ENOSPC = 28;
export const EIO = 5;

export class Control {
  readonly file: string;
  private readonly fd: number;

  constructor(file: string) {
    this.file = file;
    this.fd = openSync(file, 'w+');
    writeSync(this.fd, Buffer.alloc(4096), 0, 4096, 0);
  }

  set(field: Field, value: number): void {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32LE(value);
    writeSync(this.fd, bytes, 0, 4, offsets[field]);
  }

  get(field: Field): number {
    const bytes = Buffer.alloc(4);
    readSync(this.fd, bytes, 0, 4, offsets[field]);
    return bytes.readInt32LE();
  }

  /** How far the server's wall clock is off the machine's. */
  moveClock(ms: number): void {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64LE(BigInt(ms) * 1_000_000n);
    writeSync(this.fd, bytes, 0, 8, 0);
  }

  calm(): void {
    for (const field of ['failWriteIn', 'failSyncIn', 'isFull', 'syncDelayUs'] as const) this.set(field, 0);
  }

  close(): void {
    closeSync(this.fd);
  }
}
