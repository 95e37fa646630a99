// Lines of the step from a panel to one value: every judge of the panel with the value and what became of it, the values counted
// added up, and by what they are divided. One line per item where items are aggregated by themselves.
import { add, ZERO, type Rational } from '../numbers.ts';
import type { Note, PanelWorking } from '../rules/cell.ts';
import type { MarkTable } from '../rules/contest.ts';
import { valueOf, type JudgeValues } from '../rules/panel.ts';
import type { StepOf } from '../rules/step-schema.ts';
import { membersIn } from '../rules/steps/members.ts';
import { expectForm } from '../rules/steps/step.ts';
import { absenceOf, itemSource, judgeSource, told, type Asked } from './asked.ts';
import type { Line, Operand } from './derivation.ts';
import { lineOf } from './line.ts';
import type { Working } from './working.ts';

type PanelStep = StepOf<'panel'>;

interface Counted {
  readonly operands: readonly Operand[];
  readonly working: Working | null;
}

function counted(
  asked: Asked,
  step: PanelStep,
  table: MarkTable,
  values: JudgeValues,
  panel: PanelWorking | null,
  notes: readonly Note[],
): Counted {
  const show = (value: Rational) => asked.show(step.of, value);
  const standIn = notes.find((note) => note.code === 'replaced-by-mean')?.value ?? null;
  let [total, count] = [ZERO, 0];
  const operands = membersIn(step.judges, table).map((judge): Operand => {
    const own = valueOf(values, judge);
    const known = absenceOf(asked, table, judge);
    // Inside one item a mark that is not there is simply missing.
    const absence = known === 'incomplete' && step.of === table.id ? 'missing' : known;
    const position = panel?.judges.indexOf(judge) ?? -1;
    const of = judgeSource(table, judge);
    if (panel === null || position < 0)
      return {
        of,
        value: own && show(own),
        fate: own !== null ? 'counted' : (absence ?? 'incomplete'),
      };
    const fate = panel.fates.get(position) ?? 'counted';
    const corrected = panel.corrected?.[position] ?? null;
    const counts = corrected ?? own ?? standIn ?? ZERO;
    if (fate !== 'highest-out' && fate !== 'lowest-out') [total, count] = [add(total, counts), count + 1];
    return {
      of,
      value: own && show(own),
      fate,
      ...((corrected !== null || own === null) && { countedAs: show(counts) }),
      ...((absence !== null || own === null) && { standsInFor: absence ?? 'incomplete' }),
    };
  });
  if (panel === null) return { operands, working: null };
  const isSum = step.aggregate.kind === 'sum' || step.aggregate.kind === 'trimmed-sum';
  const rata = notes.find((note) => note.code === 'pro-rata');
  const proRata = rata === undefined ? null : { given: rata.given, planned: rata.planned };
  return {
    operands,
    working: { as: 'panel', counted: count, total: show(total), divisor: isSum ? 1 : count, proRata },
  };
}

function notesWithoutPanel(step: PanelStep, given: number, missing: readonly number[]): readonly Note[] {
  if (given === 0) return [{ code: 'nobody-marked' }];
  return step.missing === 'wait' ? [{ code: 'waiting-for', judges: missing }] : [];
}

export function panelLines(asked: Asked, step: PanelStep): readonly Line[] {
  const cell = asked.read(step.of);
  const result = asked.read(step.id);
  if (cell.form !== 'marks') {
    const { table, values } = expectForm(cell, 'judges');
    const { panel, notes } = expectForm(result, 'number');
    return [lineOf(asked, step, counted(asked, step, table, values, panel, notes))];
  }
  const { table, marks } = cell;
  const { panels } = expectForm(result, 'list');
  const members = membersIn(step.judges, table);
  return marks.rows.map((units, item): Line => {
    const values: JudgeValues = { form: 'units', units, per: 10 ** table.decimals };
    const panel = panels?.[item] ?? null;
    const missing = members.filter((judge) => (units[judge] ?? null) === null);
    const notes = panel?.notes ?? notesWithoutPanel(step, members.length - missing.length, missing);
    return lineOf(asked, step, {
      at: itemSource(asked, step.id, item),
      position: item,
      ...counted(asked, step, table, values, panel, notes),
      notes: notes.map((note) => told(note, table, (value) => asked.show(step.id, value))),
    });
  });
}
