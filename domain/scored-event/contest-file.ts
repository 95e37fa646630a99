// A contest in a file, for rules that no event definition can say: the engine's own steps, tables of marks in decimals, numbers and
// lists as exact values ("12", "-0.19", "37/6").
import Type, { type Static } from 'typebox';
import { decimalPattern, parseExact, toRational, type Decimal, type Rational } from '../numbers.ts';
import type { Contest, EntryMarks, EntrySource, LeftOut, MarkTable } from '../rules/contest.ts';
import { RuleSchema } from '../rules/rule.ts';
import type { ReportRule } from '../rules/rule-problem.ts';

const closed = { additionalProperties: false } as const;
const Name = Type.String({ minLength: 1, maxLength: 64 });
const Mark = Type.Union([Type.Unsafe<Decimal>(Type.String({ pattern: decimalPattern })), Type.Null()]);
const exactPattern = '^-?[0-9]{1,20}(?:\\.[0-9]{1,20})?(?:/[0-9]{1,20}(?:\\.[0-9]{1,20})?)?$';
const Exact = Type.Union([Type.String({ pattern: exactPattern }), Type.Null()]);
const Why = Type.Union([
  Type.Literal('missing'),
  Type.Literal('recused'),
  Type.Literal('absent'),
  Type.Literal('void'),
]);

export const ContestFileSchema = Type.Object(
  {
    format: Type.Literal('liangfen-contest/1'),
    rule: RuleSchema,
    contest: Type.Object(
      {
        tables: Type.Array(
          Type.Object(
            {
              id: Name,
              judges: Type.Array(Name, { minItems: 1, maxItems: 1000 }),
              items: Type.Array(Name, { maxItems: 200 }),
              decimals: Type.Integer({ minimum: 0, maximum: 3 }),
            },
            closed,
          ),
          { maxItems: 50 },
        ),
        entries: Type.Array(
          Type.Object(
            {
              id: Name,
              /** By table: rows of one item each, one mark per judge. */
              marks: Type.Optional(
                Type.Record(
                  Name,
                  Type.Object(
                    {
                      rows: Type.Array(Type.Array(Mark, { maxItems: 1000 }), { maxItems: 200 }),
                      leftOut: Type.Optional(Type.Record(Name, Why)),
                    },
                    closed,
                  ),
                ),
              ),
              numbers: Type.Optional(Type.Record(Name, Exact)),
              lists: Type.Optional(Type.Record(Name, Type.Array(Exact, { maxItems: 200 }))),
            },
            closed,
          ),
          { maxItems: 5_000 },
        ),
        decisions: Type.Optional(
          Type.Array(Type.Object({ order: Type.Array(Name, { minItems: 2 }), at: Type.Optional(Exact) }, closed)),
        ),
      },
      closed,
    ),
  },
  closed,
);
export type ContestFile = Static<typeof ContestFileSchema>;
type FileEntry = ContestFile['contest']['entries'][number];
type FileMarks = NonNullable<FileEntry['marks']>[string];

function unitsOf(mark: Decimal, decimals: number): number | null {
  const { n, d } = toRational(mark);
  const scaled = n * 10n ** BigInt(decimals);
  return scaled % d === 0n ? Number(scaled / d) : null;
}

function marksFrom(file: FileMarks, table: MarkTable | undefined, at: string, report: ReportRule): EntryMarks {
  const { judges = [], decimals = 3 } = table ?? {};
  const rows = file.rows.map((row, item) =>
    row.map((mark, judge) => {
      const units = mark === null ? null : unitsOf(mark, decimals);
      if (mark !== null && units === null)
        report('contest.mark', `${at}/rows/${item}/${judge}`, mark, [`10^-${decimals}`]);
      return units;
    }),
  );
  const leftOut = new Map<number, LeftOut>();
  for (const [name, why] of Object.entries(file.leftOut ?? {})) {
    const judge = judges.indexOf(name);
    if (judge < 0) report('rule.judge-unknown', `${at}/leftOut/${name}`, name, judges);
    else leftOut.set(judge, why);
  }
  return { rows, leftOut };
}

function exactFrom(text: string | null, at: string, report: ReportRule): Rational | null {
  const value = text === null ? null : parseExact(text);
  if (text !== null && value === null) report('rule.reference-number', at, text);
  return value;
}

const mapped = <T, R>(record: Readonly<Record<string, T>>, change: (value: T, name: string) => R): Record<string, R> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value, name)]));

/** What is not exact, or names nobody, is reported; the contest is then not to be computed. */
export function contestFrom({ contest }: ContestFile, report: ReportRule): Contest {
  const { tables, entries, decisions = [] } = contest;
  return {
    tables,
    entries: entries.map(({ id, marks = {}, numbers = {}, lists = {} }, index): EntrySource => {
      const at = `/contest/entries/${index}`;
      return {
        id,
        marks: mapped(marks, (own, name) =>
          marksFrom(
            own,
            tables.find((table) => table.id === name),
            `${at}/marks/${name}`,
            report,
          ),
        ),
        numbers: mapped(numbers, (own, name) => exactFrom(own, `${at}/numbers/${name}`, report)),
        lists: mapped(lists, (own, name) =>
          own.map((value, place) => exactFrom(value, `${at}/lists/${name}/${place}`, report)),
        ),
      };
    }),
    decisions: decisions.map(({ order, at = null }, index) => ({
      order,
      at: exactFrom(at, `/contest/decisions/${index}/at`, report),
    })),
  };
}
