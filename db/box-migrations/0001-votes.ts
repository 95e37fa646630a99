// The first schema of the ballot box: runs with their running count, votes, and what was changed or revoked. Triggers keep a
// sealed run as it is. Forward only; a later schema is another file.
export const votes = `
  CREATE TABLE box (
    singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
    key BLOB NOT NULL
  ) STRICT;

  CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    paper TEXT NOT NULL,
    tally TEXT NOT NULL,
    repeated INTEGER NOT NULL DEFAULT 0,
    late INTEGER NOT NULL DEFAULT 0,
    unknown INTEGER NOT NULL DEFAULT 0,
    revoked INTEGER NOT NULL DEFAULT 0,
    digest TEXT,
    UNIQUE (name, opened_at)
  ) STRICT;
  CREATE TRIGGER run_stays_sealed BEFORE UPDATE OF digest, tally, paper ON run WHEN OLD.digest IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a sealed run is never changed'); END;
  CREATE TRIGGER run_is_kept BEFORE DELETE ON run
    BEGIN SELECT RAISE(ABORT, 'runs are never deleted'); END;

  CREATE TABLE vote (
    id INTEGER PRIMARY KEY,
    run INTEGER NOT NULL REFERENCES run,
    ballot BLOB NOT NULL,
    phone BLOB NOT NULL,
    choice TEXT NOT NULL,
    op BLOB NOT NULL,
    receipt TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX vote_once ON vote (run, ballot);
  CREATE TRIGGER vote_in_time BEFORE INSERT ON vote
    WHEN (SELECT digest FROM run WHERE id = NEW.run) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a sealed run takes no vote'); END;
  CREATE TRIGGER vote_changed_in_time BEFORE UPDATE ON vote
    WHEN (SELECT digest FROM run WHERE id = OLD.run) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a vote of a sealed run is never changed'); END;
  CREATE TRIGGER vote_revoked_in_time BEFORE DELETE ON vote
    WHEN (SELECT digest FROM run WHERE id = OLD.run) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a vote of a sealed run is never deleted'); END;

  CREATE TABLE former_vote (
    id INTEGER PRIMARY KEY,
    run INTEGER NOT NULL REFERENCES run,
    ballot BLOB NOT NULL,
    phone BLOB NOT NULL,
    choice TEXT NOT NULL,
    op BLOB NOT NULL,
    receipt TEXT NOT NULL,
    at INTEGER NOT NULL,
    because TEXT NOT NULL CHECK (because IN ('changed', 'revoked'))
  ) STRICT;
  CREATE INDEX former_by_ballot ON former_vote (run, ballot);
  CREATE TRIGGER former_vote_is_kept BEFORE DELETE ON former_vote
    BEGIN SELECT RAISE(ABORT, 'former votes are never deleted'); END;
`;
