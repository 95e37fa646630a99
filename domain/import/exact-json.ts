// JSON in which a number stays the text it was written as: "9.35" never passes through a binary float. Keys may not repeat, because of
// two marks under one name nobody knows which was meant.

/** A number as it stands in the file. */
export interface JsonNumber {
  readonly number: string;
}
const numbers = new WeakSet<object>();
export const isJsonNumber = (value: unknown): value is JsonNumber =>
  typeof value === 'object' && value !== null && numbers.has(value);

export interface JsonFault {
  readonly code: 'json.syntax' | 'json.key-twice' | 'json.too-deep';
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  /** The key that stands twice, or what is there instead of JSON. */
  readonly value: string;
}

const DEEPEST = 50;
const numberPattern = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const stringPattern = /"[^"\\]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\]*)*"/y;
const spacePattern = /[ \t\n\r]*/y;
const words: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };

class Reader {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    // A byte order mark is what some editors put in front.
    this.text = text.replace(/^\uFEFF/, '');
  }

  document(): unknown {
    const value = this.value(0);
    this.skip();
    if (this.at < this.text.length) this.fail('json.syntax');
    return value;
  }

  private fail(code: JsonFault['code'], value = this.text.slice(this.at, this.at + 20).split('\n')[0] ?? ''): never {
    const before = this.text.slice(0, this.at).split('\n');
    const fault: JsonFault = { code, line: before.length, column: (before[before.length - 1]?.length ?? 0) + 1, value };
    throw new Stop(fault);
  }

  private take(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? null;
    if (found !== null) this.at += found.length;
    return found;
  }

  private skip(): void {
    this.take(spacePattern);
  }

  /** The next sign, if it is this one. */
  private sign(wanted: string): boolean {
    this.skip();
    if (this.text[this.at] !== wanted) return false;
    this.at += 1;
    return true;
  }

  private string(): string | null {
    const start = this.at;
    const text = this.take(stringPattern);
    if (text === null) return null;
    if ([...text].some((letter) => letter < ' ')) {
      this.at = start;
      this.fail('json.syntax');
    }
    return JSON.parse(text) as string;
  }

  private value(depth: number): unknown {
    if (depth > DEEPEST) this.fail('json.too-deep');
    if (this.sign('{')) return this.object(depth);
    if (this.sign('[')) return this.list(depth);
    const text = this.string();
    if (text !== null) return text;
    const number = this.take(numberPattern);
    if (number !== null) {
      const kept: JsonNumber = { number };
      numbers.add(kept);
      return kept;
    }
    const word = Object.keys(words).find((known) => this.text.startsWith(known, this.at));
    if (word === undefined) this.fail('json.syntax');
    this.at += word.length;
    return words[word];
  }

  private object(depth: number): unknown {
    const object: Record<string, unknown> = {};
    if (this.sign('}')) return object;
    do {
      this.skip();
      const start = this.at;
      const name = this.string();
      if (name === null) this.fail('json.syntax');
      if (Object.hasOwn(object, name)) {
        this.at = start;
        this.fail('json.key-twice', name);
      }
      if (!this.sign(':')) this.fail('json.syntax');
      const value = this.value(depth + 1);
      // Not by assignment: a key may be called `__proto__`.
      Object.defineProperty(object, name, { value, enumerable: true, writable: true, configurable: true });
    } while (this.sign(','));
    if (!this.sign('}')) this.fail('json.syntax');
    return object;
  }

  private list(depth: number): unknown {
    const list: unknown[] = [];
    if (this.sign(']')) return list;
    do list.push(this.value(depth + 1));
    while (this.sign(','));
    if (!this.sign(']')) this.fail('json.syntax');
    return list;
  }
}

class Stop extends Error {
  readonly fault: JsonFault;
  constructor(fault: JsonFault) {
    super(fault.code);
    this.fault = fault;
  }
}

export function parseExactJson(text: string): { readonly value: unknown } | { readonly fault: JsonFault } {
  try {
    return { value: new Reader(text).document() };
  } catch (stop) {
    if (stop instanceof Stop) return { fault: stop.fault };
    throw stop;
  }
}
