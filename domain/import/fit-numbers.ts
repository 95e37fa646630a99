// Numbers of a file where the schema wants them: as text where it asks for a decimal, as a count where it asks for a whole number.
import type { TSchema } from 'typebox';
import { isJsonNumber } from './exact-json.ts';
import { shapeProblems } from './shape-problems.ts';

interface Node {
  readonly type?: string;
  readonly anyOf?: readonly TSchema[];
  readonly properties?: Readonly<Record<string, TSchema>>;
  readonly patternProperties?: Readonly<Record<string, TSchema>>;
  readonly items?: TSchema;
}

const anything: TSchema = {};

/** The document with plain values; where no schema speaks, a number becomes a number. */
export function fitNumbers(schema: TSchema, value: unknown): unknown {
  const node = schema as Node;
  if (node.anyOf && typeof value === 'object' && value !== null) {
    const fitted = node.anyOf.map((choice) => ({ choice, value: fitNumbers(choice, value) }));
    const problems = fitted.map((one) => shapeProblems(one.choice, one.value).length);
    return fitted[problems.indexOf(Math.min(...problems))]?.value;
  }
  if (isJsonNumber(value)) return node.type === 'string' ? value.number : Number(value.number);
  if (Array.isArray(value)) return value.map((item: unknown) => fitNumbers(node.items ?? anything, item));
  if (typeof value !== 'object' || value === null) return value;
  const [others = anything] = Object.values(node.patternProperties ?? {});
  const known = node.properties ?? {};
  const fields = Object.entries(value).map(([key, own]): [string, unknown] => [
    key,
    fitNumbers(Object.hasOwn(known, key) ? (known[key] ?? anything) : others, own),
  ]);
  return Object.fromEntries(fields);
}
