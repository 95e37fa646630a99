// The names of an event's columns: what the steps of its rule are called and other modules ask for.
/** The columns other modules ask for by name. */
export const columns = {
  marks: 'marks',
  totals: 'totals',
  values: 'values',
  panel: 'panel',
  combined: 'combined',
  deductions: 'deductions',
  bonuses: 'bonuses',
  difficulty: 'difficulty',
  final: 'final',
  published: 'published',
  untrimmed: 'untrimmed',
  itemMeans: 'item-means',
  group: (id: string) => `group:${id}`,
  part: (id: string) => `part:${id}`,
  figure: (id: string) => `figure:${id}`,
  items: (of: string) => `${of}/items`,
  nextBest: (n: number) => `best-${n}`,
} as const;
