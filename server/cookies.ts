// One cookie per role, so that one browser can be console and big screen at once. HttpOnly and SameSite=Strict; not
// Secure, because a hall's network has plain HTTP.
import type { WireRole } from '#protocol/messages.ts';

export const cookieName = (role: WireRole): string => `lf_${role}`;

/** Half a day and more without a new login; the session itself can be ended at any moment. */
export const cookieOptions = { httpOnly: true, sameSite: 'strict', path: '/', maxAge: 14 * 24 * 3600 } as const;
