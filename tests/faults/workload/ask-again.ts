// Asks a server, on one connection, for operations that may have been done already, and says what it answers to each.
import { sleep } from '../clock.ts';
import type { Op } from '../history/history.ts';
import { LaneSocket } from '../wire/lane-socket.ts';
import type { Answer } from '../wire/messages.ts';

export interface Again {
  /** Why it was not let in; null when it was. */
  readonly refusedBy: string | null;
  readonly answers: ReadonlyMap<string, Answer>;
}

const patienceMs = 8000;

export function askAgain(port: number, cookie: string, ops: readonly Op[]): Promise<Again> {
  return new Promise((resolve) => {
    const answers = new Map<string, Answer>();
    const done = (refusedBy: string | null) => {
      resolve({ refusedBy, answers });
      lane.cut('close');
    };
    const lane = new LaneSocket({
      port,
      owner: 'again',
      cookie,
      auth: { role: 'judge', protocol: 1 },
      onOpen: () => ops.forEach(({ opId, command }, number) => lane.send('command', { opId, command }, number)),
      onAnswer: (number, json) => {
        const op = ops[number];
        if (op !== undefined) answers.set(op.opId, JSON.parse(json) as Answer);
        if (answers.size === ops.length) done(null);
      },
      onEnd: (code) => resolve({ refusedBy: code ?? 'cut off', answers }),
    });
    void sleep(patienceMs).then(() => done('too late'));
  });
}
