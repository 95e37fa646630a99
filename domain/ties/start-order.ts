// Who started earlier (or later) is ahead. Source: Eurovision 2015, two entries without a point. [T-START]
import type { TieBreak } from './tie-step.ts';

export const byStartOrder: TieBreak<'start-order'> = (step, tied) => {
  const earlier = [...tied].sort((a, b) => a - b);
  return (step.prefer === 'earlier' ? earlier : earlier.reverse()).map((entry) => [entry]);
};
