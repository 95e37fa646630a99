// npx liangfen: computes a file with the engine that runs the day and prints the result, or opens a backup as an event that goes on.
// Reads the arguments, files and the language of the computer; everything else is in domain and db.
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { commandLineWords, fileProblemSentence } from '#client-kit/wording/command-line.ts';
import { fill } from '#client-kit/wording/translate.ts';
import { readScoredFile } from '#domain/scored-event/read-scored-file.ts';
import { contestJson } from './contest-json.ts';
import { eventJson } from './event-json.ts';
import { explainContest, explainEvent } from './explain-text.ts';
import { orderFrom, type Order } from './options.ts';
import { restore } from './restore.ts';

/** What to print, where, and how the process ends. */
interface Answer {
  readonly code: 0 | 2;
  readonly text: string;
}

const refused = (sentence: string): Answer => ({ code: 2, text: sentence });
const json = (value: object): Answer => ({ code: 0, text: JSON.stringify(value, null, 2) });

const reasonOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

async function score(order: Extract<Order, { command: 'score' }>): Promise<Answer> {
  const { file, locale } = order;
  const words = commandLineWords[locale];
  const name = file ?? words.standardInput;
  let content: string;
  try {
    content = file === null ? await text(process.stdin) : readFileSync(file, 'utf8');
  } catch (error) {
    const problem = fill(words.unreadable, { reason: reasonOf(error) });
    return refused(fill(words.place, { file: name, at: '/', problem }));
  }
  const read = readScoredFile(content);
  if (read.kind === 'faulty') return refused(fileProblemSentence(read.problems, name, locale));
  if (read.kind === 'contest')
    return order.isExplained
      ? { code: 0, text: explainContest(read.rule, read.contest, locale) }
      : json(contestJson(read.rule, read.contest));
  return order.isExplained ? { code: 0, text: explainEvent(read.event, locale) } : json(eventJson(read.event));
}

async function answer(order: Order): Promise<Answer> {
  switch (order.command) {
    case 'help':
      return { code: 0, text: commandLineWords[order.locale].usage };
    case 'refused':
      return refused(order.sentence);
    case 'score':
      return score(order);
    case 'restore':
      return restore(order);
  }
}

const { LC_ALL, LC_MESSAGES, LANG } = process.env;
const given = await answer(orderFrom(process.argv.slice(2), LC_ALL ?? LC_MESSAGES ?? LANG ?? ''));
(given.code === 0 ? process.stdout : process.stderr).write(`${given.text}\n`);
process.exitCode = given.code;
