// The console's keys. They rest while a window is open, while somebody types, and on a control that a keyboard user has
// gone to; Space is then that control's own.
import type { SceneKind } from '#domain/stage-view.ts';
import type { Booth } from './booth.svelte.ts';
import type { Hold } from './hold.svelte.ts';
import type { NextPress } from './next-press.svelte.ts';
import { bankKey, bankKinds } from './scene-label.ts';
import { singleKeys } from './single-keys.svelte.ts';

export interface KeyTargets {
  readonly booth: Booth;
  readonly press: NextPress;
  readonly alternativePress: NextPress;
  readonly takeHold: Hold;
  readonly blackHold: Hold;
  readonly take: () => void;
  readonly focusJudges: () => void;
}

const typing = 'input, select, textarea, [contenteditable]';
const controls = 'button, a, input, select, textarea, [role="menuitem"]';

const isOnControl = (event: KeyboardEvent) => (event.target as Element | null)?.closest(controls) !== null;

/** T starts what comes next on stage, pauses what runs, resumes what is paused. */
function timerKey({ booth }: KeyTargets): void {
  const { timer, next, segments, stageEntry } = booth.view;
  if (timer !== null) void booth.act({ type: timer.runningSince === null ? 'timer.resume' : 'timer.pause' });
  else if (next.kind === 'start-segment') void booth.act(...next.commands);
  else if (segments[0] !== undefined && stageEntry !== null)
    void booth.act({ type: 'timer.start', kind: segments[0], entry: stageEntry });
}

function previewKey({ booth }: KeyTargets, key: string): boolean {
  const place = bankKinds.findIndex((_kind, index) => bankKey(index) === key);
  const kind: SceneKind | undefined = bankKinds[place];
  const scene = booth.view.sceneBank.find((known) => known.kind === kind);
  if (scene !== undefined) void booth.desk.send({ type: 'scene.preview', scene });
  return place >= 0;
}

/** @returns whether the key was one of ours. */
function letterKey(targets: KeyTargets, key: string): boolean {
  const { booth } = targets;
  switch (key) {
    case 't':
      timerKey(targets);
      return true;
    case 'z':
      if (booth.view.undo?.refusedBecause === null) void booth.act({ type: 'pointer.undo' });
      return true;
    case 'p':
      void booth.toggleCover('pause');
      return true;
    case 'b':
      if (booth.view.program.scene.kind === 'black') void booth.toggleCover('black');
      else targets.blackHold.begin(() => void booth.toggleCover('black'));
      return true;
    case 'a':
      if (booth.view.alternative !== null) targets.alternativePress.begin(booth.view.alternative);
      return true;
    case 'j':
      targets.focusJudges();
      return true;
    case 'e':
      if (booth.focused?.computed != null) booth.open({ kind: 'working', entry: booth.focused.card.id });
      return true;
    case 'r':
      booth.panel = 'results';
      return true;
    case 'f':
      booth.panel = 'analysis';
      return true;
    case 's':
      booth.panel = 'screens';
      return true;
    case 'k':
      booth.panel = 'backups';
      return true;
    case 'v':
      booth.panel = 'votes';
      return true;
    case '?':
    case '？':
      booth.open({ kind: 'keys' });
      return true;
    default:
      return previewKey(targets, key);
  }
}

export function keyDown(targets: KeyTargets, event: KeyboardEvent): void {
  const { booth } = targets;
  const isResting =
    booth.dialog !== null ||
    booth.panel !== null ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    event.isComposing ||
    (event.target as Element | null)?.closest(typing) != null;
  if (isResting) return;
  if (event.key === ' ' || event.key === 'Enter') {
    if (isOnControl(event)) return;
    event.preventDefault();
    if (event.repeat) return;
    if (event.key === ' ') targets.press.begin(booth.view.next);
    else if (booth.view.preview?.isSuggested === false) targets.takeHold.begin(targets.take);
    return;
  }
  if (!singleKeys.isOn || event.repeat || !booth.isOnline) return;
  if (letterKey(targets, event.key.toLowerCase())) event.preventDefault();
}

export function keyUp(targets: KeyTargets, event: KeyboardEvent): void {
  if (event.key === ' ') targets.press.end();
  if (event.key === 'Enter') targets.takeHold.cancel();
  if (event.key.toLowerCase() === 'a') targets.alternativePress.end();
  if (event.key.toLowerCase() === 'b') targets.blackHold.cancel();
}
