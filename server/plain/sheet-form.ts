// A plain sheet as it was sent: every field checked by itself, so that the page can say which one needs a change and keep
// what was typed. What is handed in is checked again by the rulebook.
import type { CriterionId } from '#domain/ids.ts';
import type { Mark } from '#domain/marks.ts';
import { compare, isOnStep, parseDecimal, toRational, type Decimal } from '#domain/numbers.ts';
import type { CriterionLine, JudgeView, OwnSheet } from '#domain/roles/judge-view.ts';

export interface PlainField {
  readonly criterion: CriterionLine;
  readonly text: string;
  readonly mark: Decimal | null;
  readonly problem: 'missing' | 'outOfRange' | 'offStep' | null;
}

export interface PlainSheet {
  readonly fields: readonly PlainField[];
  readonly remark: string;
  readonly marks: readonly Mark[];
}

export const fieldName = (id: CriterionId): string => `m_${id}`;

/** Full-width digits and points, leading zeros and a last point are what people type; none of them changes the number. */
export function asTyped(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[．。，,]/g, '.')
    .replace(/\s/g, '')
    .replace(/^0+(?=\d)/, '')
    .replace(/^\./, '0.')
    .replace(/\.$/, '');
}

function check(criterion: CriterionLine, text: string): PlainField {
  const typed = asTyped(text);
  if (typed === '') return { criterion, text, mark: null, problem: 'missing' };
  const mark = parseDecimal(typed);
  const [min, max, step] = [criterion.minAllowed, criterion.maxAllowed, criterion.entryStep].map(parseDecimal);
  if (mark === null || !min || !max || !step) return { criterion, text, mark: null, problem: 'outOfRange' };
  const value = toRational(mark);
  if (compare(value, toRational(min)) < 0 || compare(value, toRational(max)) > 0)
    return { criterion, text, mark: null, problem: 'outOfRange' };
  return isOnStep(mark, min, step)
    ? { criterion, text: typed, mark, problem: null }
    : { criterion, text, mark: null, problem: 'offStep' };
}

export function readSheet(view: JudgeView, form: URLSearchParams): PlainSheet {
  const fields = view.criteria.map((criterion) => check(criterion, form.get(fieldName(criterion.id)) ?? ''));
  const marks = fields.flatMap(({ criterion, mark }) => (mark === null ? [] : [{ criterion: criterion.id, mark }]));
  // eslint-disable-next-line no-control-regex
  const remark = (form.get('remark') ?? '').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '').slice(0, 1000);
  return { fields, remark, marks };
}

/** What the form starts with: empty, or the last version of a returned or taken-back sheet. */
export function startingSheet(view: JudgeView, sheet: OwnSheet): PlainSheet {
  const known = new URLSearchParams(sheet.marks.map(({ criterion, mark }) => [fieldName(criterion), mark]));
  known.set('remark', sheet.remark);
  const read = readSheet(view, known);
  return { ...read, fields: read.fields.map((field) => ({ ...field, problem: null })) };
}
