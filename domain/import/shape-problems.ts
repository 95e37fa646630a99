// Where a document does not have the shape of the schema, by JSON pointer and in kinds that can be put in words. Works on
// the schema itself, so that a half-typed form, an event file and the server's check can never mean different things.
import type { TSchema } from 'typebox';
import { EventDefinitionSchema } from '../definition.ts';

export const SHAPE_KINDS = [
  'shape.missing',
  'shape.empty',
  'shape.too-long',
  'shape.not-a-number',
  'shape.out-of-range',
  'shape.too-many',
  'shape.unknown-field',
  'shape.not-understood',
] as const;
export type ShapeKind = (typeof SHAPE_KINDS)[number];

export interface ShapeProblem {
  readonly code: ShapeKind;
  /** JSON pointer into the document. */
  readonly at: string;
  readonly value: string;
}

/** The parts of JSON Schema that our schemas use. */
interface Node {
  readonly type?: string;
  readonly const?: unknown;
  readonly anyOf?: readonly Node[];
  readonly properties?: { readonly [key: string]: Node };
  /** Records: every key that has no property of its own. */
  readonly patternProperties?: { readonly [key: string]: Node };
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly minProperties?: number;
  readonly items?: Node;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

type Fields = { readonly [key: string]: unknown };
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const escaped = (key: string) => key.replace(/~/g, '~0').replace(/\//g, '~1');
const shown = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 60);

function ofObject(node: Node, value: unknown, at: string): readonly ShapeProblem[] {
  if (!isFields(value)) return [{ code: 'shape.not-understood', at, value: shown(value) }];
  const known = node.properties ?? {};
  const keys = Object.keys(value).filter((key) => value[key] !== undefined);
  if (keys.length < (node.minProperties ?? 0)) return [{ code: 'shape.empty', at, value: '' }];
  return [
    ...(node.required ?? [])
      .filter((key) => !keys.includes(key))
      .map((key): ShapeProblem => ({ code: 'shape.missing', at: `${at}/${escaped(key)}`, value: key })),
    ...keys.flatMap((key) => {
      const place = `${at}/${escaped(key)}`;
      const [others] = Object.values(node.patternProperties ?? {});
      const child = Object.prototype.hasOwnProperty.call(known, key) ? known[key] : others;
      if (child !== undefined) return problemsOf(child, value[key], place);
      return node.additionalProperties === false
        ? [{ code: 'shape.unknown-field', at: place, value: key } satisfies ShapeProblem]
        : [];
    }),
  ];
}

function ofText(node: Node, value: unknown, at: string): readonly ShapeProblem[] {
  if (typeof value !== 'string') return [{ code: 'shape.not-understood', at, value: shown(value) }];
  if (value.length < (node.minLength ?? 0)) return [{ code: 'shape.empty', at, value: '' }];
  if (value.length > (node.maxLength ?? Infinity)) return [{ code: 'shape.too-long', at, value: shown(value) }];
  if (node.pattern === undefined || new RegExp(node.pattern, 'u').test(value)) return [];
  // The only patterns a person types against are those of decimals, which begin with an optional sign.
  const code = node.pattern.startsWith('^-?') ? 'shape.not-a-number' : 'shape.not-understood';
  return [{ code, at, value: shown(value) }];
}

function ofNumber(node: Node, value: unknown, at: string): readonly ShapeProblem[] {
  if (typeof value !== 'number' || !Number.isFinite(value) || (node.type === 'integer' && !Number.isInteger(value)))
    return [{ code: 'shape.not-a-number', at, value: shown(value) }];
  const isInside = value >= (node.minimum ?? -Infinity) && value <= (node.maximum ?? Infinity);
  return isInside ? [] : [{ code: 'shape.out-of-range', at, value: String(value) }];
}

function ofList(node: Node, value: unknown, at: string): readonly ShapeProblem[] {
  if (!Array.isArray(value)) return [{ code: 'shape.not-understood', at, value: shown(value) }];
  if (value.length < (node.minItems ?? 0)) return [{ code: 'shape.empty', at, value: '' }];
  if (value.length > (node.maxItems ?? Infinity))
    return [{ code: 'shape.too-many', at, value: String(node.maxItems ?? '') }];
  const { items } = node;
  return items === undefined ? [] : value.flatMap((item, index) => problemsOf(items, item, `${at}/${index}`));
}

/** The shapes whose fixed fields (`kind`) are those of the value; all of them when there is none such. */
function meant(choices: readonly Node[], value: unknown): readonly Node[] {
  if (!isFields(value)) return choices;
  const fits = choices.filter(({ properties = {} }) => {
    const fixed = Object.entries(properties).filter(([, child]) => 'const' in child);
    return fixed.length > 0 && fixed.every(([key, child]) => value[key] === child.const);
  });
  return fits.length > 0 ? fits : choices;
}

/** Of several allowed shapes the one with the fewest problems is the one that was meant. */
function ofChoice(all: readonly Node[], value: unknown, at: string): readonly ShapeProblem[] {
  const choices = meant(all, value);
  const tried = choices.map((choice) => problemsOf(choice, value, at));
  const inside = tried.filter((problems) => problems.every((problem) => problem.at !== at));
  const [first, ...others] = inside;
  if (first === undefined) return [{ code: 'shape.not-understood', at, value: shown(value) }];
  return others.reduce((best, next) => (next.length < best.length ? next : best), first);
}

function problemsOf(node: Node, value: unknown, at: string): readonly ShapeProblem[] {
  if (node.anyOf) return ofChoice(node.anyOf, value, at);
  if ('const' in node) return value === node.const ? [] : [{ code: 'shape.not-understood', at, value: shown(value) }];
  switch (node.type) {
    case 'object':
      return ofObject(node, value, at);
    case 'array':
      return ofList(node, value, at);
    case 'string':
      return ofText(node, value, at);
    case 'integer':
    case 'number':
      return ofNumber(node, value, at);
    case 'null':
      return value === null ? [] : [{ code: 'shape.not-understood', at, value: shown(value) }];
    case 'boolean':
      return typeof value === 'boolean' ? [] : [{ code: 'shape.not-understood', at, value: shown(value) }];
    default:
      return [];
  }
}

/** Empty when the value has the shape of the schema. */
export const shapeProblems = (schema: TSchema, value: unknown): readonly ShapeProblem[] =>
  problemsOf(schema, value, '');

export const definitionShapeProblems = (value: unknown): readonly ShapeProblem[] =>
  shapeProblems(EventDefinitionSchema, value);
