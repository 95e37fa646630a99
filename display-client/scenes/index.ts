// The registry of scenes: one component per kind of scene, one line here.
import type { Component } from 'svelte';
import type { SceneKind } from '#domain/stage-view.ts';
import type { SceneProps } from './scene-props.ts';
import Black from './Black.svelte';
import Ceremony from './Ceremony.svelte';
import EntryCard from './EntryCard.svelte';
import Final from './Final.svelte';
import Idle from './Idle.svelte';
import Judges from './Judges.svelte';
import Opening from './Opening.svelte';
import Pause from './Pause.svelte';
import Progress from './Progress.svelte';
import Ranking from './Ranking.svelte';
import Score from './Score.svelte';
import Timer from './Timer.svelte';
import Vote from './Vote.svelte';
import VoteResult from './VoteResult.svelte';

const scenes: { readonly [K in SceneKind]: Component<SceneProps<K>> | Component } = {
  idle: Idle,
  opening: Opening,
  judges: Judges,
  'entry-card': EntryCard,
  timer: Timer,
  progress: Progress,
  score: Score,
  vote: Vote,
  'vote-result': VoteResult,
  ranking: Ranking,
  ceremony: Ceremony,
  final: Final,
  pause: Pause,
  black: Black,
};

/** The component of a kind takes exactly the scene of that kind. */
export const sceneComponents = scenes as unknown as Record<SceneKind, Component<SceneProps<SceneKind>>>;
