// Sends the operator's commands and keeps the one sentence that came back when something was not possible. A command whose
// answer got lost is asked for again under the same operation id, so that one press is one act.
import type { Connection } from '#client-kit/connection.svelte.ts';
import { makeOpId } from '#client-kit/op-id.ts';
import type { Command } from '#domain/commands.ts';
import type { OpId } from '#domain/ids.ts';
import type { Answer } from '#protocol/messages.ts';

export type Refused = Extract<Answer, { ok: false }>;

const tries = 4;
/** The lane takes 64 kB; a definition with pictures goes over HTTP. */
const largeTypes: readonly Command['type'][] = ['event.define'];

async function overHttp(command: Command, opId: OpId): Promise<Answer> {
  try {
    const response = await fetch('/api/command', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify({ opId, command }),
    });
    const answer = (await response.json()) as Answer;
    return response.ok ? answer : ({ ...answer, ok: false, params: {}, retryable: response.status >= 500 } as Refused);
  } catch {
    return { ok: false, code: 'server.unavailable', params: {}, retryable: true };
  }
}

export class Desk {
  /** The last refusal, until the next command succeeds or the operator closes it. */
  refused = $state.raw<Refused | null>(null);
  /** How many commands wait for their answer. */
  pending = $state(0);
  readonly connection: Connection<'operator'>;

  constructor(connection: Connection<'operator'>) {
    this.connection = connection;
  }

  /** Sends one after the other; stops at the first that is refused. @returns whether all were obeyed. */
  async send(...commands: readonly Command[]): Promise<boolean> {
    for (const command of commands) {
      const answer = await this.ask(command);
      if (!answer.ok) {
        this.refused = answer;
        return false;
      }
    }
    this.refused = null;
    return true;
  }

  /** The answer itself, for dialogs that show a refusal in place. */
  async ask(command: Command): Promise<Answer> {
    const opId = makeOpId();
    this.pending += 1;
    try {
      let answer = await this.once(command, opId);
      for (let left = tries - 1; left > 0 && !answer.ok && answer.retryable; left--) {
        await new Promise((resolve) => setTimeout(resolve, 500));
        answer = await this.once(command, opId);
      }
      return answer;
    } finally {
      this.pending -= 1;
    }
  }

  dismiss(): void {
    this.refused = null;
  }

  private once(command: Command, opId: OpId): Promise<Answer> {
    return largeTypes.includes(command.type) ? overHttp(command, opId) : this.connection.send(command, opId);
  }
}
