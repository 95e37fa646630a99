// How one scene gives way to the next: the old one fades while the new one rises into the same place. Each change is
// complete in itself, so a newer scene may come at any moment and always ends in its own right place.
import { cubicOut } from 'svelte/easing';
import type { TransitionConfig } from 'svelte/transition';

/** `live` moves, `resumed` fades what has been missed, `still` is there at once. */
export type Arrival = 'live' | 'resumed' | 'still';

const [enterMs, leaveMs, resumeMs, calmMs] = [480, 280, 280, 120];

export const wantsCalm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

export function enter(_scene: Element, arrival: Arrival): TransitionConfig {
  if (arrival === 'still') return { duration: 0 };
  const isMoving = arrival === 'live' && !wantsCalm();
  return {
    duration: isMoving ? enterMs : arrival === 'resumed' ? resumeMs : calmMs,
    easing: cubicOut,
    css: (t, u) => `opacity: ${t}${isMoving ? `; transform: translateY(${u * 1.4}cqmin)` : ''}`,
  };
}

export function leave(_scene: Element, arrival: Arrival): TransitionConfig {
  if (arrival === 'still') return { duration: 0 };
  return { duration: wantsCalm() ? calmMs : leaveMs, css: (t) => `opacity: ${t}` };
}
