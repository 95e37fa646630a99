// How a panel became one value, as a formula with its numbers: “7 位评委中去掉最高分 95.00（评委 2）…，其余 5 个相加 449.00，÷ 5”.
import type { Line } from '#domain/explain/derivation.ts';
import type { PanelAggregate } from '#domain/rules/step-schema.ts';
import { shown, sourceName, type Voice } from './operands.ts';

/** Extremes dropped on one side, each with its judge. */
function dropped(line: Line, fate: 'highest-out' | 'lowest-out', voice: Voice): string | null {
  const out = line.operands.filter((operand) => operand.fate === fate);
  if (out.length === 0) return null;
  const list = out
    .map((operand) =>
      voice.say('panel.dropped', {
        value: shown(operand.value ?? operand.countedAs ?? null),
        judge: sourceName(operand.of, voice),
      }),
    )
    .join(voice.say('comma'));
  return voice.say(fate === 'highest-out' ? 'panel.dropHigh' : 'panel.dropLow', { list });
}

/** "评委 4 的 80.00 提高到 82.00" for every value that was corrected. */
function corrected(line: Line, voice: Voice): readonly string[] {
  return line.operands.flatMap((operand) => {
    const { fate, countedAs } = operand;
    if (fate !== 'raised' && fate !== 'lowered') return [];
    const judge = sourceName(operand.of, voice);
    return [voice.say(`panel.${fate}`, { judge, value: shown(operand.value), as: shown(countedAs ?? null) })];
  });
}

export interface PanelSentence {
  readonly text: string;
  /** It ends with the result already: the one value that counts. */
  readonly isResult: boolean;
}

export function panelSentence(line: Line, { kind }: PanelAggregate, voice: Voice): PanelSentence {
  const { say } = voice;
  const before = (text: string): PanelSentence => ({ text, isResult: false });
  if (line.working?.as !== 'panel') return { text: say('panel.none'), isResult: true };
  const { counted, total, divisor, proRata } = line.working;
  const sides = [dropped(line, 'highest-out', voice), dropped(line, 'lowest-out', voice)].filter(
    (side) => side !== null,
  );
  const blanks = { n: counted, total: shown(total) };
  const divided = (left: string) => (divisor === 1 ? left : say('panel.divide', { left, n: divisor }));
  if (kind === 'median')
    return counted === 1
      ? { text: say('panel.middleOne', blanks), isResult: true }
      : before(divided(say('panel.middleTwo', blanks)));
  // A sum without proportion is the result itself and stands behind the equals sign.
  const isSum = (kind === 'sum' || kind === 'trimmed-sum') && proRata === null;
  const changes = corrected(line, voice);
  const intro = say('panel.intro', { n: counted + line.operands.filter(({ fate }) => fate.endsWith('-out')).length });
  const parts =
    sides.length === 0
      ? [...changes, say(isSum ? 'panel.allAdded' : 'panel.all', blanks)]
      : [
          say('panel.among', { intro, dropped: sides.join(say('clause')) }),
          say(
            kind === 'closest-two' && sides.length === 1 ? 'panel.closest' : isSum ? 'panel.restAdded' : 'panel.rest',
            blanks,
          ),
        ];
  if (counted === 1 && sides.length === 0 && changes.length === 0 && proRata === null)
    return { text: say('panel.one', blanks), isResult: true };
  const left = divided(parts.join(say('clause')));
  return before(proRata === null ? left : say('panel.proRata', { left, ...proRata }));
}
