// A phone in the hall: a real connection to the hall's process and everything it was ever sent.
import { io, type Socket } from 'socket.io-client';
import type { AudienceView } from '#domain/roles/audience-view.ts';
import type { HallToPhone } from '#protocol/hall.ts';
import type { ViewMessage } from '#protocol/messages.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';

export class Phone {
  readonly socket: Socket<HallToPhone>;
  readonly messages: ViewMessage<AudienceView>[] = [];
  bytes = '';
  refusedBy: string | null = null;

  constructor(url: string, protocol = PROTOCOL_VERSION) {
    this.socket = io(url, {
      forceNew: true,
      transports: ['websocket'],
      auth: { protocol },
      reconnectionDelay: 50,
      reconnectionDelayMax: 100,
    });
    this.socket.onAny((_event, ...args) => (this.bytes += JSON.stringify(args)));
    this.socket.on('view', (message) => this.messages.push(message));
    this.socket.on('connect_error', (error) => (this.refusedBy = error.message));
  }

  get view(): AudienceView | undefined {
    return this.messages.at(-1)?.view;
  }

  close(): void {
    this.socket.close();
  }
}
