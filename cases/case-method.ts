// What a method of the case files is to the runner: the shapes of its parameters, input and published result, and the translation of
// a case into a rule and a contest of the engine (or a question to one of its pure functions), which gives the rows compared.
import type { Static, TSchema } from 'typebox';
import Value from 'typebox/value';
import type { CaseFile } from './case-file.ts';
import type { Row } from './row.ts';

export interface CaseMethod {
  /** @throws TypeError, with a sentence, for a file of another shape. */
  readonly rows: (file: CaseFile) => readonly Row[];
}

function checked<Shape extends TSchema>(shape: Shape, value: unknown, place: string): Static<Shape> {
  if (Value.Check(shape, value)) return value;
  const [first] = Value.Errors(shape, value);
  throw new TypeError(`${place}${first?.instancePath ?? ''} ${first?.message ?? 'has another shape'}`);
}

export const caseMethod = <Parameters extends TSchema, Input extends TSchema, Expected extends TSchema>(
  shapes: { readonly method: Parameters; readonly input: Input; readonly expected: Expected },
  rows: (parts: {
    readonly method: Static<Parameters>;
    readonly input: Static<Input>;
    readonly expected: Static<Expected>;
  }) => readonly Row[],
): CaseMethod => ({
  rows: (file) =>
    rows({
      method: checked(shapes.method, file.method, 'method'),
      input: checked(shapes.input, file.input, 'input'),
      expected: checked(shapes.expected, file.expected, 'expected'),
    }),
});
