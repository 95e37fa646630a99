// The list by which anybody can check a result that the hall has been shown: every vote's leaf, sorted, and the root over them. Who
// voted finds the leaf of their own receipt and choice; nobody finds anybody else's. docs/voting.md explains it.
import type { BallotBox } from '#db/ballot-box.ts';
import type { RunId } from '#domain/ids.ts';
import type { AudienceView } from '#domain/roles/audience-view.ts';

/** Null until the result has been revealed. */
export function receiptsPage(box: BallotBox, view: AudienceView | null, run: string): string | null {
  const poll = view?.polls.find((known) => known.run === run);
  if (poll === undefined || poll.result === null || poll.result.digest === null) return null;
  const leaves = box.leaves(run as RunId);
  if (leaves === null) return null;
  const head = ['liangfen-receipts/1', `run ${run}`, `ballots ${leaves.length}`, `digest ${poll.result.digest}`];
  return [...head, ...leaves, ''].join('\n');
}
