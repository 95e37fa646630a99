// The first schema: the journal, which triggers keep append-only, and the mutable tables beside it that hold no facts
// (sessions, codes). Forward only; a later schema is another file.
export const journalAndSessions = `
  CREATE TABLE store (
    singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
    epoch TEXT NOT NULL
  ) STRICT;

  CREATE TABLE journal (
    seq INTEGER PRIMARY KEY,
    epoch TEXT NOT NULL,
    at INTEGER NOT NULL,
    op_id TEXT NOT NULL,
    op_hash TEXT NOT NULL,
    by_seat TEXT NOT NULL,
    device TEXT NOT NULL,
    type TEXT NOT NULL,
    body TEXT NOT NULL,
    prev_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
  ) STRICT;
  CREATE INDEX journal_by_operation ON journal (op_id);
  CREATE TRIGGER journal_keeps_facts BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
  CREATE TRIGGER journal_loses_nothing BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
  CREATE TRIGGER journal_has_no_gaps BEFORE INSERT ON journal
    WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM journal)
    BEGIN SELECT RAISE(ABORT, 'facts are numbered without gaps'); END;

  CREATE TABLE session (
    id TEXT PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    seat TEXT NOT NULL,
    device TEXT NOT NULL,
    epoch TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER,
    revoked_because TEXT
  ) STRICT;
  CREATE INDEX session_by_seat ON session (seat) WHERE revoked_at IS NULL;

  CREATE TABLE code (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    seat TEXT,
    hash TEXT NOT NULL,
    salt TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER
  ) STRICT;
`;
