export const BARS = 11;
/** From this bar on it is nearly too loud. */
export const HOT_FROM = 10;

const QUIETEST_DB = -60;
const LOUDEST_DB = -6;

/** How many bars are lit for a root mean square from 0 to 1: even steps in decibels, as ears hear it. */
export function barsOf(rms: number): number {
  if (rms <= 0) return 0;
  const share = (20 * Math.log10(rms) - QUIETEST_DB) / (LOUDEST_DB - QUIETEST_DB);
  return Math.round(Math.min(1, Math.max(0, share)) * BARS);
}
