// The fourth schema: what ballot codes are derived from, so that their sheets can be printed again. No facts: a batch counts
// when the journal has its commitment.
export const ballotBatches = `
  CREATE TABLE ballot_batch (
    commitment TEXT PRIMARY KEY,
    op_id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    count INTEGER NOT NULL,
    secret BLOB NOT NULL,
    names TEXT,
    created_at INTEGER NOT NULL
  ) STRICT;
`;
