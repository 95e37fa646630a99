// From a panel to one value: of each judge's total, or inside each item (one value per item). Left-out judges are in no sum and
// no divisor; what stands in for them is the rule's choice and is said with the result. [R-PANEL] [R-MISSING]
import { divide, rational, ZERO, type Rational } from '../../numbers.ts';
import { aggregated } from '../aggregates/index.ts';
import type { Cell, Note, PanelWorking } from '../cell.ts';
import { givenBy, judgeCount, panelOf, panelOfExact, valueOf, type JudgeValues } from '../panel.ts';
import type { StepOf } from '../step-schema.ts';
import { membersIn } from './members.ts';
import { rounded } from './rounding.ts';
import { expectForm, type EntryStep } from './step.ts';

type PanelStep = StepOf<'panel'>;

interface One {
  readonly value: Rational | null;
  readonly panel: PanelWorking | null;
  readonly notes: readonly Note[];
}

const absent = (members: readonly number[], given: readonly number[]): readonly number[] =>
  members.filter((judge) => !given.includes(judge));

function withMean(values: JudgeValues, members: readonly number[], given: readonly number[], step: PanelStep): One {
  const own = panelOf(values, given);
  const middle = divide(own.sum(given.map((_, position) => position)), rational(BigInt(given.length)));
  const whole = panelOfExact(members.map((judge) => valueOf(values, judge) ?? middle));
  const outcome = aggregated(whole, step.aggregate, members.length);
  const note: Note = { code: 'replaced-by-mean', judges: absent(members, given), value: middle };
  return {
    value: rounded(outcome.value, step),
    panel: { ...outcome, judges: members },
    notes: [note, ...outcome.notes],
  };
}

function one(values: JudgeValues, members: readonly number[], step: PanelStep): One {
  const given = givenBy(values, members);
  if (given.length === 0)
    return { value: step.ifNone === 'zero' ? ZERO : null, panel: null, notes: [{ code: 'nobody-marked' }] };
  if (given.length < members.length) {
    if (step.missing === 'wait')
      return {
        value: null,
        panel: null,
        notes: [{ code: 'waiting-for', judges: absent(members, given) }],
      };
    if (step.missing === 'replace-by-mean') return withMean(values, members, given, step);
  }
  const outcome = aggregated(panelOf(values, given), step.aggregate, members.length);
  return { value: rounded(outcome.value, step), panel: { ...outcome, judges: given }, notes: outcome.notes };
}

export const panel: EntryStep<'panel'> = (step, read): Cell => {
  const cell = read(step.of);
  if (cell.form === 'marks') {
    const { table, marks } = cell;
    const members = membersIn(step.judges, table);
    const per = 10 ** table.decimals;
    const items = marks.rows.map((units) => one({ form: 'units', units, per }, members, step));
    return {
      form: 'list',
      values: items.map((item) => item.value),
      panels: items.map((item) => item.panel && { ...item.panel, notes: item.notes }),
      table,
    };
  }
  const { values, table, notes } = expectForm(cell, 'judges');
  const members = table.judges.length === judgeCount(values) ? membersIn(step.judges, table) : [];
  const only = one(values, members, step);
  return {
    form: 'number',
    value: only.value,
    panel: only.panel,
    table,
    notes: notes.length === 0 ? only.notes : [...notes, ...only.notes],
  };
};
