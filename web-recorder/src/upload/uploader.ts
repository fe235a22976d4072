import { hold, uploaderLock } from '../journal/locks';
import type { Journal } from '../journal/journal';
import { listRecitals } from '../journal/read';
import type { GraphqlCall } from './graphql-call';
import { Latch } from './latch';
import { RecitalSender } from './recital-sender';
import type { SendingTools } from './sending';
import { Terms } from './terms';

/**
 * Sends all recitals of one user, each with a sender of its own, so that none can hold up another. Of all tabs one
 * sends: the one that holds the lock; the browser passes the lock on when that tab is closed or dies.
 */
export class Uploader {
  private readonly senders = new Map<string, RecitalSender>();
  private readonly found = new Latch();
  private readonly tools: SendingTools;

  constructor(
    private readonly journal: Journal,
    private readonly locks: LockManager,
    call: GraphqlCall,
  ) {
    this.tools = { journal, locks, call, terms: new Terms(journal.userId, call) };
  }

  /** Sends whatever there is and whatever comes, until `signal` aborts. */
  async run(signal: AbortSignal): Promise<void> {
    const release = await hold(this.locks, uploaderLock(this.journal.userId), signal).catch(() => null);
    if (!release) return;
    const stopListening = this.journal.changes.listen(({ clientKey }) => {
      if (!this.senders.has(clientKey)) this.found.raise();
    });
    const running = new Set<Promise<void>>();
    try {
      while (!signal.aborted) {
        for (const clientKey of await listRecitals(this.journal)) {
          if (!this.senders.has(clientKey)) running.add(this.send(clientKey, signal));
        }
        await this.found.wait(Infinity, signal);
      }
      await Promise.allSettled(running);
    } finally {
      stopListening();
      release();
    }
  }

  /** Tries at once whatever waits. */
  tryNow(): void {
    for (const sender of this.senders.values()) sender.tryNow();
  }

  private async send(clientKey: string, signal: AbortSignal): Promise<void> {
    const sender = new RecitalSender(clientKey, this.tools);
    this.senders.set(clientKey, sender);
    await sender.run(signal);
    this.senders.delete(clientKey);
  }
}
