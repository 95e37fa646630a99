// Laws of the programme: from every moment the console's next action leads on to the end, what it offers is never refused,
// and a pointer that was moved can be moved back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommandType } from '#domain/commands.ts';
import { nextStep } from '#domain/next-step.ts';
import { isScenePossible } from '#domain/scene-possible.ts';
import type { FinalState } from '#domain/state.ts';
import { anyEvents, asked, rolls, tried } from '#tests/kit/arbitraries.ts';
import { operator, startedFinal } from '#tests/kit/final.ts';
import { playOut, tryCommands } from '#tests/kit/way-out.ts';

describe('the next action', () => {
  it('[R-NEXT] leads from every moment to the end of the event, and nothing it offers is refused', () => {
    fc.assert(
      fc.property(anyEvents, rolls(150), (event, list) => {
        const final = startedFinal(event);
        const tryOffers = () => {
          const [next, alternative] = nextStep(final.state);
          tryCommands(final, next.commands);
          tryCommands(final, alternative?.commands ?? []);
        };
        for (const roll of list) {
          tryOffers();
          final.ask(...asked(final.state, roll));
        }
        playOut(final, tryOffers);
        expect(final.state.phase).toBe('ended');
      }),
      tried(100),
    );
  });

  it('[R-NEXT] alone plays a whole event of every size', () => {
    fc.assert(
      fc.property(anyEvents, (event) => {
        const final = playOut(startedFinal(event));
        expect(final.state.isPublished).toBe(true);
      }),
      tried(60),
    );
  });
});

const moves: readonly CommandType[] = ['stage.call', 'stage.clear', 'scoring.open', 'scoring.close', 'scene.show'];

const pointers = (state: FinalState) => ({
  stage: state.stageEntry,
  timer: state.timer,
  lives: [...state.entries].map(([entry, { status, scoring, result }]) => ({ entry, status, scoring, result })),
  scene: isScenePossible(state, state.scene) ? state.scene : null,
});

describe('undo', () => {
  it('[R-UNDO] right after a move gives back the pointers, the timer and the scene', () => {
    fc.assert(
      fc.property(anyEvents, rolls(150), (event, list) => {
        const final = startedFinal(event);
        for (const roll of list) {
          const before = pointers(final.state);
          const [seat, command] = asked(final.state, roll);
          const refused = final.ask(seat, command);
          if (refused !== null || final.state.phase !== 'live' || !moves.includes(command.type)) continue;
          const back = final.fork();
          back.run({ type: 'pointer.undo' });
          const after = pointers(back.state);
          // Undoing a close takes back the check as well: it is for the operator to look again.
          const lives = command.type === 'scoring.close' ? after.lives : before.lives;
          expect({ ...after, lives: after.lives }, final.told()).toEqual({
            ...before,
            lives,
            scene: before.scene === null ? after.scene : before.scene,
          });
        }
      }),
      tried(60),
    );
  });

  it('[R-UNDO] never brings the programme where nothing can be done', () => {
    fc.assert(
      fc.property(anyEvents, rolls(120), fc.nat(30), (event, list, undos) => {
        const final = startedFinal(event);
        for (const roll of list) final.ask(...asked(final.state, roll));
        for (let count = 0; count < undos; count += 1) final.ask(operator, { type: 'pointer.undo' });
        expect(playOut(final).state.phase).toBe('ended');
      }),
      tried(40),
    );
  });
});
