// Majorities, skating finals and ballots in words: what the entry got, and row by row what it was held against.
import type { Line } from '#domain/explain/derivation.ts';
import type { BallotSummary, Working } from '#domain/explain/working.ts';
import { aggregateWords } from '../wording/aggregates.ts';
import type { Locale } from '#domain/text.ts';
import { shown, sourceName, type Voice } from './operands.ts';

export interface Told {
  /** Everything before the result. */
  readonly sentence: string;
  readonly rows: readonly string[];
}

type As<K extends Working['as']> = Extract<Working, { as: K }>;

export function majorityTold(working: As<'majority'>, entry: string, { say, name }: Voice): Told {
  const { votes, tally, level, cards, needed, winner, total, counted } = working;
  const mine = votes.filter(({ voted }) => typeof voted === 'object' && voted?.entry === entry);
  const judges = mine.map(({ judge }) => name.judge(judge)).join(say('comma'));
  const own =
    mine.length === 0
      ? say('majority.noVotes', { cards })
      : say('majority.votes', { votes: mine.length, cards, judges });
  const others = tally
    .filter((other) => other.entry !== entry && other.votes > 0)
    .map((other) => say('operand.counted', { name: name.entry(other.entry), value: other.votes }));
  const rows = [
    [
      ...others,
      ...(level > 0 ? [say('majority.level', { n: level })] : []),
      say('majority.needed', { n: needed }),
    ].join(say('stop')),
  ];
  if (total === null) return { sentence: own, rows };
  const mean =
    winner === null
      ? say('majority.meanAll', { n: counted, total: shown(total) })
      : say('majority.mean', { winner: name.entry(winner), n: counted, total: shown(total) });
  return { sentence: mean, rows: [own, ...rows] };
}

export function skatingTold(line: Line, working: As<'skating'>, voice: Voice): Told {
  const { say, name } = voice;
  const dances = working.dances.map(({ marks, majority, columns, place, majorityAt }, index) => {
    const operand = line.operands[index];
    const read = columns
      .slice(majorityAt - 1)
      .map(({ count, sum }, at) => say('skating.column', { upto: majorityAt + at, count, sum }));
    return say('skating.dance', {
      name: operand ? sourceName(operand.of, voice) : '',
      marks: marks.join(' '),
      majority,
      columns: read.join(say('comma')),
      place: shown(place),
    });
  });
  const ties = working.ties.map(({ place, rule, tied, first }) =>
    say(rule === 10 ? 'skating.tie10' : 'skating.tie11', {
      place,
      list: tied
        .map(({ entry, count, sum }) => say('skating.counted', { entry: name.entry(entry), count, sum: shown(sum) }))
        .join(say('stop')),
      first: first.map(name.entry).join(say('comma')),
    }),
  );
  const terms = working.dances.map(({ place }) => shown(place)).join(' + ');
  const blanks = { terms, total: shown(working.total), place: shown(line.value), rule: working.decidedBy };
  const sentence = say(working.decidedBy === 'shared' ? 'skating.totalShared' : 'skating.total', blanks);
  return { sentence, rows: [...dances, ...ties] };
}

function summaryRows(summary: BallotSummary, { say, name }: Voice): readonly string[] {
  const numbers = (list: readonly { readonly entry: string; readonly number: Parameters<typeof shown>[0] }[]) =>
    list
      .map(({ entry, number }) => say('ballot.points', { entry: name.entry(entry), points: shown(number) }))
      .join(say('comma'));
  switch (summary.by) {
    case 'points':
      return [say(summary.isLessBetter ? 'ballot.less' : 'ballot.more', { list: numbers(summary.points) })];
    case 'duels':
      return summary.duels.map(({ against, for: votes, opposed, path, pathBack }) => {
        const blanks = { entry: name.entry(against), for: votes, against: opposed };
        return path === undefined || pathBack === undefined
          ? say('ballot.duel', blanks)
          : say('ballot.path', { ...blanks, path, back: pathBack });
      });
    case 'pairs':
      return summary.pairs.map(({ winner, loser, winning, opposition, fate }) =>
        say('ballot.pair', {
          winner: name.entry(winner),
          loser: name.entry(loser),
          for: winning,
          against: opposition,
          fate: say(fate === 'locked' ? 'ballot.locked' : 'ballot.cycle'),
        }),
      );
    case 'rounds':
      return summary.rounds.map(({ votes, leaving, then }, index) => {
        const entries = leaving.map(name.entry).join(say('comma'));
        const next = then === 'leave' ? 'ballot.leave' : then === 'each-way' ? 'ballot.eachWay' : 'ballot.end';
        return say('ballot.round', { n: index + 1, list: numbers(votes), then: say(next, { entries }) });
      });
    case 'agreement':
      return [say('ballot.agreement', { score: summary.score, n: summary.bestOrders })];
    case 'runoff': {
      const [first, second] = summary.finalists.map(name.entry);
      const totals = say('ballot.totals', { list: numbers(summary.totals) });
      if (summary.voters === null || first === undefined || second === undefined) return [totals];
      const [forFirst, forSecond, neither] = summary.voters;
      return [totals, say('ballot.runoff', { first, for: forFirst, second, against: forSecond, neither })];
    }
    case 'nothing':
      return [];
  }
}

export function ballotTold(line: Line, working: As<'ballot'>, voice: Voice, locale: Locale): Told {
  const method = aggregateWords[locale][`method.${working.method}`];
  const sentence =
    line.value === null
      ? voice.say('noResult')
      : voice.say('ballot.place', { n: working.ballots, method, place: shown(line.value) });
  return { sentence, rows: summaryRows(working.summary, voice) };
}
