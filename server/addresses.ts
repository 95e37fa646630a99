// The addresses a tablet in the hall can reach: every IPv4 interface that is not this machine talking to itself.
import { networkInterfaces } from 'node:os';

/** Networks inside this computer (virtual machines, containers, tunnels): no tablet is in them, so they come last. */
const isVirtual = (name: string) =>
  /^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|zt|tailscale|wg|podman)|vEthernet|VMware|VirtualBox|Hyper-V|WSL/i.test(
    name,
  );
const isPrivate = (address: string) => /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address);
const isSelfGiven = (address: string) => address.startsWith('169.254.');

const distance = ({ name, address }: { name: string; address: string }) =>
  Number(isVirtual(name)) * 4 + Number(isSelfGiven(address)) * 2 + Number(!isPrivate(address));

function hosts(host: string): readonly string[] {
  if (host !== '0.0.0.0' && host !== '::') return [host.includes(':') ? `[${host}]` : host];
  const found = Object.entries(networkInterfaces())
    .flatMap(([name, all]) => (all ?? []).map((known) => ({ ...known, name })))
    .filter((known) => known.family === 'IPv4' && !known.internal)
    .sort((a, b) => distance(a) - distance(b))
    .map((known) => known.address);
  return found.length > 0 ? found : ['localhost'];
}

/**
 * `http://192.168.1.20:8080`, the most likely network of the hall first; the loopback address only when there is no other.
 * A server that listens on one address only has that one.
 */
export function lanAddresses(host: string, port: number): readonly string[] {
  const suffix = port === 80 ? '' : `:${port}`;
  return hosts(host).map((name) => `http://${name}${suffix}`);
}
