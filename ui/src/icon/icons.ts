/** A line drawing on a 24 × 24 grid, as path data. */
export interface Drawing {
  path: string;
  /** Drawn for left-to-right; mirrors in right-to-left surroundings */
  directional?: boolean;
}

/**
 * Line drawings on a 24 × 24 grid, as path data. `directional` ones are drawn for left-to-right and mirror in
 * right-to-left surroundings. All of them are loaded at first: what a late page alone needs is in `late-drawings.ts`.
 */
const drawings = {
  back: { path: 'm15 5-7 7 7 7', directional: true },
  forward: { path: 'm9 5 7 7-7 7', directional: true },
  next: { path: 'M4 12h15M13 6l6 6-6 6', directional: true },
  again: { path: 'M4 4v6h6M4.5 10a8 8 0 1 1-1 5' },
  skip: { path: 'M5 6l8 6-8 6zM17.5 6v12', directional: true },
  help: {
    path: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.3 9.4a2.8 2.8 0 1 1 4 2.6c-.9.4-1.3 1-1.3 1.9M12 17v.1',
  },
  pause: { path: 'M8.5 5v14M15.5 5v14' },
  play: { path: 'M7 4.5v15l12-7.5z' },
  previousSentence: { path: 'M5 6v12M19 6l-8 6 8 6z' },
  nextSentence: { path: 'M19 6v12M5 6l8 6-8 6z' },
  microphone: { path: 'M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM5 11a7 7 0 0 0 14 0M12 18v3' },
  textSize: { path: 'M3 18 7.5 6 12 18M4.5 14h6M14 18l3-8 3 8M15 15.5h4' },
  plus: { path: 'M12 5v14M5 12h14' },
  minus: { path: 'M5 12h14' },
  search: { path: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l4.5 4.5' },
  trash: { path: 'M4 7h16M10 11v6M14 11v6M6 7l1 13h10l1-13M9 7V4h6v3' },
  download: { path: 'M12 4v11M7 11l5 5 5-5M5 20h14' },
  close: { path: 'm6 6 12 12M18 6 6 18' },
  check: { path: 'm5 12.5 4.5 4.5L19 7.5' },
  warning: { path: 'M12 4 2.8 20h18.4zM12 10v4.5M12 17.2v.1' },
  person: { path: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20.5a7.5 7.5 0 0 1 15 0' },
  light: {
    path: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M5 5l1.7 1.7M17.3 17.3 19 19M19 5l-1.7 1.7M6.7 17.3 5 19',
  },
  dark: { path: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z' },
  system: { path: 'M3 5h18v11H3zM9 20h6M12 16v4' },
  book: {
    path: 'M12 6.5C10 5 7 4.5 3.5 4.5V18c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2V4.5C17 4.5 14 5 12 6.5zM12 6.5V20',
  },
  waveform: { path: 'M4 10v4M8 6v12M12 3v18M16 7v10M20 10v4' },
} satisfies Record<string, Drawing>;

export type IconName = keyof typeof drawings;

export const icons: Record<IconName, Drawing> = drawings;
