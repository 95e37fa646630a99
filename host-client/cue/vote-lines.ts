// How a host opens, closes and announces a vote: what is asked of whom, what becomes of it, and once the hall has been shown it, who
// is ahead.
import type { PollView } from '#domain/stage-view.ts';
import type { CueWord } from '#client-kit/wording/cue.ts';
import type { CueSpeaker } from './cue-speaker.ts';

function askWord({ ask, ballots }: PollView): CueWord {
  if (ballots !== 'hand-count') return `say.vote.${ask.kind}`;
  return ask.kind === 'approve' ? 'say.vote.hands.approve' : 'say.vote.hands';
}

const pollName = ({ name, entry }: PollView, { text, who }: CueSpeaker): string =>
  entry === null ? text(name) : `${text(name)} · ${who(entry)}`;

export function voteOpenLines(poll: PollView, speaker: CueSpeaker): readonly string[] {
  const { say, text, noun } = speaker;
  const { ask, ballots, counts } = poll;
  const n = 'max' in ask ? ask.max : ask.kind === 'rate' ? ask.best : 1;
  return [
    say(askWord(poll), { poll: pollName(poll, speaker), n, noun: noun(n) }),
    say(`say.vote.who.${ballots}`) + (poll.mayChange && ballots !== 'hand-count' ? say('say.vote.change') : ''),
    counts.as === 'award'
      ? say('say.vote.award', { award: text(counts.name) })
      : say('say.vote.component', { weight: counts.weight }),
  ];
}

export const voteClosedLine = ({ ballots }: PollView, { say }: CueSpeaker): string =>
  say(ballots === 'hand-count' ? 'say.voteClosedHands' : 'say.voteClosed');

function ahead(poll: PollView, speaker: CueSpeaker): string {
  const { say, text, who } = speaker;
  const { ask, counts, options, entry, result } = poll;
  const rows = result?.rows ?? [];
  const shownOf = (option: string) => rows.find((row) => row.option === option)?.shown ?? '0';
  if (ask.kind === 'approve')
    return say('say.voteApproved', { who: entry === null ? '' : who(entry), yes: shownOf('yes'), no: shownOf('no') });
  if (entry !== null) return say('say.voteMean', { who: who(entry), votes: shownOf(entry.id) });
  const first = rows.filter((row) => row.isAhead);
  const names = first.flatMap(({ option }) => {
    const known = options.find(({ id }) => id === option);
    return known === undefined ? [] : [who(known)];
  });
  if (names.length === 0) return say('say.voteNobody');
  const isByVotes = ask.kind === 'choose';
  const blanks = { who: names.join(say('listMark')), votes: first[0]?.shown ?? '' };
  if (names.length > 1) return say(isByVotes ? 'say.voteTied' : 'say.voteTiedPoints', blanks);
  if (counts.as === 'award' && result?.doesCount)
    return say(isByVotes ? 'say.voteAward' : 'say.voteAwardPoints', { ...blanks, award: text(counts.name) });
  return say(isByVotes ? 'say.voteLeader' : 'say.voteLeaderPoints', blanks);
}

export function voteResultLines(poll: PollView, speaker: CueSpeaker): readonly string[] {
  const { say } = speaker;
  const { result, ballots } = poll;
  if (result === null) return [];
  return [
    say('say.voteBallots', { poll: pollName(poll, speaker), n: result.ballots }),
    ahead(poll, speaker),
    ...(result.doesCount ? [] : [say('say.voteNoQuorum')]),
    ...(ballots === 'device' ? [say('say.voteUnverified')] : []),
  ];
}
