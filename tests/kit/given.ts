// The way a topic of the rulebook is tested: given a moment, when somebody asks for something, then these facts happen or
// this refusal is the answer. Cases are values in tables, so that one test can also say which refusals nobody produces.
import type { Command } from '#domain/commands.ts';
import type { FactType } from '#domain/facts.ts';
import type { RefusalCode } from '#domain/refusals.ts';
import type { Seat } from '#domain/seat.ts';
import { entryId, exampleEvent } from './example-event.ts';
import { Final, startedFinal } from './final.ts';

export interface Case {
  /** A sentence that begins with the id of the rule it shows. */
  readonly title: string;
  readonly given: () => Final;
  /** The operator where it is left out. */
  readonly by?: Seat;
  readonly when: Command;
  /** The facts by their types, or the refusal's code. */
  readonly then: readonly FactType[] | RefusalCode;
  /** What else must hold afterwards. */
  readonly and?: (final: Final) => void;
}

const three = () => exampleEvent({ judges: 2 });

/** The moments of a day that most cases begin at; three entries and two judges. */
export const nothing = () => new Final();
export const defined = () => new Final().run({ type: 'event.define', definition: three() });
export const confirmed = () => defined().run({ type: 'rules.confirm' });
export const live = () => startedFinal(three());
export const onStage = () => live().run({ type: 'stage.call', entry: entryId(1) });
export const open = () => live().play(1, []);
export const oneIn = () => live().play(1, ['80']);
export const allIn = () => live().play(1, ['80', '90']);
export const closed = () => live().finish(1, ['80', '90']);
export const revealed = () => closed().run({ type: 'result.reveal', entry: entryId(1) });
export const complete = () => closed().finish(2, ['70', '70']).finish(3, ['60', '61']);
export const ceremony = () => complete().run({ type: 'ceremony.begin' });
export const unveiled = () =>
  ceremony().run({ type: 'ceremony.unveil' }, { type: 'ceremony.unveil' }, { type: 'ceremony.unveil' });
export const published = () => complete().run({ type: 'result.publish' });
export const ended = () => published().run({ type: 'event.end' });
