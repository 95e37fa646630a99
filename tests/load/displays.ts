// A process full of big screens: says when the last of them has received the view of a number. Started by bench.ts.
import { BareSocket } from './bare-socket.ts';

export interface DisplaysOrder {
  readonly url: string;
  readonly cookie: string;
  readonly count: number;
}

/** `at` is the machine's monotonic clock in nanoseconds, the same in every process. */
export type DisplaysReport = { readonly ready: true } | { readonly seq: number; readonly at: string };

const report = (message: DisplaysReport) => process.send?.(message);

async function open({ url, cookie, count }: DisplaysOrder): Promise<void> {
  const received = new Map<number, number>();
  const take = (packet: Buffer) => {
    const [, seq] = /^42\["view",\{"epoch":"[^"]*","seq":(\d+)/.exec(packet.toString('latin1', 0, 80)) ?? [];
    if (seq === undefined) return;
    const now = (received.get(Number(seq)) ?? 0) + 1;
    received.set(Number(seq), now);
    if (now === count) report({ seq: Number(seq), at: process.hrtime.bigint().toString() });
  };
  const auth = { role: 'screen', protocol: 1 };
  for (let opened = 0; opened < count; opened += 50)
    await Promise.all(
      Array.from({ length: Math.min(50, count - opened) }, () => BareSocket.open(url, cookie, auth, take)),
    );
  // The first view of each counts for nothing.
  received.clear();
  report({ ready: true });
}

process.once('message', (order: DisplaysOrder) => void open(order));
