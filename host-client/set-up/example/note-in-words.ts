// What the engine noted on a made-up result, in a sentence.
import { exampleWords } from '#client-kit/wording/set-up-example.ts';
import { fill } from '#client-kit/wording/translate.ts';
import type { EventDefinition } from '#domain/definition.ts';
import { formatRounded, type Rational } from '#domain/numbers.ts';
import type { Note } from '#domain/rules/cell.ts';
import type { Locale } from '#domain/text.ts';

export function noteInWords(note: Note, event: EventDefinition, locale: Locale): string {
  const shown = (value: Rational) => formatRounded(value, Math.max(2, event.rules.decimals));
  const template = exampleWords[locale][`note.${note.code}`];
  switch (note.code) {
    case 'trim-suspended':
      return fill(template, { given: note.given, needed: note.needed });
    case 'pro-rata':
      return fill(template, { given: note.given, planned: note.planned });
    case 'replaced-by-mean':
      return fill(template, { value: shown(note.value) });
    case 'clamp-limits':
      return fill(template, { low: shown(note.low), high: shown(note.high) });
    case 'places-not-distinct':
      return fill(template, { judge: note.judge + 1 });
    case 'too-many-for-method':
      return fill(template, { most: note.most });
    default:
      return template;
  }
}
