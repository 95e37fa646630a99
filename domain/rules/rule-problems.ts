// A rule and a contest from outside, checked before anything is computed: names that must exist, forms that must fit, numbers that
// must mean something. What passes here can be evaluated: no step throws. Problems are values; nothing is guessed or repaired. [R-RULE]
import { shapeProblems } from '../import/shape-problems.ts';
import { compare, toRational } from '../numbers.ts';
import { givenBy, readingsOf, tieReadings, type Column, type Reading } from './column-forms.ts';
import type { Contest } from './contest.ts';
import { contestProblems, sourceColumns } from './contest-problems.ts';
import type { ReportRule, RuleProblem } from './rule-problem.ts';
import { RuleSchema, type Rule } from './rule.ts';
import { settingProblems } from './step-settings.ts';

function checkReading(
  { name, forms }: Reading,
  at: string,
  known: ReadonlyMap<string, Column>,
  own: { readonly id: string | null; readonly later: readonly string[] },
  report: ReportRule,
): Column | null {
  const column = known.get(name);
  if (name === own.id) report('rule.column-itself', at, name);
  else if (column === undefined && own.later.includes(name)) report('rule.column-later', at, name);
  else if (column === undefined) report('rule.column-unknown', at, name, [...known.keys()]);
  else if (!forms.includes(column.form)) report('rule.column-form', at, name, forms);
  else return column;
  return null;
}

function checkSteps({ steps }: Rule, contest: Contest, report: ReportRule): ReadonlyMap<string, Column> {
  const known = new Map(sourceColumns(contest));
  steps.forEach((step, index) => {
    const at = `/rule/steps/${index}`;
    const later = steps.slice(index + 1).map(({ id }) => id);
    const own = { id: known.has(step.id) ? null : step.id, later };
    if (known.has(step.id)) report('rule.name-twice', `${at}/id`, step.id);
    const read = readingsOf(step).map((reading) => checkReading(reading, `${at}${reading.at}`, known, own, report));
    const [first] = read;
    if (first) settingProblems(step, first, contest, at, report);
    // A step whose column cannot be told is still a name, so that one mistake is not reported ten times.
    known.set(step.id, givenBy(step, first ?? { form: 'number', table: null, items: null }));
  });
  return known;
}

/** Empty when the rule can be evaluated on the contest. */
export function ruleProblems(rule: Rule, contest: Contest): readonly RuleProblem[] {
  const shape = shapeProblems(RuleSchema, rule);
  if (shape.length > 0) return shape.map(({ code, at, value }) => ({ code, at: `/rule${at}`, value, expected: [] }));
  const problems: RuleProblem[] = [];
  const report: ReportRule = (code, at, value, expected = []) => problems.push({ code, at, value, expected });
  contestProblems(contest, report);
  if (problems.length > 0) return problems;
  const known = checkSteps(rule, contest, report);
  const { by, published, ties, tolerance } = rule.ranking;
  const none = { id: null, later: [] };
  const numbers: readonly Reading[] = [
    { at: '/by', name: by, forms: ['number'] },
    ...(published === undefined ? [] : [{ at: '/published', name: published, forms: ['number'] as const }]),
  ];
  for (const reading of numbers) checkReading(reading, `/rule/ranking${reading.at}`, known, none, report);
  ties.forEach((tie, index) => {
    for (const reading of tieReadings(tie))
      checkReading(reading, `/rule/ranking/ties/${index}${reading.at}`, known, none, report);
  });
  if (tolerance !== undefined && compare(toRational(tolerance), { n: 0n, d: 1n }) < 0)
    report('rule.bounds-crossed', '/rule/ranking/tolerance', tolerance, ['0']);
  return problems;
}
