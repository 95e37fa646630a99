// What one judge's row says about the entry in hand: lamp, one line, and the figure at the right. The console knows only
// what reached the server: it never says that a score is on a tablet, it says what it last heard.
import { clockTime, duration } from '#client-kit/format.ts';
import { judgesWords } from '#client-kit/wording/console-judges.ts';
import { sayFrom } from '#client-kit/wording/say.svelte.ts';
import type { Millis, SeatId } from '#domain/ids.ts';
import type { EntryDesk, OperatorView } from '#domain/roles/operator-view.ts';
import type { JudgeTotal } from '#domain/stage-view.ts';
import type { Presence } from '#protocol/messages.ts';

const say = sayFrom(judgesWords);

type LampIcon = 'check' | 'dots' | 'wifi' | 'minus' | 'back' | 'pen' | 'tray';
export type Lamp = 'lit' | 'idle' | 'waiting' | 'offline' | 'out' | 'returned';

export interface JudgeLine {
  readonly lamp: Lamp;
  readonly icon: LampIcon;
  readonly line: string;
  readonly meta: string;
  readonly total: JudgeTotal | null;
}

export interface Heard {
  readonly isOnline: boolean;
  readonly hasJoined: boolean;
  readonly offlineMs: number | null;
  readonly filled: number;
  readonly filledAt: Millis | null;
}

export function heardOf(
  view: OperatorView,
  presence: Presence | null,
  seat: SeatId,
  entry: EntryDesk,
  now: number,
): Heard {
  const known = presence?.judges.find((judge) => judge.seat === seat);
  const draft = known?.drafts.find((candidate) => candidate.entry === entry.card.id);
  const lastHeardAt = known?.lastHeardAt ?? null;
  return {
    isOnline: known?.isOnline ?? false,
    hasJoined: (view.judges.find((judge) => judge.seat === seat)?.device ?? null) !== null,
    offlineMs: known?.isOnline === false && lastHeardAt !== null ? Math.max(0, now - lastHeardAt) : null,
    filled: draft?.filled ?? 0,
    filledAt: draft?.at ?? null,
  };
}

function outstandingLine(entry: EntryDesk, heard: Heard, items: number, now: number): JudgeLine {
  const figures = { n: heard.filled, all: items };
  if (!heard.isOnline) {
    const time = duration(heard.offlineMs ?? 0);
    const line = !heard.hasJoined
      ? say('notJoined')
      : heard.offlineMs === null
        ? say('offline', { time: '' })
        : say(heard.filled > 0 ? 'offlineFilled' : 'offline', { ...figures, time });
    return { lamp: 'offline', icon: 'wifi', line, meta: '', total: null };
  }
  const waiting = { lamp: 'waiting', icon: 'dots', total: null } as const;
  if (entry.scoring === 'not-opened') return { ...waiting, lamp: 'idle', line: say('waiting'), meta: '' };
  if (heard.filled === 0) return { ...waiting, line: say('notScored'), meta: '' };
  return {
    ...waiting,
    line: say(heard.filled >= items ? 'filledAll' : 'filled', figures),
    meta:
      heard.filledAt === null ? '' : say('secondsAgo', { n: Math.max(0, Math.round((now - heard.filledAt) / 1000)) }),
  };
}

export function judgeLine(entry: EntryDesk, seat: SeatId, heard: Heard, items: number, now: number): JudgeLine {
  const sheet = entry.sheets.find((known) => known.seat === seat);
  const total = entry.computed?.judges.find((judge) => judge.seat === seat) ?? null;
  const reason = sheet?.reason ?? '';
  if (entry.held.some((held) => held.seat === seat))
    return { lamp: 'returned', icon: 'tray', line: say('held'), meta: '', total };
  switch (sheet?.status) {
    case 'submitted':
      return {
        lamp: 'lit',
        icon: 'check',
        line: say(sheet.via === 'paper' ? 'viaPaper' : 'submitted'),
        meta: sheet.submittedAt === null ? '' : clockTime(sheet.submittedAt),
        total,
      };
    case 'recused':
    case 'absent':
      return { lamp: 'out', icon: 'minus', line: say(sheet.status), meta: '', total };
    case 'returned':
      return { lamp: 'returned', icon: 'back', line: say('returned', { reason }), meta: '', total };
    case 'taken-back':
      return heard.isOnline
        ? { lamp: 'waiting', icon: 'pen', line: say('takenBack'), meta: '', total }
        : outstandingLine(entry, heard, items, now);
    case 'not-scored':
    case undefined:
      return outstandingLine(entry, heard, items, now);
  }
}
