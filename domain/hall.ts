// The people and devices in the hall: judges' devices joining, calls for help, reminders, big screens, the hall's language.
import { isRemoved, sheetOf } from './entry-life.ts';
import { refuse } from './refusals.ts';
import { defined, onEntry, type Decisions, type Evolutions } from './topic.ts';

export const hallDecisions: Decisions<
  | 'seat.join'
  | 'help.call'
  | 'help.cancel'
  | 'help.clear'
  | 'judge.remind'
  | 'screen.pair'
  | 'screen.forget'
  | 'hall.set-locale'
> = {
  'seat.join': defined((state, { device, takesOver }, by) =>
    by.role === 'judge' && state.definition.panel.some((judge) => judge.seat === by.seat)
      ? [{ type: 'seat.joined', seat: by.seat, device, tookOver: takesOver }]
      : refuse('seat.unknown'),
  ),
  'help.call': defined((_state, _command, by) =>
    by.role === 'judge' ? [{ type: 'help.called', seat: by.seat }] : refuse('seat.unknown'),
  ),
  'help.cancel': defined((state, _command, by) =>
    by.role === 'judge' && state.helpCalls.has(by.seat)
      ? [{ type: 'help.cleared', seat: by.seat }]
      : refuse('help.none'),
  ),
  'help.clear': defined((state, { seat }) =>
    state.helpCalls.has(seat) ? [{ type: 'help.cleared', seat }] : refuse('help.none'),
  ),
  'judge.remind': onEntry<'judge.remind'>((state, { entry, seats }, life) => {
    if (isRemoved(life)) return refuse('entry.removed', { entry });
    if (life.scoring === 'not-opened') return refuse('scoring.not-open', { entry });
    const unknown = seats.find((seat) => !state.definition.panel.some((judge) => judge.seat === seat));
    if (unknown !== undefined) return refuse('seat.unknown', { seat: unknown });
    const outstanding = seats.filter((seat) =>
      ['not-scored', 'taken-back', 'returned'].includes(sheetOf(life, seat).status),
    );
    return outstanding.length > 0
      ? [{ type: 'judge.reminded', entry, seats: outstanding }]
      : refuse('sheet.locked', { entry });
  }),
  // A screen may be paired again under another name; the first name is in the journal.
  'screen.pair': (_state, { screen, name }) => [{ type: 'screen.paired', screen, name }],
  'screen.forget': (state, { screen }) =>
    state.screens.has(screen) ? [{ type: 'screen.forgotten', screen }] : refuse('screen.unknown'),
  'hall.set-locale': (_state, { locale }) => [{ type: 'hall.locale-set', locale }],
};

function without<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}

export const hallEvolutions: Evolutions<
  | 'seat.joined'
  | 'operation.conflicted'
  | 'help.called'
  | 'help.cleared'
  | 'judge.reminded'
  | 'screen.paired'
  | 'screen.forgotten'
  | 'hall.locale-set'
> = {
  // Only for the record: nothing was changed.
  'operation.conflicted': (state) => state,
  'seat.joined': (state, { seat, device }) => ({ ...state, devices: new Map(state.devices).set(seat, device) }),
  'help.called': (state, { seat }, { at }) => ({ ...state, helpCalls: new Map(state.helpCalls).set(seat, at) }),
  'help.cleared': (state, { seat }) => ({ ...state, helpCalls: without(state.helpCalls, seat) }),
  'judge.reminded': (state, { entry, seats }) => {
    const reminders = new Map(state.reminders);
    for (const seat of seats) reminders.set(seat, [...new Set([...(reminders.get(seat) ?? []), entry])]);
    return { ...state, reminders };
  },
  'screen.paired': (state, { screen, name }) => ({ ...state, screens: new Map(state.screens).set(screen, { name }) }),
  'screen.forgotten': (state, { screen }) => ({ ...state, screens: without(state.screens, screen) }),
  'hall.locale-set': (state, { locale }) => ({ ...state, hallLocale: locale }),
};
