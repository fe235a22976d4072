import type { Journal } from '../journal/journal';
import { Latch } from './latch';

/**
 * Reads now, and again after every change of the journal or of the network, until `signal` aborts. Changes that
 * come while it reads are taken together, and a reading that fails is left out.
 */
export function followChanges<Found>(
  journal: Journal,
  signal: AbortSignal,
  read: () => Promise<Found>,
  show: (found: Found) => void,
): void {
  if (signal.aborted) return;
  const changed = new Latch();
  const raise = () => changed.raise();
  window.addEventListener('online', raise, { signal });
  window.addEventListener('offline', raise, { signal });
  const stopListening = journal.changes.listen(raise);
  signal.addEventListener('abort', stopListening, { once: true });

  async function follow(): Promise<void> {
    for (;;) {
      const found = await read().catch(() => null);
      if (signal.aborted) return;
      if (found !== null) show(found);
      await changed.wait(Infinity, signal);
    }
  }
  void follow();
}
