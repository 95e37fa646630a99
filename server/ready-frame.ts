// One text for many connections: the WebSocket frame is made once and the same bytes are written to every socket. Measured
// with a thousand displays, this is what brings a push below Socket.IO's own (docs/performance.md). Whatever cannot be
// written this way (polling, an upgrade on its way, packets still queued) says so and is sent the ordinary way.
import type { Socket as NetSocket } from 'node:net';

/** An event packet of Socket.IO's default namespace, as a text frame of WebSocket from server to client. */
export function readyFrame(event: string, json: string): Buffer {
  const payload = Buffer.from(`42["${event}",${json}]`);
  const { length } = payload;
  if (length < 126) return Buffer.concat([Buffer.from([0x81, length]), payload]);
  const head = Buffer.alloc(length < 65_536 ? 4 : 10);
  head[0] = 0x81;
  if (length < 65_536) {
    head[1] = 126;
    head.writeUInt16BE(length, 2);
  } else {
    head[1] = 127;
    head.writeUInt32BE(length, 6);
  }
  return Buffer.concat([head, payload]);
}

/** What of Engine.IO and ws is needed; none of it is promised by their types, so each part is looked at before use. */
interface Inside {
  readonly readyState?: unknown;
  readonly upgrading?: unknown;
  readonly writeBuffer?: { readonly length: number };
  readonly once?: (event: 'drain', then: () => void) => unknown;
  readonly transport?: {
    readonly name?: string;
    readonly socket?: { readonly readyState?: number; readonly _socket?: Partial<NetSocket> };
  };
}

const open = 1;

/** Packets that may wait for the next poll, or for the end of an upgrade, before a connection counts as slow. */
const queueable = 2;

/** @returns whether the connection is behind; `then` is called once when it has taken everything. */
export function onceDrained(connection: unknown, then: () => void): boolean {
  const { writeBuffer, transport, once } = connection as Inside;
  const raw = transport?.socket?._socket;
  if (raw?.writableNeedDrain === true && raw.once !== undefined) raw.once('drain', then);
  else if ((writeBuffer?.length ?? 0) > queueable && once !== undefined) once.call(connection, 'drain', then);
  else return false;
  return true;
}

/** @returns false when nothing was written and the caller must send it the ordinary way. */
export function writeReady(connection: unknown, frame: Buffer): boolean {
  const { readyState, upgrading, writeBuffer, transport } = connection as Inside;
  const socket = transport?.socket;
  const raw = socket?._socket;
  if (
    readyState !== 'open' ||
    upgrading !== false ||
    // What Engine.IO still holds back was sent earlier and must arrive earlier.
    writeBuffer?.length !== 0 ||
    transport?.name !== 'websocket' ||
    socket?.readyState !== open ||
    raw?.writable !== true ||
    raw.write === undefined
  )
    return false;
  raw.write(frame);
  return true;
}
