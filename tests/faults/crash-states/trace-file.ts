// The recorded disk writes of a server, as the preload library appended them: what was done to which file, when it began and ended.
import { readFileSync } from 'node:fs';

/** W: bytes at an offset; T: length; S: flush; C: created; U: removed; R: renamed. */
export type Kind = 'W' | 'T' | 'S' | 'C' | 'U' | 'R';

export interface DiskOp {
  readonly kind: Kind;
  /** Relative to the data folder, with a leading slash; empty for the folder itself. */
  readonly path: string;
  readonly begun: number;
  readonly ended: number;
  /** Where the bytes went, or the new length. */
  readonly offset: number;
  /** Bytes written, or the new name. */
  readonly data: Buffer;
  readonly hasFailed: boolean;
}

const headLength = 40;

export function readTrace(file: string): readonly DiskOp[] {
  const bytes = readFileSync(file);
  const ops: DiskOp[] = [];
  for (let at = 0; at + headLength <= bytes.length;) {
    const size = bytes.readUInt32LE(at);
    const pathLength = bytes.readUInt16LE(at + 6);
    const dataLength = bytes.readUInt32LE(at + 32);
    const pathAt = at + headLength;
    ops.push({
      kind: String.fromCharCode(bytes[at + 4] ?? 0) as Kind,
      hasFailed: bytes[at + 5] === 1,
      begun: Number(bytes.readBigUInt64LE(at + 8)),
      ended: Number(bytes.readBigUInt64LE(at + 16)),
      offset: Number(bytes.readBigInt64LE(at + 24)),
      path: bytes.toString('utf8', pathAt, pathAt + pathLength),
      data: bytes.subarray(pathAt + pathLength, pathAt + pathLength + dataLength),
    });
    at += size;
  }
  return ops;
}
