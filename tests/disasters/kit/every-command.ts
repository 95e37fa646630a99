// One well-formed command of every kind there is, taken from the rulebook's own tables: a new command is in here by itself.
import type { Command } from '#domain/commands.ts';
import { topics } from '#tests/domain/topics/every-topic.ts';

const obeyed = topics.flatMap(([, cases]) => cases).filter(({ then }) => typeof then !== 'string');

export const everyCommand: readonly Command[] = [
  ...new Map(obeyed.map(({ when }) => [when.type, when] as const)).values(),
];
