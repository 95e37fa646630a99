// The event definition is published three ways: as the schema that is checked with, as a file in docs, over HTTP; and in
// words. They say the same. `npx vitest run tests/import/event-schema.test.ts -u` writes the file anew.
import { readFileSync } from 'node:fs';
import { format } from 'prettier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EventDefinitionSchema } from '#domain/definition.ts';
import { definitionShapeProblems } from '#domain/import/shape-problems.ts';
import { startServer, type TestServer } from '#tests/kit/server.ts';

const schema: unknown = JSON.parse(JSON.stringify(EventDefinitionSchema));
const text = readFileSync(new URL('../../docs/event-definition.md', import.meta.url), 'utf8');

/** Every field name anywhere in the schema. */
function fieldsOf(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { properties } = node as { readonly properties?: object };
  return [...Object.keys(properties ?? {}), ...Object.values(node).flatMap(fieldsOf)];
}

describe('the published schema', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  it('is the file in docs', async () => {
    const written = await format(JSON.stringify(schema), { parser: 'json', printWidth: 120 });
    await expect(written).toMatchFileSnapshot('../../docs/event.schema.json');
  });

  it('is what the server gives', async () => {
    expect(await (await server.device().fetch('/api/schema/event.json')).json()).toEqual(schema);
  });

  it('has every field in the words of docs/event-definition.md', () => {
    const fields = [...new Set(fieldsOf(schema))];
    expect(fields.filter((field) => !text.includes(`\`${field}\``))).toEqual([]);
  });

  it('accepts the example of docs/event-definition.md', () => {
    const example = /```json\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
    expect(definitionShapeProblems(JSON.parse(example))).toEqual([]);
  });
});
