// What needs the judge besides the screen of the moment: another open or returned sheet, a score that did not arrive or
// came too late, a reminder, an answer from the staff. Each leads to its own entry, if it has one.
import { clockTime } from '#client-kit/format.ts';
import { isOutOfDate } from '#client-kit/page-version.ts';
import type { EntryId } from '#domain/ids.ts';
import type { JudgeView, OwnSheet } from '#domain/roles/judge-view.ts';
import type { Tablet } from '../tablet.svelte.ts';
import { numberOf, refusalSentence, say } from '../words.ts';

export interface Matter {
  readonly key: string;
  /** Where its touch leads; null when it leads nowhere or is on the screen already. */
  readonly entry: EntryId | null;
  readonly look: 'call' | 'warn' | 'off' | 'ok';
  readonly icon: 'bell' | 'device' | 'cross' | 'lock' | 'back' | 'pen' | 'wifi-off';
  readonly text: string;
}

function ofSheet(tablet: Tablet, view: JudgeView, sheet: OwnSheet, here: EntryId | null): Matter | null {
  const { id } = sheet.entry;
  const n = numberOf(sheet.entry);
  const about = (look: Matter['look'], icon: Matter['icon'], text: string): Matter => ({
    key: id,
    entry: id === here ? null : id,
    look,
    icon,
    text,
  });
  const isToDo = tablet.toDo.includes(sheet);
  if (isToDo && view.reminded.includes(id)) return about('call', 'bell', say('matter.reminded', { n }));
  if (sheet.isFound) return about('warn', 'device', say('matter.found', { n }));
  if (id === here) return null;
  const item = tablet.outbox.itemFor(id);
  if (item !== null)
    return item.refusal === null
      ? about('off', 'device', say('matter.waiting', { n }))
      : about('call', 'cross', say('matter.failed', { n }));
  if (tablet.outbox.isParked(id)) return about('off', 'device', say('matter.parked', { n }));
  if (sheet.isHeld) return about('warn', 'lock', say('matter.held', { n }));
  // The picking screen lists the open ones itself.
  if (!isToDo || tablet.screen.kind === 'pick') return null;
  return sheet.status === 'returned'
    ? about('warn', 'back', say('matter.returned', { n }))
    : about('ok', 'pen', say('matter.open', { n }));
}

export function mattersOf(tablet: Tablet, view: JudgeView): readonly Matter[] {
  const here = 'entry' in tablet.screen ? tablet.screen.entry : null;
  const own: Matter[] = [];
  if (tablet.isRemembered && tablet.rememberedAt !== null)
    own.push({
      key: 'remembered',
      entry: null,
      look: 'off',
      icon: 'wifi-off',
      text: say('matter.remembered', { time: clockTime(tablet.rememberedAt) }),
    });
  if (isOutOfDate(tablet.connection.home?.version ?? ''))
    own.push({ key: 'page', entry: null, look: 'warn', icon: 'device', text: say('matter.oldPage') });
  if (tablet.refusal !== null)
    own.push({ key: 'refusal', entry: null, look: 'call', icon: 'cross', text: refusalSentence(tablet.refusal, view) });
  if (view.isCallingForHelp)
    own.push({ key: 'help', entry: null, look: 'warn', icon: 'bell', text: say('helpCalled') });
  return [...own, ...view.sheets.flatMap((sheet) => ofSheet(tablet, view, sheet, here) ?? [])];
}
