// npx liangfen as people run it: in a process of its own, from a file or standard input, with its exit codes and sentences.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ContestFileSchema } from '#domain/scored-event/contest-file.ts';
import { scoreEvent } from '#domain/scored-event/score-event.ts';
import { ScoredEventSchema, type ScoredEvent } from '#domain/scored-event/scored-event.ts';
import { EventDefinitionSchema } from '#domain/definition.ts';

const root = process.cwd();
const example = join(root, 'docs/examples/scored-event.json');
const contest = join(root, 'docs/examples/contest.json');
const exampleText = readFileSync(example, 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'liangfen-score-'));

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
}

function liangfen(
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: NodeJS.ProcessEnv } = {},
): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts/liangfen.mjs'), ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C', ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, out: stdout, errors: stderr };
}

interface Row {
  readonly place: number;
  readonly isShared: boolean;
  readonly decidedBy: string | null;
  readonly entry: string;
  readonly score: string;
  readonly exact: string;
  readonly deducted: string;
  readonly isInside: boolean;
  readonly judges: readonly { readonly seat: string; readonly fate: string; readonly total: string | null }[];
  readonly notes: readonly { readonly code: string }[];
}
interface Result {
  readonly ranking: readonly Row[];
  readonly withoutPlace: readonly {
    readonly entry: string;
    readonly because: string;
    readonly seats?: readonly string[];
  }[];
}
const resultOf = (ran: Ran): Result => {
  expect(ran.errors).toBe('');
  expect(ran.code).toBe(0);
  return JSON.parse(ran.out) as Result;
};
/** The example with a change, as text on standard input. */
function changed(change: (event: ScoredEvent) => unknown): Ran {
  return liangfen(['score', '-', '--lang', 'en'], {
    input: JSON.stringify(change(JSON.parse(exampleText) as ScoredEvent)),
  });
}

describe('npx liangfen score', () => {
  it('is found by npx in the repository and below it, and reads a file by its path from there', () => {
    for (const [cwd, file] of [
      [root, 'docs/examples/scored-event.json'],
      [join(root, 'docs'), 'examples/scored-event.json'],
    ] as const) {
      const { status, stdout } = spawnSync('npx', ['--no-install', 'liangfen', 'score', file], {
        cwd,
        encoding: 'utf8',
        // Once a day npm asks its registry for news of itself, and waits for it where there is no internet.
        env: { ...process.env, npm_config_update_notifier: 'false' },
      });
      expect(status).toBe(0);
      expect((JSON.parse(stdout) as Result).ranking).toHaveLength(5);
    }
  }, 60_000);

  it('prints what the engine of the day computes: places, ties, fates, deductions, notes', () => {
    const { ranking } = resultOf(liangfen(['score', example]));
    const day = scoreEvent(JSON.parse(exampleText) as ScoredEvent);
    expect(ranking.map(({ entry, place, score, decidedBy }) => [entry, place, score, decidedBy])).toEqual(
      day.ranking.map(({ result, rank, decidedBy }) => [result.entry, rank, result.score, decidedBy]),
    );
    expect(ranking.map(({ entry }) => entry).slice(0, 3)).toEqual(['entry-1', 'entry-3', 'entry-2']);
    expect(ranking[0]).toMatchObject({
      place: 1,
      decidedBy: 'panel-decision',
      score: '92.42',
      exact: '1109/12',
      isInside: true,
    });
    expect(ranking[2]).toMatchObject({ deducted: '1.5', notes: [{ code: 'trim-suspended', given: 4, needed: 5 }] });
    expect(ranking[2]?.judges[2]).toMatchObject({ fate: 'recused', total: null, reason: '示例：指导教师' });
    expect(ranking[0]?.judges.map(({ fate }) => fate)).toEqual([
      'counted',
      'highest-out',
      'lowest-out',
      'counted',
      'counted',
    ]);
  });

  it('reads standard input, with a dash or without anything', () => {
    const fromFile = liangfen(['score', example]).out;
    expect(liangfen(['score', '-'], { input: exampleText }).out).toBe(fromFile);
    expect(liangfen(['score'], { input: `\uFEFF${exampleText}` }).out).toBe(fromFile);
  });

  it('reads JSON numbers as the text they are written as, also where a binary float cannot hold them', () => {
    const event = JSON.parse(exampleText) as ScoredEvent;
    const fine = {
      ...event,
      criteria: event.criteria.map((criterion) => ({
        ...criterion,
        minAllowed: '0',
        maxAllowed: '1',
        maxScore: '1',
        entryStep: '0.001',
      })),
      rules: {
        ...event.rules,
        decimals: 3,
        components: undefined,
        aggregate: { kind: 'sum' },
        tieBreakers: [],
        cutLine: undefined,
      },
      figures: [],
      deductions: [],
      tieDecisions: [],
      sheets: event.entries.flatMap(({ id }) =>
        event.panel.map(({ seat }) => ({ entry: id, seat, marks: ['0.1', '0.2'] })),
      ),
    };
    const asText = JSON.stringify(fine);
    const asNumbers = asText.replaceAll('"0.1"', '0.1').replaceAll('"0.2"', '0.20').replaceAll('"0.001"', '0.001');
    const [first] = resultOf(liangfen(['score'], { input: asNumbers })).ranking;
    expect(first).toMatchObject({ exact: '1.5', score: '1.500', place: 1, isShared: true });
    // 17 digits: as a float this would be rounded to a mark that is allowed.
    const tooFine = asText.replace('"0.1"', '0.10000000000000001');
    expect(liangfen(['score', '--lang', 'en'], { input: tooFine })).toMatchObject({ code: 2, out: '' });
  });

  it('gives no place to an entry whose judge is outstanding, or that was removed', () => {
    const ran = changed((event) => ({
      ...event,
      sheets: event.sheets.slice(1),
      removed: [{ entry: 'entry-5', as: 'withdrawn' }],
    }));
    const { ranking, withoutPlace } = resultOf(ran);
    expect(ranking.map(({ entry }) => entry)).toEqual(['entry-3', 'entry-2', 'entry-4']);
    expect(withoutPlace).toMatchObject([
      { entry: 'entry-1', because: 'outstanding', seats: ['seat-1'] },
      { entry: 'entry-5', because: 'removed', as: 'withdrawn' },
    ]);
  });

  it('explains each result with --explain, in either language', () => {
    const { code, out } = liangfen(['score', example, '--explain', '--lang', 'zh']);
    expect(code).toBe(0);
    expect(out.split('\n').slice(0, 3)).toEqual([
      '01 号 示例项目 1，第 1 名，共 5 个项目：92.42',
      '  评委总分',
      '    评委 1：52.5 + 36 = 88.50',
    ]);
    expect(out).toContain(
      '去掉最高分 92.50（评委 2），去掉最低分 85.00（评委 3），其余 3 个相加 267.50，÷ 3 ≈ 89.16667',
    );
    expect(out).toContain('01 号、03 号同分，看“评委会裁定”。依次为 01 号 > 03 号。');
    expect(out).toContain('有效分 4 个，少于 5 个，未去掉最高分和最低分。');
    expect(liangfen(['score', example, '--explain', '--lang', 'en']).out).toContain(
      'Panel score 89.16667 × 70% + Audience votes 100.00 × 30% ≈ 92.41667 (exactly 1109/12)',
    );
  });

  it('explains a contest of the engine by the names of its file', () => {
    const { code, out } = liangfen(['score', contest, '--explain', '--lang', 'en']);
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toBe('A, Place 1 of 2 projects: 323.45');
  });

  it('computes a contest of the engine, with every step', () => {
    const { ranking } = resultOf(liangfen(['score', contest]));
    expect(ranking).toMatchObject([
      { place: '1', entry: 'A', score: '323.45', steps: { points: { items: ['78.72', '64.13'] } } },
      { place: '2', entry: 'B' },
    ]);
  });

  it.each([
    [
      '/sheets/0/marks/0',
      'from 30 on in steps of 0.5',
      (event: ScoredEvent) => withSheet(event, { marks: ['52.4', '36'] }),
    ],
    ['/sheets/0/marks/1', '20 to 40', (event: ScoredEvent) => withSheet(event, { marks: ['52', '41'] })],
    [
      '/sheets/0/marks',
      'as many as score items are expected, 2',
      (event: ScoredEvent) => withSheet(event, { marks: ['52'] }),
    ],
    ['/sheets/0/seat', 'one of seat-1, seat-2', (event: ScoredEvent) => withSheet(event, { seat: 'seat-9' })],
    ['/sheets/0/entry', 'an id of `entries`', (event: ScoredEvent) => withSheet(event, { entry: 'entry-9' })],
    ['/sheets/1', 'once is expected', (event: ScoredEvent) => withSheet(event, { seat: 'seat-2' })],
    ['/sheets/0', '`marks` or a `state`', (event: ScoredEvent) => withSheet(event, { marks: undefined })],
    ['/sheets/0', 'one of the two is expected', (event: ScoredEvent) => withSheet(event, { state: 'absent' })],
    ['/sheets/0/state', 'one of recused, absent, void', (event: ScoredEvent) => withSheet(event, { state: 'ill' })],
    ['/sheets/0/marks/0', 'a decimal such as', (event: ScoredEvent) => withSheet(event, { marks: ['many', '36'] })],
    ['/sheets/0/mark', 'entry, seat, marks, state, reason', (event: ScoredEvent) => withSheet(event, { mark: [] })],
    ['/sheets', 'a list is expected', (event: ScoredEvent) => ({ ...event, sheets: undefined })],
    [
      '/rules/decimals',
      'a whole number from 0 to 4',
      (event: ScoredEvent) => ({ ...event, rules: { ...event.rules, decimals: 9 } }),
    ],
    [
      '/figures/0/component',
      'votes',
      (event: ScoredEvent) => ({ ...event, figures: [{ entry: 'entry-1', component: 'phones', value: '1' }] }),
    ],
    [
      '/deductions/0/points',
      'above 0',
      (event: ScoredEvent) => ({ ...event, deductions: [{ entry: 'entry-1', points: '0' }] }),
    ],
    ['/order', 'every entry is expected once', (event: ScoredEvent) => ({ ...event, order: ['entry-1'] })],
    ['/format', 'liangfen-event/1, liangfen-contest/1', (event: ScoredEvent) => ({ ...event, format: 'other' })],
    [
      '/criteria/1',
      'own name',
      (event: ScoredEvent) => ({ ...event, criteria: event.criteria.map((one) => ({ ...one, id: 'same' })) }),
    ],
  ])('ends with 2 and one sentence that names %s and expects %s', (at, expected, change) => {
    const { code, out, errors } = changed(change);
    expect([code, out]).toEqual([2, '']);
    expect(errors.trim().split('\n')).toHaveLength(1);
    expect(errors).toContain(`standard input, ${at}: `);
    if (expected !== 'own name') expect(errors).toContain(expected);
  });

  it('names line and column where a file is no JSON, and the key that stands twice', () => {
    const broken = liangfen(['score', '--lang=en'], { input: '{\n  "format": "liangfen-event/1",,\n}' });
    expect(broken).toMatchObject({ code: 2, out: '' });
    expect(broken.errors).toContain('standard input, line 2, column 32: ');
    const twice = liangfen(['score', '--lang=en'], { input: '{"format": 1, "format": 2}' });
    expect(twice.errors).toContain('line 1, column 15: “format” stands here twice');
    expect(liangfen(['score', '--lang=en'], { input: '' }).code).toBe(2);
    expect(liangfen(['score', '--lang=en'], { input: '['.repeat(100_000) }).errors).toContain('Nested too deep');
  });

  it('names a mistake in the rule of a contest by its place', () => {
    const text = readFileSync(contest, 'utf8').replace('"of": "dive"', '"of": "jump"');
    const file = join(folder, 'contest.json');
    writeFileSync(file, text);
    expect(liangfen(['score', file, '--lang', 'en'])).toEqual({
      code: 2,
      out: '',
      errors: `${file}, /rule/steps/1/of: There is no column “jump”; one of round-1, earlier, difficulty, dive is expected.\n`,
    });
  });

  it('speaks the language that was asked for, or that of the computer', () => {
    expect(liangfen(['score', 'nowhere.json', '--lang', 'zh']).errors).toBe(
      'nowhere.json，/：读不了这个文件（ENOENT），请给出一个存在的 JSON 文件。\n',
    );
    expect(liangfen(['help'], { env: { LC_ALL: 'zh_CN.UTF-8' } }).out).toContain('亮分命令行');
    expect(liangfen([]).out).toContain('npx liangfen score FILE.json');
  });

  it.each([
    [['fly'], 'the commands are score, restore and help'],
    [['score', '--fast'], 'the options are --explain, --data DIR and --lang'],
    [['score', 'a.json', 'b.json'], 'One file is computed at a time, 2 were given'],
    [['score', '--lang', 'fr'], 'followed by zh or en'],
  ])('refuses %j', (args, sentence) => {
    const { code, out, errors } = liangfen(args);
    expect([code, out]).toEqual([2, '']);
    expect(errors).toContain(sentence);
  });
});

const withSheet = (event: ScoredEvent, change: object): unknown => ({
  ...event,
  sheets: event.sheets.map((sheet, index) => (index === 0 ? { ...sheet, ...change } : sheet)),
});

/** Every field name anywhere in the schema. */
function fieldsOf(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { properties } = node as { readonly properties?: object };
  return [...Object.keys(properties ?? {}), ...Object.values(node).flatMap(fieldsOf)];
}

describe('docs/scored-event.md', () => {
  it('has every field that a file may have beside the definition', () => {
    const text = readFileSync(join(root, 'docs/scored-event.md'), 'utf8');
    const own = Object.entries(ScoredEventSchema.properties).filter(
      ([key]) => !(key in EventDefinitionSchema.properties),
    );
    const fields = [
      ...own.flatMap(([key, node]) => [key, ...fieldsOf(JSON.parse(JSON.stringify(node)))]),
      ...fieldsOf(JSON.parse(JSON.stringify(ContestFileSchema.properties.contest))),
    ];
    expect([...new Set(fields)].filter((field) => !text.includes(`\`${field}\``))).toEqual([]);
  });
});
