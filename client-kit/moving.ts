// A page that has lost its server looks for the event at the other addresses it was told of, and goes there with what it
// holds. Trying to get back home goes on meanwhile; whoever answers first is right, because it is the same event.
import type { Where } from '#protocol/http.ts';
import type { WireRole } from '#protocol/messages.ts';
import type { Connection } from './connection.svelte.ts';
import { deviceStorage } from './device-storage.ts';
import { reader } from './locale.svelte.ts';
import { moveTokenOf } from './move-token.ts';
import { fragmentOf, type Parcel } from './parcel.ts';

const lookEveryMs = 1000;
const lostAfterMs = 5000;
const askEveryMs = 3000;
const askLimitMs = 2000;
const addressesKept = 20;
const homeKey = 'liangfen.home';
const storage = deviceStorage();

interface KnownHome {
  readonly epoch: string;
  readonly addresses: readonly string[];
}

function knownHome(): KnownHome | null {
  try {
    const known = JSON.parse(storage.read(homeKey) ?? 'null') as KnownHome | null;
    return typeof known?.epoch === 'string' && Array.isArray(known.addresses) ? known : null;
  } catch {
    return null;
  }
}

/** What another address told a page that came from there: it is asked, too, should this one fail. */
export function rememberAddresses(addresses: readonly string[]): void {
  const known = knownHome();
  const all = [...new Set([...(known?.addresses ?? []), ...addresses])];
  storage.write(homeKey, JSON.stringify({ epoch: known?.epoch ?? '', addresses: all }));
}

async function whereIs(address: string): Promise<Where | null> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), askLimitMs);
  try {
    const answer = await fetch(`${address}/api/where`, {
      signal: limit.signal,
      credentials: 'omit',
      cache: 'no-store',
    });
    const where = (await answer.json()) as Where;
    return where.app === 'liangfen' ? where : null;
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

export interface Mover {
  readonly connection: Pick<Connection<WireRole>, 'home' | 'role' | 'state'>;
  /** This page at the new address: `/judge`. */
  readonly page: string;
  readonly load: () => Pick<Parcel, 'focus' | 'kept'>;
  /** The page is about to leave; it must not ask whether it may. */
  readonly onLeave?: () => void;
}

/** @returns how to stop looking. */
export function moveWhenLost({ connection, page, load, onLeave }: Mover): () => void {
  let onlineAt = performance.now();
  let askedAt = -Infinity;
  let isGone = false;
  let remembered: Connection<WireRole>['home'] = null;

  const remember = () => {
    const { home } = connection;
    if (home === null || home === remembered) return;
    remembered = home;
    const known = knownHome();
    const isSameEvent = known !== null && [home.epoch, ...home.ancestors, ''].includes(known.epoch);
    const all = [...home.addresses, location.origin, ...(isSameEvent ? known.addresses : [])];
    const addresses = [...new Set(all)].slice(0, addressesKept);
    storage.write(homeKey, JSON.stringify({ epoch: home.epoch, addresses } satisfies KnownHome));
  };

  const look = async () => {
    const known = knownHome();
    if (known === null) return;
    const others = known.addresses.filter((address) => address !== location.origin);
    const answers = await Promise.all(others.map(async (address) => ({ address, where: await whereIs(address) })));
    const found = answers.find(
      ({ where }) => where !== null && (where.epoch === known.epoch || where.ancestors.includes(known.epoch)),
    );
    if (found === undefined || isGone || connection.state === 'online' || connection.state === 'closed') return;
    isGone = true;
    onLeave?.();
    const parcel = {
      token: moveTokenOf(connection.role),
      addresses: known.addresses,
      locale: reader.chosen,
      ...load(),
    };
    location.assign(`${found.address}${page}${fragmentOf(parcel)}`);
  };

  const timer = setInterval(() => {
    const now = performance.now();
    remember();
    if (connection.state === 'online' || connection.state === 'closed') onlineAt = now;
    else if (now - onlineAt >= lostAfterMs && now - askedAt >= askEveryMs) {
      askedAt = now;
      void look();
    }
  }, lookEveryMs);
  return () => {
    isGone = true;
    clearInterval(timer);
  };
}
