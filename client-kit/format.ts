// Times and running numbers as screens write them. Scores come worded from the server and are never formatted here.
const two = (value: number) => String(value).padStart(2, '0');

/** "08" */
export const runningNumber = (value: number): string => two(value);

/** "14:32:08" in the reader's own time zone. */
export function clockTime(at: number): string {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** "07:54"; in overtime "+00:12". Counts down through whole seconds, so that 00:00 is reached when the time is over. */
export function countdown(leftMs: number): string {
  const isOver = leftMs < 0;
  const seconds = isOver ? Math.floor(-leftMs / 1000) : Math.ceil(leftMs / 1000);
  return `${isOver ? '+' : ''}${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

/** "07:54" of time used. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}
