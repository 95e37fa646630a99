// The secret that takes this device's session to another address of the event, one per role as the cookies are.
import type { WireRole } from '#protocol/messages.ts';
import { deviceStorage } from './device-storage.ts';

const storage = deviceStorage();
const keyOf = (role: WireRole) => `liangfen.move/${role}`;

export const moveTokenOf = (role: WireRole): string | null => storage.read(keyOf(role));

export function keepMoveToken(role: WireRole, token: string): void {
  storage.write(keyOf(role), token);
}
