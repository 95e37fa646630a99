// Chance from one printed seed. Every actor has a stream of its own, named after it, so that one actor who draws more often does
// not change what the others do: the same seed plays the same schedule again.
import { createHash } from 'node:crypto';

export class Chance {
  private readonly name: string;
  private readonly state: Uint32Array;

  constructor(name: string) {
    this.name = name;
    const digest = createHash('sha256').update(name).digest();
    this.state = Uint32Array.from([0, 4, 8, 12], (at) => digest.readUInt32LE(at) | 1);
  }

  /** A stream of its own. */
  of(name: string | number): Chance {
    return new Chance(`${this.name}/${name}`);
  }

  /** 0 … below − 1 (xoshiro128**). */
  below(below: number): number {
    return Math.floor(this.real() * below);
  }

  /** Both ends included. */
  between(from: number, to: number): number {
    return from + this.below(to - from + 1);
  }

  /** True in this share of the cases. */
  is(share: number): boolean {
    return this.real() < share;
  }

  /** From 0 up to but without 1. */
  real(): number {
    return this.next() / 4_294_967_296;
  }

  /** @throws on an empty list. */
  pick<T>(list: readonly T[]): T {
    const picked = list[this.below(list.length)];
    if (list.length === 0) throw new Error('nothing to pick from');
    return picked as T;
  }

  shuffled<T>(list: readonly T[]): T[] {
    return list
      .map((value) => ({ value, at: this.real() }))
      .sort((a, b) => a.at - b.at)
      .map(({ value }) => value);
  }

  hex(digits: number): string {
    let text = '';
    while (text.length < digits) text += this.next().toString(16).padStart(8, '0');
    return text.slice(0, digits);
  }

  private next(): number {
    const s = this.state;
    const [a = 0, b = 0, c = 0, d = 0] = s;
    const turned = Math.imul(b, 5);
    const result = Math.imul((turned << 7) | (turned >>> 25), 9) >>> 0;
    const e = d ^ b;
    const f = c ^ a;
    s[1] = b ^ f;
    s[0] = a ^ e;
    s[2] = f ^ (b << 9);
    s[3] = (e << 11) | (e >>> 21);
    return result;
  }
}
