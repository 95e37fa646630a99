// The names of the two units behind an entry, as the event has them or as they usually are.
import type { EventDefinition } from '#domain/definition.ts';

export type UnitNames = NonNullable<EventDefinition['unitNames']>;

/** A copy each time: what goes into an event is the event's own. */
export const usualUnits = (): UnitNames => ({
  subdistrict: { zh: '街道', en: 'Sub-district' },
  community: { zh: '社区', en: 'Community' },
});
