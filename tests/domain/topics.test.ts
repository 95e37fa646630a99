// Every topic's table, and that together they leave nothing out: each command is obeyed and refused somewhere, each
// refusal is produced somewhere, each fact happens somewhere.
import { describe, expect, it } from 'vitest';
import { commandSchemas, type CommandType } from '#domain/commands.ts';
import { REFUSAL_CODES } from '#domain/refusals.ts';
import { operator } from '#tests/kit/final.ts';
import type { Case } from '#tests/kit/given.ts';
import { continuity } from './topics/continuity.ts';
import { foundLater } from './topics/found.ts';
import { hall } from './topics/hall.ts';
import { programme } from './topics/programme.ts';
import { keepingTime } from './topics/keeping-time.ts';
import { partsTopic } from './topics/parts.ts';
import { leaving } from './topics/leaving.ts';
import { revealing } from './topics/revealing.ts';
import { settling } from './topics/settling.ts';
import { scoring } from './topics/scoring.ts';
import { setUp } from './topics/set-up.ts';

const topics: readonly (readonly [string, readonly Case[]])[] = [
  ['set-up', setUp],
  ['the programme', programme],
  ['scoring', scoring],
  ['found later', foundLater],
  ['leaving and losing points', leaving],
  ['keeping time', keepingTime],
  ['parts of a score', partsTopic],
  ['revealing', revealing],
  ['settling', settling],
  ['the hall', hall],
  ['going on elsewhere', continuity],
];
const cases = topics.flatMap(([, table]) => table);

describe.each(topics)('%s', (_topic, table) => {
  it.each(table.map((known) => [known.title, known] as const))('%s', (_title, { given, by, when, then, and }) => {
    const final = given();
    const before = { state: final.state, length: final.journal.length };
    const refused = final.ask(by ?? operator, when);
    const happened = final.journal.slice(before.length).map(({ fact }) => fact.type);
    expect(refused ?? happened).toEqual(then);
    if (refused !== null) expect(final.state).toBe(before.state);
    and?.(final);
  });
});

describe('the tables', () => {
  it('produce every refusal', () => {
    const produced = new Set(cases.map(({ then }) => then));
    expect(REFUSAL_CODES.filter((code) => !produced.has(code))).toEqual([]);
  });

  it('show every command obeyed', () => {
    const obeyed = new Set<CommandType>(
      cases.filter(({ then }) => typeof then !== 'string').map(({ when }) => when.type),
    );
    expect(Object.keys(commandSchemas).filter((type) => !obeyed.has(type as CommandType))).toEqual([]);
  });
});
