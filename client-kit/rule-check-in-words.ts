// The check of the rules in sentences: per situation what was imagined, what the rules make of it and what stays open, with a small
// table of the entries concerned. For the step of set-up and for paper, in either language.
import type { EventDefinition } from '#domain/definition.ts';
import type { ImaginedRow } from '#domain/rule-check/imagined.ts';
import { checkRules } from '#domain/rule-check/rule-check.ts';
import type { Finding, Severity, Situation, SituationCode } from '#domain/rule-check/situation.ts';
import type { Locale, Text } from '#domain/text.ts';
import { tieInWords } from './rules-in-words.ts';
import { nounOf } from './wording/nouns.ts';
import { ruleCheckWords, type RuleCheckWord } from './wording/rule-check.ts';
import { ruleWords } from './wording/rules.ts';
import { fill, pick, type Blanks } from './wording/translate.ts';

export interface MarkInWords {
  readonly text: string;
  readonly isOut: boolean;
}
export interface RowInWords {
  readonly name: string;
  readonly marks: readonly MarkInWords[];
  /** In the order of the report's parts. */
  readonly figures: readonly string[];
  readonly deducted: string;
  readonly score: string;
  readonly place: string;
}
export interface FindingInWords {
  readonly severity: Severity;
  readonly sentence: string;
}
export interface SituationInWords {
  readonly code: SituationCode;
  /** The gravest of its findings. */
  readonly severity: Severity;
  readonly heading: string;
  readonly imagined: string;
  /** Score and place of everybody in the table; empty where the findings say it all. */
  readonly outcome: string;
  readonly findings: readonly FindingInWords[];
  readonly rows: readonly RowInWords[];
}
export interface RuleCheckInWords {
  readonly parts: readonly string[];
  readonly situations: readonly SituationInWords[];
}

const GRAVEST: readonly Severity[] = ['undecided', 'attention', 'settled'];
const severityOf = (findings: readonly Finding[]): Severity =>
  GRAVEST.find((severity) => findings.some((finding) => finding.severity === severity)) ?? 'settled';

/** Everything a sentence of one report needs. */
interface Voice {
  readonly definition: EventDefinition;
  readonly locale: Locale;
  readonly say: (word: RuleCheckWord, blanks?: Blanks) => string;
}

function voiceOf(definition: EventDefinition, locale: Locale): Voice {
  const { one, many } = nounOf(definition.entryNoun, locale);
  return {
    definition,
    locale,
    say: (word, blanks = {}) =>
      fill(ruleCheckWords[locale][word], { noun: word.startsWith('imagined.') ? many : one, ...blanks }),
  };
}

const exampleName = ({ say }: Voice, row: ImaginedRow | undefined): string => say('example', { n: row?.number ?? '' });

/** The two entries a situation is about. */
function pairOf({ definition }: Voice, { code, rows }: Situation): readonly (ImaginedRow | undefined)[] {
  if (code !== 'equal-sheets-at-line') return rows.slice(0, 2);
  const line = definition.rules.cutLine ?? 1;
  return [line, line + 1].map((number) => rows.find((row) => row.number === number));
}

/** The situations' own choice of judge: the second one is absent, the first one is recused or extreme. */
function judgeOf({ definition, say }: Voice, code: SituationCode): string {
  const judge = definition.panel[code === 'judge-absent' ? 1 : 0];
  return say('judge', { n: judge?.number ?? '' });
}

function isOtherwiseSame(rows: readonly ImaginedRow[]): boolean {
  const [full, short] = rows;
  if (!full || !short || full.judges.length === 0 || short.judges.length === 0) return false;
  return short.judges.every(({ total }, judge) => total === null || total === full.judges[judge]?.total);
}

function imaginedInWords(voice: Voice, situation: Situation): string {
  const { definition, locale, say } = voice;
  const { code, rows } = situation;
  const [first, second] = pairOf(voice, situation);
  const part = situation.findings.find((finding) => 'part' in finding);
  const award = definition.awards.find(({ toRank }) => toRank === rows[0]?.number);
  const named = part && 'part' in part ? partInWords(voice, part.part) : '';
  const isAtFirst = code === 'equal-sheets-at-line' && definition.rules.cutLine === undefined;
  const sentence = say(isAtFirst ? 'imagined.at-first' : `imagined.${code}`, {
    a: exampleName(voice, first),
    b: exampleName(voice, second),
    n: rows.length,
    judge: judgeOf(voice, code),
    line: definition.rules.cutLine ?? '',
    award: pick(award?.name ?? null, locale),
    rank: award?.toRank ?? '',
    points: rows[1]?.deducted ?? '',
    part: named,
    group: named,
  });
  const isShort = code === 'judge-absent' || code === 'judge-recused' || code === 'one-judge-left';
  return isShort && isOtherwiseSame(rows) ? [sentence, say('sameSheets')].join(ruleWords[locale].space) : sentence;
}

const partInWords = ({ say, locale }: Voice, part: Text | null): string =>
  part === null ? say('part') : pick(part, locale);

function findingInWords(voice: Voice, situation: Situation, finding: Finding): FindingInWords {
  const { definition, locale, say } = voice;
  const [first, second] = pairOf(voice, situation);
  const { code, severity, ...numbers } = finding;
  const texts: Blanks = {
    ...(finding.code === 'decided-by' && { breaker: tieInWords(finding.breaker, definition, locale).name }),
    ...(finding.code === 'award-shared' && { award: pick(finding.award, locale) }),
    ...('part' in finding && { part: partInWords(voice, finding.part) }),
    ...(finding.code === 'not-deducted' && { score: second?.result?.score ?? '' }),
    ...(finding.code === 'others-move' || finding.code === 'others-stay'
      ? { noun: nounOf(definition.entryNoun, locale).many }
      : {}),
  };
  const plain = Object.fromEntries(
    Object.entries(numbers).filter(([, value]) => typeof value === 'string' || typeof value === 'number'),
  ) as Blanks;
  const blanks = { a: exampleName(voice, first), b: exampleName(voice, second), ...plain, ...texts };
  return { severity, sentence: say(`finding.${code}`, blanks) };
}

function placesInWords(voice: Voice, rows: readonly ImaginedRow[]): string {
  const { say } = voice;
  const [row] = rows;
  if (row === undefined) return '';
  const names = rows.map((one) => exampleName(voice, one));
  const blanks = { name: names[0] ?? '', score: row.result?.score ?? '', place: row.place ?? '' };
  if (row.result === null) return say('outcome.none', blanks);
  if (row.place === null) return say('outcome.alone', blanks);
  if (rows.length === 1) return say('outcome.one', blanks);
  const listed = [names.slice(0, -1).join(say('comma')), names[names.length - 1] ?? ''].join(say('and'));
  const isAlike = rows.every(({ result }) => result?.score === row.result?.score);
  return say(isAlike ? 'outcome.shared' : 'outcome.sharedUnlike', { ...blanks, names: listed });
}

function outcomeInWords(voice: Voice, rows: readonly ImaginedRow[]): string {
  if (rows.length < 2) return '';
  const together = rows.reduce<ImaginedRow[][]>((groups, row) => {
    const newest = groups[groups.length - 1];
    if (row.isShared && newest?.[0]?.isShared && newest[0].place === row.place) newest.push(row);
    else groups.push([row]);
    return groups;
  }, []);
  const clauses = together.map((group) => placesInWords(voice, group));
  return `${clauses.join(voice.say('next'))}${voice.say('sentenceEnd')}`;
}

function markInWords({ say }: Voice, { total, fate }: ImaginedRow['judges'][number]): MarkInWords {
  if (fate === 'absent' || fate === 'recused') return { text: say(fate), isOut: false };
  return { text: total ?? '–', isOut: fate === 'highest-out' || fate === 'lowest-out' };
}

function rowInWords(voice: Voice, row: ImaginedRow): RowInWords {
  const { definition, say } = voice;
  const { place, isShared } = row;
  return {
    name: exampleName(voice, row),
    marks: row.judges.map((judge) => markInWords(voice, judge)),
    figures: (definition.rules.components?.parts ?? []).map(({ id }) => row.figures[id] ?? '–'),
    deducted: row.deducted === null ? '' : `−${row.deducted}`,
    score: row.result?.score ?? say('noScore'),
    place: place === null ? '–' : isShared ? say('shared', { place }) : String(place),
  };
}

function situationInWords(voice: Voice, situation: Situation): SituationInWords {
  const { code, findings, rows } = situation;
  return {
    code,
    severity: severityOf(findings),
    heading: voice.say(`heading.${code}`),
    imagined: imaginedInWords(voice, situation),
    outcome: outcomeInWords(voice, rows),
    findings: findings.map((finding) => findingInWords(voice, situation, finding)),
    rows: rows.map((row) => rowInWords(voice, row)),
  };
}

/** The undecided first, then what one should know, then what is clear. Null while the rules cannot be checked. */
export function ruleCheckInWords(definition: EventDefinition, locale: Locale): RuleCheckInWords | null {
  const report = checkRules(definition);
  if (report === null) return null;
  const voice = voiceOf(definition, locale);
  const told = report.map((situation) => situationInWords(voice, situation));
  return {
    parts: (definition.rules.components?.parts ?? []).map(({ name }) => pick(name, locale)),
    situations: GRAVEST.flatMap((severity) => told.filter((known) => known.severity === severity)),
  };
}
