// Schemas of counts as they come from outside: from the ballot box and from a teller.
import Type from 'typebox';

const closed = { additionalProperties: false } as const;
const count = Type.Integer({ minimum: 0, maximum: 1_000_000_000 });
const option = Type.String({ minLength: 1, maxLength: 48 });

export const TallyRowSchema = Type.Object({ option, votes: count, points: count }, closed);
export const VoteCountSchema = Type.Object({ option, votes: count }, closed);
export const RejectedSchema = Type.Object({ repeated: count, late: count, unknown: count, revoked: count }, closed);
