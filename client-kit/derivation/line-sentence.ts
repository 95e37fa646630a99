// One line of a derivation as a formula that can be typed into a pocket calculator.
import type { Line, Operand } from '#domain/explain/derivation.ts';
import type { Quantity } from '#domain/explain/quantity.ts';
import type { Step } from '#domain/rules/step-schema.ts';
import { ballotTold, majorityTold, skatingTold, type Told } from './method-sentence.ts';
import { multiplied, shown, sourceName, summed, weightInWords, type Voice } from './operands.ts';
import { panelSentence } from './panel-sentence.ts';

export interface LineSpeaker extends Voice {
  /** The entry the derivation is about. */
  readonly entry: string;
}

const plain = (sentence: string, rows: readonly string[] = []): Told => ({ sentence, rows });

/** "left = 89.80", "left ≈ 89.83333". */
const equals = (left: string, value: Quantity, { say }: Voice): string =>
  say(value.isShortened ? 'about' : 'equals', { left, value: shown(value) });

/** The formula with its result, and the rounding if there is one. */
export function withResult(left: string, { value, unrounded, roundedTo }: Line, voice: Voice): string {
  if (value === null) return voice.say('withoutResult', { left });
  if (roundedTo === null || unrounded === null) return equals(left, value, voice);
  const before = left === shown(unrounded) ? left : equals(left, unrounded, voice);
  return voice.say('rounded', { left: before, n: roundedTo, value: shown(value) });
}

const first = (line: Line): Operand | undefined => line.operands[0];

/** What a value is held against across the field. */
function orderSentence(line: Line, isPoints: boolean, voice: LineSpeaker): string {
  const operand = first(line);
  if (line.working?.as !== 'order' || operand === undefined) return voice.say('noResult');
  const { better, equal, field } = line.working;
  // A judge is named; a column is what the line is about anyway.
  const name = operand.of.what === 'judge' ? `${sourceName(operand.of, voice)} ` : '';
  const blanks = { own: `${name}${shown(operand.value)}`, field, better, equal, value: shown(line.value) };
  return voice.say(isPoints ? 'order.points' : equal > 1 ? 'order.shared' : 'order.one', blanks);
}

function shareSentence(line: Line, step: Extract<Step, { kind: 'share' }>, { say }: LineSpeaker): string {
  if (line.working?.as !== 'whole') return say('noResult');
  const isFrom = step.min !== '0';
  const word =
    step.as === 'of-all' ? (isFrom ? 'share.allFrom' : 'share.all') : isFrom ? 'share.leaderFrom' : 'share.leader';
  const votes = shown(first(line)?.value ?? null);
  return say(word, { votes, whole: shown(line.working.whole), min: step.min, max: step.max });
}

/** A judge's value normalised; the row has the judge's name already. */
function scaleSentence(line: Line, step: Extract<Step, { kind: 'normalise' }>, voice: LineSpeaker): string {
  const operand = first(line);
  if (line.working?.as !== 'scale' || operand === undefined) return '';
  const { own, pool } = line.working;
  const name = sourceName(operand.of, voice);
  const blanks = { name, own: shown(operand.value), mean: shown(own.mean), pool: shown(pool.mean) };
  if (step.by === 'severity') return voice.say('severity.row', blanks);
  if (own.deviation.exact === '0') return voice.say('zScore.flat', { name, pool: shown(pool.mean) });
  return voice.say('zScore.row', {
    ...blanks,
    deviation: shown(own.deviation),
    poolDeviation: shown(pool.deviation),
  });
}

function redistributed(left: string, line: Line, { say }: LineSpeaker): string {
  if (line.working?.as !== 'redistributed') return left;
  return say('redistributed', {
    left,
    all: weightInWords(line.working.all.exact),
    present: weightInWords(line.working.present.exact),
  });
}

function boundSentence(line: Line, step: Extract<Step, { kind: 'bound' }>, { say }: LineSpeaker): string {
  const isFloor = line.notes.some(({ code }) => code === 'at-floor');
  const limit = (isFloor ? step.min : step.max) ?? '';
  return say(isFloor ? 'bound.floor' : 'bound.cap', { own: shown(first(line)?.value ?? null), limit });
}

/** The line in full: its formula with the result, and rows where it has several parts. */
export function lineTold(line: Line, step: Step | undefined, voice: LineSpeaker): Told {
  const { say } = voice;
  const own = first(line);
  const done = (left: string) => plain(withResult(left, line, voice));
  if (step === undefined) {
    const rows = line.operands.map(({ of, value }) =>
      say(line.kind === 'bonuses' ? 'bonus' : 'deduction', {
        reason: sourceName(of, voice),
        points: shown(value),
      }).trim(),
    );
    return line.operands.length > 1 ? { ...done(summed(line.operands, voice, false)), rows } : plain(rows.join(''));
  }
  switch (step.kind) {
    case 'judge-totals': {
      const terms = withResult(summed(line.operands, voice, false), line, voice);
      return plain(line.at ? say('labelled', { label: sourceName(line.at, voice), text: terms }) : terms);
    }
    case 'judge-ranks':
    case 'place':
      return plain(orderSentence(line, false, voice));
    case 'judge-points':
    case 'place-points':
      return plain(orderSentence(line, true, voice));
    case 'rank-weights':
      return done(
        say('weights.row', {
          name: own ? sourceName(own.of, voice) : '',
          rank: shown(own?.value ?? null),
          decay: step.decay,
        }),
      );
    case 'fill-missing':
      return line.working?.as === 'average' && line.at
        ? done(
            say('average.row', {
              name: sourceName(line.at, voice),
              n: line.working.count,
              total: shown(line.working.total),
            }),
          )
        : plain('');
    case 'normalise':
      return own && line.working?.as === 'scale' && step.by === 'z-score' && line.working.own.deviation.exact === '0'
        ? plain(scaleSentence(line, step, voice))
        : done(scaleSentence(line, step, voice));
    case 'panel': {
      const { text, isResult } = panelSentence(line, step.aggregate, voice);
      return isResult && line.unrounded === null ? plain(text) : done(text);
    }
    case 'majority': {
      if (line.working?.as !== 'majority' || line.working.cards === 0) return plain(say('noResult'));
      const { sentence, rows } = majorityTold(line.working, voice.entry, voice);
      return { sentence: line.working.total === null ? sentence : withResult(sentence, line, voice), rows };
    }
    case 'skating':
      return line.working?.as === 'skating' ? skatingTold(line, line.working, voice) : plain(say('noResult'));
    case 'ballot':
      return line.working?.as === 'ballot'
        ? ballotTold(line, line.working, voice, voice.locale)
        : plain(say('noResult'));
    case 'times':
    case 'product':
      return done(multiplied(line.operands, voice));
    case 'sum':
      return done(redistributed(summed(line.operands, voice), line, voice));
    case 'item':
      return plain(own ? say('operand.counted', { name: sourceName(own.of, voice), value: shown(own.value) }) : '');
    case 'nth-best': {
      const chosen = line.operands.find(({ fate }) => fate === 'counted');
      const blanks = {
        n: step.n,
        value: shown(chosen?.value ?? null),
        name: chosen ? sourceName(chosen.of, voice) : '',
      };
      return chosen ? plain(say(step.n === 1 ? 'best.first' : 'best.nth', blanks)) : plain(say('noResult'));
    }
    case 'bound':
      return plain(boundSentence(line, step, voice));
    case 'round':
      if (line.value !== null && own?.value?.exact === line.value.exact)
        return plain(say('roundedSame', { n: step.decimals, value: shown(line.value) }));
      return done(shown(own?.value ?? null));
    case 'ratio': {
      const [part, whole] = line.operands;
      const times = step.times === '1' ? '' : `${step.times} × `;
      return done(`${times}${shown(part?.value ?? null)} ÷ ${shown(whole?.value ?? null)}`);
    }
    case 'bands': {
      const from = line.working?.as === 'band' ? line.working.from : null;
      const value = shown(own?.value ?? null);
      return done(from ? say('band.reached', { own: value, from: shown(from) }) : say('band.none', { own: value }));
    }
    case 'share':
      return line.value === null ? plain(say('noResult')) : done(shareSentence(line, step, voice));
  }
}
