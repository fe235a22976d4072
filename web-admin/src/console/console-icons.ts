/** Drawings that the console alone has, on the same 24 × 24 grid as those that both apps share; none mirrors. */
export const consoleIcons = {
  menu: 'M4 7h16M4 12h16M4 17h16',
  chart: 'M4 20h16M7 20v-6M12 20V5M17 20v-9',
  queue: 'M4 6h16M4 12h10M4 18h6M17.5 14.5v4l2.5 1.5M17.5 13a5 5 0 1 1 0 9.9 5 5 0 0 1 0-9.9z',
  ledger: 'M6 4h12v16H6zM9.5 8.5h5M9.5 12h5M9.5 15.5h3',
  sliders: 'M4 8h9M17 8h3M4 16h3M11 16h9M15 6v4M9 14v4',
} as const;

export type ConsoleIconName = keyof typeof consoleIcons;
