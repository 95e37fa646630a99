// The values that went into a line, by name: "评委 2 95.00（去掉最高）", and sums of them as a person writes them down.
import type { LineNote, Operand, Source } from '#domain/explain/derivation.ts';
import type { Quantity } from '#domain/explain/quantity.ts';
import type { Locale } from '#domain/text.ts';
import { deductionReason } from '#domain/wording/time-reason.ts';
import type { Naming, Say } from './naming.ts';

export interface Voice {
  readonly say: Say;
  readonly name: Naming;
  readonly locale: Locale;
}

/** With the minus sign that numbers have in print. */
export const shown = (quantity: Quantity | null): string => quantity?.shown.replace('-', '−') ?? '–';

export function sourceName(source: Source, { say, name, locale }: Voice): string {
  switch (source.what) {
    case 'judge':
      return name.judge(source.judge);
    case 'item':
      return name.item(source.name, source.item);
    case 'entry':
      return name.entry(source.entry);
    case 'column':
      return name.column(source.column);
    case 'constant':
      return say('constant');
    case 'bonus':
    case 'deduction':
      return deductionReason(source, locale);
  }
}

/** One value with what became of it. */
export function operandInWords(operand: Operand, voice: Voice): string {
  const { say } = voice;
  const { value, fate, countedAs, standsInFor } = operand;
  const name = sourceName(operand.of, voice);
  const said = say(`fate.${fate}`);
  if (value === null && standsInFor && countedAs)
    return say('operand.stood', { name, absence: say(`fate.${standsInFor}`), as: shown(countedAs) });
  if (value === null) return say('operand.none', { name, fate: said });
  if (countedAs) return say('operand.as', { name, value: shown(value), fate: said, as: shown(countedAs) });
  return fate === 'counted'
    ? say('operand.counted', { name, value: shown(value) })
    : say('operand.out', { name, value: shown(value), fate: said });
}

/** "0.7" as "70%", as rules write weights; finer ones and those above one stay as they are. */
export function weightInWords(exact: string): string {
  if (exact === '1') return '100%';
  const [whole = '', fraction = ''] = exact.split('.');
  if (whole !== '0' || fraction === '') return exact;
  const digits = fraction.padEnd(2, '0');
  const percent = `${digits.slice(0, 2).replace(/^0/, '')}${digits.length > 2 ? `.${digits.slice(2)}` : ''}`;
  return `${percent}%`;
}

/** A term of a sum: "评委得分 90.00 × 70%", "扣分 2". */
function term(operand: Operand, voice: Voice, isNamed: boolean): string {
  const { value, share, weight } = operand;
  const name = sourceName(operand.of, voice);
  const number = value === null ? voice.say('operand.none', { name, fate: voice.say('noPart') }) : shown(value);
  const own = isNamed && value !== null ? `${name} ${number}` : number;
  if (share) return `${own} ÷ ${share.full} × ${share.weight}`;
  const factor = weight?.exact.replace('-', '');
  return weight && factor !== '1' ? `${own} × ${weightInWords(factor ?? '')}` : own;
}

/** All terms with their signs. */
export function summed(operands: readonly Operand[], voice: Voice, isNamed = true): string {
  return operands
    .map((operand, index) => {
      const isMinus = operand.weight?.exact.startsWith('-') ?? false;
      const sign = isMinus ? '− ' : index === 0 ? '' : '+ ';
      return `${sign}${term(operand, voice, isNamed)}`;
    })
    .join(' ');
}

/** Factors: "9.00 × 2.5", "80 ÷ 100 × 20". */
export function multiplied(operands: readonly Operand[], voice: Voice): string {
  return operands
    .map(({ of, value, share }, index) => {
      if (share && index > 0) return `÷ ${share.full} × ${share.weight}`;
      const name = of.what === 'column' ? `${sourceName(of, voice)} ` : '';
      return `${index === 0 ? '' : '× '}${name}${shown(value)}`;
    })
    .join(' ');
}

/** What the reader has to know beside the numbers, one sentence each. */
export function noteInWords(note: LineNote, { say, name }: Voice): string {
  const list = (ids: readonly string[], of: (id: string) => string) => ids.map(of).join(say('comma'));
  const noun = name.noun.many;
  switch (note.code) {
    case 'trim-suspended':
      return say('note.trim-suspended', { given: note.given, needed: note.needed });
    case 'pro-rata':
      return say('note.pro-rata', { given: note.given, planned: note.planned });
    case 'replaced-by-mean':
      return say('note.replaced-by-mean', { judges: list(note.judges, name.judge), value: shown(note.value) });
    case 'replaced-by-judge-average':
    case 'waiting-for':
    case 'judge-without-spread':
    case 'too-few-marks-to-normalise':
    case 'ranks-incomplete':
      return say(`note.${note.code}`, { judges: list(note.judges, name.judge), noun });
    case 'clamp-limits':
      return say('note.clamp-limits', { low: shown(note.low), high: shown(note.high) });
    case 'closest-two':
      return say('note.closest-two', { given: note.given });
    case 'part-missing':
      return say('note.part-missing', { part: name.column(note.part) });
    case 'weights-redistributed':
      return say('note.weights-redistributed', { parts: list(note.without, name.column) });
    case 'at-floor':
    case 'at-cap':
      return say(`note.${note.code}`, { from: shown(note.from) });
    case 'places-not-distinct':
      return say('note.places-not-distinct', { judge: name.judge(note.judge) });
    case 'too-many-for-method':
      return say('note.too-many-for-method', { most: note.most, noun });
    case 'nobody-marked':
    case 'nobody-voted':
    case 'order-unresolved':
      return say(`note.${note.code}`);
  }
}
