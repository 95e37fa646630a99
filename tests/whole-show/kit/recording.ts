// Every byte that every device received, in the order of arrival, and the moments from which a number may be known. The
// search afterwards says who received what too early.

/** Who received it: "judge 3", "screen", "cue", "phone", "operator". */
export type Lane = string;

export interface Leak {
  readonly lane: Lane;
  readonly text: string;
  readonly about: string;
  /** What stood around it. */
  readonly context: string;
}

const everybody = '*';
/** 17.40 and 17.4 are one number, however it was written. */
const plain = (number: string) => number.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');

export class Recording {
  private readonly pieces: { readonly lane: Lane; readonly text: string; readonly at: number }[] = [];
  private readonly secrets = new Map<string, string>();
  /** Lane and number → from when on it may be known. */
  private readonly known = new Map<string, number>();
  private at = 0;

  /** To be handed to a device: keeps what it receives. */
  keeper(lane: Lane): (text: string) => void {
    return (text) => this.pieces.push({ lane, text, at: (this.at += 1) });
  }

  /** Numbers that nobody may receive until told; `about` is for the message. */
  hide(about: string, ...numbers: readonly string[]): void {
    for (const number of numbers) this.secrets.set(plain(number), about);
  }

  /** From now on this lane may know them. */
  tell(lane: Lane, ...numbers: readonly string[]): void {
    for (const number of numbers) {
      const key = `${lane} ${plain(number)}`;
      if (!this.known.has(key)) this.known.set(key, (this.at += 1));
    }
  }

  /** Called just before the command that shows them to the hall. */
  reveal(...numbers: readonly string[]): void {
    this.tell(everybody, ...numbers);
  }

  bytesOf(lane: Lane): number {
    return this.pieces.reduce((sum, piece) => sum + (piece.lane === lane ? piece.text.length : 0), 0);
  }

  /** Whether the lane ever received the number: a search that finds nothing must be able to find something. */
  holds(lane: Lane, number: string): boolean {
    return this.pieces.some((piece) => piece.lane === lane && piece.text.includes(number));
  }

  leaks(): readonly Leak[] {
    return this.pieces.flatMap(({ lane, text, at }) =>
      [...text.matchAll(/\d+\.\d+/g)].flatMap((found): Leak[] => {
        const number = plain(found[0]);
        const about = this.secrets.get(number);
        if (about === undefined) return [];
        const knownAt = Math.min(
          this.known.get(`${everybody} ${number}`) ?? Infinity,
          this.known.get(`${lane} ${number}`) ?? Infinity,
        );
        if (knownAt < at) return [];
        const context = text.slice(Math.max(0, found.index - 80), found.index + 40);
        return [{ lane, text: found[0], about, context }];
      }),
    );
  }
}
