/** The current sentence stays about two fifths down the screen. */
const RESTING_SHARE = 0.4;
/** A sentence too long for that begins higher, but not closer to the edge than this. */
const HIGHEST_SHARE = 0.08;

/**
 * How far to scroll so that the current sentence rests two fifths down, or higher when its end would be out of sight.
 * All in pixels: its top and height within the scrolled content, and the height of what is seen of it.
 */
export function glideTarget(sentence: { top: number; height: number }, viewHeight: number): number {
  const roomToItsEnd = viewHeight * (1 - HIGHEST_SHARE) - sentence.height;
  const fromTop = Math.min(viewHeight * RESTING_SHARE, Math.max(viewHeight * HIGHEST_SHARE, roomToItsEnd));
  return Math.max(0, Math.round(sentence.top - fromTop));
}

/** True when the person asked for as little motion as possible. */
export function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
