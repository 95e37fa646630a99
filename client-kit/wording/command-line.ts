// What `npx liangfen` says: how it is used, and in one sentence what is wrong with a file, at which place, and what is expected there.
import type { ProblemCode } from '#domain/problems/codes.ts';
import type { Expected } from '#domain/import/expected-shape.ts';
import type { JsonFault } from '#domain/import/exact-json.ts';
import type { RuleProblemCode } from '#domain/rules/rule-problem.ts';
import type { ScoredProblemCode } from '#domain/scored-event/scored-event-problems.ts';
import type { FileProblem } from '#domain/scored-event/read-scored-file.ts';
import type { Locale } from '#domain/text.ts';
import { problemSentence } from './problems.ts';
import { fill } from './translate.ts';

type Word =
  | JsonFault['code']
  | RuleProblemCode
  | ScoredProblemCode
  | 'usage'
  | 'place'
  | 'line'
  | 'more'
  | 'format'
  | 'unknownCommand'
  | 'unknownOption'
  | 'oneFile'
  | 'language'
  | 'unreadable'
  | 'standardInput'
  | 'whole'
  | 'fields'
  | 'oneOf'
  | 'atLeast'
  | 'atMost'
  | 'between'
  | Exclude<Expected['kind'], 'whole' | 'fields' | 'one-of'>;

const zh: { readonly [W in Word]: string } = {
  usage: `亮分命令行

  npx liangfen score 文件.json    计算带评分表的活动文件，结果以 JSON 输出
  npx liangfen score -            从标准输入读取（不写文件名也一样）
  npx liangfen restore 备份.db --data 文件夹
                                  核对一份备份，并在这台电脑上把它恢复成可以继续的活动
  npx liangfen help               显示这段说明

选项
  --explain          不输出 JSON，改为逐步写出每个结果的算法
  --lang zh|en       说明与错误提示的语言

文件格式见 docs/scored-event.md。正常结束返回 0；文件有误返回 2，并用一句话指出文件、位置和应填的内容。`,
  place: '{file}，{at}：{problem}',
  line: '{file}，第 {line} 行第 {column} 列：{problem}',
  more: '{sentence}（另有 {n} 处问题）',
  format: '“format”应为 {known} 之一。',
  unknownCommand: '没有“{value}”这个命令，可用的命令是 score、restore 和 help。',
  unknownOption: '没有“{value}”这个选项，可用的选项是 --explain、--data 文件夹 和 --lang zh|en。',
  oneFile: '一次只能计算一个文件，这里给了 {n} 个。',
  language: '--lang 后面应为 zh 或 en。',
  unreadable: '读不了这个文件（{reason}），请给出一个存在的 JSON 文件。',
  standardInput: '标准输入',
  'json.syntax': '这里不是 JSON，应为完整的 JSON 文档，读到的是“{value}”。',
  'json.key-twice': '“{value}”出现了两次，每个名称只能出现一次。',
  'json.too-deep': '嵌套太深，最多 50 层。',
  whole: '应为整数',
  decimal: '应为十进制数，如“9.5”',
  name: '应为标识（小写字母、数字和连字符）',
  text: '应为文字',
  list: '应为列表',
  'yes-or-no': '应为 true 或 false',
  anything: '应为这里允许的内容',
  fields: '应有这些字段中的：{names}',
  oneOf: '应为 {values} 之一',
  atLeast: '应为不小于 {min} 的整数',
  atMost: '应为不大于 {max} 的整数',
  between: '应为 {min} 至 {max} 的整数',
  'rule.name-twice': '名称“{value}”已经用过，应为另一个名称。',
  'rule.column-unknown': '没有“{value}”这一列，应为 {expected} 之一。',
  'rule.column-later': '“{value}”在后面才算出来，应为前面已有的列。',
  'rule.column-itself': '步骤“{value}”读的是自己，应为前面已有的列。',
  'rule.column-form': '列“{value}”的形式不对，应为 {expected}。',
  'rule.judge-unknown': '表中没有评委“{value}”，应为 {expected} 之一。',
  'rule.weights-count': '这里有 {value} 个权重，应与项目一样多，为 {expected} 个。',
  'rule.full-marks-zero': '满分是 {value}，应为不等于 0 的数。',
  'rule.item-beyond': '没有第 {value} 项（从 0 数起），应为不大于 {expected} 的数。',
  'rule.decay-range': '{value} 超出范围，应在 0 至 10 之间。',
  'rule.bounds-crossed': '{value} 不合适，下限应不大于上限 {expected}。',
  'rule.reference-number': '“{value}”不是可以准确计算的数，应为十进制数或分数，如“9.5”“37/6”。',
  'contest.name-twice': '名称“{value}”出现了两次，每个名称应只出现一次。',
  'contest.decimals': '小数位数 {value} 超出范围，应在 0 至 9 之间。',
  'contest.mark': '分数 {value} 比表的小数位更细或太大，应为 {expected} 的整数倍。',
  'contest.row-length': '这一行有 {value} 个分数，应与评委一样多，为 {expected} 个。',
  'contest.rows-differ': '这里有 {value} 行，应与项目一样多，为 {expected} 行。',
  'contest.columns-differ': '各参赛者的列不一致（{value}），应都是：{expected}。',
  'contest.entry-unknown': '没有“{value}”这个参赛者，应为名单中的标识。',
  'scored.entry-unknown': '名单里没有“{value}”，应为 entries 中的标识。',
  'scored.seat-unknown': '评委团里没有席位“{value}”，应为 {expected} 之一。',
  'scored.component-unknown': '规则里没有“{value}”这个得分部分，应为规则中的部分：{expected}。',
  'scored.twice': '“{value}”出现了两次，应只出现一次。',
  'scored.marks-count': '这里有 {value} 个分数，应与评分项一样多，为 {expected} 个。',
  'scored.mark-range': '分数 {value} 超出可打分范围，应在 {min} 至 {max} 之间。',
  'scored.mark-step': '分数 {value} 不在步长上，应从 {min} 起以 {max} 为一档。',
  'scored.nothing-given': '“{value}”既没有分数也没有原因，应填 marks，或把 state 填为 recused、absent、void 之一。',
  'scored.both-given': '既有分数又填了“{value}”，应只填一样（void 可以保留原来的分数）。',
  'scored.recused': '“{value}”事先已回避，不应有分数。',
  'scored.deduction-not-positive': '扣分 {value} 不对，应为大于 0 的数。',
  'scored.order-incomplete': '出场顺序少了 {value}，应每个都有一次。',
};

const en: { readonly [W in Word]: string } = {
  usage: `Liangfen on the command line

  npx liangfen score FILE.json    compute an event file that carries sheets; the result is printed as JSON
  npx liangfen score -            read standard input (the same without a file name)
  npx liangfen restore BACKUP.db --data DIR
                                  check a backup and open it on this computer as an event that goes on
  npx liangfen help               show this

Options
  --explain          print how each result comes about, step by step, instead of JSON
  --lang zh|en       language of explanations and mistakes

The file formats are in docs/scored-event.md. Exit code 0, or 2 with one sentence naming file, place and what is expected.`,
  place: '{file}, {at}: {problem}',
  line: '{file}, line {line}, column {column}: {problem}',
  more: '{sentence} ({n} more)',
  format: '“format” should be one of {known}.',
  unknownCommand: 'There is no command “{value}”; the commands are score, restore and help.',
  unknownOption: 'There is no option “{value}”; the options are --explain, --data DIR and --lang zh|en.',
  oneFile: 'One file is computed at a time, {n} were given.',
  language: '--lang should be followed by zh or en.',
  unreadable: 'The file cannot be read ({reason}); a JSON file that exists is expected.',
  standardInput: 'standard input',
  'json.syntax': 'This is no JSON: a complete JSON document is expected, found “{value}”.',
  'json.key-twice': '“{value}” stands here twice; each name is expected once.',
  'json.too-deep': 'Nested too deep; at most 50 levels are expected.',
  whole: 'a whole number is expected',
  decimal: 'a decimal such as "9.5" is expected',
  name: 'an id of lower-case letters, digits and hyphens is expected',
  text: 'text is expected',
  list: 'a list is expected',
  'yes-or-no': 'true or false is expected',
  anything: 'something that is allowed here is expected',
  fields: 'an object with fields of these is expected: {names}',
  oneOf: 'one of {values} is expected',
  atLeast: 'a whole number of at least {min} is expected',
  atMost: 'a whole number of at most {max} is expected',
  between: 'a whole number from {min} to {max} is expected',
  'rule.name-twice': 'The name “{value}” is taken; another one is expected.',
  'rule.column-unknown': 'There is no column “{value}”; one of {expected} is expected.',
  'rule.column-later': '“{value}” is made by a later step; an earlier column is expected.',
  'rule.column-itself': 'The step “{value}” reads itself; an earlier column is expected.',
  'rule.column-form': 'The column “{value}” has another form; {expected} is expected.',
  'rule.judge-unknown': 'No judge of the table is called “{value}”; one of {expected} is expected.',
  'rule.weights-count': '{value} weights stand here; as many as items are expected, {expected}.',
  'rule.full-marks-zero': 'Full marks are {value}; a number other than 0 is expected.',
  'rule.item-beyond': 'There is no item {value} (counted from 0); at most {expected} is expected.',
  'rule.decay-range': '{value} is out of range; 0 to 10 is expected.',
  'rule.bounds-crossed': '{value} does not fit; a lower bound not above {expected} is expected.',
  'rule.reference-number': '“{value}” is no exact number; a decimal or a fraction such as "9.5" or "37/6" is expected.',
  'contest.name-twice': 'The name “{value}” stands twice; each name is expected once.',
  'contest.decimals': '{value} decimals are out of range; 0 to 9 is expected.',
  'contest.mark': 'The mark {value} is finer than its table or too large; a multiple of {expected} is expected.',
  'contest.row-length': '{value} marks stand in this row; as many as judges are expected, {expected}.',
  'contest.rows-differ': '{value} rows stand here; as many as items are expected, {expected}.',
  'contest.columns-differ': 'The entries have different columns ({value}); all of these are expected: {expected}.',
  'contest.entry-unknown': 'There is no entry “{value}”; an id of the list is expected.',
  'scored.entry-unknown': 'There is no entry “{value}”; an id of `entries` is expected.',
  'scored.seat-unknown': 'There is no seat “{value}” on the panel; one of {expected} is expected.',
  'scored.component-unknown':
    'The rules have no component “{value}”; one of those of the rules is expected: {expected}.',
  'scored.twice': '“{value}” stands here twice; once is expected.',
  'scored.marks-count': '{value} marks stand here; as many as score items are expected, {expected}.',
  'scored.mark-range': 'The mark {value} is off the scale; {min} to {max} is expected.',
  'scored.mark-step': 'The mark {value} is between two steps; from {min} on in steps of {max} is expected.',
  'scored.nothing-given':
    '“{value}” has neither marks nor a reason; `marks` or a `state` of recused, absent or void is expected.',
  'scored.both-given': 'Marks and “{value}” stand together; one of the two is expected (void may keep its marks).',
  'scored.recused': '“{value}” is recused beforehand; no marks are expected.',
  'scored.deduction-not-positive': 'A deduction of {value} does nothing; a number above 0 is expected.',
  'scored.order-incomplete': 'The running order lacks {value}; every entry is expected once.',
};
export const commandLineWords = { 'zh-CN': zh, en };

const listOf = (values: readonly string[], locale: Locale) => values.join(locale === 'en' ? ', ' : '、');

function expectation(expected: Expected, locale: Locale): string {
  const words = commandLineWords[locale];
  switch (expected.kind) {
    case 'one-of':
      return fill(words.oneOf, { values: listOf(expected.values, locale) });
    case 'fields':
      return fill(words.fields, { names: listOf(expected.names, locale) });
    case 'whole': {
      const { min, max } = expected;
      if (min !== null && max !== null) return fill(words.between, { min, max });
      if (min !== null) return fill(words.atLeast, { min });
      return max === null ? words.whole : fill(words.atMost, { max });
    }
    default:
      return words[expected.kind];
  }
}

/** Without the full stop: the expectation follows. */
const opened = (sentence: string): string => sentence.replace(/[。.]$/, '');

function contentSentence(problem: Extract<FileProblem, { kind: 'content' }>, locale: Locale): string {
  const words = commandLineWords[locale];
  const { code, value, expected } = problem;
  const [min = '', max = ''] = expected;
  if (code in words) return fill(words[code as Word], { value, min, max, expected: listOf(expected, locale) });
  return problemSentence({ code: code as ProblemCode, value }, null, locale);
}

/** One sentence: file, place, what is expected. */
export function fileProblemSentence(problems: readonly FileProblem[], file: string, locale: Locale): string {
  const [problem] = problems;
  const words = commandLineWords[locale];
  if (problem === undefined) return '';
  const at = (place: string, sentence: string) => fill(words.place, { file, at: place, problem: sentence });
  const sentence = (() => {
    switch (problem.kind) {
      case 'json': {
        const { code, line, column, value } = problem.fault;
        return fill(words.line, { file, line, column, problem: fill(words[code], { value }) });
      }
      case 'format':
        return at('/format', fill(words.format, { known: listOf(problem.known, locale) }));
      case 'shape': {
        const own = opened(problemSentence(problem, null, locale));
        const end = locale === 'en' ? '.' : '。';
        const join = locale === 'en' ? '; ' : '，';
        return at(problem.at || '/', `${own}${join}${expectation(problem.expected, locale)}${end}`);
      }
      case 'content':
        return at(problem.at || '/', contentSentence(problem, locale));
    }
  })();
  return problems.length > 1 ? fill(words.more, { sentence, n: problems.length - 1 }) : sentence;
}
