// The wire of the hall: what the server's process tells the hall's process, and what that one tells phones. A phone says
// nothing here but which version it speaks; votes will come over their own message.
import type { AudienceView } from '#domain/roles/audience-view.ts';
import type { ViewMessage } from './messages.ts';

/** From the server's process to the hall's process: all that this process ever knows of the event. */
export interface HallUpdate {
  readonly kind: 'audience-view';
  readonly message: ViewMessage<AudienceView>;
}

/** From the hall's process to the server's: where it can be reached, or that none of its ports can be had. */
export type HallReport = { readonly kind: 'listening'; readonly port: number } | { readonly kind: 'no-port' };

/** In a phone's handshake. */
export interface PhoneHello {
  readonly protocol: number;
}

/** A whole view, newest first of all: a later one replaces it. */
export interface HallToPhone {
  view: (message: ViewMessage<AudienceView>) => void;
}
