// The names of things, branded so that a judge's id cannot stand where an entry's is asked for.
import Type from 'typebox';

declare const brand: unique symbol;
type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** What is judged. */
export type EntryId = Brand<string, 'EntryId'>;
/** A judge's place on the panel. */
export type SeatId = Brand<string, 'SeatId'>;
/** A line of the score sheet. */
export type CriterionId = Brand<string, 'CriterionId'>;
/** A big screen, remembered across restarts. */
export type ScreenId = Brand<string, 'ScreenId'>;
/** One deduction. */
export type DeductionId = Brand<string, 'DeductionId'>;
/** A poll of the definition. */
export type PollId = Brand<string, 'PollId'>;
/** One holding of a poll; a void one is held again as another run. */
export type RunId = Brand<string, 'RunId'>;
/** Made by the client, 128 bits in hex: the same operation sent twice is one operation. */
export type OpId = Brand<string, 'OpId'>;
/** A moment: milliseconds since 1970 on the server's clock. Never used for order or admission. */
export type Millis = Brand<number, 'Millis'>;

/** Ids are lower-case words, so that none of them can be `__proto__` or need escaping anywhere. */
export const idPattern = '^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$';

const id = <T extends string>() => Type.Unsafe<T>(Type.String({ pattern: idPattern }));

export const EntryIdSchema = id<EntryId>();
export const SeatIdSchema = id<SeatId>();
export const CriterionIdSchema = id<CriterionId>();
export const ScreenIdSchema = id<ScreenId>();
export const DeductionIdSchema = id<DeductionId>();
export const PollIdSchema = id<PollId>();
export const RunIdSchema = id<RunId>();
export const OpIdSchema = Type.Unsafe<OpId>(Type.String({ pattern: '^[0-9a-f]{32}$' }));
