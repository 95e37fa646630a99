// The "live-event-sample/1" form: facts of a real event as published, with what is unknown left null. It becomes a table
// of entries like any spreadsheet, and the little it says of the event itself; nothing it does not say is made up.
import type { Text } from '../text.ts';
import type { Table } from './table.ts';

export interface FactFile {
  readonly name: Text | null;
  readonly organizer: Text | null;
  readonly venue: Text | null;
  readonly criteria: readonly { readonly id: string; readonly name: Text; readonly maxScore: string | null }[];
  readonly table: Table;
}

type Fields = { readonly [key: string]: unknown };
const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const listOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.map(fieldsOf) : []);
const wordOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

function textOf(zh: unknown, en: unknown): Text | null {
  const value = { ...(wordOf(zh) && { zh: wordOf(zh) }), ...(wordOf(en) && { en: wordOf(en) }) };
  return Object.keys(value).length > 0 ? value : null;
}

export const isFactFile = (value: unknown): boolean => fieldsOf(value)['schema'] === 'live-event-sample/1';

/** The keys of an entry, under the headings by which the import knows them. */
const columns = [
  ['编号', 'listPosition'],
  ['街道', 'subdistrict'],
  ['社区', 'community'],
  ['项目名称', 'title'],
  ['titleAsPublished', 'titleAsPublished'],
  ['项目名称英文', 'titleEn'],
  ['项目简介', 'summary'],
] as const;

export function readFactFile(value: unknown): FactFile {
  const file = fieldsOf(value);
  const event = fieldsOf(file['event']);
  return {
    name: textOf(event['name'], event['nameEn']),
    organizer: textOf(event['organizer'], null),
    venue: textOf(event['venue'], null),
    criteria: listOf(file['criteria']).flatMap((criterion) => {
      const name = textOf(criterion['name'], criterion['nameEn']);
      const maxScore = wordOf(criterion['maxScore']);
      return name === null ? [] : [{ id: wordOf(criterion['id']), name, maxScore: maxScore === '' ? null : maxScore }];
    }),
    table: [
      { line: 0, cells: columns.map(([heading]) => heading) },
      ...listOf(file['entries']).map((entry, index) => ({
        line: index + 1,
        cells: columns.map(([, key]) => wordOf(entry[key])),
      })),
    ],
  };
}
