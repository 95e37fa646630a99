// A phone in the hall: a real connection to the hall's process, its cookie, and everything it was ever sent.
import { io, type Socket } from 'socket.io-client';
import type { OpId, RunId } from '#domain/ids.ts';
import type { AudienceView } from '#domain/roles/audience-view.ts';
import type { LiveVotes } from '#domain/voting/live-votes.ts';
import type { HallToPhone, MineAnswer, PhoneToHall, VoteAnswer, VoteMessage } from '#protocol/hall.ts';
import type { ViewMessage } from '#protocol/messages.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';

let operations = 0;
export const newVoteId = () => ((operations += 1).toString(16).padStart(8, '0') + 'b'.repeat(24)) as OpId;

/** What a browser that opens the page is given to be known by again. */
export async function phoneCookie(url: string, former = ''): Promise<string> {
  const response = await fetch(`${url}/`, { headers: { cookie: former } });
  await response.text();
  const [line] = response.headers.getSetCookie();
  return /^[^;]*/.exec(line ?? former)?.[0] ?? former;
}

export class Phone {
  readonly socket: Socket<HallToPhone, PhoneToHall>;
  readonly messages: ViewMessage<AudienceView>[] = [];
  votes: readonly LiveVotes[] = [];
  bytes = '';
  refusedBy: string | null = null;

  constructor(url: string, protocol = PROTOCOL_VERSION, cookie = '') {
    this.socket = io(url, {
      forceNew: true,
      transports: ['websocket'],
      auth: { protocol },
      extraHeaders: { cookie },
      reconnectionDelay: 50,
      reconnectionDelayMax: 100,
    });
    this.socket.onAny((_event, ...args) => (this.bytes += JSON.stringify(args)));
    this.socket.on('view', (message) => this.messages.push(message));
    this.socket.on('votes', (votes) => (this.votes = votes));
    this.socket.on('connect_error', (error) => (this.refusedBy = error.message));
  }

  /** As a person opens the page, with the cookie that it brings. */
  static async open(url: string, cookie?: string): Promise<Phone> {
    return new Phone(url, PROTOCOL_VERSION, cookie ?? (await phoneCookie(url)));
  }

  get view(): AudienceView | undefined {
    return this.messages.at(-1)?.view;
  }

  /** @throws when there is no answer within the time. */
  vote(
    run: RunId,
    choice: readonly string[],
    more: Partial<Pick<VoteMessage, 'code' | 'opId'>> = {},
    withinMs = 10_000,
  ): Promise<VoteAnswer> {
    const message: VoteMessage = { opId: newVoteId(), run, choice: [...choice], ...more };
    return this.socket.timeout(withinMs).emitWithAck('vote', message);
  }

  /** As a page does: the same operation again and again until it is answered for good. */
  async voteUntilAnswered(
    run: RunId,
    choice: readonly string[],
    more: Partial<Pick<VoteMessage, 'code' | 'opId'>> = {},
  ): Promise<VoteAnswer> {
    const opId = more.opId ?? newVoteId();
    for (let tries = 0; tries < 100; tries += 1) {
      const answer = await this.vote(run, choice, { ...more, opId }, 500).catch(() => null);
      if (answer !== null && (answer.ok || !answer.retryable)) return answer;
    }
    throw new Error('the vote was never answered');
  }

  mine(code?: string): Promise<MineAnswer> {
    return this.socket.timeout(10_000).emitWithAck('mine', code === undefined ? {} : { code });
  }

  close(): void {
    this.socket.close();
  }
}
