// Puts the programme version the operator was looking at into a command, so that a second press, or a press on a second
// console, is refused instead of obeyed.
import type { Command, CommandOf, CommandType } from '#domain/commands.ts';

type WithBasis = { [T in CommandType]: 'basis' extends keyof CommandOf<T> ? T : never }[CommandType];

/** Exactly the commands that take a basis: a new one that is missing here does not compile. */
const takesBasis: { readonly [T in WithBasis]: true } = {
  'stage.call': true,
  'stage.clear': true,
  'scoring.open': true,
  'scoring.close': true,
  'scene.show': true,
  'scene.take': true,
  'pointer.undo': true,
  'timer.start': true,
  'timer.pause': true,
  'timer.resume': true,
  'timer.stop': true,
  'poll.open': true,
  'poll.close': true,
  'poll.reveal': true,
  'result.reveal': true,
  'ceremony.begin': true,
  'ceremony.unveil': true,
  'result.publish': true,
};

export function withBasis(command: Command, basis: number): Command {
  return command.type in takesBasis ? ({ ...command, basis } as Command) : command;
}
