// JSON whose numbers stay the text they were written in.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readExactJson } from '#cases/read-exact-json.ts';

describe('exact JSON', () => {
  it('keeps every digit of a number, and leaves text that looks like one alone', () => {
    const text = '{"a": [0.10, -3, 1e-7, 12345678901234567890.5, null, true], "b \\"2\\"": "x 3.50, 4", "c\\\\": 5}';
    expect(readExactJson(text)).toEqual({
      a: ['0.10', '-3', '1e-7', '12345678901234567890.5', null, true],
      'b "2"': 'x 3.50, 4',
      'c\\': '5',
    });
  });

  it('is JSON.parse for everything but numbers', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const expected: unknown = JSON.parse(text, (_, value: unknown) => (typeof value === 'number' ? null : value));
        const found: unknown = JSON.parse(JSON.stringify(readExactJson(text)), (_, value: unknown) =>
          typeof value === 'string' && /^-?\d/.test(value) ? null : value,
        );
        const texts: unknown = JSON.parse(JSON.stringify(expected), (_, value: unknown) =>
          typeof value === 'string' && /^-?\d/.test(value) ? null : value,
        );
        expect(found).toEqual(texts);
      }),
    );
  });

  it.each(['{"a": 01}', '{"a": +1}', '{"a": 1.}', '{"a": .5}', '[1 2]', '{"a": NaN}', ''])('refuses %s', (text) => {
    expect(() => readExactJson(text)).toThrow(SyntaxError);
  });
});
