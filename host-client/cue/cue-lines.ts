// What the host says now, sentence by sentence, made from the view alone: a number the hall has not been shown is not in the
// view and so cannot be said.
import type { CueView } from '#domain/roles/cue-view.ts';
import type { CeremonyStep, EntryCard } from '#domain/stage-view.ts';
import type { CueWord } from '#client-kit/wording/cue.ts';
import { aggregateInWords } from '#client-kit/aggregate-in-words.ts';
import type { CueSpeaker } from './cue-speaker.ts';
import { scoreLines } from './score-lines.ts';
import { voteClosedLine, voteOpenLines, voteResultLines } from './vote-lines.ts';

export interface CueLines {
  /** To be read aloud now. */
  readonly now: readonly string[];
  /** To be read aloud when what is running has ended. */
  readonly afterwards: readonly string[];
}

const silent: CueLines = { now: [], afterwards: [] };
const speak = (...now: readonly string[]): CueLines => ({ now, afterwards: [] });

function opening(view: CueView, speaker: CueSpeaker): readonly string[] {
  const { say, text, time, noun } = speaker;
  const { event, rules, counts, judges, segments } = view;
  const secondsOf = (kind: 'presentation' | 'questions') =>
    segments.find((segment) => segment.kind === kind)?.timeAllowedSec ?? null;
  const [presentation, questions] = [secondsOf('presentation'), secondsOf('questions')];
  const times = { noun: noun(1), time: time(presentation ?? 0), questions: time(questions ?? 0) };
  const { aggregate } = rules;
  return [
    say('say.welcome', { event: text(event.name) }),
    ...(event.organizer === null
      ? []
      : [
          say(event.hostOrganization === null ? 'say.organizer' : 'say.organizerHost', {
            organizer: text(event.organizer),
            host: text(event.hostOrganization),
          }),
        ]),
    say('say.size', { entries: counts.entries, noun: noun(counts.entries), judges: judges.length }),
    ...(presentation === null
      ? []
      : [say(questions === null ? 'say.presentationTime' : 'say.presentationAndQuestions', times)]),
    aggregate.kind === 'mean'
      ? say('say.ruleMean')
      : aggregate.kind === 'trimmed-mean'
        ? say(aggregate.trimScope === 'criterion' ? 'say.ruleTrimItem' : 'say.ruleTrim', {
            high: aggregate.dropHighest,
            low: aggregate.dropLowest,
          })
        : aggregateInWords(aggregate, speaker.locale, noun(1)),
    ...(rules.cutLine === null ? [] : [say('say.cutLine', { n: rules.cutLine, noun: noun(rules.cutLine) })]),
  ];
}

/** The sentence for an entry with a body behind it, one without, and one that is its own name (a contestant). */
function named(entry: EntryCard, view: CueView, words: readonly [CueWord, CueWord, CueWord]) {
  const hasBody = entry.community !== null || entry.subdistrict !== null;
  const isPerson = view.noun === 'contestant' || view.noun === 'team';
  return hasBody ? words[0] : isPerson ? words[2] : words[1];
}

const blanksOf = (entry: EntryCard, speaker: CueSpeaker) => ({
  n: entry.runningNumber,
  noun: speaker.noun(1),
  who: speaker.who(entry),
  title: speaker.text(entry.title),
});

function revealWhen({ rules, nextEntry }: CueView, speaker: CueSpeaker): readonly string[] {
  if (rules.reveal === 'one-behind' && nextEntry !== null)
    return [speaker.say('say.revealLater', { noun: speaker.noun(1) })];
  return rules.reveal === 'at-end' ? [speaker.say('say.revealAtEnd', { noun: speaker.noun(2) })] : [];
}

function running(view: CueView, speaker: CueSpeaker, isOvertime: boolean, isStopped: boolean): CueLines {
  const { say, time } = speaker;
  const { timer, entry, segments } = view;
  if (timer === null || entry === null) return silent;
  const blanks = blanksOf(entry, speaker);
  const timed = { time: time(Math.round(timer.timeAllowedMs / 1000)) };
  const followedByQuestions = timer.kind === 'presentation' && segments.some(({ kind }) => kind === 'questions');
  const questions = segments.find(({ kind }) => kind === 'questions')?.timeAllowedSec ?? 0;
  const afterwards = followedByQuestions
    ? [say('say.thanks', blanks), say('say.questions', { time: time(questions) })]
    : timer.kind === 'comment'
      ? []
      : [say('say.thanksAndScore', blanks), ...revealWhen(view, speaker)];
  const now =
    isOvertime && timer.kind === 'presentation'
      ? [say(isStopped ? 'say.stop' : 'say.timeUp', blanks)]
      : timer.kind === 'questions'
        ? [say('say.questions', timed)]
        : timer.kind === 'comment'
          ? [say('say.comment', timed)]
          : [];
  return { now, afterwards };
}

function scoring(view: CueView, speaker: CueSpeaker): readonly string[] {
  const { entry, submitted } = view;
  if (entry === null) return [];
  const isAllIn = submitted !== null && submitted.submitted >= submitted.expected;
  return [
    isAllIn ? speaker.say('say.scoredAll') : speaker.say('say.thanksAndScore', blanksOf(entry, speaker)),
    ...revealWhen(view, speaker),
  ];
}

/** "Here comes the score" is said only when it does: the result of another entry may be due first. */
function sealedWord({ rules, comingUp, entry }: CueView): CueWord {
  if (rules.reveal === 'never') return 'say.sealedNever';
  return comingUp?.cue === 'announce-score' && comingUp.entry?.id === entry?.id ? 'say.sealed' : 'say.sealedLater';
}

function place(step: Extract<CeremonyStep, { isUnveiled: true }>, view: CueView, speaker: CueSpeaker) {
  const { say, text } = speaker;
  const word = named(
    step.entry,
    view,
    step.isTied
      ? ['say.placeTied', 'say.placeTiedUnnamed', 'say.placeTiedPerson']
      : ['say.place', 'say.placeUnnamed', 'say.placePerson'],
  );
  return [
    say(word, { ...blanksOf(step.entry, speaker), rank: step.rank }),
    ...(step.score === null ? [] : [say('say.placeScore', { score: step.score })]),
    ...step.awards.map((award) => say('say.award', { award: text(award) })),
    say('say.congratulate'),
  ];
}

/** `isOvertime` and `isStopped` are the moment's, so that the page can say it in the second it becomes true. */
export function cueLines(view: CueView, speaker: CueSpeaker, isOvertime: boolean, isStopped = false): CueLines {
  const { say, text } = speaker;
  const { scene, entry } = view;
  switch (view.cue) {
    case 'before-start':
      return silent;
    case 'welcome':
      if (scene.kind === 'opening') return speak(...opening(view, speaker));
      return speak(say(view.counts.done === 0 && view.stageEntry === null ? 'say.seat' : 'say.soon'));
    case 'introduce-judges':
      return { now: [say('say.judges')], afterwards: [say('say.judgesWelcome')] };
    case 'introduce-entry': {
      if (entry === null) return silent;
      const word = named(entry, view, ['say.introduce', 'say.introduceUnnamed', 'say.introducePerson']);
      return speak(say(word, blanksOf(entry, speaker)));
    }
    case 'presentation-running':
      return running(view, speaker, isOvertime, isStopped);
    case 'presentation-over':
      return entry === null ? silent : speak(say('say.thanks', blanksOf(entry, speaker)));
    case 'scoring':
      return speak(...scoring(view, speaker));
    case 'scores-sealed':
      return entry === null ? silent : speak(say(sealedWord(view), blanksOf(entry, speaker)));
    case 'announce-score':
      return scene.kind === 'score' && scene.revealed !== null
        ? speak(...scoreLines(scene.entry, scene.revealed, speaker))
        : silent;
    case 'announce-ranking': {
      const leader = scene.kind === 'ranking' ? scene.rows.find((row) => row.rank === 1) : undefined;
      const { revealed } = view.counts;
      const leads =
        leader === undefined || leader.isTied
          ? []
          : [
              say(leader.score === null ? 'say.leaderNoScore' : 'say.leader', {
                who: speaker.who(leader.entry),
                score: leader.score ?? '',
              }),
            ];
      return speak(say('say.ranking', { n: revealed, noun: speaker.noun(revealed) }), ...leads);
    }
    case 'vote-open':
      return scene.kind === 'vote' ? speak(...voteOpenLines(scene.poll, speaker)) : silent;
    case 'vote-closed':
      return scene.kind === 'vote' ? speak(voteClosedLine(scene.poll, speaker)) : silent;
    case 'announce-vote':
      return scene.kind === 'vote-result' ? speak(...voteResultLines(scene.poll, speaker)) : silent;
    case 'ceremony-opening': {
      const rank = view.comingUp?.cue === 'announce-place' ? view.comingUp.rank : null;
      return speak(rank === null ? say('say.ceremony') : say('say.ceremonyFrom', { rank }));
    }
    case 'announce-place': {
      const steps = scene.kind === 'ceremony' ? scene.steps : [];
      const newest = steps.find((step) => step.isUnveiled && step.isNewest);
      return newest?.isUnveiled ? speak(...place(newest, view, speaker)) : silent;
    }
    case 'announce-final': {
      if (scene.kind !== 'final' || !scene.isPublished) return speak(say('say.finalSoon'));
      const n = scene.rows.length;
      return speak(say('say.final', { event: text(view.event.name), n, noun: speaker.noun(n) }));
    }
    case 'pause':
      return speak(say('say.pause'));
    case 'ended':
      return speak(say('say.ended', { event: text(view.event.name) }));
  }
}
