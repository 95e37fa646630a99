// The addresses a tablet in the hall can reach: every IPv4 interface that is not this machine talking to itself.
import { networkInterfaces } from 'node:os';

const isPrivate = (address: string) => /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address);

/** `http://192.168.1.20:8080`, private networks first; the loopback address only when there is no other. */
export function lanAddresses(port: number): readonly string[] {
  const found = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter((known) => known.family === 'IPv4' && !known.internal)
    .map((known) => known.address)
    .sort((a, b) => Number(isPrivate(b)) - Number(isPrivate(a)));
  const suffix = port === 80 ? '' : `:${port}`;
  return (found.length > 0 ? found : ['localhost']).map((address) => `http://${address}${suffix}`);
}
