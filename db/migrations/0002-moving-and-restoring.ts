// The second schema: what it takes to go on elsewhere. A session can be moved with a token of its own (only its hash is
// kept), and a store that was made from a backup names the epochs it descends from.
export const movingAndRestoring = `
  ALTER TABLE session ADD COLUMN move_hash TEXT;
  CREATE UNIQUE INDEX session_by_move ON session (move_hash) WHERE move_hash IS NOT NULL;
  ALTER TABLE store ADD COLUMN ancestors TEXT NOT NULL DEFAULT '[]';
`;
