/** A glance at a message is no reason to end a recital; a page that stays hidden this long was left. */
const LEFT_AFTER_MILLISECONDS = 20_000;

export interface GuardedRecording {
  /** Write out what was recorded so far: the page may be gone in a moment. */
  flush(): void;
  /** The page has been hidden for so long that nobody reads from it any more. */
  hidden(): void;
  /** The page is being frozen or closed. */
  left(detail: string): void;
}

/**
 * What surrounds a running recording: the screen stays on, leaving the page asks first, and a page that is gone
 * for good ends the recording while that is still possible.
 * @returns a function that ends all of it
 */
export function guardRecording(recording: GuardedRecording): () => void {
  const guarding = new AbortController();
  const { signal } = guarding;
  let wakeLock: WakeLockSentinel | null = null;
  let leftTimer: ReturnType<typeof setTimeout> | undefined;

  async function keepScreenOn(): Promise<void> {
    // Refused on an empty battery, and in browsers without it: recording goes on all the same.
    if (!('wakeLock' in navigator)) return;
    const taken = await navigator.wakeLock.request('screen').catch(() => null);
    if (signal.aborted) await taken?.release();
    else wakeLock = taken;
  }

  document.addEventListener(
    'visibilitychange',
    () => {
      clearTimeout(leftTimer);
      if (document.visibilityState === 'visible') {
        // The browser lets go of the wake lock whenever the page is hidden.
        void keepScreenOn();
      } else {
        recording.flush();
        leftTimer = setTimeout(() => recording.hidden(), LEFT_AFTER_MILLISECONDS);
      }
    },
    { signal },
  );
  document.addEventListener('freeze', () => recording.left('The page was frozen'), { signal });
  window.addEventListener('pagehide', () => recording.left('The page was closed'), { signal });
  window.addEventListener('beforeunload', (event) => event.preventDefault(), { signal });
  void keepScreenOn();

  return () => {
    guarding.abort();
    clearTimeout(leftTimer);
    void wakeLock?.release();
  };
}
