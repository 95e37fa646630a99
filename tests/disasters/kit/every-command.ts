// One well-formed command of every kind there is, taken from the rulebook's own tables: a new command is in here by itself.
import type { Command } from '#domain/commands.ts';
import { foundLater } from '#tests/domain/topics/found.ts';
import { hall } from '#tests/domain/topics/hall.ts';
import { keepingTime } from '#tests/domain/topics/keeping-time.ts';
import { leaving } from '#tests/domain/topics/leaving.ts';
import { partsTopic } from '#tests/domain/topics/parts.ts';
import { programme } from '#tests/domain/topics/programme.ts';
import { revealing } from '#tests/domain/topics/revealing.ts';
import { scoring } from '#tests/domain/topics/scoring.ts';
import { setUp } from '#tests/domain/topics/set-up.ts';
import { settling } from '#tests/domain/topics/settling.ts';

const tables = [
  setUp,
  programme,
  scoring,
  foundLater,
  leaving,
  keepingTime,
  partsTopic,
  revealing,
  settling,
  hall,
].flat();

export const everyCommand: readonly Command[] = [
  ...new Map(
    tables.filter(({ then }) => typeof then !== 'string').map(({ when }) => [when.type, when] as const),
  ).values(),
];
