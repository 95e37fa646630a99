// A file for the command line: an event with its sheets, or a contest with its rule; or what is wrong with it, at which place.
import type { TSchema } from 'typebox';
import { parseExactJson, type JsonFault } from '../import/exact-json.ts';
import { expectedAt, type Expected } from '../import/expected-shape.ts';
import { fitNumbers } from '../import/fit-numbers.ts';
import { shapeProblems, type ShapeKind, type ShapeProblem } from '../import/shape-problems.ts';
import type { Contest } from '../rules/contest.ts';
import type { ReportRule, RuleProblem } from '../rules/rule-problem.ts';
import { ruleProblems } from '../rules/rule-problems.ts';
import type { Rule } from '../rules/rule.ts';
import { ContestFileSchema, contestFrom, type ContestFile } from './contest-file.ts';
import { scoredEventProblems, type ScoredProblem } from './scored-event-problems.ts';
import { ScoredEventSchema, type ScoredEvent } from './scored-event.ts';

export type FileProblem =
  | { readonly kind: 'json'; readonly fault: JsonFault }
  | { readonly kind: 'format'; readonly known: readonly string[] }
  | {
      readonly kind: 'shape';
      readonly code: ShapeKind;
      readonly at: string;
      readonly value: string;
      readonly expected: Expected;
    }
  | ({ readonly kind: 'content' } & ScoredProblem);

export type ScoredFile =
  | { readonly kind: 'event'; readonly event: ScoredEvent }
  | { readonly kind: 'contest'; readonly rule: Rule; readonly contest: Contest }
  | { readonly kind: 'faulty'; readonly problems: readonly FileProblem[] };

const schemas: Readonly<Record<string, TSchema>> = {
  'liangfen-event/1': ScoredEventSchema,
  'liangfen-contest/1': ContestFileSchema,
};

const faulty = (problems: readonly FileProblem[]): ScoredFile => ({ kind: 'faulty', problems });
const ofContent = (problems: readonly ScoredProblem[]): ScoredFile =>
  faulty(problems.map((problem) => ({ kind: 'content', ...problem })));

function contestFile(file: ContestFile): ScoredFile {
  const problems: RuleProblem[] = [];
  const report: ReportRule = (code, at, value, expected = []) => problems.push({ code, at, value, expected });
  const contest = contestFrom(file, report);
  const all = problems.length > 0 ? problems : ruleProblems(file.rule, contest);
  return all.length > 0 ? ofContent(all) : { kind: 'contest', rule: file.rule, contest };
}

function formatOf(document: unknown): string | null {
  if (typeof document !== 'object' || document === null || !('format' in document)) return null;
  return typeof document.format === 'string' && Object.hasOwn(schemas, document.format) ? document.format : null;
}

/** In place of a field that does not exist: those that do. */
const expectedFor = (schema: TSchema, { code, at }: ShapeProblem): Expected =>
  expectedAt(schema, code === 'shape.unknown-field' ? at.slice(0, at.lastIndexOf('/')) : at);

export function readScoredFile(text: string): ScoredFile {
  const parsed = parseExactJson(text);
  if ('fault' in parsed) return faulty([{ kind: 'json', fault: parsed.fault }]);
  const format = formatOf(parsed.value);
  const schema = format === null ? undefined : schemas[format];
  if (schema === undefined) return faulty([{ kind: 'format', known: Object.keys(schemas) }]);
  const document = fitNumbers(schema, parsed.value);
  const shape = shapeProblems(schema, document);
  if (shape.length > 0)
    return faulty(shape.map((problem) => ({ kind: 'shape', ...problem, expected: expectedFor(schema, problem) })));
  if (format === 'liangfen-contest/1') return contestFile(document as ContestFile);
  const event = document as ScoredEvent;
  const problems = scoredEventProblems(event);
  return problems.length > 0 ? ofContent(problems) : { kind: 'event', event };
}
