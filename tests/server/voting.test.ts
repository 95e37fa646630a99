// The hall votes, on the real server with its hall: one vote a ballot whatever is tried, every vote counted with a receipt or told
// that it was too late, whoever is killed in between, and no number anywhere before the result is shown.
import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { ScreenId } from '#domain/ids.ts';
import type { LiveVotes } from '#domain/voting/live-votes.ts';
import { merkleRoot, voteLeaf } from '#db/merkle.ts';
import type { BallotSheets } from '#protocol/ballots.ts';
import type { VoteAnswer } from '#protocol/hall.ts';
import { newVoteId, Phone, phoneCookie } from '#tests/kit/phone.ts';
import { countOf, phones, pollId, pollingDay, run, type PollingDay } from '#tests/kit/polling-day.ts';
import { endAll, ServerProgram } from '#tests/kit/process.ts';
import { newOpId, until, type Line } from '#tests/kit/server.ts';

const open: { close(): void }[] = [];
const keep = <T extends { close(): void }>(connection: T): T => {
  open.push(connection);
  return connection;
};
afterEach(async () => {
  open.splice(0).forEach((connection) => connection.close());
  await endAll();
});

const openPoll = ({ operator }: PollingDay) => operator.tell({ type: 'poll.open', poll: pollId });
const closePoll = ({ operator }: PollingDay) => operator.tell({ type: 'poll.close', run: run(1) });

async function closeAndCount(day: PollingDay) {
  await closePoll(day);
  await until('the votes are counted', () => countOf(day) !== null);
  return countOf(day)?.result ?? null;
}

const sees = (phone: Phone, status: string) =>
  until(`the phone sees the poll ${status}`, () => phone.view?.polls[0]?.status === status);
const stored = (answers: readonly VoteAnswer[]) => answers.filter(({ ok }) => ok).length;
const refusalsOf = (answers: readonly VoteAnswer[]) => answers.flatMap((answer) => (answer.ok ? [] : [answer.code]));

describe('a vote', () => {
  it('is cast with a printed code, gets a receipt, and is shown again after a reload to nobody else', async () => {
    const day = await pollingDay(keep);
    await openPoll(day);
    const [code = ''] = day.codes;
    const cookie = await phoneCookie(day.hall);
    const phone = keep(await Phone.open(day.hall, cookie));
    await sees(phone, 'open');
    expect(await phone.mine(code)).toEqual({ code: 'good', votes: [] });
    const answer = await phone.vote(run(1), ['entry-2'], { code: code.toLowerCase().replace('-', ' ') });
    expect(answer).toMatchObject({ ok: true, run: run(1), choice: ['entry-2'] });
    phone.close();
    const reloaded = keep(await Phone.open(day.hall, await phoneCookie(day.hall, cookie)));
    const { ok: _, ...cast } = answer as Extract<VoteAnswer, { ok: true }>;
    expect(await reloaded.mine(code)).toEqual({ code: 'good', votes: [cast] });
    const thief = keep(await Phone.open(day.hall));
    expect(await thief.mine(code)).toEqual({ code: 'good', votes: [] });
    expect(await closeAndCount(day)).toMatchObject({ ballots: 1, rejected: { repeated: 0, unknown: 0 } });
  });

  it('says what is wrong with it: no code, an impossible choice, a run that is not open, something unreadable', async () => {
    const day = await pollingDay(keep);
    const [phone] = await phones(day, keep, 1);
    expect(await phone?.vote(run(1), ['entry-1'])).toMatchObject({ ok: false, code: 'vote.not-open' });
    await openPoll(day);
    const [code = ''] = day.codes;
    expect(await phone?.vote(run(1), ['entry-1'])).toMatchObject({ code: 'vote.code-missing' });
    expect(await phone?.vote(run(1), ['entry-1', 'entry-2'], { code })).toMatchObject({
      code: 'vote.choice-impossible',
    });
    expect(await phone?.vote(run(1), ['entry-9'], { code })).toMatchObject({ code: 'vote.choice-impossible' });
    expect(await phone?.vote(run(1), [], { code })).toMatchObject({ code: 'vote.malformed' });
    expect(await closeAndCount(day)).toMatchObject({ ballots: 0 });
    expect(await phone?.vote(run(1), ['entry-1'], { code })).toMatchObject({ code: 'vote.too-late' });
  });

  it('can be changed where the poll allows it, from the phone that cast it', async () => {
    const day = await pollingDay(keep, { ballots: 'device', mayChange: true }, 0);
    await openPoll(day);
    const [phone] = await phones(day, keep, 1);
    await phone?.vote(run(1), ['entry-1']);
    const changed = await phone?.vote(run(1), ['entry-3']);
    expect((await phone?.mine())?.votes).toMatchObject([{ choice: ['entry-3'] }]);
    expect(changed).toMatchObject({ ok: true });
    const result = await closeAndCount(day);
    expect(result).toMatchObject({ ballots: 1 });
    expect(result?.rows[0]).toMatchObject({ option: 'entry-3', votes: 1 });
  });

  it('counts no more when its ballot is revoked while the poll is open', async () => {
    const day = await pollingDay(keep);
    await openPoll(day);
    const [phone, other] = await phones(day, keep, 2);
    const [lost = '', good = ''] = day.codes;
    await phone?.vote(run(1), ['entry-1'], { code: lost });
    await other?.vote(run(1), ['entry-2'], { code: good });
    await day.operator.tell({ type: 'ballots.revoke', numbers: [1], reason: '示例：投票卡丢失' });
    expect(await phone?.vote(run(1), ['entry-1'], { code: lost })).toMatchObject({ code: 'vote.code-revoked' });
    expect(await phone?.mine(lost)).toEqual({ code: 'revoked', votes: [] });
    expect(await closeAndCount(day)).toMatchObject({ ballots: 1, rejected: { revoked: 2 } });
  });
});

describe('voting twice', () => {
  it('with one code is counted once: from two sockets at once, from two phones, and after clearing everything', async () => {
    const day = await pollingDay(keep);
    await openPoll(day);
    const [code = '', second = ''] = day.codes;
    const cookie = await phoneCookie(day.hall);
    const tabs = [keep(await Phone.open(day.hall, cookie)), keep(await Phone.open(day.hall, cookie))];
    const [other] = await phones(day, keep, 1);
    await Promise.all(tabs.map((tab) => sees(tab, 'open')));
    const answers = await Promise.all([
      ...tabs.map((tab, at) => tab.vote(run(1), [`entry-${at + 1}`], { code })),
      ...(other === undefined ? [] : [other.vote(run(1), ['entry-3'], { code })]),
    ]);
    expect(stored(answers)).toBe(1);
    expect(refusalsOf(answers)).toEqual(['vote.already-cast', 'vote.already-cast']);
    const cleared = keep(await Phone.open(day.hall));
    expect(await cleared.vote(run(1), ['entry-3'], { code })).toMatchObject({ code: 'vote.already-cast' });
    expect(await cleared.vote(run(1), ['entry-3'], { code: second })).toMatchObject({ ok: true });
    expect(await closeAndCount(day)).toMatchObject({ ballots: 2, rejected: { repeated: 3 } });
  });

  it('with one phone is counted once, in two tabs and with cleared storage, for the cookie stays', async () => {
    const day = await pollingDay(keep, { ballots: 'device' }, 0);
    await openPoll(day);
    const cookie = await phoneCookie(day.hall);
    const tabs = await Promise.all([1, 2, 3].map(async () => keep(await Phone.open(day.hall, cookie))));
    await Promise.all(tabs.map((tab) => sees(tab, 'open')));
    const answers = await Promise.all(tabs.map((tab, at) => tab.vote(run(1), [`entry-${at + 1}`])));
    expect(stored(answers)).toBe(1);
    expect(await closeAndCount(day)).toMatchObject({ ballots: 1, rejected: { repeated: 2 } });
  });

  it('by sending an operation again gives the same receipt; with another content, none', async () => {
    const day = await pollingDay(keep);
    await openPoll(day);
    const [phone, thief] = await phones(day, keep, 2);
    const message = { code: day.codes[0] ?? '', opId: newVoteId() };
    const first = await phone?.vote(run(1), ['entry-1'], message);
    expect(await phone?.vote(run(1), ['entry-1'], message)).toEqual(first);
    expect(await phone?.vote(run(1), ['entry-2'], message)).toMatchObject({ code: 'vote.already-cast' });
    expect(await thief?.vote(run(1), ['entry-1'], message)).toMatchObject({ code: 'vote.already-cast' });
    expect(await closeAndCount(day)).toMatchObject({ ballots: 1 });
    // An answer that got lost before the close is still to be had.
    expect(await phone?.vote(run(1), ['entry-1'], message)).toEqual(first);
  });

  it('with an edited cookie, none, or guessed codes is refused and recorded, and guessing soon has to wait', async () => {
    const day = await pollingDay(keep);
    await openPoll(day);
    const [code = ''] = day.codes;
    const cookie = await phoneCookie(day.hall);
    const edited = cookie.replace(/=(.)/, (_all, letter: string) => `=${letter === 'A' ? 'B' : 'A'}`);
    for (const wrong of [edited, cookie.split('.')[0] ?? '', 'lf_phone=AAAA.AAAA', '']) {
      const phone = keep(await Phone.open(day.hall, wrong || 'none=1'));
      expect(await phone.vote(run(1), ['entry-1'], { code })).toMatchObject({ code: 'vote.device-unknown' });
    }
    const guesser = keep(await Phone.open(day.hall));
    const guesses: VoteAnswer[] = [];
    for (const letter of 'ABCDEF') guesses.push(await guesser.vote(run(1), ['entry-1'], { code: letter.repeat(10) }));
    expect(refusalsOf(guesses)).toEqual([
      'vote.code-unknown',
      'vote.code-unknown',
      ...Array.from({ length: 4 }, () => 'vote.too-many-tries'),
    ]);
    expect(await closeAndCount(day)).toMatchObject({ ballots: 0, rejected: { unknown: 6 } });
  });

  it('over the server’s own port is not possible', async () => {
    const day = await pollingDay(keep);
    await openPoll(day);
    const message = { opId: newVoteId(), run: run(1), choice: ['entry-1'], code: day.codes[0] };
    await expect(day.operator.socket.timeout(300).emitWithAck('vote', message)).rejects.toThrow();
    expect((await day.desk.post('/vote', message)).status).toBe(404);
    const phone = keep(new Phone(day.server.url));
    await until('a phone is refused there', () => phone.refusedBy !== null);
    expect(await closeAndCount(day)).toMatchObject({ ballots: 0 });
  });

  it('cannot be made up by the operator: what the server alone writes is refused', async () => {
    const day = await pollingDay(keep);
    await openPoll(day);
    const digest = 'a'.repeat(64);
    const rows = [1, 2, 3].map((number) => ({ option: `entry-${number}`, votes: 0, points: 0 }));
    const rejected = { repeated: 0, late: 0, unknown: 0, revoked: 0 };
    for (const command of [
      { type: 'ballots.issue', kind: 'codes', count: 9, commitment: digest },
      { type: 'poll.expire', run: run(1) },
      { type: 'poll.seal', run: run(1), ballots: 0, rows, rejected, digest },
    ] as const) {
      const no = { ok: false, code: 'command.malformed' };
      expect(await day.operator.send(command)).toMatchObject(no);
      expect(await (await day.desk.post('/api/command', { opId: newOpId(), command })).json()).toMatchObject(no);
    }
  });
});

interface Told {
  readonly answers: readonly VoteAnswer[];
}

/** What is acknowledged is counted, and nothing else. */
async function expectSame(day: PollingDay, { answers }: Told): Promise<void> {
  await until('the votes are counted', () => countOf(day) !== null);
  const result = countOf(day)?.result;
  expect(result?.ballots).toBe(stored(answers));
  const receipts = answers.flatMap((answer) => (answer.ok ? [voteLeaf(answer.receipt, answer.choice)] : []));
  expect(refusalsOf(answers).filter((code) => code !== 'vote.too-late')).toEqual([]);
  const leaves = receipts.sort((a, b) => Buffer.compare(a, b));
  expect(merkleRoot(leaves).toString('hex')).toBe(result?.digest);
}

describe('votes in flight', () => {
  const manyVoters = async () => {
    const day = await pollingDay(keep, {}, 60);
    await openPoll(day);
    const voters = await phones(day, keep, 30);
    await Promise.all(voters.map((phone) => sees(phone, 'open')));
    /** Two ballots from every phone, one after the other. */
    const voteAll = () =>
      Promise.all(
        voters.map(async (phone, at) => {
          const choice = [`entry-${(at % 3) + 1}`];
          const first = await phone.voteUntilAnswered(run(1), choice, { code: day.codes[at] ?? '' });
          const second = await phone.voteUntilAnswered(run(1), choice, { code: day.codes[at + 30] ?? '' });
          return [first, second];
        }),
      ).then((answers) => answers.flat());
    return { day, voters, voteAll };
  };

  it('when the poll is closed are in the tally with a receipt, or told that they were too late', async () => {
    const { day, voters, voteAll } = await manyVoters();
    const voting = voteAll();
    await closePoll(day);
    const answers = await voting;
    await until('the votes are counted', () => countOf(day) !== null);
    const [straggler] = voters;
    const late = await straggler?.vote(run(1), ['entry-1'], { code: day.codes[59] ?? '' });
    expect(late).toMatchObject({ ok: false });
    await expectSame(day, { answers });
  });

  it('when the hall is killed are counted when they were acknowledged, and taken when they are sent again', async () => {
    const { day, voteAll } = await manyVoters();
    const voting = voteAll();
    process.kill(day.server.hallPids().at(-1) ?? 0, 'SIGKILL');
    const answers = await voting;
    expect(stored(answers)).toBe(60);
    await closePoll(day);
    await expectSame(day, { answers });
  });

  it('when the hall is killed while the poll is being closed are counted or told', async () => {
    const { day, voteAll } = await manyVoters();
    const voting = voteAll();
    await closePoll(day);
    process.kill(day.server.hallPids().at(-1) ?? 0, 'SIGKILL');
    await expectSame(day, { answers: await voting });
  });

  it('when the whole server is killed while the poll is being closed are counted or told', async () => {
    const { day, voteAll } = await manyVoters();
    const voting = voteAll();
    await closePoll(day);
    const { port } = new URL(day.server.url);
    await day.server.kill('SIGKILL');
    const hallPort = new URL(day.hall).port;
    const again = await new ServerProgram(day.server.folder, ['--port', port, '--hall-port', hallPort]).ready();
    const operator = keep((await again.device().join(again.operatorCode)).connect('operator'));
    await until('the desk has a view', () => operator.messages.length > 0);
    await expectSame({ ...day, operator }, { answers: await voting });
  });
});

describe('what is told of the count', () => {
  const votesOn = ({ socket }: Line<'screen' | 'operator'>) => {
    const seen: (readonly LiveVotes[])[] = [];
    socket.on('votes', (votes: readonly LiveVotes[]) => seen.push(votes));
    return seen;
  };

  const screenOf = async (day: PollingDay) => {
    const device = day.server.device();
    await device.post('/api/join/screen');
    const screen = keep(device.connect('screen'));
    await until('the screen is known', () => screen.screen !== null);
    await until('the desk sees the screen', () => (day.operator.presence?.screens.length ?? 0) > 0);
    const [present] = day.operator.presence?.screens ?? [];
    await day.operator.tell({ type: 'screen.pair', screen: present?.screen as ScreenId, name: '示例大屏' });
    await until('the screen has a view', () => screen.messages.length > 0);
    return screen;
  };

  it('is nothing at all before the reveal, to phones and screens, where the organiser shows nothing', async () => {
    const day = await pollingDay(keep);
    const screen = await screenOf(day);
    const seen = votesOn(day.operator);
    await openPoll(day);
    await day.operator.tell({ type: 'scene.show', scene: { kind: 'vote', run: run(1) } });
    const voters = await phones(day, keep, 7);
    await Promise.all(voters.map((phone, at) => phone.vote(run(1), ['entry-3'], { code: day.codes[at] ?? '' })));
    await until('the desk knows how many', () => seen.at(-1)?.[0]?.ballots === 7);
    expect(seen.flat().every(({ rows }) => rows === null)).toBe(true);
    await closeAndCount(day);
    await Promise.all(voters.map((phone) => sees(phone, 'counted')));
    await until('the screen sees the close', () => screen.bytes.includes('"counted"'));
    const unseen = /"ballots":7|"votes":|"points":|"bar":|"digest":"/;
    for (const { bytes } of [...voters, screen]) expect(bytes).not.toMatch(unseen);
    expect((await fetch(`${day.hall}/receipts/run-1`)).status).toBe(404);

    await day.operator.tell({ type: 'poll.reveal', run: run(1) });
    await until('phones have the result', () => voters.every(({ view }) => view?.polls[0]?.result?.ballots === 7));
  });

  it('is what comes in, to those who come late as well, where the organiser shows the bars', async () => {
    const day = await pollingDay(keep, { whileOpen: 'bars' });
    await openPoll(day);
    const screen = await screenOf(day);
    const seen = votesOn(screen);
    const voters = await phones(day, keep, 3);
    await Promise.all(voters.map((phone, at) => phone.vote(run(1), ['entry-2'], { code: day.codes[at] ?? '' })));
    const isThere = (votes: readonly LiveVotes[] | undefined) =>
      votes?.[0]?.ballots === 3 && votes[0].rows?.[0]?.option === 'entry-2' && votes[0].rows[0].votes === 3;
    await until('the screen has the bars', () => isThere(seen.at(-1)));
    await until('the phones have them', () => voters.every(({ votes }) => isThere(votes)));
    const late = keep(await Phone.open(day.hall));
    await until('a phone that comes late has them', () => isThere(late.votes));
    const lateDesk = keep(day.desk.connect('operator'));
    const atDesk = votesOn(lateDesk);
    await until('a console that comes late has them', () => isThere(atDesk.at(-1)));
  });

  it('can be checked by everybody once it has been shown', async () => {
    const day = await pollingDay(keep);
    await openPoll(day);
    const voters = await phones(day, keep, 5);
    const answers = await Promise.all(
      voters.map((phone, at) => phone.vote(run(1), ['entry-1'], { code: day.codes[at] ?? '' })),
    );
    const result = await closeAndCount(day);
    await day.operator.tell({ type: 'poll.reveal', run: run(1) });
    await until('the list is there', () => voters.every(({ view }) => view?.polls[0]?.result !== null));
    const page = await (await fetch(`${day.hall}/receipts/run-1`)).text();
    const [format, about, ballots, digest, ...leaves] = page.trim().split('\n');
    expect([format, about, ballots]).toEqual(['liangfen-receipts/1', 'run run-1', 'ballots 5']);
    expect(digest).toBe(`digest ${result?.digest}`);
    for (const answer of answers) {
      if (!answer.ok) throw new Error(answer.code);
      const leaf = createHash('sha256')
        .update(`\0${answer.receipt}\n${JSON.stringify(answer.choice)}`)
        .digest('hex');
      expect(leaves).toContain(leaf);
    }
    expect(merkleRoot(leaves.map((leaf) => Buffer.from(leaf, 'hex'))).toString('hex')).toBe(result?.digest);
  });
});

describe('the time of a poll', () => {
  it('closes it by itself, and at once after a start that comes too late', async () => {
    const day = await pollingDay(keep, { ballots: 'device', timeAllowedSec: 5 }, 0);
    await openPoll(day);
    const [phone] = await phones(day, keep, 1);
    await phone?.vote(run(1), ['entry-1']);
    await until('it is counted', () => countOf(day) !== null);
    expect(countOf(day)).toMatchObject({ result: { ballots: 1 } });

    await day.operator.tell(
      { type: 'poll.void', run: run(1), reason: '示例：重新投票' },
      { type: 'poll.open', poll: pollId },
    );
    const { port } = new URL(day.server.url);
    const second = (operator: Line<'operator'>) => operator.view.polls[0]?.runs.find(({ run: id }) => id === run(2));
    await until('the second run is open', () => second(day.operator)?.status === 'open');
    const closesAt = second(day.operator)?.closesAt ?? 0;
    await day.server.kill('SIGKILL');
    await until('its time is over', () => Date.now() > closesAt);
    const again = await new ServerProgram(day.server.folder, ['--port', port]).ready();
    const operator = keep((await again.device().join(again.operatorCode)).connect('operator'));
    await until(
      'it is counted after the start',
      () => operator.messages.length > 0 && second(operator)?.status === 'counted',
    );
  });
});

describe('ballot cards', () => {
  const cards = async (day: PollingDay) => (await (await day.desk.fetch('/api/ballots/cards')).json()) as BallotSheets;

  it('can be printed again after a restart, with the names of a roster', async () => {
    const day = await pollingDay(keep, {}, 3);
    const names = ['示例观众 1', '示例观众 2'];
    const opId = newOpId();
    for (let times = 0; times < 2; times += 1)
      expect(await (await day.desk.post('/api/ballots', { kind: 'roster', names, opId })).json()).toMatchObject({
        ok: true,
      });
    await day.operator.tell({ type: 'ballots.revoke', numbers: [2], reason: '示例：投票卡丢失' });
    const before = await cards(day);
    expect(before.address).toBe(day.hall);
    expect(before.sheets).toMatchObject([
      { batch: 1, kind: 'codes', from: 1, count: 3 },
      { batch: 2, kind: 'roster', from: 4, count: 2 },
    ]);
    const all = before.sheets.flatMap((sheet) => sheet.cards);
    expect(all.map(({ number, name, isRevoked }) => [number, name, isRevoked])).toEqual([
      [1, null, false],
      [2, null, true],
      [3, null, false],
      [4, '示例观众 1', false],
      [5, '示例观众 2', false],
    ]);
    expect(new Set(all.map(({ code }) => code)).size).toBe(5);
    for (const { code } of all) expect(code).toMatch(/^[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$/);

    const { port } = new URL(day.server.url);
    await day.server.kill('SIGKILL');
    await new ServerProgram(day.server.folder, ['--port', port]).ready();
    expect((await cards(day)).sheets).toEqual(before.sheets);
  });

  it('are not there when the batch was refused, and are nobody else’s to see', async () => {
    const day = await pollingDay(keep, {}, 3);
    await openPoll(day);
    const answer: unknown = await (await day.desk.post('/api/ballots', { kind: 'codes', count: 9 })).json();
    expect(answer).toMatchObject({ ok: false, code: 'poll.already-open' });
    expect((await cards(day)).sheets).toHaveLength(1);
    const stranger = day.server.device();
    expect((await stranger.fetch('/api/ballots/cards')).status).toBe(401);
    expect((await stranger.post('/api/ballots', { kind: 'codes', count: 9 })).status).toBe(401);
    expect((await day.desk.post('/api/ballots', { kind: 'codes', count: 0 })).status).toBe(400);
    expect(day.operator.bytes).not.toContain(day.codes[0]);
  });
});
