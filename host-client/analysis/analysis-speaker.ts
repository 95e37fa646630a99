// The analysis in one language: its words with the event's noun filled in, its judges and entries by name, its figures as typeset.
import { runningNumber } from '#client-kit/format.ts';
import { reader } from '#client-kit/locale.svelte.ts';
import { analysisWords, type AnalysisWord } from '#client-kit/wording/analysis.ts';
import { nounOf } from '#client-kit/wording/nouns.ts';
import { fill, pick, type Blanks } from '#client-kit/wording/translate.ts';
import type { Analysis, ShownFigure } from '#domain/analysis/analysis-view.ts';
import type { EntryId, SeatId } from '#domain/ids.ts';
import type { EntryCard } from '#domain/stage-view.ts';
import type { Locale, Text } from '#domain/text.ts';

export interface AnalysisSpeaker {
  readonly locale: Locale;
  readonly say: (word: AnalysisWord, blanks?: Blanks) => string;
  readonly text: (text: Text | null) => string;
  readonly entry: (id: EntryId) => string;
  readonly judge: (seat: SeatId) => string;
  /** For the narrow places: tables and axes. */
  readonly judgeShort: (seat: SeatId) => string;
  readonly list: (names: readonly string[]) => string;
  readonly figure: (figure: ShownFigure) => string;
  /** With + or − in front: severities. */
  readonly signed: (figure: ShownFigure) => string;
}

const typeset = (shown: string): string => shown.replace(/^-/, '−');
const isZero = (shown: string): boolean => /^-?0(?:\.0*)?$/.test(shown);

export function analysisSpeaker({ noun, entries, judges, parts }: Analysis): AnalysisSpeaker {
  const { locale } = reader;
  const { one, many } = nounOf(noun, locale);
  // English counts almost always stand with the plural; heads of columns take the singular with a capital.
  const say = (word: AnalysisWord, blanks: Blanks = {}) =>
    fill(analysisWords[locale][word], { noun: blanks['n'] === 1 ? one : many, ...blanks });
  const text = (known: Text | null) => pick(known, locale);
  const called = (card: EntryCard) =>
    say('entry', { n: runningNumber(card.runningNumber), name: text(card.community) || text(card.title) });
  const named = (seat: SeatId, word: 'judge' | 'judgeShort') => {
    const judge = judges.find((known) => known.seat === seat);
    return judge === undefined ? '' : say(word, { n: judge.number, name: text(judge.name) });
  };
  const figure = ({ shown }: ShownFigure) => (shown === null ? say('dash') : typeset(shown));
  return {
    locale,
    say,
    text,
    figure,
    entry: (id) => {
      const card =
        entries.find((known) => known.entry.id === id)?.entry ?? parts?.cards.find((known) => known.id === id);
      return card === undefined ? '' : called(card);
    },
    judge: (seat) => named(seat, 'judge'),
    judgeShort: (seat) => named(seat, 'judgeShort'),
    list: (names) => names.join(say('comma')),
    signed: (known) => {
      const said = figure(known);
      return known.shown === null || known.shown.startsWith('-') || isZero(known.shown) ? said : `+${said}`;
    },
  };
}
