// What a server and the start command that watches it tell each other: where the server is found, so that the next one, should
// this one die, is found there too; and that it is time to end, by closing the channel.

/** What people have on paper, on screens and in their hands. */
export interface Resume {
  readonly port: number;
  readonly hallPort: number | null;
  readonly code: string;
}

export interface Supervised {
  /** Null when nobody watches this process. */
  readonly supervisor: string | null;
  /** Null at the first start. */
  readonly resume: Resume | null;
}

/** Reads what was handed over and takes it out of the environment: it holds a secret, and the hall's process inherits it. */
export function takeHandover(environment: NodeJS.ProcessEnv): Supervised {
  const { LIANGFEN_SUPERVISOR: supervisor, LIANGFEN_RESUME: handedOver } = environment;
  delete environment['LIANGFEN_SUPERVISOR'];
  delete environment['LIANGFEN_RESUME'];
  if (supervisor === undefined) return { supervisor: null, resume: null };
  return { supervisor, resume: handedOver === undefined ? null : (JSON.parse(handedOver) as Resume) };
}

export function reportReady({ supervisor }: Supervised, resume: Resume): void {
  if (supervisor !== null) process.send?.({ kind: 'ready', resume });
}

/** The start command has gone, or wants the server to end. */
export function onSupervisorGone({ supervisor }: Supervised, end: () => void): void {
  if (supervisor === null) return;
  process.once('disconnect', end);
  // It may have gone while this process was still being loaded.
  if (!process.connected) end();
}
