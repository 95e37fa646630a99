// What the keys typed so far mean on an item's scale: a mark, the beginning of one, or nothing that can become one.
import { parseDecimal, type Decimal } from '#domain/numbers.ts';
import type { Scale } from './scale.ts';
import { toThousandths } from './scale.ts';

export type Key = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '.' | 'erase';

export type Typed =
  | { readonly kind: 'mark'; readonly mark: Decimal }
  | { readonly kind: 'beginning' }
  | { readonly kind: 'out-of-range' }
  | { readonly kind: 'off-step' };

const maxWholeDigits = 6;

/** Whether a grid mark lies in [low, high), and whether the interval touches the range at all. */
function meets(scale: Scale, low: number, high: number): 'grid' | 'range' | 'nothing' {
  if (high <= scale.min || low > scale.max) return 'nothing';
  const first = scale.min + Math.max(0, Math.ceil((low - scale.min) / scale.step)) * scale.step;
  return first < high && first <= scale.min + scale.last * scale.step ? 'grid' : 'range';
}

/** Every number that can still be typed from here, as intervals in thousandths. */
function continuations(text: string): readonly (readonly [low: number, high: number])[] {
  const [whole = '', fraction] = text.split('.');
  const base = toThousandths(text.replace(/\.$/, '') || '0');
  if (fraction !== undefined) return [[base, base + 10 ** (3 - fraction.length)]];
  const room = text === '0' ? 0 : maxWholeDigits - whole.length;
  return Array.from({ length: room + 1 }, (_, more) => {
    const scaled = base * 10 ** more;
    return [scaled, scaled + 1000 * 10 ** more] as const;
  });
}

export function readTyped(scale: Scale, text: string): Typed {
  const exact = parseDecimal(text);
  if (exact !== null) {
    const value = toThousandths(exact);
    if (meets(scale, value, value + 1) === 'grid') return { kind: 'mark', mark: exact };
  }
  const found = continuations(text).map(([low, high]) => meets(scale, low, high));
  if (found.includes('grid')) return { kind: 'beginning' };
  return { kind: found.includes('range') ? 'off-step' : 'out-of-range' };
}

/** The text after one more key. A leading zero is replaced, a second point and a fourth decimal change nothing. */
export function press(text: string, key: Key): string {
  if (key === 'erase') return text.slice(0, -1);
  if (key === '.') return text.includes('.') ? text : `${text === '' ? '0' : text}.`;
  if (text.includes('.') && (text.split('.')[1]?.length ?? 0) >= 3) return text;
  return text === '0' ? key : text + key;
}
