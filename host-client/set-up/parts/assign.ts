// Sets an optional field, or takes it away: an event file has no empty fields, only absent ones.
export function assign<T extends object, K extends keyof T>(target: T, key: K, value: T[K] | undefined): void {
  if (value === undefined) delete target[key];
  else target[key] = value;
}
