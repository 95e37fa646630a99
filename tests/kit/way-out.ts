// Plays a final to its end as a person would who only ever follows the console's next action: presses what it offers,
// lets the judges do what they are reminded of, and decides what it asks to have decided.
import type { Command } from '#domain/commands.ts';
import { dueProposal } from '#domain/due-proposal.ts';
import { competing, outstandingJudges, sheetOf } from '#domain/entry-life.ts';
import { figureVersion } from '#domain/figures.ts';
import type { EntryId, RunId, SeatId } from '#domain/ids.ts';
import type { NextAction } from '#domain/next-action.ts';
import { nextStep } from '#domain/next-step.ts';
import { openOutliers } from '#domain/outliers.ts';
import { decimal, operator, type Final } from './final.ts';
import { sealed } from './votes.ts';

const reason = '示例原因';
/** The mark of the first, second … judge who is asked. Without another wish every entry gets the same: ties abound. */
export type MarkFor = (judge: number) => string;
const sameForAll: MarkFor = (judge) => String(70 + judge);

function marks(final: Final, mark: string) {
  return (final.state.definition?.criteria ?? []).map(({ id }) => ({ criterion: id, mark: decimal(mark) }));
}

const lifeOf = (final: Final, entry: EntryId) => {
  const life = final.state.entries.get(entry);
  if (life === undefined) throw new Error(`there is no entry ${entry}`);
  return life;
};

function submitAll(final: Final, entry: EntryId, seats: readonly SeatId[], markOf: MarkFor): void {
  seats.forEach((seat, index) =>
    final.tell(
      { role: 'judge', seat },
      {
        type: 'score.submit',
        entry,
        baseVersion: sheetOf(lifeOf(final, entry), seat).versions.length,
        marks: marks(final, markOf(index)),
        remark: '',
      },
    ),
  );
}

/** Nobody is left to score, or nobody of a group: the first judge who could is brought back and scores it. */
function bringBack(final: Final, { parts }: NextAction, entry: EntryId, markOf: MarkFor): void {
  const { definition } = final.state;
  const seat = definition?.panel.find(({ group = '' }) => parts.length === 0 || parts.includes(group))?.seat;
  if (definition === null || seat === undefined) throw new Error('there is no panel');
  final.run({ type: 'sheet.reinstate', entry, seat, reason });
  const outstanding = outstandingJudges(definition, lifeOf(final, entry)).map((judge) => judge.seat);
  submitAll(final, entry, outstanding, markOf);
}

function decideHeld(final: Final, entry: EntryId): void {
  for (const { seat } of lifeOf(final, entry).held) {
    const admitted = final.ask(operator, { type: 'held.admit', entry, seat, reason });
    if (admitted !== null) final.run({ type: 'held.dismiss', entry, seat, reason });
  }
}

/** What is proposed for the time is confirmed for one entry and dismissed for another. */
function decideDeduction(final: Final, entry: EntryId): void {
  const { definition } = final.state;
  const life = lifeOf(final, entry);
  const due = definition === null ? null : dueProposal({ ...final.state, definition }, entry, life);
  if (due === null) throw new Error(`nothing is proposed for ${entry}\n${final.told()}`);
  const { usedMs, points, code: kind } = due;
  if (life.deductions.length % 2 === 0)
    final.run({ type: 'deduction.add', entry, points, reason: '', cause: { kind, usedMs } });
  else final.run({ type: 'deduction.dismiss', entry, usedMs, reason });
}

/** A total asked about for the first time goes back to its judge; handed in again it stands. */
function decideOutlier(final: Final, entry: EntryId): void {
  const { definition } = final.state;
  if (definition === null) return;
  const [asked] = openOutliers(definition, lifeOf(final, entry));
  if (asked === undefined) return;
  const { seat, version } = asked;
  final.run(
    version === 1 ? { type: 'sheet.return', entry, seat, reason } : { type: 'outlier.let-stand', entry, seat, version },
  );
}

const inOrder: MarkFor = (place) => String(place + 1);

/** Figures for all who lack one, or, where the votes gave nothing, for all. */
function enterFigures(final: Final, { parts: [component = ''], entries }: NextAction, figureOf: MarkFor): void {
  final.run({
    type: 'figures.enter',
    component,
    figures: entries.map((entry, place) => ({
      entry,
      figure: decimal(figureOf(place)),
      baseVersion: figureVersion(final.state, component, entry),
    })),
    reason,
  });
}

/** No judge valued every entry: one is brought back wherever it is missing, so that there is an order of all. */
function completeJudge(final: Final, { seats }: NextAction, markOf: MarkFor): void {
  const seat = seats[0] ?? final.state.definition?.panel[0]?.seat;
  if (seat === undefined) return;
  for (const entry of competing(final.state)) {
    const { status } = sheetOf(lifeOf(final, entry), seat);
    if (status !== 'absent' && status !== 'recused') continue;
    final.run({ type: 'sheet.reinstate', entry, seat, reason });
    submitAll(final, entry, [seat], markOf);
  }
}

/** The hall votes and the ballot box is sealed. */
const sealBox = (final: Final, run: RunId, figureOf: MarkFor): void =>
  void final.tell(
    { role: 'audience' },
    sealed(final.state, run, (place) => Math.floor(Number(figureOf(place)))),
  );

/** Two people count the same. */
function countByHand(final: Final, id: RunId, figureOf: MarkFor): void {
  const run = final.state.pollRuns.find((known) => known.run === id);
  const counts = (run?.options ?? []).map((option, place) => ({ option, votes: Number(figureOf(place)) }));
  const ballots = counts.reduce((sum, { votes }) => sum + votes, 0);
  const count = { run: id, counts, ballots, invalid: 1 };
  final.run(
    { type: 'poll.count-by-hand', ...count, teller: '示例计票员 1' },
    { type: 'poll.confirm-count', ...count, checker: '示例计票员 2' },
  );
}

/** Does what the next action asks for. @throws when it is refused or offers nothing. */
export function follow(
  final: Final,
  step: NextAction,
  { markOf = sameForAll, figureOf = inOrder }: { readonly markOf?: MarkFor; readonly figureOf?: MarkFor } = {},
): void {
  const { kind, entry, commands } = step;
  if (kind === 'decide-tie')
    return void final.run({ type: 'tie.decide', order: [...step.entries], decidedBy: '示例评委 1', reason });
  if (kind === 'decide-held' && entry !== null) return decideHeld(final, entry);
  if (kind === 'decide-deduction' && entry !== null) return decideDeduction(final, entry);
  if (kind === 'decide-outlier' && entry !== null) return decideOutlier(final, entry);
  if (kind === 'enter-figures') return enterFigures(final, step, figureOf);
  if (kind === 'await-votes' && step.run !== null) return sealBox(final, step.run, figureOf);
  if (kind === 'count-votes' && step.run !== null) return countByHand(final, step.run, figureOf);
  if (kind === 'settle-marks' && entry !== null) return completeJudge(final, step, markOf);
  if (kind === 'remind' && entry !== null && step.seats.length === 0) return bringBack(final, step, entry, markOf);
  if (commands.length === 0) throw new Error(`a dead end: ${kind}\n${final.told()}`);
  final.run(...commands);
  if (kind === 'remind' && entry !== null) submitAll(final, entry, step.seats, markOf);
}

/** @throws when a command that is offered is refused. */
export function tryCommands(final: Final, commands: readonly Command[]): void {
  final.fork().run(...commands);
}

/** Follows the next action to the end of the event. @throws when that takes too long. */
export function playOut(final: Final, onStep: (final: Final) => void = () => {}): Final {
  // Each total of a judge may be asked about, returned, handed in again and asked about once more.
  const judges = final.state.definition?.panel.length ?? 0;
  const most = 60 + (30 + 4 * judges) * final.state.order.length;
  for (let steps = 0; final.state.phase !== 'ended'; steps += 1) {
    if (steps > most) throw new Error(`no end after ${most} steps\n${final.told()}`);
    const [next] = nextStep(final.state);
    follow(final, next);
    onStep(final);
  }
  return final;
}
