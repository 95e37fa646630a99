// Writes one setting of a method, or takes it away; which keys a method has is the schema's business.
export function setSetting(method: { readonly kind: string }, key: string, value: unknown): void {
  const settings = method as unknown as Record<string, unknown>;
  if (value === undefined) Reflect.deleteProperty(settings, key);
  else settings[key] = value;
}

/** Where a written number goes that may be absent: nothing, a number, or something that is none yet. */
export const wholeNumber = (written: string): number | undefined =>
  written === '' ? undefined : /^[0-9]+$/.test(written) ? Number(written) : Number.NaN;

export const shownNumber = (value: number | undefined): string =>
  value === undefined || Number.isNaN(value) ? '' : String(value);
