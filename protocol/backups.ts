// Backups as the operator sees them: what there is, why it was made, and what is the matter when one could not be made.
import Type, { type Static } from 'typebox';

const closed = { additionalProperties: false } as const;

/** A reveal, the operator's button, the clock, the end of the event. */
export const BACKUP_CAUSES = ['revealed', 'asked', 'scheduled', 'ended'] as const;
export type BackupCause = (typeof BACKUP_CAUSES)[number];

/**
 * `full`, `failed`: there is no new backup. `second-missing`, `second-failed`: there is one in the data folder, but not in the
 * second place (a stick that is not plugged in, or is full).
 */
export const BACKUP_PROBLEMS = ['full', 'failed', 'second-missing', 'second-failed'] as const;
export type BackupProblem = (typeof BACKUP_PROBLEMS)[number];

export const BackupSchema = Type.Object(
  {
    name: Type.String(),
    /** Milliseconds since 1970, the event's time. */
    at: Type.Integer(),
    /** The newest record that is in it. */
    seq: Type.Integer(),
    cause: Type.Union([
      Type.Literal('revealed'),
      Type.Literal('asked'),
      Type.Literal('scheduled'),
      Type.Literal('ended'),
    ]),
    bytes: Type.Integer(),
  },
  closed,
);
/** Every one of them has been read through from the first record to the last. */
export type Backup = Static<typeof BackupSchema>;

export const BackupsSchema = Type.Object(
  {
    folder: Type.String(),
    /** Where a second copy of each goes; null when no place was named. */
    second: Type.Union([Type.String(), Type.Null()]),
    problem: Type.Union([
      Type.Literal('full'),
      Type.Literal('failed'),
      Type.Literal('second-missing'),
      Type.Literal('second-failed'),
      Type.Null(),
    ]),
    /** Addresses of spare computers that were named at the start. */
    spares: Type.Array(Type.String()),
    /** Newest first. */
    backups: Type.Array(BackupSchema),
  },
  closed,
);
export type Backups = Static<typeof BackupsSchema>;

/** What the console is told all the time. */
export interface BackupState {
  readonly newest: Pick<Backup, 'at' | 'seq'> | null;
  readonly problem: BackupProblem | null;
}
