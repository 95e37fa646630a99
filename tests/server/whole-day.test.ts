// The demonstration final from the opening to the end over the real wire, against the built server in its own process:
// scores in any order, everything that goes wrong on a day, and the ranking that a second calculator finds, too.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EventDefinition } from '#domain/definition.ts';
import type { EntryId, SeatId } from '#domain/ids.ts';
import type { Decimal } from '#domain/numbers.ts';
import { demonstration } from '#domain/presets/demonstration.ts';
import { until } from '#tests/kit/server.ts';
import { totalOf, type Marks } from '#tests/whole-show/kit/calculator.ts';
import { Day, type Incidents } from '#tests/whole-show/kit/day.ts';
import { Hall } from '#tests/whole-show/kit/hall.ts';
import { journalOf, type Written } from '#tests/whole-show/kit/journal-of.ts';
import { plantedMarks } from '#tests/whole-show/kit/marks.ts';
import { Recording } from '#tests/whole-show/kit/recording.ts';
import { ServerProcess } from '#tests/whole-show/kit/server-process.ts';

/** Steps of 0.01, so that every single mark of the day can be looked for. */
const definition: EventDefinition = {
  ...demonstration,
  criteria: demonstration.criteria.map((criterion) => ({ ...criterion, entryStep: '0.01' as Decimal })),
};
const entry = (number: number) => `entry-${String(number).padStart(2, '0')}` as EntryId;
const seat = (number: number) => `seat-${number}` as SeatId;
const reason = '现场决定';

/** Which place the marks of entries 1 … 15 are planned for; 14 and 15 are made equal across the cut line. */
const places = [4, 0, 7, 2, 11, 5, 14, 1, 8, 3, 12, 6, 13, 9, 10];
const planted = plantedMarks('0.01', 20230);
const planned = new Map<EntryId, readonly Marks[]>();
places.forEach((place, index) => {
  const tenth = planned.get(entry(14));
  planned.set(entry(index + 1), index === 14 && tenth ? planted.twinOf(tenth) : planted.entry(place, 7));
});

const everybodyBut = async (day: Day, on: EntryId, absent: readonly number[]) => {
  const rest = day.hall.judges.map(({ number }) => number).filter((number) => !absent.includes(number));
  await Promise.all(rest.map((number) => day.submit(number, on)));
};

/** After the entry's result is out, judge 3's sheet proves to have been typed wrongly. */
const corrected = planted.sheet(3);
const second = {
  returned: planted.sheet(2),
  takenBack: planted.sheet(8),
  paper: planted.sheet(4),
  late: planted.sheet(7),
};

const incidents = new Map<EntryId, Incidents>([
  [
    entry(2),
    {
      scoring: async (day, on) => {
        await day.run({ type: 'sheet.recuse', seat: seat(5), entries: [on], reason });
        await everybodyBut(day, on, [5]);
        await day.seeAllIn(on);
      },
    },
  ],
  [
    entry(3),
    {
      // Judge 7 is away, then hands in after the result is out: kept, shown to nobody, dismissed.
      scoring: async (day, on) => {
        await everybodyBut(day, on, [7]);
        await day.run({ type: 'sheet.mark-absent', seat: seat(7), entries: [on], reason });
        await day.seeAllIn(on);
      },
      afterReveal: async (day, on) => {
        expect(await day.submit(7, on, second.late)).toEqual({ isHeld: true });
        await until('the console asks for a decision', () => day.hall.operator.view.next.kind === 'decide-held');
      },
      held: (day, on) => day.run({ type: 'held.dismiss', entry: on, seat: seat(7), reason }),
    },
  ],
  [
    entry(4),
    {
      beforeClosing: async (day, on) => {
        await day.run({ type: 'sheet.return', entry: on, seat: seat(2), reason });
        await until('judge 2 can change the sheet', () => day.hall.sheet(2, on)?.status === 'returned');
        await day.submit(2, on, second.returned);
        await day.seeAllIn(on);
      },
    },
  ],
  [
    entry(5),
    {
      scoring: async (day, on) => {
        await everybodyBut(day, on, [6]);
        day.recording.hide('paper sheet', ...second.paper, totalOf(second.paper));
        day.recording.tell('judge 6', ...second.paper, totalOf(second.paper));
        day.recording.tell('operator', ...second.paper, totalOf(second.paper));
        await day.run({
          type: 'sheet.enter-from-paper',
          entry: on,
          seat: seat(6),
          baseVersion: 0,
          marks: definition.criteria.map(({ id }, item) => ({ criterion: id, mark: second.paper[item] as Decimal })),
          remark: '',
          reason,
        });
        day.count(6, on, second.paper);
        await day.seeAllIn(on);
      },
    },
  ],
  [
    entry(6),
    {
      beforeReveal: async (day, on) => {
        day.deductions.set(on, ['1.5']);
        day.discloseToDesk(on);
        await day.run({ type: 'deduction.add', entry: on, points: '1.5' as Decimal, reason: '超时' });
      },
    },
  ],
  [
    entry(7),
    {
      beforeCall: async (day, on) => {
        await day.run({ type: 'entry.remove', entry: on, as: 'forfeited', reason });
        day.removed.add(on);
      },
    },
  ],
  [
    entry(8),
    {
      // Judge 1 was thought to be gone; the sheet comes after closing and the operator admits it.
      scoring: async (day, on) => {
        await everybodyBut(day, on, [1]);
        await day.run({ type: 'sheet.mark-absent', seat: seat(1), entries: [on], reason });
        await day.seeAllIn(on);
      },
      beforeReveal: async (day, on) => {
        expect(await day.submit(1, on)).toEqual({ isHeld: true });
        await until('the console asks for a decision', () => day.hall.operator.view.next.kind === 'decide-held');
      },
      held: async (day, on) => {
        day.count(1, on, day.plannedMarks(on, 1));
        day.discloseToDesk(on);
        await day.run({ type: 'held.admit', entry: on, seat: seat(1), reason });
      },
    },
  ],
  [
    entry(9),
    {
      beforeClosing: async (day, on) => {
        const answer = await day.hall.judge(4).line.send({ type: 'score.take-back', entry: on, version: 1 });
        expect(answer.ok).toBe(true);
        await until('judge 4 can change the sheet', () => day.hall.sheet(4, on)?.status === 'taken-back');
        await day.submit(4, on, second.takenBack);
        await day.seeAllIn(on);
      },
    },
  ],
  [
    entry(10),
    {
      afterReveal: async (day, on) => {
        await day.run({ type: 'result.correct', entry: on, reason: '誊写有误' });
        await day.run({ type: 'sheet.return', entry: on, seat: seat(3), reason });
        await until('judge 3 can change the sheet', () => day.hall.sheet(3, on)?.isOpen === true);
        // Its entry is closed: the console learns the new sheet with its arrival.
        day.count(3, on, corrected);
        day.discloseToDesk(on);
        await day.submit(3, on, corrected);
        await day.seeAllIn(on);
      },
    },
  ],
  [
    entry(12),
    {
      // Three judges know the entry too well: four sheets are too few to drop any.
      scoring: async (day, on) => {
        for (const number of [1, 4, 6])
          await day.run({ type: 'sheet.recuse', seat: seat(number), entries: [on], reason });
        await everybodyBut(day, on, [1, 4, 6]);
        await day.seeAllIn(on);
      },
    },
  ],
  [
    entry(13),
    {
      beforeCall: async (day) => {
        const order = day.hall.operator.view.entries.map(({ card }) => card.id);
        const [a, b] = [order.indexOf(entry(13)), order.indexOf(entry(14))];
        [order[a], order[b]] = [entry(14), entry(13)];
        await day.run({ type: 'order.set', order, reason });
      },
    },
  ],
]);

describe('a whole final over the wire', () => {
  const recording = new Recording();
  let server: ServerProcess;
  let hall: Hall;
  let day: Day;
  let written: readonly Written[];

  beforeAll(async () => {
    server = await ServerProcess.start();
    hall = await Hall.open(server, definition, recording);
    day = new Day(hall, recording, planned, { seed: 7, incidents });
    await day.play();
  }, 300_000);

  afterAll(async () => {
    hall.close();
    await server.stop();
  });

  it('ends with the ranking that the second calculator finds', () => {
    const expected = day.ranking();
    const shown = hall.operator.view.entries
      .filter(({ computed }) => computed?.rank != null)
      .map(({ card, computed }) => ({ entry: card.id, score: computed?.score, rank: computed?.rank }))
      .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
    expect(shown).toEqual(expected);
    expect(expected).toHaveLength(14);
    expect(hall.operator.view.phase).toBe('ended');
    expect(day.missed).toEqual([]);
  });

  it('shows the hall that ranking and the score of nobody below the line', () => {
    const { scene } = hall.screen.view;
    if (scene.kind !== 'final') throw new Error(`the screen shows ${scene.kind}`);
    const inside = day.ranking().filter(({ rank }) => rank <= 10);
    expect(scene.rows.map((row) => ({ entry: row.entry.id, score: row.score, rank: row.rank }))).toEqual(inside);
    expect(scene.finalists).toHaveLength(4);
  });

  it('had the panel decide the tie at the cut line, because no number could', () => {
    expect([...day.decision].sort()).toEqual([entry(14), entry(15)]);
    const tied = day.ranking().filter(({ entry: known }) => day.decision.includes(known as EntryId));
    expect(tied.map(({ rank }) => rank)).toEqual([10, 11]);
    expect(tied[0]?.score).toBe(tied[1]?.score);
  });

  it('sent nobody a number before its time', () => {
    expect(recording.leaks()).toEqual([]);
    // The search can find what is there: every judge's own total, and each revealed score on the screen.
    for (const { number } of hall.judges)
      expect(recording.holds(`judge ${number}`, totalOf(day.plannedMarks(entry(1), number)))).toBe(true);
    for (const { score } of day.ranking()) {
      expect(recording.holds('screen', score)).toBe(true);
      expect(recording.holds('cue', score)).toBe(true);
      for (const { number } of hall.judges) expect(recording.holds(`judge ${number}`, `"${score}"`)).toBe(false);
    }
  });

  it('wrote every acknowledged score once, and nothing that was not acknowledged', async () => {
    hall.close();
    expect(await server.stop()).toBe(0);
    written = journalOf(server.data);
    const scores = written.filter(({ fact }) => fact.type === 'score.submitted' || fact.type === 'score.held');
    expect(scores.map(({ opId }) => opId).sort()).toEqual([...hall.acknowledged.keys()].sort());
    for (const { opId, seq } of scores) expect(hall.acknowledged.get(opId)?.seq).toBe(seq);
  });
});
