// A process full of phones: joins in a storm, votes on command, says when the last of them was answered or had a view. Started by
// crowd-process.ts; its clock is the machine's monotonic one, the same in every process.
import { createHash, randomBytes } from 'node:crypto';
import { BareSocket } from '../bare-socket.ts';

export type CrowdOrder =
  /** As many connections at once as `atOnce`; 0 for all. The hall knows a phone by the cookie it had with the page; the floor needs none. */
  | {
      readonly kind: 'join';
      readonly url: string;
      readonly count: number;
      readonly atOnce: number;
      readonly hasCookies: boolean;
    }
  /** Phone i casts with code i, spread evenly over so many milliseconds; without codes the floor is asked the same. */
  | {
      readonly kind: 'vote';
      readonly run: string;
      readonly options: readonly string[];
      readonly codes: readonly string[];
      readonly withinMs: number;
    }
  /** Says when the last phone has had so many views since. */
  | { readonly kind: 'expect'; readonly views: number }
  | { readonly kind: 'leave' };

export type CrowdReport =
  | { readonly kind: 'joined'; readonly failed: number; readonly from: string; readonly to: string }
  | {
      readonly kind: 'voted';
      readonly from: string;
      readonly to: string;
      /** Milliseconds from sending to the answer, of each vote. */
      readonly answersMs: readonly number[];
      readonly refused: readonly string[];
      /** Hash of every receipt with its choice, to be compared with the box. */
      readonly receipts: readonly { readonly receipt: string; readonly choice: readonly string[] }[];
    }
  | { readonly kind: 'expecting' }
  | { readonly kind: 'had'; readonly to: string }
  | { readonly kind: 'lost'; readonly count: number };

const report = (message: CrowdReport) => process.send?.(message);
const now = () => process.hrtime.bigint();
const auth = { protocol: 1 };

interface Phone {
  readonly socket: BareSocket;
  views: number;
}
let phones: Phone[] = [];
let expected = Infinity;
let waiting = 0;

function hasView(phone: Phone): void {
  phone.views += 1;
  if (phone.views !== expected) return;
  waiting -= 1;
  if (waiting === 0) report({ kind: 'had', to: String(now()) });
}

/** With the page, before anything is measured. */
async function cookieFrom(url: string): Promise<string> {
  const page = await fetch(url);
  await page.arrayBuffer();
  return page.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');
}

async function joinOne(url: string, cookie: string): Promise<void> {
  let phone: Phone | null = null;
  let isFirst: () => void = () => {};
  const first = new Promise<void>((resolve) => (isFirst = resolve));
  const socket = await BareSocket.open(url, cookie, auth, (packet) => {
    if (!packet.subarray(0, 8).equals(viewPacket)) return;
    isFirst();
    if (phone !== null) hasView(phone);
  });
  phone = { socket, views: 0 };
  phones.push(phone);
  await first;
}
const viewPacket = Buffer.from('42["view');

async function join({ url, count, atOnce, hasCookies }: Extract<CrowdOrder, { kind: 'join' }>): Promise<void> {
  const cookies: string[] = [];
  for (let page = 0; hasCookies && page < count; page += 1) cookies.push(await cookieFrom(url));
  const from = now();
  let failed = 0;
  const size = atOnce === 0 ? count : atOnce;
  for (let opened = 0; opened < count; opened += size)
    await Promise.all(
      Array.from({ length: Math.min(size, count - opened) }, (_, at) =>
        joinOne(url, cookies[opened + at] ?? '').catch(() => void (failed += 1)),
      ),
    );
  report({ kind: 'joined', failed, from: String(from), to: String(now()) });
}

async function vote({ run, options, codes, withinMs }: Extract<CrowdOrder, { kind: 'vote' }>): Promise<void> {
  const answersMs: number[] = [];
  const refused: string[] = [];
  const receipts: { receipt: string; choice: readonly string[] }[] = [];
  const from = now();
  await Promise.all(
    phones.map(async ({ socket }, place) => {
      const due = (withinMs * place) / phones.length;
      if (due > 0) await new Promise((resolve) => setTimeout(resolve, due));
      // The same choices in every run, from the phone's place alone.
      const drawn = createHash('sha256').update(String(place)).digest().readUInt32BE(0);
      const choice = [options[drawn % options.length] ?? ''];
      const code = codes[place];
      const sent = now();
      const body = await socket.ask('vote', {
        opId: randomBytes(16).toString('hex'),
        run,
        choice,
        ...(code !== undefined && { code }),
      });
      answersMs.push(Number(now() - sent) / 1e6);
      const [answer] = JSON.parse(body) as [{ ok: boolean; receipt?: string; code?: string }];
      if (answer.ok) receipts.push({ receipt: answer.receipt ?? '', choice });
      else refused.push(answer.code ?? 'unknown');
    }),
  );
  report({ kind: 'voted', from: String(from), to: String(now()), answersMs, refused, receipts });
}

process.on('message', (order: CrowdOrder) => {
  switch (order.kind) {
    case 'join':
      return void join(order);
    case 'vote':
      return void vote(order);
    case 'expect':
      phones.forEach((phone) => (phone.views = 0));
      expected = order.views;
      waiting = phones.length;
      return void report({ kind: 'expecting' });
    case 'leave': {
      const lost = phones.filter(({ socket }) => !socket.isOpen).length;
      phones.forEach(({ socket }) => socket.close());
      phones = [];
      return void report({ kind: 'lost', count: lost });
    }
  }
});
