// The shapes that many case files share, and the way from the text of a number to the number.
import Type from 'typebox';
import { parseExact, type Rational } from '#domain/numbers.ts';

/** A number in exact text: "8.5", "37/6", "264.16666666666663". */
export const Figure = Type.String({ pattern: '^-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?(/[0-9]+(\\.[0-9]+)?)?$' });
export const Count = Type.String({ pattern: '^[0-9]{1,12}$' });
export const MaybeFigure = Type.Union([Figure, Type.Null()]);
export const Marks = Type.Array(MaybeFigure);
/** What a file publishes of one thing, by the names of the figures. */
export const Published = Type.Record(Type.String(), Type.Unknown());
export const PublishedByName = Type.Record(Type.String(), Type.Unknown());

/** @throws TypeError for a text that is no number. */
export function exact(text: string): Rational {
  const value = parseExact(text);
  if (value === null) throw new TypeError(`"${text}" is no number`);
  return value;
}

export const maybeExact = (text: string | null | undefined): Rational | null =>
  text === null || text === undefined ? null : exact(text);

export const marksOf = (marks: readonly (string | null)[]): readonly (Rational | null)[] => marks.map(maybeExact);

/** A number of voters, a position, a place in a table: whole and small. */
export const count = (text: string): number => Number(text);
