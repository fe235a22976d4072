/** Something that may happen before anybody waits for it: a raised latch is remembered until the next wait. */
export class Latch {
  private raised = false;
  private wake: (() => void) | null = null;

  raise(): void {
    this.raised = true;
    this.wake?.();
  }

  /** Forgets what was raised so far. */
  clear(): void {
    this.raised = false;
  }

  /** Settles once raised, or after so many seconds, or when `signal` aborts; for one waiter at a time. */
  async wait(seconds: number, signal: AbortSignal): Promise<void> {
    if (!this.raised && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const settle = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', settle);
          resolve();
        };
        const timer = Number.isFinite(seconds) ? setTimeout(settle, seconds * 1000) : undefined;
        this.wake = settle;
        signal.addEventListener('abort', settle, { once: true });
      });
      this.wake = null;
    }
    this.raised = false;
  }
}
