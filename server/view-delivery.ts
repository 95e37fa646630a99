// Brings the newest view to each connection and never queues a second one behind it: who reads slowly gets fewer views, the
// newest of them, and costs the server one view of memory at most. Nobody else waits for that reader.
import type { Server } from 'socket.io';
import type { ViewMessage } from '#protocol/messages.ts';
import { onceDrained, readyFrame, writeReady } from './ready-frame.ts';
import type { AnyView, ViewSender } from './views.ts';

interface Sent {
  readonly message: ViewMessage<AnyView>;
  readonly frame: Buffer;
}

export class ViewDelivery implements ViewSender {
  private readonly io: Server;
  private readonly newest = new Map<string, Sent>();
  /** Connections that have not taken what was written to them. */
  private readonly behind = new Set<string>();

  constructor(io: Server) {
    this.io = io;
  }

  send(room: string, message: ViewMessage<AnyView>, json: string): void {
    this.newest.set(room, { message, frame: readyFrame('view', json) });
    for (const id of this.io.sockets.adapter.rooms.get(room) ?? []) this.deliver(room, id);
  }

  private deliver(room: string, id: string): void {
    const socket = this.io.sockets.sockets.get(id);
    const sent = this.newest.get(room);
    if (socket === undefined || sent === undefined || this.behind.has(id)) return;
    const isBehind = onceDrained(socket.conn, () => {
      this.behind.delete(id);
      if (socket.rooms.has(room)) this.deliver(room, id);
    });
    if (isBehind) {
      this.behind.add(id);
      socket.once('disconnect', () => this.behind.delete(id));
    } else if (!writeReady(socket.conn, sent.frame)) socket.emit('view', sent.message);
  }
}
