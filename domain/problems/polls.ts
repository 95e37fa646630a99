// Polls: a part of the score that exists and is fed once, ballots that can say what is asked, and a mapping that fits what is counted.
import type { EventDefinition } from '../definition.ts';
import type { Mapping } from '../scoring-rules.ts';
import type { Ask } from '../voting/poll.ts';
import { isAboutOneEntry } from '../voting/poll.ts';
import { duplicates, type Report } from './report.ts';

const byCount: readonly Mapping['kind'][] = ['share', 'leader', 'rank-points', 'bands'];

/** Whether figures of this poll can be mapped so. Shares and ranks compare entries: they need the votes of all in one poll. */
function fits(ask: Ask, mapping: Mapping): boolean {
  switch (ask.kind) {
    case 'choose':
    case 'rank':
      return byCount.includes(mapping.kind);
    case 'rate':
      return mapping.kind === 'points' && Number(mapping.max) === ask.best;
    case 'approve':
      return byCount.includes(mapping.kind) || (mapping.kind === 'points' && Number(mapping.max) === 100);
  }
}

export function checkPolls({ polls = [], rules }: EventDefinition, report: Report): void {
  const at = '/polls';
  for (const index of duplicates(polls.map(({ id }) => id)))
    report('problem.duplicate-poll', `${at}/${index}/id`, polls[index]?.id ?? '');
  const fed = polls.map(({ counts, id }) => (counts.as === 'component' ? counts.component : `award ${id}`));
  for (const index of duplicates(fed))
    if (polls[index]?.counts.as === 'component')
      report('problem.part-fed-twice', `${at}/${index}/counts`, fed[index] ?? '');
  polls.forEach(({ id, ask, ballots, counts }, index) => {
    if (ballots === 'hand-count' && (ask.kind === 'rank' || ask.kind === 'rate'))
      report('problem.poll-by-hand', `${at}/${index}/ballots`, id);
    if (counts.as === 'award') {
      if (isAboutOneEntry(ask)) report('problem.award-of-one', `${at}/${index}/counts`, id);
      return;
    }
    const part = rules.components?.parts.find((known) => known.id === counts.component);
    if (part === undefined) report('problem.unknown-poll-part', `${at}/${index}/counts`, counts.component);
    else if (!fits(ask, part.mapping)) report('problem.poll-mapping', `${at}/${index}/counts`, counts.component);
    // One per device proves nothing about persons; it may be meant all the same.
    if (ballots === 'device') report('problem.unverified-votes', `${at}/${index}/ballots`, id, 'hint');
  });
}
