// An event file understood as far as it goes: a good one is the event; of a faulty one the sound parts are kept, the rest
// is named, and its entries become a table, so that they can be put right in place instead of being refused.
import type { TSchema } from 'typebox';
import { EventDefinitionSchema, type EventDefinition } from '../definition.ts';
import { communityFinal } from '../presets/community-final.ts';
import { eventFromFacts } from './fact-event.ts';
import { isFactFile, readFactFile } from './fact-file.ts';
import { definitionShapeProblems, shapeProblems, type ShapeProblem } from './shape-problems.ts';
import type { Table } from './table.ts';

export interface EventFile {
  readonly event: EventDefinition;
  /** Entries that wait to be understood row by row; empty when the event holds them all. */
  readonly table: Table;
  /** What was left out of the event. */
  readonly problems: readonly ShapeProblem[];
  /** The file states no rules; the event has those of the community final. */
  readonly areRulesAssumed: boolean;
}

type Fields = { readonly [key: string]: unknown };
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The document without every list item and field that is not understood, on top of a sound event. */
function soundParts(document: Fields): unknown {
  const properties = EventDefinitionSchema.properties as { readonly [key: string]: TSchema & { items?: TSchema } };
  const sound: { [key: string]: unknown } = {};
  for (const [key, schema] of Object.entries(properties)) {
    const value = document[key];
    if (value === undefined) continue;
    const { items } = schema;
    if (items !== undefined && Array.isArray(value))
      sound[key] = value.filter((item) => shapeProblems(items, item).length === 0);
    else if (shapeProblems(schema, value).length === 0) sound[key] = value;
  }
  return { ...communityFinal.event, ...sound };
}

const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const languagesOf = (value: unknown): { readonly zh: string; readonly en: string } =>
  isFields(value) ? { zh: wordOf(value['zh']), en: wordOf(value['en']) } : { zh: wordOf(value), en: '' };

function entryTable(entries: unknown): Table {
  const headings = ['编号', '街道', '社区', '项目名称', '项目名称英文', '大屏标题', '项目简介'];
  const rows = Array.isArray(entries) ? entries.map((entry: unknown) => (isFields(entry) ? entry : {})) : [];
  return [
    { line: 0, cells: headings },
    ...rows.map((entry, index) => ({
      line: index + 1,
      cells: [
        wordOf(entry['number']),
        languagesOf(entry['subdistrict']).zh,
        languagesOf(entry['community']).zh,
        languagesOf(entry['title']).zh,
        languagesOf(entry['title']).en,
        languagesOf(entry['stageTitle']).zh,
        languagesOf(entry['summary']).zh,
      ],
    })),
  ];
}

/** Null when the document is no event at all. */
export function understandEvent(document: unknown): EventFile | null {
  if (isFactFile(document)) {
    const facts = readFactFile(document);
    return { event: eventFromFacts(facts), table: facts.table, problems: [], areRulesAssumed: true };
  }
  if (!isFields(document) || !(document['format'] === 'liangfen-event/1' || Array.isArray(document['entries'])))
    return null;
  const problems = definitionShapeProblems(document);
  if (problems.length === 0)
    return { event: document as unknown as EventDefinition, table: [], problems, areRulesAssumed: false };
  const event = soundParts(document);
  if (definitionShapeProblems(event).length > 0) return null;
  const hasFaultyEntries = problems.some((problem) => problem.at.startsWith('/entries/'));
  return {
    event: event as EventDefinition,
    table: hasFaultyEntries ? entryTable(document['entries']) : [],
    areRulesAssumed: false,
    problems: problems.filter((problem) => !(hasFaultyEntries && problem.at.startsWith('/entries/'))),
  };
}
