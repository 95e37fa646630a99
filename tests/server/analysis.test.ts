// The analysis over HTTP: whole for the operator, refused to everybody else, and in no byte of what is pushed to any seat.
import { afterEach, describe, expect, it } from 'vitest';
import type { Command } from '#domain/commands.ts';
import type { AnalysisDocument, SeatCards } from '#protocol/http.ts';
import { criterionId, decimal, entryId, exampleEvent } from '#tests/kit/example-event.ts';
import { startServer, until, type Device, type Line, type TestServer } from '#tests/kit/server.ts';

let server: TestServer;
const open: { close(): void }[] = [];

afterEach(async () => {
  open.splice(0).forEach((line) => line.close());
  await server.stop();
});

/** Marks of four entries by three judges; the third is strict, the cut line is after the second. */
const marks = [
  ['9', '9.2', '7.11'],
  ['8.5', '8.6', '7.02'],
  ['8.4', '8.5', '7.01'],
  ['7', '7.4', '5.55'],
];

async function hall() {
  server = await startServer();
  const definition = exampleEvent(
    { entries: 4, judges: 3, cutLine: 2 },
    { aggregate: { kind: 'mean' }, reveal: 'at-end', tieBreakers: [] },
  );
  const desk = await server.device().join(server.seats.issueOperatorCode());
  const operator = desk.connect('operator');
  await operator.tell({ type: 'event.define', definition }, { type: 'rules.confirm' }, { type: 'event.start' });
  const { cards } = (await (await desk.post('/api/cards', {})).json()) as SeatCards;
  const tablets = await Promise.all(cards.map((card) => server.device().join(card.digits)));
  const judges = tablets.map((tablet) => tablet.connect('judge'));
  const { code } = (await (await desk.post('/api/cards/cue', {})).json()) as { code: string };
  const cueDevice = await server.device().join(code);
  const screenDevice = server.device();
  await screenDevice.post('/api/join/screen');
  const [cue, screen] = [cueDevice.connect('cue'), screenDevice.connect('screen')];
  open.push(operator, ...judges, cue, screen);
  await until(
    'everybody is connected',
    () => [operator, ...judges, cue].every((line) => line.messages.length > 0) && screen.screen !== null,
  );
  return { desk, operator, judges, tablets, cue, cueDevice, screen, screenDevice };
}

async function score(
  { operator, judges }: { operator: Line<'operator'>; judges: readonly Line<'judge'>[] },
  entry: number,
  isClosed = true,
) {
  const begin: readonly Command[] = [
    { type: 'stage.call', entry: entryId(entry) },
    { type: 'scoring.open', entries: [entryId(entry)] },
  ];
  await operator.tell(...begin);
  for (const [index, mark] of (marks[entry - 1] ?? []).entries())
    await judges[index]?.tell({
      type: 'score.submit',
      entry: entryId(entry),
      baseVersion: 0,
      marks: [{ criterion: criterionId(1), mark: decimal(mark) }],
      remark: '',
    });
  if (isClosed) await operator.tell({ type: 'scoring.close', entry: entryId(entry) });
}

const analysisOf = async (desk: Device): Promise<AnalysisDocument> =>
  (await (await desk.fetch('/api/analysis.json')).json()) as AnalysisDocument;

describe('the analysis over HTTP', () => {
  it('tells the operator margins, what would flip them and who is strict, of the moment of asking', async () => {
    const { desk, operator, judges } = await hall();
    for (const entry of [1, 2, 3]) await score({ operator, judges }, entry);
    await score({ operator, judges }, 4, false);
    const before = await analysisOf(desk);
    // The entry still open for scoring is in none of it.
    expect(before.outstanding).toBe(1);
    expect(before.entries.map(({ entry }) => entry.id)).toEqual([1, 2, 3].map(entryId));
    expect(JSON.stringify(before)).not.toContain('5.55');

    await operator.tell({ type: 'scoring.close', entry: entryId(4) });
    const analysis = await analysisOf(desk);
    expect(analysis.journal.seq).toBe(server.event.seq);
    expect(analysis.entries.map(({ rank, score: shown }) => `${rank} ${shown}`)).toEqual([
      '1 8.44',
      '2 8.04',
      '3 7.97',
      '4 6.65',
    ]);
    // 24.12 and 23.91 points; 0.21 points of one judge make them equal, 0.20 still round to another figure.
    expect(analysis.lines.find(({ line }) => line === 2)).toMatchObject({
      lastInside: entryId(2),
      firstOutside: entryId(3),
      margin: { exact: '0.07', shown: '0.07' },
      scope: 'every-mark',
      flip: { entry: entryId(2), entering: [entryId(3)], from: '8.5', to: '8.3', steps: 20 },
    });
    expect(analysis.judges[2]?.severity.shown).toMatch(/^-1\.\d\d$/);
    expect(analysis.agreement.w.exact).toBe('1');
    expect(analysis.stability).toMatchObject({ tried: 3, winner: 0, noResult: 0 });
  });

  it('answers two questions at once with the same, and one before the event with a reason', async () => {
    const { desk, operator, judges } = await hall();
    for (const entry of [1, 2, 3, 4]) await score({ operator, judges }, entry);
    const [one, two] = await Promise.all([analysisOf(desk), analysisOf(desk)]);
    expect({ ...one, takenAt: 0 }).toEqual({ ...two, takenAt: 0 });
    open.splice(0).forEach((line) => line.close());
    await server.stop();

    server = await startServer();
    const early = await server.device().join(server.seats.issueOperatorCode());
    const answer = await early.fetch('/api/analysis.json');
    expect(answer.status).toBe(404);
    expect(((await answer.json()) as { code: string }).code).toBe('results.not-ready');
  });

  it('is refused to judges, cue, screens and strangers, and pushed to nobody', async () => {
    const all = await hall();
    for (const entry of [1, 2, 3, 4]) await score(all, entry);
    const analysis = await analysisOf(all.desk);
    for (const device of [...all.tablets, all.cueDevice, all.screenDevice, server.device()]) {
      const answer = await device.fetch('/api/analysis.json');
      expect(answer.status).toBe(401);
      expect(await answer.text()).not.toContain(analysis.format);
    }
    // Things change after it was asked for, so that every seat is sent new views.
    await all.operator.tell({ type: 'result.reveal', entry: entryId(1) }, { type: 'hall.set-locale', locale: 'en' });
    const lines = [all.operator, ...all.judges, all.cue, all.screen];
    await Promise.all(lines.map((line) => line.settle()));
    const own = [
      analysis.format,
      'standardError',
      'largestMove',
      analysis.judges[2]?.severity.exact ?? '',
      analysis.agreement.icc21.exact ?? '',
    ];
    expect(own.every((text) => text.length > 3)).toBe(true);
    for (const { bytes } of lines) for (const text of own) expect(bytes.includes(text)).toBe(false);
  });
});
