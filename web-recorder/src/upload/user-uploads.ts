import { openJournal, type Journal } from '../journal/journal';
import { callServer } from './graphql-call';
import { Uploader } from './uploader';

/** The journal of one user in this tab, and the uploader that empties it. */
export interface UserUploads {
  /** Opens the journal when it is not open; rejects when the browser refuses. */
  journal: () => Promise<Journal>;
  /** Whoever got it gives it back; with the last one the sending in this tab ends. */
  release: () => void;
}

const inUse = new Map<string, SharedUploads>();

/** The uploads of a user: one journal and one uploader in this tab, however many parts of the page use them. */
export function acquireUploads(userId: string): UserUploads {
  const shared = inUse.get(userId) ?? new SharedUploads(userId);
  inUse.set(userId, shared);
  shared.users += 1;
  let held = true;
  return {
    journal: () => shared.journal(),
    release() {
      if (!held) return;
      held = false;
      shared.users -= 1;
      if (shared.users > 0) return;
      inUse.delete(userId);
      void shared.close();
    },
  };
}

class SharedUploads {
  users = 0;
  private readonly running = new AbortController();
  private opened: Promise<Journal> | null = null;
  private sending: Promise<void> | null = null;

  constructor(private readonly userId: string) {}

  journal(): Promise<Journal> {
    this.opened ??= this.open();
    return this.opened;
  }

  async close(): Promise<void> {
    this.running.abort();
    const journal = await this.opened?.catch(() => null);
    await this.sending;
    journal?.close();
  }

  private async open(): Promise<Journal> {
    try {
      const journal = await openJournal(this.userId);
      const uploader = new Uploader(journal, navigator.locks, callServer);
      window.addEventListener('online', () => uploader.tryNow(), { signal: this.running.signal });
      this.sending = uploader.run(this.running.signal);
      return journal;
    } catch (error) {
      this.opened = null;
      throw error;
    }
  }
}
