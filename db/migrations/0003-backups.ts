// The third schema: a file that is a backup says when it was made; a live one says nothing.
export const backups = `
  ALTER TABLE store ADD COLUMN backed_up_at INTEGER;
`;
