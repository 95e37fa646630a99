// A derivation in the reader's language: for each step what it gives, the formula with its numbers, the values that went in with
// what became of each, and what must be said beside it. As parts for a screen, and as one text for a terminal.
import type { Derivation, Line, OperandFate } from '#domain/explain/derivation.ts';
import type { Step } from '#domain/rules/step-schema.ts';
import type { Locale } from '#domain/text.ts';
import { lineTold, type LineSpeaker } from './derivation/line-sentence.ts';
import { speaker, type Naming, type Say } from './derivation/naming.ts';
import { noteInWords, operandInWords, sourceName } from './derivation/operands.ts';
import { cutInWords, placingInWords, tieInSentence } from './derivation/placing-in-words.ts';

export interface WordedValue {
  readonly text: string;
  readonly fate: OperandFate;
}

/** One step, or one item of it. */
export interface WordedLine {
  readonly label: string;
  /** The formula with its result; empty where the rows say it. */
  readonly sentence: string;
  /** One per judge, dance, round … */
  readonly rows: readonly string[];
  /** The judges' values of a panel, or the runs, with what became of them. */
  readonly values: readonly WordedValue[];
  /** Exact value, where the shown one is shorter. */
  readonly exact: string | null;
  readonly notes: readonly string[];
}

export interface WordedDerivation {
  readonly result: string;
  readonly lines: readonly WordedLine[];
  readonly tieLines: readonly WordedLine[];
  readonly placing: string;
  /** The questions on equal results, and the tolerance where the rules have one. */
  readonly ties: readonly string[];
  readonly cut: string | null;
}

/** Kinds whose operands are worth a list of their own. */
const listed: readonly Line['kind'][] = ['panel', 'majority', 'nth-best'];

function worded(line: Line, step: Step | undefined, voice: LineSpeaker): WordedLine {
  const { sentence, rows } = lineTold(line, step, voice);
  const isListed = listed.includes(line.kind) && line.operands.length > 1;
  return {
    label: line.at?.what === 'item' ? sourceName(line.at, voice) : voice.name.column(line.step),
    sentence,
    rows,
    values: isListed
      ? line.operands.map((operand) => ({ text: operandInWords(operand, voice), fate: operand.fate }))
      : [],
    exact: line.value?.isShortened ? voice.say('exact', { value: line.value.exact }) : null,
    notes: line.notes
      // Whose weight went to the others is said with the weights.
      .filter(({ code }) => code !== 'part-missing' || line.working?.as !== 'redistributed')
      .map((note) => noteInWords(note, voice)),
  };
}

/** Lines of one step that are about judges stand together, one row each. */
function grouped(lines: readonly Line[], steps: readonly Step[], voice: LineSpeaker): readonly WordedLine[] {
  const made: WordedLine[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    const own = worded(
      line,
      steps.find(({ id }) => id === line.step),
      voice,
    );
    const last = made[made.length - 1];
    if (line.at?.what !== 'judge') made.push(own);
    else if (last && before?.step === line.step && before.at?.what === 'judge')
      made[made.length - 1] = { ...last, rows: [...last.rows, own.sentence], notes: [...last.notes, ...own.notes] };
    else made.push({ ...own, sentence: '', rows: [own.sentence], exact: null });
    before = line;
  }
  return made;
}

export function derivationInWords(derivation: Derivation, name: Naming, locale: Locale): WordedDerivation {
  const say = speaker(locale);
  const { placing, cut, steps, lines, tieLines, entry, result } = derivation;
  const voice: LineSpeaker = { say, name, locale, entry };
  return {
    result: result?.shown ?? say('noResult'),
    lines: grouped(lines, steps, voice),
    tieLines: grouped(tieLines, steps, voice),
    placing: placingInWords(placing, voice),
    ties: [
      ...(placing?.questions ?? []).map((answer) => tieInSentence(answer, voice)),
      ...(placing?.tolerance == null ? [] : [say('tolerance', { tolerance: placing.tolerance })]),
    ],
    cut: cut && cutInWords(cut, voice),
  };
}

function lineText({ label, sentence, rows, values, exact, notes }: WordedLine, say: Say): string {
  const list = values.map(({ text }) => text).join(say('comma'));
  const head = [list, sentence].filter((text) => text !== '').join(say('stop'));
  const precise = exact === null ? '' : say('bracket', { text: exact });
  return [
    head === '' ? label : `${say('labelled', { label, text: head })}${precise}`,
    ...rows.map((row) => `  ${row}`),
    ...notes.map((note) => `  ${note}`),
  ].join('\n');
}

/** The whole derivation as text, a line per step: for a terminal and for files. */
export function derivationInText(derivation: Derivation, name: Naming, locale: Locale): string {
  const say = speaker(locale);
  const { lines, tieLines, placing, ties, cut, result } = derivationInWords(derivation, name, locale);
  const indented = (text: string) => text.replace(/^/gm, '  ');
  return [
    say('labelled', { label: `${name.heading(derivation.entry)}${say('clause')}${placing}`, text: result }),
    ...lines.map((line) => indented(lineText(line, say))),
    ...(tieLines.length > 0
      ? [indented(say('tie.lines')), ...tieLines.map((line) => indented(indented(lineText(line, say))))]
      : []),
    ...ties.map(indented),
    ...(cut === null ? [] : [indented(cut)]),
  ].join('\n');
}
