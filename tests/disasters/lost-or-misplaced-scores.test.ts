// Scores that were lost, doubled or put in the wrong place at events run elsewhere, played here: none of it may happen.
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { operator as operatorRole } from '#domain/roles/operator.ts';
import { standings } from '#domain/standings.ts';
import { othersInHand } from '#domain/stray-scene.ts';
import { startProgram, endAll } from '#tests/kit/process.ts';
import { entryId, exampleEvent, seatId } from '#tests/kit/example-event.ts';
import { operator, startedFinal } from '#tests/kit/final.ts';
import type { EntryId } from '#domain/ids.ts';
import type { SeatCards } from '#protocol/http.ts';
import { newOpId, until } from '#tests/kit/server.ts';
import { journalOf } from '#tests/whole-show/kit/journal-of.ts';
import { atTheEnd, keep, openHall, paper, reason, sheet } from './kit/hall.ts';

describe('a score', () => {
  // A referee's late press was taken for the next athlete, and so for the one after, three deep.
  it('sent for entry 5 after the stage has moved to 6 lands on 5, never on 6', async () => {
    const hall = await openHall(exampleEvent({ entries: 7, judges: 2 }));
    await hall.open(5);
    await hall.run({ type: 'stage.call', entry: entryId(6) }, { type: 'scoring.open', entries: [entryId(6)] });
    expect(await hall.submit(1, 5, '81.5')).toMatchObject({ ok: true, isHeld: false });
    expect([hall.row(5, 1)?.status, hall.row(6, 1)?.status]).toEqual(['submitted', 'not-scored']);
    // Judge 2 presses later still: 5 is closed, 6 is open, 7 is on stage.
    await hall.run(
      { type: 'sheet.mark-absent', seat: seatId(2), entries: [entryId(5)], reason },
      { type: 'scoring.close', entry: entryId(5) },
      { type: 'stage.call', entry: entryId(7) },
    );
    expect(await hall.submit(2, 5, '66.6')).toMatchObject({ ok: true, isHeld: true });
    expect(hall.desks(5)).toMatchObject({ held: [{ seat: seatId(2) }], computed: { score: '81.50' } });
    for (const entry of [6, 7]) expect(hall.row(entry, 2)).toMatchObject({ status: 'not-scored', version: 0 });
  });

  // Saving failed while the database was busy, and the screen had said "saved".
  it('is never acknowledged without being on the disk, also while another program wants the same file', async () => {
    const server = await startProgram();
    atTheEnd(endAll);
    const desk = await server.device().join(server.operatorCode);
    const console = keep(desk.connect('operator'));
    await console.tell(
      { type: 'event.define', definition: exampleEvent({ entries: 2, judges: 1 }) },
      { type: 'rules.confirm' },
      { type: 'event.start' },
      { type: 'stage.call', entry: entryId(1) },
      { type: 'scoring.open', entries: [entryId(1)] },
    );
    const { cards } = (await (await desk.post('/api/cards', {})).json()) as SeatCards;
    const tablet = keep((await server.device().join(cards[0]?.digits ?? '')).connect('judge'));
    await until('the tablet has a sheet', () => tablet.messages.length > 0);
    const other = new Database(join(server.folder, 'liangfen.db'), { timeout: 0 });
    atTheEnd(() => void other.close());
    expect(() => other.exec('BEGIN EXCLUSIVE')).toThrow('locked');
    const opId = newOpId();
    expect(await tablet.send(sheet(1, '80'), opId)).toMatchObject({ ok: true });
    expect(() => other.exec('BEGIN EXCLUSIVE')).toThrow('locked');
    other.close();
    await server.kill('SIGKILL');
    expect(journalOf(server.folder).filter((written) => written.opId === opId)).toMatchObject([
      { fact: { type: 'score.submitted', entry: entryId(1), marks: [{ mark: '80' }] } },
    ]);
  });

  // The last match was on the wall and "unplayed" in the ranking; once the first three were missing from it.
  it('the hall has seen is never missing from the ranking, on the board or on the console', async () => {
    const hall = await openHall(exampleEvent({ entries: 3, judges: 1 }));
    const wall = await hall.screen('主屏');
    const seen: [EntryId, string][] = [];
    for (const [index, mark] of ['81', '95', '73'].entries()) {
      await hall.finish(index + 1, [mark]);
      await hall.reveal(index + 1);
      await until('the wall shows the score', () => {
        const { scene } = wall.view;
        return scene.kind === 'score' && scene.entry.id === entryId(index + 1) && scene.revealed !== null;
      });
      const { scene: shown } = wall.view;
      if (shown.kind === 'score' && shown.revealed !== null) seen.push([shown.entry.id, shown.revealed.score]);
      await hall.run({ type: 'scene.show', scene: { kind: 'ranking', page: 0 } });
      await until('the wall shows the board', () => wall.view.scene.kind === 'ranking');
      const { scene } = wall.view;
      const rows = scene.kind === 'ranking' ? scene.rows : [];
      expect(new Map(rows.map(({ entry, score }) => [entry.id, score]))).toEqual(new Map(seen));
      expect(
        new Map(
          hall.operator.view.entries.flatMap(({ card, computed }) =>
            computed ? [[card.id, computed.score] as const] : [],
          ),
        ),
      ).toEqual(new Map(seen));
    }
    expect(seen).toHaveLength(3);
  });

  // The judges already counted; the scorekeeper's ranking still took half-filled ballots.
  it('that a judge has not handed in never counts: not half a sheet, not a whole one, not one taken back', async () => {
    const hall = await openHall(exampleEvent({ entries: 1, judges: 3, items: 2 }));
    await hall.open(1);
    hall.judge(3).socket.emit('draft', { entry: entryId(1), filled: 1 });
    await until('the console sees half a sheet', () => hall.operator.presence?.judges[2]?.drafts[0]?.filled === 1);
    hall.judge(3).socket.emit('draft', { entry: entryId(1), filled: 2 });
    await until('the console sees a whole one', () => hall.operator.presence?.judges[2]?.drafts[0]?.filled === 2);
    await hall.judge(1).tell(sheet(1, ['40', '40']));
    await hall.judge(2).tell(sheet(1, ['45', '45']), { type: 'score.take-back', entry: entryId(1), version: 1 });
    await until('the console sees it', () => hall.row(1, 2)?.status === 'taken-back');
    expect(hall.desks(1)).toMatchObject({ submitted: 1, expected: 3, isAllIn: false, computed: null });
    expect(await hall.judge(3).send(sheet(1, '50'))).toMatchObject({ ok: false, code: 'sheet.incomplete' });
    const close = { type: 'scoring.close', entry: entryId(1) } as const;
    expect(await hall.operator.send(close)).toMatchObject({ ok: false, code: 'scoring.sheets-missing' });
    expect(standings(hall.server.event.state)).toEqual([]);
    await hall.judge(2).tell(sheet(1, ['30', '30'], 1));
    await hall.judge(3).tell(sheet(1, ['35', '35']));
    await hall.run(close);
    // (80 + 60 + 70) / 3: of judge 2 the sheet that was handed in last.
    expect(hall.desks(1).computed?.score).toBe('70.00');
  });
});

describe('the panel', () => {
  // Saving the list of judges in mid-event erased the marks of those that had been edited.
  it('can be put right in the middle of the day without a mark being lost', () => {
    const final = startedFinal(exampleEvent({ entries: 2, judges: 3 })).finish(1, ['80', '85', '90']);
    final.play(2, ['70', null, null]);
    const before = final.state.entries;
    for (const number of [1, 2, 3]) {
      const name = { zh: `示例评委 ${number} 改`, en: 'Put right' };
      final.run({ type: 'judge.amend', seat: seatId(number), name });
    }
    expect(final.state.entries).toEqual(before);
    expect(operatorRole.view(final.state).judges.map(({ name }) => name.zh)).toEqual([
      '示例评委 1 改',
      '示例评委 2 改',
      '示例评委 3 改',
    ]);
    // A panel exchanged as a whole would take the sheets with it: that door is shut.
    const another = exampleEvent({ entries: 2, judges: 4 });
    expect(final.ask(operator, { type: 'event.define', definition: another })).toBe('definition.locked');
    expect(final.ask(operator, { type: 'event.return-to-set-up', reason })).toBe('event.has-scores');
    expect(final.score(2, 2, '75')).toBeNull();
    expect(final.life(1)).toEqual(before.get(entryId(1)));
  });
});

describe('a correction', () => {
  // The wrong match was edited; there was no history, and people were asked what they remembered.
  it('typed over the wrong sheet never loses what stood there, and what stood there can be put back', () => {
    const final = startedFinal(exampleEvent({ entries: 2, judges: 2 }))
      .finish(1, ['81', '83'])
      .finish(2, ['60', '62']);
    const before = final.life(1).sheets;
    // Meant for entry 2, typed on entry 1.
    final.run(paper(1, 1, '61', 1));
    const versions = () => final.life(1).sheets.get(seatId(1))?.versions ?? [];
    expect(versions().map(({ marks, via }) => [marks[0]?.mark, via])).toEqual([
      ['81', 'device'],
      ['61', 'paper'],
    ]);
    expect(versions()[0]).toEqual(before.get(seatId(1))?.versions[0]);
    // On the version that was looked at only: a second press does not put a third one on top.
    expect(final.ask(operator, paper(1, 1, '62', 1))).toBe('sheet.version-conflict');
    final.run(paper(1, 1, versions()[0]?.marks[0]?.mark ?? '', 2));
    expect(versions().map(({ marks }) => marks[0]?.mark)).toEqual(['81', '61', '81']);
    expect(standings(final.state).map(({ result }) => result.score)).toEqual(['82.00', '61.00']);
  });

  it('of another entry than the one in hand is never taken for one of it: the console knows which are in hand instead', () => {
    const final = startedFinal(exampleEvent({ entries: 3, judges: 2 }))
      .finish(1, ['81', '83'])
      .play(2, ['60']);
    final.run({ type: 'stage.call', entry: entryId(3) });
    const instead = (entry: number) => othersInHand(operatorRole.view(final.state), entryId(entry));
    expect([instead(1), instead(2), instead(3)]).toEqual([[entryId(2), entryId(3)], [], []]);
    // Between two entries nothing is in hand: then there is nothing to mistake it for.
    final.score(2, 2, '62');
    final.run({ type: 'scoring.close', entry: entryId(2) }, { type: 'stage.clear' });
    expect(instead(1)).toEqual([]);
  });
});
