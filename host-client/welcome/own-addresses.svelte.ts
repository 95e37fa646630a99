// The addresses under which this server can be reached, as it says itself; until it has answered, the one in the address bar.
import { fetchAddresses } from '../ask-server.ts';

const isLoopback = /^(localhost|127\.|\[::1\])/.test(location.hostname);

export class OwnAddresses {
  all = $state.raw<readonly string[]>([location.origin]);
  chosen = $state(location.origin);
  /** The page is open on the server's own computer. */
  readonly isOwnComputer = isLoopback;

  async load(): Promise<void> {
    const answer = await fetchAddresses();
    // Without an answer the address bar's own address stays.
    if (!answer.ok) return;
    const { addresses } = answer.value;
    const [first] = addresses;
    if (first === undefined) return;
    this.all = isLoopback || addresses.includes(location.origin) ? addresses : [location.origin, ...addresses];
    // Where this page came from works for its neighbours too; the loopback address works for nobody else.
    this.chosen = isLoopback ? first : location.origin;
  }
}
