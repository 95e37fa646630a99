// JSON with its numbers as the text they were written in. JSON.parse makes binary floats of them, and 0.1 is then no tenth any more;
// so every number is put in quotation marks first. What was text stays text: a number may be written either way ("37/6").

export type Json = string | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A whole string, which is left alone, or a number. Outside strings JSON has digits in numbers only. */
const stringOrNumber = /"(?:[^"\\]|\\.)*"|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/g;

/** @throws SyntaxError where the text is no JSON. */
export function readExactJson(text: string): Json {
  const bare = text.replace(/^\uFEFF/, '');
  return JSON.parse(bare.replace(stringOrNumber, (found) => (found.startsWith('"') ? found : `"${found}"`))) as Json;
}
