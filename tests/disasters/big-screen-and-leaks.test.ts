// Screens that showed the wrong thing, or the right thing too early, at events run elsewhere, played here.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { EventDefinition } from '#domain/definition.ts';
import type { Command } from '#domain/commands.ts';
import { audience } from '#domain/roles/audience.ts';
import { screen as screenRole } from '#domain/roles/screen.ts';
import type { SceneView } from '#domain/stage-view.ts';
import { entryId, exampleEvent, seatId } from '#tests/kit/example-event.ts';
import { judge, operator, startedFinal, type Final } from '#tests/kit/final.ts';
import { until } from '#tests/kit/server.ts';
import { keep, openHall, paper, reason, sheet } from './kit/hall.ts';

/** Who stands beside which score, wherever the scene puts them. */
function pairsOn(scene: SceneView): readonly (readonly [string, string | null])[] {
  switch (scene.kind) {
    case 'score':
      return scene.revealed === null ? [] : [[scene.entry.id, scene.revealed.score]];
    case 'ranking':
    case 'final':
      return scene.rows.map(({ entry, score }) => [entry.id, score]);
    case 'ceremony':
      return scene.steps.flatMap((step) => (step.isUnveiled ? [[step.entry.id, step.score] as const] : []));
    default:
      return [];
  }
}

/** Source files below a folder. */
const sources = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((file) => file.isFile() && /\.(ts|svelte)$/.test(file.name))
    .map((file) => join(file.parentPath, file.name));

describe('the big screen', () => {
  // The score was right, the winner beside it was the other one; sides were swapped.
  it('never puts a score beside another entry than the journal does, from the first reveal to the final ranking', async () => {
    const hall = await openHall(exampleEvent({ entries: 4, judges: 1, cutLine: 3 }));
    const wall = await hall.screen('主屏');
    const given = ['71.23', '94.56', '88.01', '79.9'];
    const wrong: unknown[] = [];
    const seen = new Set<string>();
    const truth = new Map(given.map((mark, index) => [entryId(index + 1) as string, mark.padEnd(5, '0')]));
    const look = async () => {
      await until('the wall is up to date', () => (wall.messages.at(-1)?.seq ?? 0) >= hall.server.event.seq);
      for (const [entry, score] of pairsOn(wall.view.scene)) {
        seen.add(`${wall.view.scene.kind} ${entry}`);
        if (truth.get(entry) !== score) wrong.push([wall.view.scene.kind, entry, score]);
      }
    };
    for (const [index, mark] of given.entries()) {
      await hall.finish(index + 1, [mark]);
      await hall.reveal(index + 1);
      await look();
      await hall.run({ type: 'scene.show', scene: { kind: 'ranking', page: 0 } });
      await look();
    }
    await hall.run({ type: 'ceremony.begin', show: { kind: 'ceremony' } });
    for (let place = 0; place < 3; place += 1) {
      await hall.run({ type: 'ceremony.unveil' });
      await look();
    }
    await hall.run({ type: 'result.publish', show: { kind: 'final' } });
    await look();
    expect(wrong).toEqual([]);
    expect(seen.size).toBe(4 + 4 + 3 + 3);
    expect(wall.view.scene).toMatchObject({ kind: 'final', rows: [{ rank: 1, entry: { id: entryId(2) } }, {}, {}] });
  });

  it('never computes a result: of the rulebook it may use words, types and the clock only', () => {
    const allowed = new Set(['#domain/timer.ts', '#domain/wording/time-reason.ts', '#domain/definition-problems.ts']);
    const used = sources('display-client').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^\s*import (?!type )[^;]*?from '(#(?:domain|server|db)[^']*)'/gm)]
        .filter(([, from]) => !allowed.has(from ?? ''))
        .map(([, from]) => `${file}: ${from}`),
    );
    expect(sources('display-client').length).toBeGreaterThan(30);
    expect(used).toEqual([]);
  });
});

describe('a score', () => {
  // A second display showed the final scores first and was covered with a blanket; the winners were read off the
  // scorekeeper's screen.
  it('is never anywhere in the hall before its reveal: not on a second screen, an unnamed one, at the host or at the console while judges score', async () => {
    const hall = await openHall(exampleEvent({ entries: 2, judges: 2 }));
    const [wall, side, host] = [await hall.screen('主屏'), await hall.screen('侧屏'), await hall.cue()];
    const unnamed = hall.server.device();
    await unnamed.post('/api/join/screen');
    const stranger = keep(unnamed.connect('screen'));
    await until('the unnamed screen has its code', () => stranger.screen !== null);
    await hall.run({ type: 'stage.call', entry: entryId(1) });
    await hall.run({ type: 'scoring.open', entries: [entryId(1)], show: { kind: 'progress', entry: entryId(1) } });
    await hall.submit(1, 1, '71.23');
    await hall.submit(2, 1, '83.47');
    expect(hall.operator.bytes).not.toMatch(/71\.23|83\.47|77\.35/);
    await hall.run({ type: 'scoring.close', entry: entryId(1), show: { kind: 'score', entry: entryId(1) } });
    await Promise.all([wall, side, host, stranger, ...hall.judges].map((line) => line.settle()));
    for (const line of [wall, side, host, stranger, hall.judge(2)]) expect(line.bytes).not.toMatch(/71\.23|77\.35/);
    expect(JSON.stringify(audience.view(hall.server.event.state))).not.toContain('77.35');
    await hall.reveal(1);
    await until('both screens and the host have it', () =>
      [wall, side, host].every((line) => line.bytes.includes('77.35')),
    );
    // In the same step: no screen had it in an earlier view than the other.
    const first = [wall, side, host].map(
      (line) => line.messages.find((message) => JSON.stringify(message).includes('77.35'))?.seq,
    );
    expect(new Set(first).size).toBe(1);
    expect(stranger.messages).toEqual([]);
  });

  // The reversal of a decision was on the board before the announcer could say it.
  it('that is put right never reaches the hall before the operator shows it, with its reason', async () => {
    const hall = await openHall(exampleEvent({ entries: 2, judges: 1 }));
    const [wall, host] = [await hall.screen('主屏'), await hall.cue()];
    await hall.finish(1, ['70']);
    await hall.reveal(1);
    await hall.finish(2, ['65.5']);
    await hall.reveal(2);
    await hall.run({ type: 'scene.show', scene: { kind: 'ranking', page: 0 } });
    await hall.run({ type: 'result.correct', entry: entryId(2), reason: '评分录入有误' }, paper(1, 2, '81.37', 1));
    await Promise.all([wall, host].map((line) => line.settle()));
    const onWall = () => pairsOn(wall.view.scene);
    // Taken off at once, and neither the old nor the new place is anywhere until it is shown again.
    expect(onWall()).toEqual([[entryId(1), '70.00']]);
    for (const line of [wall, host]) expect(line.bytes).not.toContain('81.37');
    await hall.reveal(2);
    await until('the hall is told', () => wall.bytes.includes('81.37') && host.bytes.includes('81.37'));
    expect(wall.view.scene).toMatchObject({
      kind: 'score',
      revealed: { score: '81.37', version: 2, correctionReason: '评分录入有误', rank: 1 },
    });
  });
});

describe('the ceremony', () => {
  const unveilAll = (final: Final) => {
    final.run({ type: 'ceremony.begin', show: { kind: 'ceremony' } });
    const steps = final.state.ceremony?.steps.length ?? 0;
    for (let step = 0; step < steps; step += 1) final.run({ type: 'ceremony.unveil' });
    return screenRole.view(final.state).scene;
  };
  const scored = (definition: EventDefinition, marks: readonly string[], ...then: readonly Command[]) => {
    const final = startedFinal(definition);
    marks.forEach((mark, index) => final.finish(index + 1, [mark]));
    return final.run(...then);
  };
  const event = (entries: number, cutLine?: number) =>
    exampleEvent({ entries, judges: 1, ...(cutLine === undefined ? {} : { cutLine }) }, { tieBreakers: [] });

  // The tool hung in the middle of the award ceremony, or could not show the winner.
  it('never begins with a place it cannot unveil: it comes to the winner in every field, and stays shut before that', () => {
    const fields: Readonly<Record<string, Final>> = {
      'one entry': scored(event(1), ['80']),
      'all equal': scored(event(4), ['80', '80', '80', '80']),
      'a shared first place': scored(event(4), ['80', '90', '90', '70']),
      'a tie across the line': scored(event(5, 2), ['80', '90', '80', '70', '60']),
      'a winner who withdrew': scored(event(3), ['80', '95', '70'], {
        type: 'entry.remove',
        entry: entryId(2),
        as: 'withdrawn',
        reason,
      }),
      'sixty entries': scored(
        event(60),
        Array.from({ length: 60 }, (_, index) => `${40 + ((index * 7) % 59)}`),
      ),
    };
    for (const [field, final] of Object.entries(fields)) {
      const scene = unveilAll(final);
      if (scene.kind !== 'ceremony') throw new Error(`${field}: the hall does not see the ceremony`);
      expect(
        scene.steps.every((step) => step.isUnveiled),
        field,
      ).toBe(true);
      expect(scene.steps.filter(({ rank }) => rank === 1).length, field).toBeGreaterThan(0);
      final.run({ type: 'result.publish', show: { kind: 'final' } });
      const last = screenRole.view(final.state).scene;
      expect(last.kind === 'final' ? last.rows[0]?.rank : null, field).toBe(1);
    }
    // What would make it stop half-way stops it before it begins.
    const shut: readonly (readonly [Final, string])[] = [
      [startedFinal(event(2)).finish(1, ['80']), 'result.incomplete'],
      [scored(exampleEvent({ entries: 3, judges: 1, cutLine: 1 }), ['80', '80', '70']), 'tie.undecided'],
      [
        startedFinal(exampleEvent({ entries: 1, judges: 2 }))
          .play(1, ['80'])
          .run({ type: 'sheet.mark-absent', seat: seatId(2), entries: [entryId(1)], reason })
          .run({ type: 'scoring.close', entry: entryId(1) })
          .tell(judge(2), sheet(1, '90')),
        'held.undecided',
      ],
    ];
    for (const [final, why] of shut) expect(final.ask(operator, { type: 'ceremony.begin' })).toBe(why);
  });
});
