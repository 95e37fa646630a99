// What the schema cannot say about an event definition: references that must exist, numbers that must fit each other,
// things an event cannot begin without. Each problem has a stable code and points at its place.
import type { Criterion, EventDefinition } from './definition.ts';
import { compare, isOnStep, toRational, ZERO } from './numbers.ts';
import { checkAggregates } from './problems/aggregates.ts';
import type { DefinitionProblem } from './problems/codes.ts';
import { checkParts } from './problems/parts.ts';
import { checkPlaces } from './problems/places.ts';
import { checkPolls } from './problems/polls.ts';
import { duplicates, type Report } from './problems/report.ts';
import { checkTimeRules } from './problems/time-rules.ts';
import { scaleOf } from './scale-of-totals.ts';

function checkEntries(definition: EventDefinition, report: Report): void {
  const { entries } = definition;
  if (entries.length === 0) report('problem.no-entries', '/entries', '');
  for (const index of duplicates(entries.map((entry) => entry.id)))
    report('problem.duplicate-entry-id', `/entries/${index}`, entries[index]?.id ?? '');
  for (const index of duplicates(entries.map((entry) => entry.number)))
    report('problem.duplicate-entry-number', `/entries/${index}`, entries[index]?.number ?? '');
  entries.forEach((entry, index) => {
    if (titleLength(entry.title.zh ?? entry.title.en ?? '') > 40 && entry.stageTitle === undefined)
      report('problem.title-too-long', `/entries/${index}/title`, entry.number, 'hint');
    if (definition.panel.length > 0 && definition.panel.every((judge) => judge.recusedFrom?.includes(entry.id)))
      report('problem.everyone-recused', `/entries/${index}`, entry.number);
  });
}

/** A CJK character or full-width mark counts 1, a Latin letter or digit 0.5: how wide a title stands on a screen. */
export function titleLength(title: string): number {
  let half = 0;
  for (const character of title) half += (character.codePointAt(0) ?? 0) < 0x2000 ? 1 : 2;
  return half / 2;
}

function checkPanel(definition: EventDefinition, report: Report): void {
  const { panel, judgeGroups, entries } = definition;
  if (panel.length === 0) report('problem.no-panel', '/panel', '');
  for (const index of duplicates(panel.map((judge) => judge.seat)))
    report('problem.duplicate-seat', `/panel/${index}`, panel[index]?.seat ?? '');
  for (const index of duplicates(panel.map((judge) => String(judge.number))))
    report('problem.duplicate-seat-number', `/panel/${index}`, String(panel[index]?.number ?? ''));
  panel.forEach((judge, index) => {
    if (judge.group !== undefined && !judgeGroups.some((group) => group.id === judge.group))
      report('problem.unknown-group', `/panel/${index}/group`, judge.group);
    for (const entry of judge.recusedFrom ?? [])
      if (!entries.some((known) => known.id === entry))
        report('problem.unknown-recusal', `/panel/${index}/recusedFrom`, entry);
  });
}

function checkCriterion(criterion: Criterion, at: string, report: Report): void {
  const [min, max, full, step] = [
    criterion.minAllowed,
    criterion.maxAllowed,
    criterion.maxScore,
    criterion.entryStep,
  ].map(toRational);
  if (!min || !max || !full || !step) return;
  if (compare(min, ZERO) < 0 || compare(min, max) >= 0 || compare(max, full) > 0)
    report('problem.criterion-range', at, criterion.id);
  else if (compare(step, ZERO) <= 0 || !isOnStep(criterion.maxAllowed, criterion.minAllowed, criterion.entryStep))
    report('problem.criterion-step', at, criterion.id);
  if (criterion.weight !== undefined && compare(toRational(criterion.weight), ZERO) <= 0)
    report('problem.weight-not-positive', `${at}/weight`, criterion.id);
}

function checkCriteria(definition: EventDefinition, report: Report): void {
  const { criteria } = definition;
  if (criteria.length === 0) report('problem.no-criteria', '/criteria', '');
  for (const index of duplicates(criteria.map((criterion) => criterion.id)))
    report('problem.duplicate-criterion', `/criteria/${index}`, criteria[index]?.id ?? '');
  criteria.forEach((criterion, index) => checkCriterion(criterion, `/criteria/${index}`, report));
  const weighted = criteria.filter((criterion) => criterion.weight !== undefined).length;
  if (weighted > 0 && weighted < criteria.length) report('problem.weights-partly', '/criteria', String(weighted));
}

function checkProgramme(definition: EventDefinition, report: Report): void {
  const { rules, entries, awards, segments } = definition;
  if (rules.cutLine !== undefined && entries.length > 0 && rules.cutLine > entries.length)
    report('problem.cut-line-beyond-entries', '/rules/cutLine', String(rules.cutLine));
  awards.forEach((award, index) => {
    if (award.fromRank > award.toRank) report('problem.award-range', `/awards/${index}`, award.id);
  });
  if (!segments.some((segment) => segment.kind === 'presentation'))
    report('problem.no-presentation-segment', '/segments', '', 'hint');
  checkTimeRules(segments, report);
}

/** All problems, topic by topic; none that blocks when the event may start. */
export function definitionProblems(definition: EventDefinition): readonly DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  const report: Report = (code, at, value, severity = 'blocking') => problems.push({ code, severity, at, value });
  checkEntries(definition, report);
  checkPanel(definition, report);
  checkCriteria(definition, report);
  checkAggregates(definition, report);
  checkParts(definition, scaleOf(definition), report);
  checkPlaces(definition, report);
  checkPolls(definition, report);
  checkProgramme(definition, report);
  return problems;
}
