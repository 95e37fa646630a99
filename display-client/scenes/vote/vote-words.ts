// What a poll asks and whom, in the hall's words.
import type { StageWord } from '#client-kit/wording/stage.ts';
import type { PollView } from '#domain/stage-view.ts';
import type { Speaker } from '../../stage/stage-words.ts';

/** "1,783": a count; anything else stays as the server worded it. */
export const grouped = (shown: string | number): string => {
  const text = String(shown);
  return /^\d+$/.test(text) ? text.replace(/\B(?=(\d{3})+$)/g, ',') : text;
};

function askWord({ ask, ballots }: PollView): StageWord {
  const isByHand = ballots === 'hand-count';
  switch (ask.kind) {
    case 'choose':
      return isByHand
        ? ask.max === 1
          ? 'vote.hands.one'
          : 'vote.hands'
        : ask.max === 1
          ? 'vote.choose.one'
          : 'vote.choose';
    case 'approve':
      return isByHand ? 'vote.hands.approve' : 'vote.approve';
    case 'rank':
      return 'vote.rank';
    case 'rate':
      return 'vote.rate';
  }
}

/** "扫码投票，最多选 3 个" */
export const askSentence = (poll: PollView, { say }: Speaker): string => {
  const { ask } = poll;
  return say(askWord(poll), { n: 'max' in ask ? ask.max : 'best' in ask ? ask.best : '' });
};

/** "计入总分，占 30%", or the award it is for. */
export const countsSentence = ({ counts }: PollView, { say, text }: Speaker): string =>
  counts.as === 'award'
    ? say('vote.award', { name: text(counts.name) })
    : counts.weight === '0'
      ? say('vote.componentPlain')
      : say('vote.component', { weight: counts.weight });

/** What the numbers of its rows are; nothing where they are a mean. */
export const unitOf = ({ ask }: PollView, { say }: Speaker): string =>
  ask.kind === 'rate' ? '' : say(ask.kind === 'rank' ? 'vote.points' : 'vote.votes');
