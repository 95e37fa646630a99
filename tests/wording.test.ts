// What types cannot hold of the words people read: nothing is empty, both languages fill the same blanks, Chinese is set
// with Chinese punctuation, and no component has words of its own.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '#domain/text.ts';

const root = process.cwd();
const inFolder = (folder: string, ending: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && file.name.endsWith(ending))
    .map((file) => join(file.parentPath, file.name));

interface Pair {
  readonly at: string;
  readonly zh: string;
  readonly en: string;
}
const isRecord = (known: unknown): known is Record<string, unknown> => typeof known === 'object' && known !== null;

/** Every sentence below a value, however the table is built: language outside, or `zh` and `en` at each sentence. */
function pairs(value: unknown, at: string): readonly Pair[] {
  if (!isRecord(value)) return [];
  const { zh, en } = { zh: value['zh-CN'] ?? value['zh'], en: value['en'] };
  if (typeof zh === 'string' && typeof en === 'string') return [{ at, zh, en }];
  if (isRecord(zh) && isRecord(en))
    return [...new Set([...Object.keys(zh), ...Object.keys(en)])].flatMap((key) =>
      pairs({ zh: zh[key] ?? '', en: en[key] ?? '' }, `${at}.${key}`),
    );
  return Object.entries(value).flatMap(([key, below]) => pairs(below, `${at}.${key}`));
}

const tables = [
  ...inFolder('client-kit/wording', '.ts').filter((file) => !file.endsWith('.svelte.ts')),
  ...inFolder('domain/wording', '.ts'),
  join(root, 'protocol/wording.ts'),
  join(root, 'server/plain/wording.ts'),
  join(root, 'server/hall/plain-words.ts'),
];
const said: readonly Pair[] = (
  await Promise.all(
    tables.map(async (file) => {
      const exported = (await import(file)) as Record<string, unknown>;
      return Object.entries(exported).flatMap(([name, table]) =>
        pairs(table, `${file.slice(root.length + 1)} ${name}`),
      );
    }),
  )
).flat();

/** English often says "number 3" or "the score" where Chinese names what is judged. */
const blanks = (sentence: string) =>
  [...new Set(sentence.match(/\{\w+\}/g))]
    .filter((blank) => blank !== '{noun}')
    .sort()
    .join(' ');
/** What one language needs and the other does without: a counter, a space, a state that needs no word. */
const mayBeEmpty =
  /ruleWords\.space$|ruleChoiceWords\.places$|settingWords\.\w+\.unit$|stageWords\.placeAfter$|judgeWords\.order\.waiting$/;
/** The product's name, each language's name for itself and the names of keys are the same in every language. */
const ownNames = /亮分 Liangfen|Language 语言|中文|English|^ ?(?:Enter|Z)$/g;

describe('the words', () => {
  it('are found in every table', () => {
    expect(LOCALES).toEqual(['zh-CN', 'en']);
    expect(said.length).toBeGreaterThan(1000);
  });

  it('are there in both languages', () => {
    const empty = said.filter(({ at, zh, en }) => (zh.trim() === '' || en.trim() === '') && !mayBeEmpty.test(at));
    expect(empty).toEqual([]);
  });

  it('leave the same blanks in both languages', () => {
    expect(said.filter(({ zh, en }) => blanks(zh) !== blanks(en))).toEqual([]);
  });

  it('are set with full-width punctuation in Chinese', () => {
    const narrow = /\p{Script=Han}\s*[,:;?!()]|[,:;?!()]\s*\p{Script=Han}|\p{Script=Han}\.(\s|$)|"/u;
    expect(said.filter(({ zh }) => narrow.test(zh))).toEqual([]);
  });

  it('hold no Chinese in English', () => {
    expect(
      said.filter(
        ({ at, en }) => !at.endsWith('.zhTag') && /\p{Script=Han}|[，。；：？！、]/u.test(en.replace(ownNames, '')),
      ),
    ).toEqual([]);
  });
});

const components = ['client-kit', 'judge-client', 'display-client', 'host-client', 'audience-client'].flatMap(
  (folder) => inFolder(folder, '.svelte'),
);
interface Found {
  readonly file: string;
  readonly words: string;
}
const readAloud = new Set(['aria-label', 'aria-description', 'title', 'placeholder', 'alt']);

/** Text between tags, and attributes that are shown or read aloud. Keys and addresses are no words. */
function literalWords(node: unknown, file: string): readonly Found[] {
  if (Array.isArray(node)) return node.flatMap((one) => literalWords(one, file));
  if (!isRecord(node)) return [];
  const { type, name, data } = node;
  if (type === 'Text' && typeof data === 'string') {
    const words = data.replace(ownNames, '').trim();
    return /\p{L}/u.test(words) && !words.startsWith('/') ? [{ file, words }] : [];
  }
  if (type === 'RegularElement' && (name === 'kbd' || name === 'code')) return [];
  if (type === 'StyleDirective') return [];
  if (type === 'Attribute' && !(typeof name === 'string' && readAloud.has(name))) return [];
  return Object.values(node).flatMap((below) => literalWords(below, file));
}

describe('components', () => {
  const sources = components.map((file) => ({
    file: file.slice(root.length + 1),
    source: readFileSync(file, 'utf8'),
  }));

  it('hold no Chinese words', () => {
    const comments = /<!--[\s\S]*?-->|\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm;
    const found = sources.flatMap(({ file, source }) =>
      source
        .replace(comments, '')
        .replace(ownNames, '')
        .split('\n')
        .filter((line) => /\p{Script=Han}/u.test(line))
        .map((words) => ({ file, words })),
    );
    expect(found).toEqual([]);
  });

  it('hold no words in their markup', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.flatMap(({ file, source }) => literalWords(parse(source, { modern: true }).fragment, file))).toEqual(
      [],
    );
  });
});
