// Looks into a workbook's archive before anything else does: how many parts, how large they really unpack, no encryption,
// no document type. The sizes an archive states are not believed; every part is unpacked here against the limit.
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { maxParts, maxUnpackedBytes } from './limits.ts';

const unpack = promisify(inflateRaw);
const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const stored = 0;
const deflated = 8;

interface Part {
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
}

/** Null when the archive's directory cannot be read or is larger than allowed. */
function directory(bytes: Buffer): readonly Part[] | null {
  let end = bytes.length - 22;
  const lowest = Math.max(0, end - 0xffff);
  while (end >= lowest && bytes.readUInt32LE(end) !== endOfDirectory) end -= 1;
  if (end < lowest || end < 0) return null;
  const count = bytes.readUInt16LE(end + 10);
  if (count === 0 || count > maxParts) return null;
  const parts: Part[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== directoryEntry) return null;
    parts.push({
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

async function content(bytes: Buffer, part: Part, allowed: number): Promise<Buffer | null> {
  if (part.isEncrypted || part.at + 30 > bytes.length) return null;
  const start = part.at + 30 + bytes.readUInt16LE(part.at + 26) + bytes.readUInt16LE(part.at + 28);
  if (start + part.packed > bytes.length) return null;
  const packed = bytes.subarray(start, start + part.packed);
  if (part.method === stored) return packed.length <= allowed ? packed : null;
  if (part.method !== deflated) return null;
  try {
    return await unpack(packed, { maxOutputLength: Math.max(1, allowed) });
  } catch {
    return null; // Broken, or larger than allowed: in both cases nothing to read further.
  }
}

/** Whether the archive is sound and small enough to be given to the reader. */
export async function isSafeWorkbook(bytes: Buffer): Promise<boolean> {
  const parts = bytes.length < 22 ? null : directory(bytes);
  if (parts === null) return false;
  let left = maxUnpackedBytes;
  for (const part of parts) {
    const unpacked = await content(bytes, part, left);
    if (unpacked === null || unpacked.length !== part.unpacked) return false;
    if (unpacked.includes('<!DOCTYPE')) return false;
    left -= unpacked.length;
  }
  return true;
}
