// In how many columns a panel stands on each shape of stage: as few rows as the shape allows, and rows as full as can be.

export interface MostPerRow {
  readonly landscape: number;
  readonly standard: number;
  readonly wide: number;
}

const columns = (count: number, most: number): number => {
  // Nobody to show, as where the rules keep judges' totals off the screen, takes one empty row.
  if (count === 0) return 1;
  // A crowd needs more columns than a readable row has, or its rows would not fit.
  const allowed = count <= most * 6 ? most : count <= most * 12 ? Math.ceil(most * 1.5) : most * 2;
  return Math.max(1, Math.ceil(count / Math.ceil(count / allowed)));
};

/** Custom properties for a style attribute: columns and rows per shape (16:9, 4:3, 32:9). */
export function panelColumns(count: number, most: MostPerRow): string {
  return (['landscape', 'standard', 'wide'] as const)
    .map((shape) => {
      const perRow = columns(count, most[shape]);
      return `--c-${shape}: ${perRow}; --r-${shape}: ${Math.max(1, Math.ceil(count / perRow))}`;
    })
    .join('; ');
}
