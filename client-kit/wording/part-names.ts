// The one part of a final score that has no name of its own in the event: what the panel gives.
import type { Text } from '#domain/text.ts';

export const partNames: { readonly panel: Text } = { panel: { zh: '评委得分', en: 'Panel score' } };
