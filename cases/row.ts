// One row of a published result held against what the engine found: every figure of it by name. A row matches when all of them do.
// Null is no figure: it is not compared, unless the check says that it is a result itself (no winner, no mark).
import { formatExact, type Rational } from '#domain/numbers.ts';
import { isPublishedAs, type Precision } from '#domain/published-figure.ts';
import type { Json } from './read-exact-json.ts';
import { exact } from './shapes.ts';

/** What the engine found for one figure, and whether a published one agrees with it. */
export interface Check {
  readonly found: string;
  readonly agrees: (published: Json) => boolean;
  /** Null in the file is then a result, and must be the engine's. */
  readonly comparesNull?: boolean;
}

export interface Field {
  readonly name: string;
  readonly agrees: boolean;
  readonly published: string;
  readonly found: string;
}

export interface Row {
  readonly name: string;
  readonly fields: readonly Field[];
}

export const isMatched = (row: Row): boolean => row.fields.every(({ agrees }) => agrees);

export const figure = (value: Rational | null, precision: Precision | null = null): Check => ({
  found: value === null ? 'none' : formatExact(value),
  agrees: (published) =>
    value === null ? published === null : typeof published === 'string' && isPublishedAs(value, published, precision),
});

export const whole = (value: number | null): Check => figure(value === null ? null : exact(String(value)));

export const word = (value: string | boolean | null): Check => ({
  found: String(value),
  agrees: (published) => published === value,
});

export const listOf = (checks: readonly Check[]): Check => ({
  found: `[${checks.map(({ found }) => found).join(', ')}]`,
  agrees: (published) =>
    Array.isArray(published) &&
    published.length === checks.length &&
    checks.every((check, position) => check.agrees((published as readonly Json[])[position] ?? null)),
});

/** A list whose order says nothing. */
export const setOf = (names: readonly string[]): Check => ({
  found: `{${names.join(', ')}}`,
  agrees: (published) =>
    Array.isArray(published) &&
    published.length === names.length &&
    new Set(published as readonly Json[]).size === names.length &&
    names.every((name) => (published as readonly Json[]).includes(name)),
});

/** Figures by name; names the file leaves out are not compared. */
export const tableOf = (checks: Readonly<Record<string, Check>>): Check => ({
  found: `{${Object.entries(checks)
    .map(([name, { found }]) => `${name}: ${found}`)
    .join(', ')}}`,
  agrees: (published) =>
    typeof published === 'object' &&
    published !== null &&
    !Array.isArray(published) &&
    Object.entries(published).every(([name, own]: [string, Json]) => checkOf(checks, name)?.agrees(own) ?? false),
});

/** Null is compared: it says that there is none. */
export const orNone = (check: Check): Check => ({ ...check, comparesNull: true });

const checkOf = (checks: Readonly<Record<string, Check>>, name: string): Check | null =>
  Object.hasOwn(checks, name) ? (checks[name] ?? null) : null;

/**
 * The row of what was published under these names. `labels` say which row it is and are no figures. A figure the method does not
 * know is a mismatch, never passed over; one that was not published is not compared.
 */
export function rowOf(
  name: string,
  published: Readonly<Record<string, unknown>>,
  checks: Readonly<Record<string, Check>>,
  labels: readonly string[] = [],
): Row {
  const compared = Object.entries(published as Readonly<Record<string, Json>>).filter(
    ([key, value]) => !labels.includes(key) && (value !== null || (checkOf(checks, key)?.comparesNull ?? false)),
  );
  const fields = compared.map(([key, value]): Field => {
    const check = checkOf(checks, key);
    return {
      name: key,
      agrees: check?.agrees(value) ?? false,
      published: JSON.stringify(value),
      found: check?.found ?? 'not known to this method',
    };
  });
  return { name, fields };
}

/** Tables of figures by entry ({ total: { A: 3 }, place: { A: 1 } }) turned into one row per entry. */
export function rowsByEntry(
  name: string,
  published: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>,
  checks: Readonly<Record<string, Readonly<Record<string, Check>>>>,
): readonly Row[] {
  const tables = Object.entries(published).filter((table) => table[1] !== undefined);
  const entries = [...new Set(tables.flatMap(([, table]) => Object.keys(table ?? {})))];
  return entries.map((entry) => {
    const own = tables.flatMap(([key, table]) =>
      table !== undefined && Object.hasOwn(table, entry) ? [[key, table[entry]] as const] : [],
    );
    const found = Object.entries(checks).flatMap(([key, table]) => {
      const check = checkOf(table, entry);
      return check === null ? [] : [[key, check] as const];
    });
    return rowOf(`${name} ${entry}`, Object.fromEntries(own), Object.fromEntries(found));
  });
}

/** Two lists of the same order and length. @throws TypeError when the lengths differ. */
export function paired<A, B>(input: readonly A[], expected: readonly B[]): readonly (readonly [A, B, number])[] {
  if (input.length !== expected.length)
    throw new TypeError(`the input lists ${input.length} and the expected result ${expected.length}`);
  return input.flatMap((own, position) => {
    const other = expected[position];
    return other === undefined ? [] : [[own, other, position] as const];
  });
}
