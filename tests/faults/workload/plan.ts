// What is planned for one final: its size, its event file, and the marks. Totals are planned so that entries tie, or differ by a
// hundredth: one wrong operation changes the order. Some means end on exactly half a hundredth, where binary floats round wrongly.
import type { Chance } from '../chance.ts';
import type { Mark } from '../wire/messages.ts';

export interface Size {
  readonly judges: number;
  readonly entries: number;
  readonly items: number;
  /** Score operations per sheet, odd: handed in, taken back, handed in … */
  readonly opsPerSheet: number;
  readonly hasPictures: boolean;
}

export interface Plan extends Size {
  readonly entryIds: readonly string[];
  readonly seats: readonly string[];
  readonly itemIds: readonly string[];
  readonly isChecked: boolean;
  readonly definition: object;
  /** The marks that shall count in the end. */
  lastMarks(entry: string, seat: string): readonly Mark[];
  anyMarks(chance: Chance): readonly Mark[];
}

const full = 100_00;
const range = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
export const decimals = (hundredths: number): string =>
  `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;

/** Hundredths of each judge: symmetric around the target, so that the mean of what trimming keeps is the target. */
function spread(chance: Chance, target: number, judges: number): readonly number[] {
  const values: number[] = [];
  for (let pair = 0; pair < Math.floor(judges / 2); pair += 1) {
    const off = chance.between(1, 400);
    values.push(target + off, target - off);
  }
  if (judges % 2 === 1) values.push(target);
  const kept = judges - 2;
  // Half a hundredth in the mean: half of the kept judges give a hundredth more, none of them an extreme.
  if (judges % 2 === 0 && chance.is(0.7)) {
    const order = values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value);
    for (const { at } of order.slice(1, 1 + kept / 2)) values[at] = (values[at] ?? 0) + 1;
  }
  return chance.shuffled(values);
}

function split(chance: Chance, total: number, items: readonly string[]): readonly Mark[] {
  let left = total;
  return items.map((criterion, at) => {
    const [others, most] = [items.length - 1 - at, Math.floor(full / items.length)];
    const even = Math.floor(left / (others + 1));
    const mark = others === 0 ? left : Math.max(left - others * most, Math.min(most, even + chance.between(-90, 90)));
    left -= mark;
    return { criterion, mark: decimals(mark) };
  });
}

const picture = (chance: Chance) =>
  `data:image/png;base64,${Buffer.from(chance.hex(600_000), 'hex').toString('base64')}`;

export function planFinal(size: Size, chance: Chance): Plan {
  const entryIds = range(size.entries).map((number) => `entry-${number}`);
  const seats = range(size.judges).map((number) => `seat-${number}`);
  const itemIds = range(size.items).map((number) => `item-${number}`);
  const isChecked = chance.is(0.5);
  const targets: number[] = [];
  const last = new Map<string, readonly Mark[]>();
  for (const entry of entryIds) {
    const before = targets.length > 0 ? chance.pick(targets) : 80_00;
    const target = chance.is(0.3)
      ? before
      : chance.is(0.4)
        ? before + chance.pick([-1, 1])
        : chance.between(60_00, 92_00);
    targets.push(target);
    const totals = spread(chance, target, size.judges);
    seats.forEach((seat, at) => last.set(`${entry}/${seat}`, split(chance, totals[at] ?? target, itemIds)));
  }
  const definition = {
    format: 'liangfen-event/1',
    name: { zh: '示例决赛', en: 'Sample final' },
    entryNoun: 'project',
    hallLocale: 'zh-CN',
    entries: entryIds.map((id, at) => ({
      id,
      number: String(at + 1).padStart(2, '0'),
      title: { zh: `示例项目 ${at + 1}`, en: `Sample project ${at + 1}` },
      standIn: true,
      ...(size.hasPictures && at < 2 && { picture: picture(chance) }),
    })),
    judgeGroups: [],
    panel: seats.map((seat, at) => ({
      seat,
      number: at + 1,
      name: { zh: `示例评委 ${at + 1}`, en: `Sample judge ${at + 1}` },
      standIn: true,
    })),
    criteria: itemIds.map((id, at) => ({
      id,
      name: { zh: `示例评分项 ${at + 1}`, en: `Sample item ${at + 1}` },
      maxScore: decimals(Math.floor(full / size.items)),
      minAllowed: '0',
      maxAllowed: decimals(Math.floor(full / size.items)),
      entryStep: '0.01',
    })),
    segments: [],
    rules: {
      aggregate: { kind: 'trimmed-mean', dropHighest: 1, dropLowest: 1, minForTrim: 5, trimScope: 'judge-total' },
      decimals: 2,
      rankOn: 'rounded',
      rankStyle: 'competition',
      tieBreakers: [],
      reveal: 'at-once',
      showJudgeTotals: true,
      checkBeforeReveal: isChecked,
      judgeMayTakeBack: true,
    },
    awards: [],
  };
  return {
    ...size,
    entryIds,
    seats,
    itemIds,
    isChecked,
    definition,
    lastMarks: (entry, seat) => last.get(`${entry}/${seat}`) ?? [],
    anyMarks: (from) => split(from, from.between(50_00, 95_00), itemIds),
  };
}
