// The few icons a phone in the hall has, apart from the others, because such a phone loads nothing it does not draw.
export const phoneIcons = {
  check: 'M4.5 12.8 9.6 18 19.5 6.5',
  cross: 'M5 5l14 14M19 5 5 19',
  clock: 'M12 3.4a8.6 8.6 0 1 0 0 17.2 8.6 8.6 0 0 0 0-17.2zM12 7v5.4l3.4 2',
  person: 'M12 4.2a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 0 0 0-7.6zM4.5 20c.8-3.8 3.8-6 7.5-6s6.7 2.2 7.5 6',
  wifi: 'M2.5 9a13.5 13.5 0 0 1 19 0M5.8 12.6a9 9 0 0 1 12.4 0M9 16.1a4.5 4.5 0 0 1 6 0M12 19.6h.01',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  tray: 'M4 14l2.5-8h11L20 14v5H4zM4 14h4.5l1 2h5l1-2H20',
  warn: 'M12 4 2.8 19.6h18.4zM12 10v4.4M12 17.2h.01',
} as const;
export type PhoneIcon = keyof typeof phoneIcons;
