// The alarm that matters most now: server, then screens and what is on them, then a call for help, then a judge's device that is
// silent, then one that is badly heard; one at a time, with what is safe and one thing to do.
import { duration } from '#client-kit/format.ts';
import { alarmWords } from '#client-kit/wording/console-alarms.ts';
import { sayFrom } from '#client-kit/wording/say.svelte.ts';
import type { EntryDesk } from '#domain/roles/operator-view.ts';
import type { Booth } from './booth.svelte.ts';
import { heardOf } from './judge-line.ts';
import { judgeName } from './names.ts';
import { strayScene } from './other-entry.ts';
import { receptionOf, seconds } from './reception.ts';

const say = sayFrom(alarmWords);
/** A tablet that changes its access point is not an alarm. */
const patienceMs = 8000;

export interface Alarm {
  /** Stays the same while the same thing is the matter: it is announced once. */
  readonly key: string;
  readonly icon: 'wifi' | 'screen' | 'bell';
  readonly cause: string;
  readonly what: string;
  readonly act: { readonly label: string; readonly run: () => void } | null;
}

function serverAlarm(booth: Booth): readonly Alarm[] {
  const { offlineSince } = booth.desk.connection;
  if (booth.isOnline || offlineSince === null) return [];
  // The device's own clock: the server's is out of reach.
  const time = duration(booth.desk.connection.now() - offlineSince);
  return [{ key: 'server', icon: 'wifi', cause: say('serverLost', { time }), what: say('serverLostWhat'), act: null }];
}

function screenAlarms(booth: Booth): readonly Alarm[] {
  return (booth.presence?.screens ?? []).flatMap((screen): readonly Alarm[] => {
    const silentMs = screen.lastHeardAt === null ? 0 : booth.now - screen.lastHeardAt;
    if (screen.name === null || screen.isOnline || silentMs < patienceMs) return [];
    return [
      {
        key: `screen ${screen.screen}`,
        icon: 'screen',
        cause: say('screenOffline', { name: screen.name, time: duration(silentMs) }),
        what: say('screenOfflineWhat'),
        act: { label: say('screenOfflineGo'), run: () => (booth.panel = 'screens') },
      },
    ];
  });
}

function strayAlarms(booth: Booth): readonly Alarm[] {
  const stray = strayScene(booth.view);
  if (stray === null) return [];
  const { cause, what, scene } = stray;
  const run = () => void booth.act({ type: 'scene.show', scene });
  return [{ key: `stray ${cause}`, icon: 'screen', cause, what, act: { label: say('strayGo'), run } }];
}

function helpAlarms(booth: Booth): readonly Alarm[] {
  return booth.view.judges
    .filter((judge) => judge.isCallingForHelp)
    .map(({ seat, number }) => ({
      key: `help ${seat}`,
      icon: 'bell',
      cause: say('helpCall', { name: judgeName(booth.view, seat) }),
      what: say('helpCallWhat', { seat: number }),
      act: { label: say('helpCallGo'), run: () => void booth.act({ type: 'help.clear', seat }) },
    }));
}

function judgeAlarms(booth: Booth, entry: EntryDesk): readonly Alarm[] {
  const { view } = booth;
  const items = view.definition?.criteria.length ?? 0;
  return entry.sheets.flatMap(({ seat, status }): readonly Alarm[] => {
    if (status !== 'not-scored' && status !== 'taken-back' && status !== 'returned') return [];
    const heard = heardOf(view, booth.presence, seat, entry, booth.now);
    if (heard.isOnline || heard.offlineMs === null || heard.offlineMs < patienceMs) return [];
    return [
      {
        key: `judge ${seat}`,
        icon: 'wifi',
        cause: say('judgeOffline', { name: judgeName(view, seat), time: duration(heard.offlineMs) }),
        what: say(heard.filled > 0 ? 'judgeOfflineWhat' : 'judgeNeverWhat', { n: heard.filled, all: items }),
        act: {
          label: say('judgeOfflineGo'),
          run: () => booth.open({ kind: 'paper', entry: entry.card.id, seat }),
        },
      },
    ];
  });
}

function receptionAlarms(booth: Booth): readonly Alarm[] {
  return booth.view.judges.flatMap(({ seat, number }): readonly Alarm[] => {
    const reception = receptionOf(booth.presence, seat, booth.now);
    if (reception?.weakness == null) return [];
    const name = judgeName(booth.view, seat);
    const { cuts, waiting } = reception;
    return [
      {
        key: `reception ${seat}`,
        icon: 'wifi',
        cause:
          reception.weakness === 'unsteady'
            ? say('judgeUnsteady', { name, seat: number, n: cuts })
            : say('judgeSlow', { name, seat: number, n: seconds(reception.roundTripMs ?? 0) }),
        what: waiting > 0 ? say('judgeWeakWhat', { n: waiting }) : say('judgeWeakNone'),
        act: { label: say('judgeWeakGo'), run: () => booth.open({ kind: 'seat-cards' }) },
      },
    ];
  });
}

/** Most urgent first. */
export function alarmsOf(booth: Booth): readonly Alarm[] {
  const open = booth.view.entries.filter((entry) => booth.view.openEntries.includes(entry.card.id));
  return [
    ...serverAlarm(booth),
    ...screenAlarms(booth),
    ...strayAlarms(booth),
    ...helpAlarms(booth),
    ...open.flatMap((entry) => judgeAlarms(booth, entry)),
    ...receptionAlarms(booth),
  ];
}
