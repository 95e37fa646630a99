// Commands from outside are parsed once, here: known type, exact shape, nothing more. Every command has one compiled
// check, made from the schema that also gives the type.
import { Compile } from 'typebox/compile';
import { commandSchemas, type Command, type CommandType } from '#domain/commands.ts';
import {
  CommandMessageSchema,
  DraftMessageSchema,
  HelloSchema,
  type DraftMessage,
  type Hello,
  StatusMessageSchema,
  type StatusMessage,
} from '#protocol/messages.ts';
import type { OpId } from '#domain/ids.ts';

interface Check {
  Check(value: unknown): boolean;
}

const envelope = Compile(CommandMessageSchema);
const hello = Compile(HelloSchema);
const draft = Compile(DraftMessageSchema);
const status = Compile(StatusMessageSchema);
const commands = new Map<string, Check>(
  Object.entries(commandSchemas).map(([type, schema]) => [type, Compile(schema)]),
);

/**
 * What the server itself writes when something has happened elsewhere: a device has shown its code, codes have been made, a time
 * is over, a ballot box has been sealed. Nobody can ask for it.
 */
const serversOwn: readonly CommandType[] = ['seat.join', 'ballots.issue', 'poll.expire', 'poll.seal'];

export function parseCommandMessage(value: unknown): { readonly opId: OpId; readonly command: Command } | null {
  if (!envelope.Check(value)) return null;
  const { opId, command } = value as { opId: OpId; command: { type: CommandType } };
  if (serversOwn.includes(command.type)) return null;
  return commands.get(command.type)?.Check(command) === true ? { opId, command: command as Command } : null;
}

export const parseHello = (value: unknown): Hello | null => (hello.Check(value) ? value : null);
export const parseStatus = (value: unknown): StatusMessage | null => (status.Check(value) ? value : null);
export const parseDraft = (value: unknown): DraftMessage | null => (draft.Check(value) ? value : null);
