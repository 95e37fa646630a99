// Every topic's table, and that together they leave nothing out: each command is obeyed and refused somewhere, each
// refusal is produced somewhere, each fact happens somewhere.
import { describe, expect, it } from 'vitest';
import { commandSchemas, type CommandType } from '#domain/commands.ts';
import { REFUSAL_CODES } from '#domain/refusals.ts';
import { operator } from '#tests/kit/final.ts';
import { topics } from './topics/every-topic.ts';

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
