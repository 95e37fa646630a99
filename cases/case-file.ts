// The frame of a case file; what is inside method, input and expected is each method's own affair.
import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import { readExactJson } from './read-exact-json.ts';

const CaseFileSchema = Type.Object({
  id: Type.String({ minLength: 1 }),
  method: Type.Object({ type: Type.String() }),
  input: Type.Unknown(),
  expected: Type.Unknown(),
});
export type CaseFile = Static<typeof CaseFileSchema>;

/** @throws SyntaxError or TypeError, with a sentence, for a text that is no case file. */
export function readCaseFile(text: string): CaseFile {
  const file = readExactJson(text);
  if (Value.Check(CaseFileSchema, file)) return file;
  const [first] = Value.Errors(CaseFileSchema, file);
  throw new TypeError(`it is no case file: ${first?.instancePath ?? ''} ${first?.message ?? ''}`);
}
