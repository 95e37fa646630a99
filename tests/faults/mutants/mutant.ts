// A planted bug: one line of the product replaced by a worse one, and what has to be found because of it.
export interface Mutant {
  readonly id: string;
  /** What is wrong with the product then. */
  readonly bug: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  /** One of these has to be broken. */
  readonly trips: readonly string[];
  /** The short run that is made for it. */
  readonly against: 'kill' | 'power' | 'network' | 'disk' | 'slow' | 'swap' | 'sums';
}
