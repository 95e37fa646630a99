// Marks from the wrong person, from nobody, or from two devices at once, as it happened elsewhere, played here.
import { describe, expect, it } from 'vitest';
import { commandSchemas, type CommandType } from '#domain/commands.ts';
import { judge as judgeRole } from '#domain/roles/judge.ts';
import { resultsTable } from '#domain/results-table.ts';
import type { Aggregate } from '#domain/scoring-rules.ts';
import { standings } from '#domain/standings.ts';
import type { Answer } from '#protocol/messages.ts';
import { resultsCsvRows } from '#server/results-csv.ts';
import { entryId, exampleEvent, seatId } from '#tests/kit/example-event.ts';
import { Final, operator, startedFinal } from '#tests/kit/final.ts';
import { newOpId, until, type Device } from '#tests/kit/server.ts';
import { everyCommand } from './kit/every-command.ts';
import { keep, openHall, reason, sheet } from './kit/hall.ts';

describe('a seat', () => {
  // The scorer of one side had the other side's page open, and nobody saw it.
  it('is never scored by two devices, and the console sees at once who has it and that one is empty', async () => {
    const hall = await openHall(exampleEvent({ entries: 1, judges: 2 }));
    await hall.open(1);
    const spare = hall.server.device();
    const refused = await spare.post('/api/join', { code: hall.cards[0]?.digits });
    expect([refused.status, await refused.json()]).toMatchObject([409, { code: 'seat.in-use' }]);
    expect(await hall.submit(1, 1, '80')).toMatchObject({ ok: true });
    // Judge 2's own tablet opens the card of judge 1, in one step: it is judge 1's then, and says so.
    const tablet = hall.tablets[1];
    await tablet?.join(hall.cards[0]?.digits ?? '', true);
    await until('the first tablet of seat 1 is told', () => hall.judge(1).closedBy === 'seat.taken-over');
    await until('the seat that nobody has any more is empty', () => hall.judge(2).closedBy === 'session.revoked');
    const line = keep((hall.tablets[1] as Device).connect('judge'));
    await until('the tablet knows whose it is', () => line.messages.length > 0);
    expect(line.view.seat).toMatchObject({ seat: seatId(1), name: { zh: '示例评委 1' } });
    expect(line.view.sheets[0]).toMatchObject({ status: 'submitted', total: '80.00' });
    await until('the console sees one seat held and one empty', () => {
      const heard = hall.operator.presence?.judges.map(({ seat, isOnline }) => [seat, isOnline]);
      return (
        JSON.stringify(heard) ===
        JSON.stringify([
          [seatId(1), true],
          [seatId(2), false],
        ])
      );
    });
    const [newest] = hall.operator.view.feed;
    expect(newest).toMatchObject({ type: 'seat.joined', seat: seatId(1) });
    expect(newest?.detail).not.toBeNull();
    // What is sent now is judge 1's; seat 2 has been scored by nobody.
    expect(await line.send(sheet(1, '70'))).toMatchObject({ ok: false, code: 'sheet.locked' });
    expect(hall.row(1, 2)).toMatchObject({ status: 'not-scored', version: 0 });
  });

  // Elsewhere a judge picks the own name from a list, on any device.
  it('is never taken by picking a name, only by its own card, and the name is on the tablet before the first mark', async () => {
    const hall = await openHall(exampleEvent({ judges: 2 }));
    const stranger = hall.server.device();
    for (const code of ['seat-1', '0001', 'judge-1'])
      expect((await stranger.post('/api/join', { code })).status).toBe(401);
    for (const address of ['/', '/judge', '/plain', '/host', '/screen', '/api/session?role=judge', '/api/addresses']) {
      const page = await stranger.fetch(address);
      expect(await page.text(), address).not.toMatch(/示例评委|Sample judge/);
    }
    expect(stranger.cookies.size).toBe(0);
    hall.judges.forEach((line, index) => {
      expect(line.messages[0]?.view.seat.name.zh).toBe(`示例评委 ${index + 1}`);
      expect(line.messages[0]?.view.sheets.every(({ version }) => version === 0)).toBe(true);
    });
  });

  // Invitations went by mail, and the mail did not arrive.
  it('is never out of reach for want of mail or internet: the printed card is enough, also after a restart', async () => {
    const hall = await openHall(exampleEvent({ judges: 2 }));
    hall.judges.forEach((line) => line.close());
    const [first, second] = hall.cards;
    const path = new URL(second?.link ?? '').pathname;
    expect(second?.link).toBe(`${hall.server.url}${path}`);
    await hall.restart();
    const typed = keep((await hall.server.device().join(first?.digits ?? '', true)).connect('judge'));
    const scanned = hall.server.device();
    const page = await (await scanned.fetch(path)).text();
    expect(page).toContain('id="app"');
    expect(page).not.toMatch(/https?:\/\//);
    const link = keep((await scanned.join(path.split('/').at(-1) ?? '', true)).connect('judge'));
    await until('both have their sheets', () => typed.messages.length > 0 && link.messages.length > 0);
    expect([typed.view.seat.number, link.view.seat.number]).toEqual([1, 2]);
  });

  // A judge's login could change the awards.
  it('of a judge, a big screen or a host never moves what is the operator’s, whatever it sends', async () => {
    const hall = await openHall(exampleEvent({ judges: 1 }));
    const [tablet, wall, host] = [hall.judge(1), await hall.screen('主屏'), await hall.cue()];
    expect(everyCommand).toHaveLength(Object.keys(commandSchemas).length);
    const seq = hall.server.event.seq;
    for (const [at, command] of everyCommand.entries()) {
      // A connection may say only so much at once.
      if (at % 20 === 19)
        for (const line of [tablet, wall, host]) {
          line.messages.length = 0;
          line.socket.disconnect().connect();
          await until('it is there again', () => line.messages.length > 0);
        }
      // What the server itself writes is no message at all, from whomever.
      const isServersOwn = ['seat.join', 'ballots.issue', 'poll.expire', 'poll.seal'].includes(command.type);
      const code = isServersOwn ? 'command.malformed' : 'role.not-allowed';
      const isJudges = (judgeRole.may as readonly CommandType[]).includes(command.type);
      for (const line of [...(isJudges && code === 'role.not-allowed' ? [] : [tablet]), wall, host])
        expect(await line.send(command), command.type).toMatchObject({ ok: false, code });
    }
    const forged = await hall.tablets[0]?.post('/api/command', {
      opId: newOpId(),
      command: { type: 'result.publish' },
    });
    expect(forged?.status).toBe(401);
    expect(hall.server.event.seq).toBe(seq);
  });
});

describe('a judge who', () => {
  // Absent from the start on, and still in the software's panel: the totals waited for the missing sheets.
  it('stays away after entry 3 is never waited for nor left out silently: the rule decides, the record says it', () => {
    const final = startedFinal(exampleEvent({ entries: 5, judges: 5 }));
    for (const entry of [1, 2, 3]) final.finish(entry, ['80', '82', '84', '86', `${90 + entry}`]);
    const before = standings(final.state);
    final.run({ type: 'sheet.mark-absent', seat: seatId(5), entries: [entryId(4), entryId(5)], reason: '身体不适' });
    for (const entry of [4, 5]) final.finish(entry, ['70', '72', '74', '76', null]);
    const table = resultsTable(final.state);
    // Three of five were kept; of four nothing is dropped, and the result says from how many on it would be.
    expect(table?.rows.map(({ score, rule }) => [score, rule.valid, rule.counted, rule.trimSuspendedBelow])).toEqual([
      ...before.map(({ result }) => [result.score, 5, 3, null]),
      ['73.00', 4, 4, 5],
      ['73.00', 4, 4, 5],
    ]);
    const rows = [...resultsCsvRows(table as never, 'en')];
    expect(JSON.stringify(rows.slice(-2))).toMatch(/absent/i);
    expect(final.journal.filter(({ fact }) => fact.type === 'sheet.marked-absent')).toMatchObject([
      { by: { role: 'operator' }, fact: { reason: '身体不适' } },
      { by: { role: 'operator' }, fact: { reason: '身体不适' } },
    ]);
    // Withdrawn from the whole round afterwards: what was given is kept, none of it counts.
    final.run({ type: 'sheet.recuse', seat: seatId(5), entries: [1, 2, 3].map(entryId), reason });
    expect(standings(final.state).map(({ result }) => [result.score, result.rule.valid])).toEqual([
      ...[1, 2, 3].map(() => ['83.00', 4]),
      ...[4, 5].map(() => ['73.00', 4]),
    ]);
    expect(final.life(1).sheets.get(seatId(5))).toMatchObject({ status: 'recused', versions: [{ version: 1 }] });
  });

  // An incomplete panel made totals inconsistent; an even one made the software fail.
  it('is missing never leaves an entry without a defined result, whether nine, eight, three, two or one are left', () => {
    const marks = ['60', '71', '72', '73', '74', '75', '76', '77', '99'];
    const trimmed: Aggregate = {
      kind: 'trimmed-mean',
      dropHighest: 2,
      dropLowest: 2,
      minForTrim: 7,
      trimScope: 'judge-total',
    };
    const scoreOf = (aggregate: Aggregate, left: number) => {
      const final = startedFinal(exampleEvent({ entries: 1, judges: 9 }, { aggregate }));
      for (let seat = left + 1; seat <= 9; seat += 1)
        final.run({ type: 'sheet.mark-absent', seat: seatId(seat), entries: [entryId(1)], reason });
      final.finish(1, marks.slice(0, left));
      const [placed] = standings(final.state);
      return [placed?.result.score, placed?.result.rule.counted, placed?.result.rule.trimSuspendedBelow];
    };
    expect([9, 8, 7, 6, 3, 2, 1].map((left) => scoreOf(trimmed, left))).toEqual([
      ['74.00', 5, null],
      ['73.50', 4, null],
      ['73.00', 3, null],
      // 60 71 72 73 74 75: nothing dropped below seven.
      ['70.83', 6, 7],
      ['67.67', 3, 7],
      ['65.50', 2, 7],
      ['60.00', 1, 7],
    ]);
    expect([9, 8, 3, 2, 1].map((left) => scoreOf({ kind: 'median' }, left)[0])).toEqual([
      '74.00',
      '73.50',
      '71.00',
      '65.50',
      '60.00',
    ]);
    // Where the stated number would let the drops take everybody, the event does not begin.
    const rules = { aggregate: { ...trimmed, minForTrim: 4 } } as const;
    const final = new Final().run({ type: 'event.define', definition: exampleEvent({ judges: 9 }, rules) });
    expect(final.ask(operator, { type: 'rules.confirm' })).toBe('definition.invalid');
  });

  // Marks came in before the start, and one judge's button gave 69 votes.
  it('presses too early or again and again never has more than one sheet, and it can be declared void with a reason', async () => {
    const hall = await openHall(exampleEvent({ entries: 1, judges: 3 }));
    expect(await hall.judge(1).send(sheet(1, '80'))).toMatchObject({ ok: false, code: 'scoring.not-open' });
    await hall.run({ type: 'stage.call', entry: entryId(1) });
    expect(await hall.judge(1).send(sheet(1, '80'))).toMatchObject({ ok: false, code: 'scoring.not-open' });
    await hall.run({ type: 'scoring.open', entries: [entryId(1)] });
    const presses: Answer[] = await Promise.all(
      Array.from({ length: 40 }, (_, press) => hall.judge(1).send(sheet(1, String(99 - press)))),
    );
    expect(presses.filter(({ ok }) => ok)).toHaveLength(1);
    expect(presses.filter((answer) => !answer.ok && answer.code === 'sheet.locked')).toHaveLength(39);
    await hall.submit(2, 1, '70');
    await hall.submit(3, 1, '80');
    await hall.run({ type: 'scoring.close', entry: entryId(1) });
    expect(hall.row(1, 1)).toMatchObject({ version: 1, marks: [{ mark: '99' }] });
    await hall.run({ type: 'sheet.recuse', seat: seatId(1), entries: [entryId(1)], reason: '评委误操作，评分作废' });
    expect(hall.desks(1).computed?.score).toBe('75.00');
    expect(hall.row(1, 1)).toMatchObject({ status: 'recused', reason: '评委误操作，评分作废', version: 1 });
  });

  // All ballots were in; the tick that says so did not reach the organiser.
  it('has finished is never unknown at the console, not even at one that was away', async () => {
    const hall = await openHall(exampleEvent({ entries: 1, judges: 2 }));
    await hall.play(1, ['80', null]);
    expect(hall.operator.view.next).toMatchObject({ kind: 'remind', seats: [seatId(2)] });
    hall.operator.socket.disconnect();
    const answer = await hall.judge(2).send(sheet(1, '90'));
    expect(answer.ok).toBe(true);
    hall.operator.socket.connect();
    await until('the console offers to close', () => hall.operator.view.next.kind === 'close-scoring');
    expect(hall.desks(1)).toMatchObject({ submitted: 2, isAllIn: true });
    // And it is the server's word, not the page's: both consoles have the same.
    const other = keep(hall.desk.connect('operator'));
    await until('a second console has a view', () => other.messages.length > 0);
    expect(other.view).toEqual(hall.operator.view);
  });
});
