// The steps of set-up in the order an organiser takes them, and which step a place of the definition belongs to.
export const STEPS = ['event', 'entries', 'criteria', 'judges', 'rules', 'order', 'devices', 'check', 'start'] as const;
export type Step = (typeof STEPS)[number];

const homes: readonly (readonly [string, Step])[] = [
  ['/entries', 'entries'],
  ['/criteria', 'criteria'],
  ['/panel', 'judges'],
  ['/judgeGroups', 'judges'],
  ['/segments', 'rules'],
  ['/rules', 'rules'],
  ['/awards', 'rules'],
  ['/polls', 'rules'],
];

export const stepOf = (at: string): Step => homes.find(([place]) => at.startsWith(place))?.[1] ?? 'event';
