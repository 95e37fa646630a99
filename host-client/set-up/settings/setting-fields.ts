// The fields of a method, read from its schema: what can be set, in which form, and what it begins as. A new method or setting needs
// its line in the schema and its words (client-kit/wording/settings.ts), nothing here.
import type { TSchema } from 'typebox';

export type Settings = Readonly<Record<string, unknown>>;

interface Common {
  readonly key: string;
  /** An absent choice means its first value. */
  readonly isOptional: boolean;
}
export type SettingField =
  | (Common & { readonly form: 'integer' | 'decimal' | 'decimals' | 'bands' })
  | (Common & { readonly form: 'choice'; readonly values: readonly string[] });

/** The parts of a schema that forms are drawn from. */
interface Node {
  readonly type?: string;
  readonly const?: unknown;
  readonly default?: unknown;
  readonly anyOf?: readonly Node[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
}

const variants = (union: TSchema): readonly Node[] => (union as Node).anyOf ?? [];

function variantOf(union: TSchema, kind: string): Node {
  const found = variants(union).find(({ properties }) => properties?.['kind']?.const === kind);
  if (found === undefined) throw new RangeError(`no method is called ${kind}`);
  return found;
}

/** The methods of a union, in the order of the schema. */
export const kindsOf = (union: TSchema): readonly string[] =>
  variants(union).map(({ properties }) => String(properties?.['kind']?.const));

function fieldOf(key: string, node: Node, isOptional: boolean): SettingField {
  const common = { key, isOptional };
  if (node.anyOf) return { ...common, form: 'choice', values: node.anyOf.map((choice) => String(choice.const)) };
  if (node.type === 'integer') return { ...common, form: 'integer' };
  if (node.type === 'array') return { ...common, form: node.items?.type === 'object' ? 'bands' : 'decimals' };
  return { ...common, form: 'decimal' };
}

export function fieldsOf(union: TSchema, kind: string): readonly SettingField[] {
  const { properties = {}, required = [] } = variantOf(union, kind);
  return Object.entries(properties)
    .filter(([key]) => key !== 'kind')
    .map(([key, node]) => fieldOf(key, node, !required.includes(key)));
}

const copied = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** What a method begins as when it is chosen: its defaults, and the first of each choice. Settings that another method of the same
 * union had under the same name stay. */
export function initialOf<T extends { readonly kind: string }>(
  union: TSchema,
  kind: T['kind'],
  before: Settings = {},
): T {
  const { properties = {}, required = [] } = variantOf(union, kind);
  const settings = required
    .filter((key) => key !== 'kind')
    .map((key): readonly [string, unknown] => {
      const node = properties[key];
      const isChoice = node?.anyOf !== undefined;
      const fits = isChoice
        ? node.anyOf.some((choice) => choice.const === before[key])
        : before[key] !== undefined && typeof before[key] === typeof node?.default;
      return [key, copied(fits ? before[key] : isChoice ? node.anyOf[0]?.const : node?.default)];
    });
  return { kind, ...Object.fromEntries(settings) } as T;
}
