// Laws of secrecy, over random finals: no seat's bytes hold a number it must not know, and, stronger, a mark that is not
// revealed changes no byte of anybody's view: neither by a place, an order, a count, a shared rank or a movement.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/commands.ts';
import { isShownToHall } from '#domain/entry-life.ts';
import { comparesField } from '#domain/event-rule/aggregate-traits.ts';
import type { EntryId, ScreenId } from '#domain/ids.ts';
import { judge as judgeRole } from '#domain/roles/judge.ts';
import { viewFor } from '#domain/roles/index.ts';
import type { Seat } from '#domain/seat.ts';
import type { FinalState } from '#domain/state.ts';
import { anyEvents, asked, events, eventsWithParts, rolls, tried } from '#tests/kit/arbitraries.ts';
import { decimal, operator, startedFinal, type Final } from '#tests/kit/final.ts';
import { follow } from '#tests/kit/way-out.ts';
import { found, secretsFrom } from '#tests/kit/secrets.ts';
import { nextStep } from '#domain/next-step.ts';

const publicSeats: readonly Seat[] = [
  { role: 'screen', screen: 'screen-0' as ScreenId },
  { role: 'cue' },
  { role: 'audience' },
];
const seatsOf = (state: FinalState): readonly Seat[] => [
  ...publicSeats,
  operator,
  ...(state.definition?.panel ?? []).map(({ seat }): Seat => ({ role: 'judge', seat })),
];
const bytes = (state: FinalState, seat: Seat) => JSON.stringify(viewFor(state, seat));

/** No two marks of a final are the same, none is a round number, and so none stands anywhere else. */
function markers(): () => string {
  let made = 0;
  return () => (20.01 + 0.02 * (made += 1)).toFixed(2);
}

/** Nor any two numbers of votes. */
function voteMarkers(): () => string {
  let made = 0;
  return () => String(700_001 + 13 * (made += 1));
}

/** Results that are numbers of their own: a number of places or votes would be found everywhere. */
const findable = fc.oneof(events, eventsWithParts(fc.constant(null)));

const nothingLeaks = (final: Final) => {
  for (const seat of seatsOf(final.state)) {
    const leaked = found(bytes(final.state, seat), secretsFrom(final.state, seat));
    if (leaked !== null)
      expect.fail(`${JSON.stringify(seat)} is told ${leaked}\n${bytes(final.state, seat)}\n${final.told()}`);
  }
};

describe('a number that is not revealed', () => {
  it('[R-SECRET] is in no view of a judge, a screen, the cue or a phone, and of the console only once scoring is closed', () => {
    fc.assert(
      fc.property(findable, rolls(150), (event, list) => {
        const final = startedFinal({ ...event, rules: { ...event.rules, decimals: 3 } });
        const marker = markers();
        const votes = voteMarkers();
        for (const roll of list) {
          if (final.ask(...asked(final.state, roll, { markOf: marker, figureOf: votes })) === null) nothingLeaks(final);
        }
        for (let steps = 0; steps < 150 && final.state.phase !== 'ended'; steps += 1) {
          follow(final, nextStep(final.state)[0], { markOf: marker, figureOf: votes });
          nothingLeaks(final);
        }
      }),
      tried(25),
    );
  });
});

const otherMarks: readonly string[] = ['80', '90', '70.25', '60', '100'];

/** The same command with other marks on that one entry. */
function withOtherMarks(command: Command, entry: EntryId, shift: number): Command {
  if (!('marks' in command) || command.entry !== entry) return command;
  const marks = command.marks.map((given, index) => ({
    ...given,
    mark: decimal(otherMarks[(otherMarks.indexOf(given.mark) + 1 + shift + index) % otherMarks.length] ?? '60'),
  }));
  return { ...command, marks };
}

/** A judge's view without the own numbers on that entry: those the judge may of course see. */
function withoutOwn(state: FinalState, seat: Seat, entry: EntryId): string {
  if (seat.role !== 'judge') return bytes(state, seat);
  const view = judgeRole.view(state, seat.seat);
  const sheets = view?.sheets.map((sheet) => (sheet.entry.id === entry ? { ...sheet, marks: [], total: null } : sheet));
  return JSON.stringify({ ...view, sheets });
}

/** What the ceremony has told so far, and whether another place follows: that much the host has to know. */
const told = ({ ceremony }: FinalState) =>
  JSON.stringify([ceremony?.steps.slice(0, ceremony.unveiled), ceremony?.unveiled === ceremony?.steps.length]);

/** Both have come to the same moment by the same acts, so that whatever differs in a view comes from the marks. */
function isSameMoment(one: Final, other: Final, entry: EntryId): boolean {
  const types = ({ journal }: Final) => journal.map(({ fact }) => fact.type).join();
  return (
    types(one) === types(other) &&
    told(one.state) === told(other.state) &&
    !one.state.isPublished &&
    one.state.entries.get(entry)?.revealVersion === 0
  );
}

/** Plays two finals that differ in one entry's marks alone, as long as the hall has not been told that entry's result. */
function compareTwins(event: Parameters<typeof startedFinal>[0], list: Parameters<typeof asked>[1][], shift: number) {
  const [one, other] = [startedFinal(event), startedFinal(event)];
  const entry = one.state.order[shift % one.state.order.length];
  if (entry === undefined) return;
  for (const roll of list) {
    const [seat, command] = asked(one.state, roll);
    const answers = [one.ask(seat, command), other.ask(seat, withOtherMarks(command, entry, shift))];
    if (answers[0] !== answers[1] || !isSameMoment(one, other, entry)) return;
    // Where entries are compared, any result shown rests on every entry's marks.
    if (comparesField(event) && one.state.order.some((known) => isShownToHall(one.state, known))) return;
    if (answers[0] !== null) continue;
    const isHiddenFromDesk = one.state.entries.get(entry)?.scoring === 'open';
    for (const known of seatsOf(one.state)) {
      if (known.role === 'operator' && !isHiddenFromDesk) continue;
      expect(withoutOwn(other.state, known, entry), one.told()).toBe(withoutOwn(one.state, known, entry));
    }
  }
}

describe('a mark that is not revealed', () => {
  it('[R-SECRET] changes no byte of any view but the own sheet', () => {
    fc.assert(
      fc.property(anyEvents, rolls(150), fc.nat(5), (event, list, shift) => compareTwins(event, list, shift)),
      tried(50),
    );
  });

  it('[R-SEALED] changes no byte while the ceremony still seals its place', () => {
    const whole = events.map((event) => ({
      ...event,
      rules: { ...event.rules, reveal: 'at-end' as const, checkBeforeReveal: false },
      awards: [],
      segments: [],
    }));
    fc.assert(
      fc.property(
        whole,
        fc.nat(5),
        fc.nat(5),
        fc.array(fc.nat(4), { minLength: 42, maxLength: 42 }),
        (event, shift, place, marks) => {
          const finals = [startedFinal(event), startedFinal(event)] as const;
          const entry = event.entries[place % event.entries.length]?.id;
          if (entry === undefined) return;
          finals.forEach((final, twin) =>
            event.entries.forEach(({ id }, number) => {
              final.run({ type: 'stage.call', entry: id }, { type: 'scoring.open', entries: [id] });
              event.panel.forEach((known, index) => {
                const mark = decimal(otherMarks[marks[number * 7 + index] ?? 0] ?? '60');
                const command: Command = {
                  type: 'score.submit',
                  entry: id,
                  baseVersion: 0,
                  marks: event.criteria.map((criterion) => ({ criterion: criterion.id, mark })),
                  remark: '',
                };
                final.ask(
                  { role: 'judge', seat: known.seat },
                  twin === 0 ? command : withOtherMarks(command, entry, shift),
                );
              });
              final.run({ type: 'scoring.close', entry: id });
            }),
          );
          const [one, other] = finals;
          const looks: readonly Command[] = [
            { type: 'ceremony.unveil' },
            { type: 'scene.show', scene: { kind: 'ranking', page: 0 } },
            { type: 'scene.show', scene: { kind: 'ceremony' } },
          ];
          const begin: Command = { type: 'ceremony.begin', show: { kind: 'ceremony' } };
          for (const command of [begin, ...event.entries.flatMap(() => looks)]) {
            const answers = [one.ask(operator, command), other.ask(operator, command)];
            if (answers[0] !== answers[1] || !isSameMoment(one, other, entry)) return;
            for (const seat of publicSeats) expect(bytes(other.state, seat), one.told()).toBe(bytes(one.state, seat));
          }
        },
      ),
      tried(150),
    );
  });
});
