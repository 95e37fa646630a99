// Which ports are tried, in which order: one address that is short to type for the judges, another for the hall.

/** 80 where this user may have it, so that an address is only numbers; else the first free one from 8080 on. */
const usual = [80, ...Array.from({ length: 20 }, (_, index) => 8080 + index)];

/** Port 0 lets the system choose. */
export const mainPorts = (asked: number | null): readonly number[] => (asked === null ? usual : [asked]);

/**
 * The hall's port: the one asked for, or the next ones after the main port, or any. Browsers refuse 87 and 95, so beside
 * port 80 only the ones before them are tried.
 */
export function hallPorts(asked: number | null, mainPort: number): readonly number[] {
  if (asked !== null) return [asked];
  const next = Array.from({ length: 20 }, (_, index) => mainPort + 1 + index).filter((port) => port <= 65_535);
  return [...(mainPort === 80 ? next.slice(0, 6) : next), 0];
}
