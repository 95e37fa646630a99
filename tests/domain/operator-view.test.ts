// What the console is sent at every score: everything it shows, and nothing that only set-up needs.
import { expect, it } from 'vitest';
import { viewFor } from '#domain/roles/index.ts';
import { exampleEvent } from '#tests/kit/example-event.ts';
import { Final, operator } from '#tests/kit/final.ts';

const picture = `data:image/png;base64,${'A'.repeat(4000)}`;

it('the console is sent the pictures while the event is set up, and not with every score afterwards', () => {
  const plain = exampleEvent({ entries: 2, judges: 1 });
  const definition = { ...plain, entries: plain.entries.map((entry) => ({ ...entry, picture })) };
  const final = new Final().run({ type: 'event.define', definition });
  expect(JSON.stringify(viewFor(final.state, operator))).toContain(picture);
  final.run({ type: 'rules.confirm' }, { type: 'event.start' });
  const preview = { kind: 'idle' } as const;
  final.run({ type: 'scene.preview', scene: preview });
  expect(JSON.stringify(viewFor(final.state, operator))).not.toContain(picture);
});
