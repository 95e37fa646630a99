// One small set of line icons, as paths in a 24 × 24 box; always drawn beside a word.
import { phoneIcons } from './phone-icons.ts';

export const icons = {
  ...phoneIcons,
  dots: 'M5 12h.01M12 12h.01M19 12h.01',
  pen: 'M4 20l1-4.6L16 4.4a1.8 1.8 0 0 1 2.5 0l1.1 1.1a1.8 1.8 0 0 1 0 2.5L8.6 19z',
  pause: 'M8.5 5v14M15.5 5v14',
  play: 'M8 5v14l11-7z',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.6 2H4.4zM10 20.5h4',
  'wifi-off':
    'M3 3l18 18M8.5 12.6a5.6 5.6 0 0 1 2.2-1.4M5 9a10.5 10.5 0 0 1 3.6-2.3M12 6c2.7 0 5.2 1.1 7 3M15.6 12.6l-.8-.6M12 18.2h.01',
  eye: 'M2.5 12S6 5.8 12 5.8 21.5 12 21.5 12 18 18.2 12 18.2 2.5 12 2.5 12zM12 9.4a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2z',
  sliders: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.8v4.4M9 14.8v4.4',
  device: 'M4 4h16v11H4zM7 19h10M12 7.6v3.6M12 11.2 9.9 9.2M12 11.2l2.1-2',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.8v2.4M12 18.8v2.4M2.8 12h2.4M18.8 12h2.4M5.5 5.5l1.7 1.7M16.8 16.8l1.7 1.7M18.5 5.5l-1.7 1.7M7.2 16.8l-1.7 1.7',
  battery: 'M3 8h15v8.6H3zM21 11v2.6M6 11v2.6M9.5 11v2.6M13 11v2.6',
  left: 'M15 5l-7 7 7 7',
  right: 'M9 5l7 7-7 7',
  back: 'M9 6 4 11l5 5M4 11h10a6 6 0 0 1 6 6v2',
  send: 'M5 12h13M13 6l6 6-6 6',
  screen: 'M3 5h18v11H3zM9 20h6M12 16v4',
  star: 'M12 2.8l2.8 6 6.5.7-4.8 4.4 1.3 6.4L12 17.1l-5.8 3.2 1.3-6.4L2.7 9.5l6.5-.7z',
  up: 'M6 14l6-6 6 6',
  down: 'M6 10l6 6 6-6',
  minus: 'M5 12h14',
  plus: 'M5 12h14M12 5v14',
  erase: 'M9 6h11v12H9l-5-6zM11.5 9.5l5 5M16.5 9.5l-5 5',
} as const;
export type IconName = keyof typeof icons;
