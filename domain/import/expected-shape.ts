// What a schema expects at a place of a document, for the sentence that says so.
import type { TSchema } from 'typebox';

export type Expected =
  | { readonly kind: 'one-of'; readonly values: readonly string[] }
  | { readonly kind: 'decimal' | 'name' | 'text' | 'list' | 'yes-or-no' | 'anything' }
  | { readonly kind: 'whole'; readonly min: number | null; readonly max: number | null }
  | { readonly kind: 'fields'; readonly names: readonly string[] };

interface Node {
  readonly type?: string;
  readonly const?: unknown;
  readonly anyOf?: readonly Node[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly patternProperties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

function below(node: Node, key: string): readonly Node[] {
  if (node.anyOf) return node.anyOf.flatMap((choice) => below(choice, key));
  if (node.items) return [node.items];
  const own = node.properties?.[key];
  return own ? [own] : Object.values(node.patternProperties ?? {});
}

const choicesOf = (nodes: readonly Node[]): readonly Node[] =>
  nodes.flatMap((node) => (node.anyOf ? choicesOf(node.anyOf) : [node]));

/** Decimals and fractions begin with an optional sign; other patterns are those of names. */
const ofText = ({ pattern }: Node): Expected =>
  pattern === undefined ? { kind: 'text' } : { kind: pattern.startsWith('^-?') ? 'decimal' : 'name' };

function expectedOf(nodes: readonly Node[]): Expected {
  const choices = choicesOf(nodes);
  const [first] = choices;
  if (first === undefined) return { kind: 'anything' };
  if (choices.every((choice) => 'const' in choice))
    return { kind: 'one-of', values: [...new Set(choices.map((choice) => String(choice.const)))] };
  switch (first.type) {
    case 'string':
      return ofText(first);
    case 'integer':
    case 'number':
      return { kind: 'whole', min: first.minimum ?? null, max: first.maximum ?? null };
    case 'array':
      return { kind: 'list' };
    case 'boolean':
      return { kind: 'yes-or-no' };
    case 'object':
      return { kind: 'fields', names: [...new Set(choices.flatMap((choice) => Object.keys(choice.properties ?? {})))] };
    default:
      return { kind: 'anything' };
  }
}

/** `at`: a JSON pointer. */
export function expectedAt(schema: TSchema, at: string): Expected {
  const keys = at
    .split('/')
    .slice(1)
    .map((key) => key.replace(/~1/g, '/').replace(/~0/g, '~'));
  return expectedOf(keys.reduce<readonly Node[]>((nodes, key) => nodes.flatMap((node) => below(node, key)), [schema]));
}
