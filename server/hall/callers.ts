// Who is asking: the phone by its cookie, and how much more it may ask. Over the lane the limit hangs on the connection, on the page
// without script on the phone.
import type { IncomingHttpHeaders } from 'node:http';
import type { BallotId } from '#db/ballot-box.ts';
import { MessageBudget } from '../message-budget.ts';
import { newPhoneCookie, phoneOf } from './phone-cookie.ts';
import type { Caller } from './polling-place.ts';

const burst = 10;
const perSecond = 2;
/** The longest unheard is forgotten, and may begin anew. */
const phonesKept = 20_000;

export class Callers {
  private readonly key: Buffer;
  private readonly budgets = new Map<BallotId | null, MessageBudget>();

  constructor(key: Buffer) {
    this.key = key;
  }

  /** A new connection. */
  ofConnection({ cookie }: IncomingHttpHeaders): Caller {
    return { phone: phoneOf(this.key, cookie), budget: new MessageBudget(burst, perSecond) };
  }

  /** One request of many: those of one phone share a limit. */
  ofRequest({ cookie }: IncomingHttpHeaders): Caller {
    const phone = phoneOf(this.key, cookie);
    const budget = this.budgets.get(phone) ?? new MessageBudget(burst, perSecond);
    this.budgets.delete(phone);
    this.budgets.set(phone, budget);
    for (const longest of this.budgets.keys())
      if (this.budgets.size > phonesKept) this.budgets.delete(longest);
      else break;
    return { phone, budget };
  }

  /** The cookie that a phone without a good one is given with a page; null when it has one. */
  cookieFor({ cookie }: IncomingHttpHeaders): string | null {
    return phoneOf(this.key, cookie) === null ? newPhoneCookie(this.key) : null;
  }
}
