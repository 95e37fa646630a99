// Public results and exports that differed from what the hall saw at events run elsewhere, played here.
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { EventDefinition } from '#domain/definition.ts';
import type { ResultsDocument, SeatCards } from '#protocol/http.ts';
import { entryId, exampleEvent } from '#tests/kit/example-event.ts';
import { Phone } from '#tests/kit/phone.ts';
import { endAll, startProgram } from '#tests/kit/process.ts';
import { until } from '#tests/kit/server.ts';
import { atTheEnd, keep, openHall, paper, reason, sheet } from './kit/hall.ts';

const event: EventDefinition = exampleEvent({ entries: 4, judges: 1, cutLine: 3 });

describe('the public page', () => {
  // One match never reached the public site until it was edited and committed again; others had other figures there.
  it('never lacks a result nor has another figure than the record, also after a publication was withdrawn and put right', async () => {
    const server = await startProgram();
    atTheEnd(endAll);
    const desk = await server.device().join(server.operatorCode);
    const console = keep(desk.connect('operator'));
    await console.tell({ type: 'event.define', definition: event }, { type: 'rules.confirm' }, { type: 'event.start' });
    const { cards } = (await (await desk.post('/api/cards', {})).json()) as SeatCards;
    const tablet = keep((await server.device().join(cards[0]?.digits ?? '')).connect('judge'));
    const phone = new Phone(await server.hallUrl());
    atTheEnd(() => phone.close());
    for (const [index, mark] of ['71.2', '94.5', '88', '79.9'].entries()) {
      const entry = entryId(index + 1);
      await console.tell({ type: 'stage.call', entry }, { type: 'scoring.open', entries: [entry] });
      await tablet.tell(sheet(index + 1, mark));
      await console.tell({ type: 'scoring.close', entry });
    }
    const published = async () => {
      const { rows } = (await (await desk.fetch('/api/results.json')).json()) as ResultsDocument;
      return rows.filter(({ isInside }) => isInside).map(({ entry, rank, score }) => [entry.id, rank, score]);
    };
    const onPhone = () => phone.view?.rows.map(({ entry, rank, score }) => [entry.id, rank, score]);
    await console.tell({ type: 'result.publish' });
    await until('the phone has the ranking', () => phone.view?.isPublished === true);
    expect(onPhone()).toEqual(await published());
    expect(onPhone()).toHaveLength(3);
    await console.tell({ type: 'result.withdraw', reason });
    await until('the ranking is off the phone', () => phone.view?.isPublished === false);
    expect(phone.view?.rows).toEqual([]);
    for (const { card, result } of console.view.entries)
      if (result === 'revealed') await console.tell({ type: 'result.correct', entry: card.id, reason });
    await console.tell(paper(1, 1, '97.3', 1), { type: 'result.publish' });
    await until('the phone has the new ranking', () => phone.view?.isPublished === true);
    expect(onPhone()).toEqual(await published());
    expect(onPhone()?.[0]).toEqual([entryId(1), 1, '97.30']);
    // The page without a script, and a phone that comes late, have the same.
    const plain = await (await fetch(`${await server.hallUrl()}/plain`)).text();
    for (const [, , score] of onPhone() ?? []) expect(plain).toContain(String(score));
    const late = new Phone(await server.hallUrl());
    atTheEnd(() => late.close());
    await until('a late phone has a view', () => late.view !== undefined);
    expect(late.view?.rows).toEqual(phone.view?.rows);
  });
});

describe('an exported file', () => {
  // The export took another list than the page, and nobody looked.
  it('never has another order or figure than the final ranking on the wall', async () => {
    const hall = await openHall(event);
    const wall = await hall.screen('主屏');
    for (const [index, mark] of ['71.23', '94.56', '88.01', '79.9'].entries()) await hall.finish(index + 1, [mark]);
    await hall.run({ type: 'deduction.add', entry: entryId(2), points: '10' as never, reason: '超时' });
    await hall.run({ type: 'result.publish', show: { kind: 'final' } });
    await until('the wall shows the ranking', () => wall.view.scene.kind === 'final');
    const { scene } = wall.view;
    const onWall = scene.kind === 'final' ? scene.rows : [];
    expect(onWall.map(({ rank, score }) => [rank, score])).toEqual([
      [1, '88.01'],
      [2, '84.56'],
      [3, '79.90'],
    ]);
    const table = (await (await hall.desk.fetch('/api/results.json')).json()) as ResultsDocument;
    expect(table.rows.slice(0, 3).map(({ entry, rank, score }) => [entry.id, rank, score])).toEqual(
      onWall.map(({ entry, rank, score }) => [entry.id, rank, score]),
    );
    const bytes = Buffer.from(await (await hall.desk.fetch('/api/results.csv?lang=en')).arrayBuffer());
    const rows = parse(bytes, { bom: true, record_delimiter: '\r\n', columns: true }) as readonly Record<
      string,
      string
    >[];
    const [rank = ''] = Object.keys(rows[0] ?? {});
    expect(rows.slice(0, 3).map((row) => [row[rank], row['Final score']])).toEqual(
      onWall.map((row) => [String(row.rank), row.score]),
    );
    onWall.forEach(({ entry }, place) => expect(Object.values(rows[place] ?? {})).toContain(entry.title.en));
    expect(rows).toHaveLength(4);
  });
});
