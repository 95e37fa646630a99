// Knows whether something has just happened before the hall's eyes, or was already so when the picture came. Only the
// former is played; a reload or a return after a cut shows the end.

export class Moment {
  isPlaying = $state(false);
  private known: string | null = null;

  /** Looks at what the view holds: a key for what is shown, null while there is nothing to play. */
  watch(key: string | null, isStill: boolean): void {
    if (isStill || key === null) this.isPlaying = false;
    else if (key !== this.known) this.isPlaying = true;
    this.known = key;
  }
}
