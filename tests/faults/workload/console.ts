// An operator's console: presses buttons for the programme as it looks, over the lane or over HTTP, and keeps a press until it is
// answered. Two of them press at the same moment on purpose: every press names the programme version it was made for.
import { sleep } from '../clock.ts';
import { Op } from '../history/history.ts';
import type { Answer, Command, OperatorView } from '../wire/messages.ts';
import { Device } from './device.ts';

export class Console extends Device {
  isGone = false;

  get desk(): OperatorView | null {
    return this.view<OperatorView>();
  }

  /** @returns the answer, however long it takes; null when the event was given up. */
  press(command: Command, overHttp: boolean): Promise<Answer | null> {
    return overHttp ? this.pressOverHttp(command) : this.send(command).settled;
  }

  private async pressOverHttp(command: Command): Promise<Answer | null> {
    const op = this.venue.history.invoke(new Op(this.chance.hex(32), this.owner, this.seat, command));
    while (op.final === null && !this.isGone) {
      await this.post(op);
      if (op.final === null) await sleep(this.chance.between(100, 300));
    }
    return op.final;
  }
}
