// The three pointers, each moved by its own command; scenes, undo and the timer.
import { expect } from 'vitest';
import { decimal, entryId, exampleEvent, seatId } from '#tests/kit/example-event.ts';
import { allIn, ceremony, closed, live, nothing, oneIn, onStage, open, type Case } from '#tests/kit/given.ts';
import { startedFinal } from '#tests/kit/final.ts';

const reason = '示例原因';
const [one, two] = [entryId(1), entryId(2)];
const unknown = entryId(9);
const withdrawn = () => live().run({ type: 'entry.remove', entry: one, as: 'withdrawn', reason });
const timed = () => onStage().run({ type: 'timer.start', kind: 'presentation', entry: one });

export const programme: readonly Case[] = [
  {
    title: '[R-STAGE] an entry is called to the stage',
    given: live,
    when: { type: 'stage.call', entry: two },
    then: ['stage.called'],
  },
  {
    title: '[R-STAGE] with its picture in the same step',
    given: live,
    when: { type: 'stage.call', entry: two, show: { kind: 'entry-card', entry: two } },
    then: ['stage.called', 'scene.shown'],
  },
  {
    title: '[R-STAGE] whoever was there has finished, and the time stops',
    given: timed,
    when: { type: 'stage.call', entry: two },
    then: ['stage.called', 'timer.stopped'],
    and: (final) => {
      expect(final.life(1)).toMatchObject({ status: 'done', presentationMs: 1000, scoring: 'not-opened' });
      expect(final.state.stageEntry).toBe(two);
    },
  },
  {
    title: '[R-STAGE] not before the event begins',
    given: () => nothing().run({ type: 'event.define', definition: exampleEvent() }),
    when: { type: 'stage.call', entry: one },
    then: 'event.not-live',
  },
  {
    title: '[R-STAGE] no unknown entry',
    given: live,
    when: { type: 'stage.call', entry: unknown },
    then: 'entry.unknown',
  },
  {
    title: '[R-STAGE] nobody who has left',
    given: withdrawn,
    when: { type: 'stage.call', entry: one },
    then: 'entry.removed',
  },
  {
    title: '[R-STAGE] nobody who is there',
    given: onStage,
    when: { type: 'stage.call', entry: one },
    then: 'entry.on-stage',
  },
  {
    title: '[R-STAGE] nobody once the result is frozen',
    given: ceremony,
    when: { type: 'stage.call', entry: one },
    then: 'result.frozen',
  },
  {
    title: '[R-SCENE] no timer can be shown that the same step stops',
    given: timed,
    when: { type: 'stage.call', entry: two, show: { kind: 'timer' } },
    then: 'scene.unavailable',
  },
  { title: '[R-STAGE] the stage is cleared', given: onStage, when: { type: 'stage.clear' }, then: ['stage.cleared'] },
  { title: '[R-STAGE] not an empty one', given: live, when: { type: 'stage.clear' }, then: 'stage.empty' },

  {
    title: '[R-OPEN] scoring opens for the entry on stage, with the picture of it',
    given: onStage,
    when: { type: 'scoring.open', entries: [one], show: { kind: 'progress', entry: one } },
    then: ['scoring.opened', 'scene.shown'],
  },
  {
    title: '[R-OPEN] for several at once, while another is on stage',
    given: () => onStage().run({ type: 'stage.call', entry: two }),
    when: { type: 'scoring.open', entries: [one, two, one] },
    then: ['scoring.opened'],
    and: (final) =>
      expect([final.life(1).scoring, final.life(2).scoring, final.life(3).scoring]).toEqual([
        'open',
        'open',
        'not-opened',
      ]),
  },
  {
    title: '[R-OPEN] stops the entry’s time',
    given: timed,
    when: { type: 'scoring.open', entries: [one] },
    then: ['scoring.opened', 'timer.stopped'],
  },
  {
    title: '[R-OPEN] not for one that waits',
    given: live,
    when: { type: 'scoring.open', entries: [one] },
    then: 'scoring.not-presented',
  },
  {
    title: '[R-OPEN] not twice',
    given: open,
    when: { type: 'scoring.open', entries: [one] },
    then: 'scoring.already-open',
  },
  {
    title: '[R-OPEN] not for one that has left',
    given: withdrawn,
    when: { type: 'scoring.open', entries: [one] },
    then: 'entry.removed',
  },
  {
    title: '[R-OPEN] not for an unknown one',
    given: live,
    when: { type: 'scoring.open', entries: [unknown] },
    then: 'entry.unknown',
  },
  {
    title: '[R-COMPLETE] scoring closes when all are in',
    given: allIn,
    when: { type: 'scoring.close', entry: one, show: { kind: 'score', entry: one } },
    then: ['scoring.closed', 'scene.shown'],
  },
  {
    title: '[R-COMPLETE] not while a judge is outstanding',
    given: oneIn,
    when: { type: 'scoring.close', entry: one },
    then: 'scoring.sheets-missing',
  },
  {
    title: '[R-COMPLETE] not when nobody has scored',
    given: () =>
      open().run(
        { type: 'sheet.mark-absent', seat: seatId(1), entries: [one], reason },
        { type: 'sheet.recuse', seat: seatId(2), entries: [one], reason },
      ),
    when: { type: 'scoring.close', entry: one },
    then: 'result.incomplete',
  },
  {
    title: '[R-COMPLETE] not what is not open',
    given: onStage,
    when: { type: 'scoring.close', entry: one },
    then: 'scoring.not-open',
  },
  {
    title: '[R-REOPEN] closed scoring is opened again with a reason',
    given: closed,
    when: { type: 'scoring.reopen', entry: one, reason },
    then: ['scoring.reopened'],
  },
  {
    title: '[R-REOPEN] not what is open',
    given: open,
    when: { type: 'scoring.reopen', entry: one, reason },
    then: 'scoring.not-closed',
  },
  {
    title: '[R-REOPEN] not what the hall has seen',
    given: () => closed().run({ type: 'result.reveal', entry: one }),
    when: { type: 'scoring.reopen', entry: one, reason },
    then: 'entry.revealed',
  },

  {
    title: '[R-SCENE] a scene is shown',
    given: live,
    when: { type: 'scene.show', scene: { kind: 'judges' } },
    then: ['scene.shown'],
  },
  {
    title: '[R-SCENE] not one that has nothing to show',
    given: live,
    when: { type: 'scene.show', scene: { kind: 'final' } },
    then: 'scene.unavailable',
  },
  {
    title: '[R-SCENE] a scene is prepared unseen',
    given: live,
    when: { type: 'scene.preview', scene: { kind: 'opening' } },
    then: ['scene.previewed'],
    and: ({ state }) => expect(state.scene.kind).toBe('idle'),
  },
  {
    title: '[R-SCENE] and taken',
    given: () => live().run({ type: 'scene.preview', scene: { kind: 'opening' } }),
    when: { type: 'scene.take' },
    then: ['scene.shown'],
    and: ({ state }) => expect(state.preview).toBeNull(),
  },
  {
    title: '[R-SCENE] not from an empty preview',
    given: live,
    when: { type: 'scene.take' },
    then: 'scene.nothing-previewed',
  },
  {
    title: '[R-SCENE] a scene that loses its contents gives way to the safe one',
    given: () => open().run({ type: 'scene.show', scene: { kind: 'progress', entry: one } }),
    when: { type: 'entry.remove', entry: one, as: 'disqualified', reason },
    then: ['entry.removed'],
    and: ({ state }) => expect(state.scene).toEqual({ kind: 'idle' }),
  },

  {
    title: '[R-UNDO] one press takes back one press, also one that moved two pointers',
    given: () => timed().run({ type: 'stage.call', entry: two, show: { kind: 'entry-card', entry: two } }),
    when: { type: 'pointer.undo' },
    then: ['pointer.undone'],
    and: (final) => {
      expect(final.state).toMatchObject({ stageEntry: one, scene: { kind: 'idle' }, timer: { entry: one } });
      expect([final.life(1).status, final.life(2).status]).toEqual(['on-stage', 'waiting']);
    },
  },
  {
    title: '[R-UNDO] taking back a scene leaves the time alone',
    given: () => timed().run({ type: 'scene.show', scene: { kind: 'pause' } }, { type: 'timer.correct', deltaSec: 30 }),
    when: { type: 'pointer.undo' },
    then: ['pointer.undone'],
    and: ({ state }) => expect(state).toMatchObject({ scene: { kind: 'idle' }, timer: { usedMs: -30_000 } }),
  },
  { title: '[R-UNDO] not when there is nothing', given: live, when: { type: 'pointer.undo' }, then: 'undo.nothing' },
  {
    title: '[R-UNDO] not an opening that a judge has answered',
    given: oneIn,
    when: { type: 'pointer.undo' },
    then: 'undo.submitted',
  },
  {
    title: '[R-UNDO] not what the hall has learned',
    given: () => closed().run({ type: 'result.reveal', entry: one }),
    when: { type: 'pointer.undo' },
    then: 'undo.nothing',
  },

  {
    title: '[R-TIMER] a segment’s time starts by hand',
    given: onStage,
    when: { type: 'timer.start', kind: 'presentation', entry: one, show: { kind: 'timer' } },
    then: ['timer.started', 'scene.shown'],
  },
  {
    title: '[R-TIMER] a running one is stopped first',
    given: timed,
    when: { type: 'timer.start', kind: 'presentation', entry: one },
    then: ['timer.stopped', 'timer.started'],
  },
  {
    title: '[R-TIMER] not one the event does not have',
    given: onStage,
    when: { type: 'timer.start', kind: 'questions', entry: one },
    then: 'timer.no-segment',
  },
  {
    title: '[R-TIMER] not for an unknown entry',
    given: onStage,
    when: { type: 'timer.start', kind: 'presentation', entry: unknown },
    then: 'entry.unknown',
  },
  {
    title: '[R-TIMER] not for one that has left',
    given: withdrawn,
    when: { type: 'timer.start', kind: 'presentation', entry: one },
    then: 'entry.removed',
  },
  {
    title: '[R-TIMER] is paused',
    given: timed,
    when: { type: 'timer.pause' },
    then: ['timer.paused'],
    and: ({ state }) => expect(state.timer).toMatchObject({ usedMs: 1000, runningSince: null }),
  },
  {
    title: '[R-TIMER] not when it stands',
    given: () => timed().run({ type: 'timer.pause' }),
    when: { type: 'timer.pause' },
    then: 'timer.not-running',
  },
  {
    title: '[R-TIMER] goes on',
    given: () => timed().run({ type: 'timer.pause' }),
    when: { type: 'timer.resume' },
    then: ['timer.resumed'],
  },
  { title: '[R-TIMER] not when it runs', given: timed, when: { type: 'timer.resume' }, then: 'timer.not-paused' },
  { title: '[R-TIMER] not when there is none', given: live, when: { type: 'timer.resume' }, then: 'timer.none' },
  {
    title: '[R-TIMER] more time is less time used',
    given: timed,
    when: { type: 'timer.correct', deltaSec: 20 },
    then: ['timer.corrected'],
    and: ({ state }) => expect(state.timer?.usedMs).toBe(-20_000),
  },
  {
    title: '[R-TIMER] stopping keeps the time of the presentation',
    given: timed,
    when: { type: 'timer.stop' },
    then: ['timer.stopped'],
    and: (final) => expect(final.life(1).presentationMs).toBe(1000),
  },
  {
    title: '[R-TIMER] running out decides nothing',
    given: () =>
      startedFinal(exampleEvent({ judges: 1 })).run(
        { type: 'stage.call', entry: one },
        { type: 'timer.start', kind: 'presentation', entry: one },
        { type: 'timer.correct', deltaSec: -3600 },
        { type: 'scoring.open', entries: [one] },
      ),
    by: { role: 'judge', seat: seatId(1) },
    when: {
      type: 'score.submit',
      entry: one,
      baseVersion: 0,
      marks: [{ criterion: 'item-1' as never, mark: decimal('7') }],
      remark: '',
    },
    then: ['score.submitted'],
  },
];
