import type { RecitalPhase, SavedVoice } from '../capture/recital';

/** What the speaker is told about where the voice is; a key of the locale files (`recite.saved.…`). */
export type SavedState = 'server' | 'device' | 'offline' | 'sending';

/**
 * The truth in one word. While a recital runs its last seconds are always on the device only, so it counts as on the
 * server as long as no more than two upload units are missing there; afterwards only when every second is.
 * Null: there is no voice to speak of.
 */
export function savedState(
  saved: SavedVoice,
  phase: RecitalPhase,
  segmentSeconds: number,
): SavedState | null {
  if (saved.total === 0) return null;
  if (saved.everythingOnServer) return 'server';
  if (!saved.online) return 'offline';
  const isRunning = phase === 'recording' || phase === 'paused' || phase === 'stopping';
  if (!isRunning) return 'sending';
  const keepsUp = saved.onServer > 0 && saved.total - saved.onServer <= 2 * segmentSeconds;
  return keepsUp ? 'server' : 'device';
}
