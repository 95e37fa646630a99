// A word of a rating ballot, `entry=4`, taken apart; any other word is an option without points. In a file of its own, so that a
// phone can read a choice without loading the schemas.
export interface Rating {
  /** An entry's id, or yes and no. */
  readonly option: string;
  readonly points: number;
}

export function ratingOf(word: string): Rating {
  const [option = '', points = '0'] = word.split('=');
  return { option, points: Number(points) };
}
