// docs/protocol.md says what the code does: its tables are made from it, and no code is missing in any place.
// After a change of the wire: WRITE_DOCS=1 npx vitest run tests/protocol
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { REFUSAL_CODES } from '#domain/refusals.ts';
import { refusalWording } from '#domain/wording/refusals.ts';
import { JOIN_CODES } from '#protocol/http.ts';
import { SERVER_CODES } from '#protocol/messages.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { serverWording } from '#protocol/wording.ts';
import { withParts } from './tables.ts';

const file = 'docs/protocol.md';
if (process.env['WRITE_DOCS'] === '1') writeFileSync(file, withParts(readFileSync(file, 'utf8')));
const document = readFileSync(file, 'utf8');

describe('the protocol document', () => {
  it('has the tables and shapes of the code', () => {
    expect(document).toBe(withParts(document));
  });

  it('is about this version of the wire', () => {
    expect(document).toContain(`"protocol": ${PROTOCOL_VERSION}`);
  });

  it.each([...REFUSAL_CODES, ...SERVER_CODES, ...JOIN_CODES])('explains %s', (code) => {
    expect(document).toContain(`\`${code}\``);
  });
});

describe('the sentences of refusals', () => {
  const all = { ...refusalWording, ...serverWording };
  it.each(Object.keys(all).map((code) => [code, all[code as keyof typeof all]] as const))(
    '%s has both',
    (_code, { zh, en }) => {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[A-Z{][^\p{Script=Han}]*\.$/u);
      const blanks = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      expect(blanks(en)).toEqual(blanks(zh));
    },
  );
});
