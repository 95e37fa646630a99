// Access points, power and clocks failing at events run elsewhere, played here. What only a page can show is in
// tests/whole-show/disasters.spec.ts.
import { describe, expect, it } from 'vitest';
import { screen as screenRole } from '#domain/roles/screen.ts';
import { cue as cueRole } from '#domain/roles/cue.ts';
import { timeLeftMs } from '#domain/timer.ts';
import type { Millis } from '#domain/ids.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { Device, until } from '#tests/kit/server.ts';
import { entryId, exampleEvent, seatId } from '#tests/kit/example-event.ts';
import { startedFinal } from '#tests/kit/final.ts';
import { BreakableLine } from '#tests/whole-show/kit/breakable-line.ts';
import { Hall as LiveHall } from '#tests/whole-show/kit/hall.ts';
import { journalOf } from '#tests/whole-show/kit/journal-of.ts';
import { Recording } from '#tests/whole-show/kit/recording.ts';
import { ServerProcess } from '#tests/whole-show/kit/server-process.ts';
import { atTheEnd, keep, openHall, paper } from './kit/hall.ts';

/** The hall whose every device reaches the server through one access point. */
async function hallBehindAccessPoint() {
  const hall = await openHall(exampleEvent({ entries: 2, judges: 2 }));
  const accessPoint = await BreakableLine.to(Number(new URL(hall.server.url).port));
  atTheEnd(() => accessPoint.close());
  /** The same device, with its cookies, over the air. */
  const overTheAir = (device: Device) => {
    const same = new Device(accessPoint.url);
    same.cookies = device.cookies;
    return same;
  };
  return { hall, accessPoint, overTheAir };
}

describe('an access point that is restarted', () => {
  // The scorers' marks were handed in by themselves before they had finished, and displays stood still.
  it('never hands anything in, changes nothing, and leaves no screen behind', async () => {
    const { hall, accessPoint, overTheAir } = await hallBehindAccessPoint();
    const wall = await hall.screen('主屏');
    await hall.open(1);
    await hall.run({ type: 'scene.show', scene: { kind: 'progress', entry: entryId(1) } });
    hall.judges.forEach((line) => line.close());
    const tablets = hall.tablets.map((tablet) => keep(overTheAir(tablet).connect('judge')));
    await until('the tablets are there', () => tablets.every((line) => line.messages.length > 0));
    tablets[0]?.socket.emit('draft', { entry: entryId(1), filled: 1 });
    await until('half a sheet is known', () => hall.operator.presence?.judges[0]?.drafts[0]?.filled === 1);
    const seq = hall.server.event.seq;
    const views = tablets.map(({ view }) => view);
    accessPoint.break();
    await until('nobody is online', () => hall.operator.presence?.judges.every((judge) => !judge.isOnline) === true);
    // What the hall sees goes on over the cable; what the tablets missed comes by itself.
    tablets.forEach((line) => (line.messages.length = 0));
    accessPoint.mend();
    await until('everybody is back', () => tablets.every((line) => line.messages.length > 0));
    expect(tablets.map(({ view }) => view)).toEqual(views);
    expect(hall.server.event.seq).toBe(seq);
    expect(hall.desks(1)).toMatchObject({ submitted: 0, held: [] });
    expect(wall.view.scene).toMatchObject({ kind: 'progress', submitted: 0 });
    expect(hall.operator.presence?.judges[0]?.drafts).toMatchObject([{ entry: entryId(1), filled: 1 }]);
  });

  // A tablet that had committed came back and was counted as not committed.
  it('never makes a judge who has handed in outstanding again', async () => {
    const { hall, accessPoint, overTheAir } = await hallBehindAccessPoint();
    await hall.play(1, ['80', '90']);
    hall.judges.forEach((line) => line.close());
    const tablet = keep(overTheAir(hall.tablets[0] as Device).connect('judge'));
    await until('the tablet is there', () => tablet.messages.length > 0);
    for (let cut = 0; cut < 2; cut += 1) {
      accessPoint.break();
      await until('the tablet is gone', () => hall.operator.presence?.judges[0]?.isOnline === false);
      tablet.messages.length = 0;
      accessPoint.mend();
      await until('the tablet is back', () => tablet.messages.length > 0);
      await until('the console sees it', () => hall.operator.presence?.judges[0]?.isOnline === true);
    }
    expect(tablet.view.sheets[0]).toMatchObject({ status: 'submitted', isOpen: false, total: '80.00' });
    expect(hall.desks(1)).toMatchObject({ submitted: 2, isAllIn: true });
    await hall.run({ type: 'scoring.close', entry: entryId(1) });
    expect(hall.desks(1).computed?.score).toBe('85.00');
  });
});

describe('a page of an old version', () => {
  // Old tablets tried again for ever and took the server's time.
  it('is never let in half and never tries for ever: it is told once, with what to do', async () => {
    const hall = await openHall(exampleEvent({ judges: 1 }));
    const old = keep((hall.tablets[0] as Device).connect('judge', PROTOCOL_VERSION - 1));
    await until('it is refused', () => old.refusedBy === 'protocol.too-old');
    expect(old.messages).toEqual([]);
    // Refused by the server, a client does not dial again by itself.
    expect(old.socket.active).toBe(false);
    // A browser too old for the page finds the advice in the page itself, and scores without a script.
    const device = hall.server.device();
    const page = await (await device.fetch('/judge')).text();
    expect(page).toMatch(/浏览器版本过低，请改用简易评分页。.*\/plain.*too old. Use the plain score page./s);
    const plain = await device.fetch('/plain');
    expect(plain.status).toBe(200);
    expect(await plain.text()).not.toContain('<script');
  });
});

describe('the time on stage', () => {
  // The clock differed between two tabs, and a reload lost the time that was running.
  it('is never a page’s own: every screen and every reload counts to the same moment of the server', async () => {
    const hall = await openHall(exampleEvent({ judges: 1 }));
    const [wall, side, host] = [await hall.screen('主屏'), await hall.screen('侧屏'), await hall.cue()];
    await hall.run(
      { type: 'stage.call', entry: entryId(1) },
      { type: 'timer.start', kind: 'presentation', entry: entryId(1), show: { kind: 'timer' } },
      { type: 'timer.pause' },
      { type: 'timer.resume' },
    );
    await Promise.all([wall, side, host, hall.judge(1)].map((line) => line.settle()));
    const { timer } = hall.server.event.state;
    expect(timer).toMatchObject({ kind: 'presentation' });
    const known = () => [
      ...[wall, side].map(({ view: { scene } }) => (scene.kind === 'timer' ? scene.timer : null)),
      host.view.timer,
      hall.judge(1).view.timer,
      hall.operator.view.timer,
    ];
    expect(known()).toEqual(known().map(() => timer));
    for (const line of [wall, host]) {
      line.messages.length = 0;
      line.socket.disconnect().connect();
      await until('the reloaded page has its view', () => line.messages.length > 0);
    }
    await hall.restart();
    [wall, side, host, hall.judge(1), hall.operator].forEach((line) => (line.messages.length = 0));
    await until('everybody is back', () =>
      [wall, side, host, hall.judge(1), hall.operator].every((line) => line.messages.length > 0),
    );
    expect(known()).toEqual(known().map(() => timer));
    // At one moment of the server's clock there is one answer.
    const moment = ((timer?.runningSince ?? 0) + 61_500) as Millis;
    expect(new Set(known().map((each) => each && timeLeftMs(each, moment))).size).toBe(1);
  });
});

describe('a server that is killed', () => {
  // After a restart the displays had lost their names, and every second commit failed until the next restart.
  it('never loses a screen’s name, a seat or a score, and takes the next commands at once', async () => {
    const server = await ServerProcess.start();
    const hall = await LiveHall.open(server, exampleEvent({ entries: 2, judges: 2 }), new Recording());
    atTheEnd(async () => {
      hall.close();
      await server.stop();
    });
    await hall.run({ type: 'rules.confirm' }, { type: 'event.start' });
    const open = async (number: number) => {
      await hall.run(
        { type: 'stage.call', entry: entryId(number) },
        { type: 'scoring.open', entries: [entryId(number)] },
      );
      await until('the sheets are open', () =>
        hall.judges.every(({ line }) => line.view.sheets[number - 1]?.isOpen === true),
      );
    };
    const settle = (number: number) =>
      hall.run(
        { type: 'scoring.close', entry: entryId(number) },
        { type: 'result.reveal', entry: entryId(number), show: { kind: 'score', entry: entryId(number) } },
      );
    await open(1);
    await hall.submit(1, entryId(1), ['80']);
    await server.kill();
    // What was on its way before the end must not be taken for an answer after it.
    hall.lines.forEach((line) => {
      line.messages.length = 0;
      line.presence = line.screen = null;
    });
    await server.restart();
    await until('everybody is back', () => hall.lines.every((line) => line.messages.length > 0));
    await until('the console knows every device', () => {
      const { judges = [], screens = [] } = hall.operator.presence ?? {};
      return judges.length === 2 && judges.every(({ isOnline }) => isOnline) && screens[0]?.isOnline === true;
    });
    await until('the screen has been told who it is', () => hall.screen.screen !== null);
    expect(hall.operator.presence?.screens).toMatchObject([{ name: '主屏', pairingCode: null }]);
    expect(hall.screen.screen).toMatchObject({ isPaired: true, name: '主屏' });
    await hall.submit(2, entryId(1), ['90']);
    await settle(1);
    await open(2);
    for (const number of [1, 2]) await hall.submit(number, entryId(2), ['70']);
    await settle(2);
    expect(hall.operator.view.entries.map(({ computed }) => computed?.score)).toEqual(['85.00', '70.00']);
    hall.close();
    await server.kill();
    expect(journalOf(server.data).filter(({ fact }) => fact.type === 'score.submitted')).toHaveLength(4);
  });
});

describe('tablets that fail in the middle of the show', () => {
  // On live television the judges read from paper, and named the wrong couple.
  it('never part what is read out from what is stored: scored on paper, the host reads what the screen and the record have', () => {
    const final = startedFinal(exampleEvent({ entries: 2, judges: 3 }))
      .finish(1, ['70', '70', '70'])
      .play(2, []);
    ['81', '84', '87'].forEach((mark, index) => final.run(paper(index + 1, 2, mark)));
    expect([1, 2, 3].map((seat) => final.life(2).sheets.get(seatId(seat))?.versions.at(-1)?.via)).toEqual([
      'paper',
      'paper',
      'paper',
    ]);
    // A tablet that comes to life later does not add a second sheet.
    expect(final.score(1, 2, '99')).toBe('sheet.locked');
    final.run(
      { type: 'scoring.close', entry: entryId(2) },
      { type: 'result.reveal', entry: entryId(2), show: { kind: 'score', entry: entryId(2) } },
    );
    const shown = screenRole.view(final.state).scene;
    const cue = cueRole.view(final.state);
    expect(shown).toMatchObject({ kind: 'score', entry: { id: entryId(2) }, revealed: { score: '84.00', rank: 1 } });
    expect(cue).toMatchObject({ cue: 'announce-score', entry: { id: entryId(2) } });
    expect(cue.scene).toEqual(shown);
    expect(final.journal.at(-2)?.fact).toMatchObject({ type: 'result.revealed', entry: entryId(2), score: '84.00' });
  });
});
