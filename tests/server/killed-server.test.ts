// The server is killed without warning after every single step of a day, and in the middle of bursts of scores. Everybody
// comes back by themselves, to the same picture; every acknowledged score is there once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EventDefinition } from '#domain/definition.ts';
import type { EntryId } from '#domain/ids.ts';
import type { Decimal } from '#domain/numbers.ts';
import { demonstration } from '#domain/presets/demonstration.ts';
import { until } from '#tests/kit/server.ts';
import { chance } from '#tests/whole-show/kit/chance.ts';
import { Day } from '#tests/whole-show/kit/day.ts';
import { Hall } from '#tests/whole-show/kit/hall.ts';
import { journalOf } from '#tests/whole-show/kit/journal-of.ts';
import { plantedMarks } from '#tests/whole-show/kit/marks.ts';
import { Recording } from '#tests/whole-show/kit/recording.ts';
import { ServerProcess } from '#tests/whole-show/kit/server-process.ts';

/** Three entries and three judges live through every phase of a day. */
const definition: EventDefinition = {
  ...demonstration,
  entries: demonstration.entries.slice(0, 3),
  panel: demonstration.panel.slice(0, 3),
  criteria: demonstration.criteria.map((criterion) => ({ ...criterion, entryStep: '0.01' as Decimal })),
  rules: { ...demonstration.rules, cutLine: 2 },
  awards: demonstration.awards.map((award) => ({ ...award, toRank: 2 })),
};

describe('a server that is killed', () => {
  const recording = new Recording();
  const survived: string[] = [];
  let server: ServerProcess;
  let hall: Hall;
  let day: Day;

  /** What every seat sees; a timer runs by the server's clock, so that it, too, must be the same. */
  const pictures = () => hall.lines.map(({ view }) => view);

  async function killAndComeBack(step: string): Promise<void> {
    await Promise.all(hall.lines.map((line) => line.settle()));
    const before = pictures();
    const seen = hall.lines.map((line) => line.messages.length);
    await server.kill();
    await server.restart();
    await until(`everybody is back after ${step}`, () =>
      hall.lines.every((line, index) => line.messages.length > (seen[index] ?? 0)),
    );
    expect(pictures(), `the pictures after ${step}`).toEqual(before);
    await until(
      'the console sees every device again',
      () =>
        hall.operator.presence?.judges.every((judge) => judge.isOnline) === true &&
        hall.operator.presence.judges.length === hall.judges.length &&
        hall.operator.presence.screens.every((screen) => screen.isOnline && screen.pairingCode === null),
    );
    survived.push(step);
  }

  beforeAll(async () => {
    server = await ServerProcess.start();
    hall = await Hall.open(server, definition, recording);
    const planted = plantedMarks('0.01', 99);
    const planned = new Map(definition.entries.map(({ id }, place) => [id, planted.entry(place * 3, 3)]));
    const next = chance(5);
    day = new Day(hall, recording, planned, {
      seed: 3,
      afterEachStep: killAndComeBack,
      incidents: new Map(
        definition.entries.map(({ id }) => [
          id,
          {
            // Three tablets send at once; the server dies while it writes, answers, or has not yet heard them.
            scoring: async (known: Day, on: EntryId) => {
              const submitting = hall.judges.map(({ number }) => known.submit(number, on));
              for (let turns = next(40); turns > 0; turns -= 1) await new Promise(setImmediate);
              await server.kill();
              await server.restart();
              await Promise.all(submitting);
              await known.seeAllIn(on);
            },
          },
        ]),
      ),
    });
    await day.play();
  }, 400_000);

  afterAll(async () => {
    hall.close();
    await server.stop();
  });

  it('shows everybody the same picture after every step of the day, without a new login', () => {
    expect(hall.operator.view.phase).toBe('ended');
    expect([...new Set(survived)]).toEqual(
      expect.arrayContaining([
        'event.start',
        'stage.call',
        'timer.start',
        'scoring.open',
        'scoring.close',
        'result.reveal',
        'ceremony.begin',
        'ceremony.unveil',
        'result.publish',
        'event.end',
      ]),
    );
    for (const line of hall.lines) expect(line.closedBy).toBeNull();
  });

  it('comes to the ranking of the second calculator and gives nothing away on the way', () => {
    const shown = hall.operator.view.entries
      .map(({ card, computed }) => ({ entry: card.id, score: computed?.score, rank: computed?.rank }))
      .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
    expect(shown).toEqual(day.ranking());
    expect(recording.leaks()).toEqual([]);
  });

  it('has every acknowledged score in its journal once', async () => {
    hall.close();
    await server.stop();
    const scores = journalOf(server.data).filter(({ fact }) => fact.type === 'score.submitted');
    expect(scores.map(({ opId }) => opId).sort()).toEqual([...hall.acknowledged.keys()].sort());
    for (const { opId, seq } of scores) expect(hall.acknowledged.get(opId)?.seq).toBe(seq);
  });
});
