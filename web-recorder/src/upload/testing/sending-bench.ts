import { openJournal, type Journal } from '../../journal/journal';
import { listRecitals } from '../../journal/read';
import { LocksInMemory } from '../../journal/testing/locks-in-memory';
import { Uploader } from '../uploader';
import { ServerInMemory } from './server-in-memory';

/** One user's device and the server; tabs can be opened and killed. */
export class SendingBench {
  readonly server = new ServerInMemory();
  readonly locks = new LocksInMemory();
  private readonly tabs: { running: AbortController; done: Promise<void>; journal: Journal }[] = [];

  private constructor(
    readonly userId: string,
    /** To look into, and to record with */
    readonly journal: Journal,
  ) {
    this.server.signedInAs = userId;
  }

  static async create(): Promise<SendingBench> {
    const userId = crypto.randomUUID();
    return new SendingBench(userId, await openJournal(userId));
  }

  /** Opens a tab, with nothing in its memory. */
  async openTab(
    wrap: (journal: Journal, kill: () => void) => Journal = (journal) => journal,
  ): Promise<Uploader> {
    const running = new AbortController();
    const journal = await openJournal(this.userId);
    const uploader = new Uploader(
      wrap(journal, () => running.abort()),
      this.locks,
      this.server.call,
    );
    this.tabs.push({ running, done: uploader.run(running.signal), journal });
    return uploader;
  }

  /** Closes all tabs and waits until nothing of them runs any more. */
  async closeTabs(): Promise<void> {
    for (const { running } of this.tabs) running.abort();
    await Promise.all(this.tabs.map(({ done }) => done));
    for (const { journal } of this.tabs.splice(0)) journal.close();
  }

  /** Settles when all tabs have ended by themselves. */
  async untilTabsDied(): Promise<void> {
    await Promise.all(this.tabs.map(({ done }) => done));
  }

  async isDeviceEmpty(): Promise<boolean> {
    return (await listRecitals(this.journal)).length === 0;
  }

  async close(): Promise<void> {
    await this.closeTabs();
    this.journal.close();
  }
}

/** All bytes of a session, as the server would concatenate them; throws when a sequence is missing. */
export function bytesOf(units: ReadonlyMap<number, { bytes: Uint8Array }>): Uint8Array {
  const all: number[] = [];
  for (let sequence = 0; sequence < units.size; sequence += 1) {
    const unit = units.get(sequence);
    if (!unit) throw new Error(`Unit ${sequence} of ${units.size} is missing`);
    all.push(...unit.bytes);
  }
  return Uint8Array.from(all);
}
