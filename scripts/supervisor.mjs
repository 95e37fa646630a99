// Keeps the server running: starts it, and starts it again when it ended without being asked to, on the same ports and with
// the same operator's code. Whoever ends this process ends the server, too. Uses nothing but Node.
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';

const firstPauseMs = 100;
const longestPauseMs = 5_000;
/** One that lived this long died of something new: it is started again at once. */
const soundAfterMs = 10_000;
/** The server ends within half a second; one that cannot is not waited for. */
const patienceMs = 5_000;
/** It was asked to end; it cannot start, and has said why. */
const finalCodes = [0, 2];

const runsAgain = (how) =>
  `\n  Liangfen ended unexpectedly (${how}) and runs again; everything acknowledged is there. 亮分意外停止（${how}），已自动重新启动；已确认的内容都在。\n`;

export function supervise(program, args) {
  // Stands for this run of the computer where the system has no name for it.
  const name = randomBytes(8).toString('hex');
  /** What the next server needs to be found where this one was; null until one has been ready. */
  let resume = null;
  let child = null;
  let diedOf = null;
  let pauseMs = firstPauseMs;
  let isEnding = false;

  function launch() {
    const startedAt = performance.now();
    child = fork(program, args, {
      env: {
        ...process.env,
        LIANGFEN_SUPERVISOR: name,
        ...(resume === null ? {} : { LIANGFEN_RESUME: JSON.stringify(resume) }),
      },
    });
    child.on('message', (message) => {
      if (message?.kind !== 'ready') return;
      resume = message.resume;
      if (diedOf !== null) process.stdout.write(runsAgain(diedOf));
      diedOf = null;
    });
    child.once('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      process.exit(1);
    });
    child.once('exit', (code, signal) => {
      child = null;
      if (isEnding || resume === null || finalCodes.includes(code)) process.exit(code ?? 1);
      diedOf = signal ?? code;
      if (performance.now() - startedAt > soundAfterMs) pauseMs = firstPauseMs;
      setTimeout(launch, pauseMs);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    });
  }

  function end() {
    isEnding = true;
    if (child === null) process.exit(0);
    // A closed channel tells the server to end on every system; signals do not.
    if (child.connected) child.disconnect();
    setTimeout(() => child?.kill('SIGKILL'), patienceMs).unref();
  }

  // A terminal that went away takes its words with it, not the event.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
  launch();
}
