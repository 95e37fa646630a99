// How a result was computed, over HTTP: for the operator alone, from the moment scoring of the entry is closed and complete.
import { afterEach, describe, expect, it } from 'vitest';
import type { EventDefinition } from '#domain/definition.ts';
import type { ExplainedEntry } from '#domain/roles/explained-entry.ts';
import type { ResultsDocument, SeatCards } from '#protocol/http.ts';
import { parse } from 'csv-parse/sync';
import { worked } from '#tests/kit/pocket-calculator.ts';
import { criterionId, decimal, entryId, exampleEvent } from '#tests/kit/example-event.ts';
import { startServer, until, type Device, type Line, type TestServer } from '#tests/kit/server.ts';

let server: TestServer;
const open: Line<'operator' | 'judge'>[] = [];

afterEach(async () => {
  open.splice(0).forEach((line) => line.close());
  await server.stop();
});

interface Hall {
  readonly desk: Device;
  readonly operator: Line<'operator'>;
  readonly judgeDevice: Device;
  readonly judges: readonly Line<'judge'>[];
}

async function hall(definition: EventDefinition): Promise<Hall> {
  server = await startServer();
  const desk = await server.device().join(server.seats.issueOperatorCode());
  const operator = desk.connect('operator');
  open.push(operator);
  await operator.tell({ type: 'event.define', definition }, { type: 'rules.confirm' }, { type: 'event.start' });
  const { cards } = (await (await desk.post('/api/cards', {})).json()) as SeatCards;
  const devices = await Promise.all(cards.map((card) => server.device().join(card.digits)));
  const judges = devices.map((device) => device.connect('judge'));
  open.push(...judges);
  await until('the judges have their views', () => judges.every((line) => line.messages.length > 0));
  const [judgeDevice] = devices;
  if (judgeDevice === undefined) throw new Error('nobody judges');
  return { desk, operator, judgeDevice, judges };
}

async function score({ operator, judges }: Hall, entry: number, totals: readonly string[]): Promise<void> {
  await operator.tell(
    { type: 'stage.call', entry: entryId(entry) },
    { type: 'scoring.open', entries: [entryId(entry)] },
  );
  for (const [index, total] of totals.entries())
    await judges[index]?.tell({
      type: 'score.submit',
      entry: entryId(entry),
      baseVersion: 0,
      marks: [{ criterion: criterionId(1), mark: decimal(total) }],
      remark: '',
    });
}

const path = (entry: number) => `/api/entries/${entryId(entry)}/explanation`;

describe('the explanation of a result', () => {
  it('is there for the operator once scoring is closed, before anything is revealed', async () => {
    const play = await hall(exampleEvent({ entries: 2, judges: 5 }));
    await score(play, 1, ['80.5', '90', '85', '70', '88']);
    expect((await play.desk.fetch(path(1))).status).toBe(404);
    await play.operator.tell({ type: 'scoring.close', entry: entryId(1) });
    const response = await play.desk.fetch(path(1));
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const { derivation, names } = (await response.json()) as ExplainedEntry;
    expect(derivation.result?.shown).toBe('84.50');
    expect(derivation.lines[0]?.operands.map(({ fate }) => fate)).toEqual([
      'counted',
      'highest-out',
      'counted',
      'lowest-out',
      'counted',
    ]);
    for (const line of derivation.lines) expect(worked(line, derivation.steps, derivation.entry)).not.toBeNull();
    expect(names.judges.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  });

  it('is refused to judges, screens and strangers, and for entries that do not exist', async () => {
    const play = await hall(exampleEvent({ entries: 2, judges: 2 }));
    await score(play, 1, ['80', '90']);
    await play.operator.tell({ type: 'scoring.close', entry: entryId(1) });
    expect((await play.judgeDevice.fetch(path(1))).status).toBe(401);
    expect((await server.device().fetch(path(1))).status).toBe(401);
    expect((await play.desk.fetch(path(2))).status).toBe(404);
    expect((await play.desk.fetch('/api/entries/nobody/explanation')).status).toBe(404);
  });

  it('stands in the results document, with the parts in columns of the table', async () => {
    const definition = exampleEvent({ entries: 1, judges: 3 }, { aggregate: { kind: 'mean' } });
    const play = await hall({
      ...definition,
      judgeGroups: [
        { id: 'experts', name: { zh: '专家组', en: 'Experts' } },
        { id: 'guests', name: { zh: '嘉宾组', en: 'Guests' } },
      ],
      panel: definition.panel.map((judge) => ({ ...judge, group: judge.number < 3 ? 'experts' : 'guests' })),
      rules: {
        ...definition.rules,
        groups: {
          weights: [
            { group: 'experts', weight: decimal('70') },
            { group: 'guests', weight: decimal('30') },
          ],
          ifMissing: 'no-result',
        },
      },
    });
    await score(play, 1, ['80', '90', '95']);
    await play.operator.tell({ type: 'scoring.close', entry: entryId(1) });
    const { rows, names } = (await (await play.desk.fetch('/api/results.json')).json()) as ResultsDocument;
    expect(rows[0]?.derivation?.result?.exact).toBe('88');
    expect(names.parts.map(({ part }) => part)).toEqual(['experts', 'guests']);
    const csv = await (await play.desk.fetch('/api/results.csv?lang=zh-CN')).text();
    const [row] = parse(csv, { bom: true, columns: true }) as readonly Record<string, string>[];
    expect(row).toMatchObject({ '专家组 得分': '85.00', '专家组 加权分': '59.50', '嘉宾组 加权分': '28.50' });
  });
});
