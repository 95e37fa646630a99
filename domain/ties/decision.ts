// Decided outside and recorded: by the panel (评委会裁定), the chief judge, a new vote, a lot. The newest decision counts that names
// all of the tied at the value they are tied at; it never changes a mark. [T-PANEL]
import { compare } from '../numbers.ts';
import type { TieBreak } from './tie-step.ts';

export const byDecision: TieBreak<'decision'> = (_step, tied, { evaluation, published }) => {
  const { entries, decisions } = evaluation.contest;
  const idOf = (entry: number) => entries[entry]?.id ?? '';
  const fitting = decisions.filter(
    ({ order, at }) =>
      (at === null || (published !== null && compare(at, published) === 0)) &&
      tied.every((entry) => order.includes(idOf(entry))),
  );
  const newest = fitting[fitting.length - 1];
  if (newest === undefined) return null;
  return [...tied]
    .sort((a, b) => newest.order.indexOf(idOf(a)) - newest.order.indexOf(idOf(b)))
    .map((entry) => [entry]);
};
