// WebSocket frames by hand, because this client must be able to misbehave. Masked with zeros, as the protocol allows: the bytes
// stay readable for the proxy, which looks for commands in them and can send a frame again on another connection.
export function frameOf(text: string): Buffer {
  const payload = Buffer.from(text);
  const { length } = payload;
  const mask = [0, 0, 0, 0];
  if (length < 126) return Buffer.concat([Buffer.from([0x81, 0x80 | length, ...mask]), payload]);
  if (length < 65_536) return Buffer.concat([Buffer.from([0x81, 0xfe, length >> 8, length & 255, ...mask]), payload]);
  const head = Buffer.alloc(14);
  head[0] = 0x81;
  head[1] = 0xff;
  head.writeUInt32BE(length, 6);
  return Buffer.concat([head, payload]);
}

/** Cuts a stream from the server into frames; what is not whole yet waits. */
export class FrameReader {
  private chunks: Buffer[] = [];
  private size = 0;
  private wanted = 2;

  /** @returns the payloads of whole text frames, and null for a frame that closes the connection. */
  take(chunk: Buffer): (Buffer | null)[] {
    this.chunks.push(chunk);
    this.size += chunk.length;
    if (this.size < this.wanted) return [];
    let rest = this.chunks.length === 1 ? chunk : Buffer.concat(this.chunks, this.size);
    const payloads: (Buffer | null)[] = [];
    for (;;) {
      const [head, length] = lengthsOf(rest);
      this.wanted = head + length;
      if (rest.length < this.wanted) break;
      const opcode = (rest[0] ?? 0) & 15;
      if (opcode === 8) payloads.push(null);
      else if (opcode < 3) payloads.push(rest.subarray(head, head + length));
      rest = rest.subarray(head + length);
    }
    this.chunks = rest.length === 0 ? [] : [rest];
    this.size = rest.length;
    return payloads;
  }
}

/** Lengths of head and payload; more than there is while the head is not whole. */
function lengthsOf(bytes: Buffer): readonly [number, number] {
  if (bytes.length < 2) return [2, 0];
  const short = (bytes[1] ?? 0) & 127;
  const head = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (bytes.length < head) return [head, 0];
  return [head, short === 126 ? bytes.readUInt16BE(2) : short === 127 ? bytes.readUInt32BE(6) : short];
}
