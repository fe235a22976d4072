import type { ChildLog } from '../processes/child-log.js';
import type { ChildRegistry } from '../processes/child-registry.js';
import type { SupervisedChild } from '../processes/supervised-child.js';
import type { Database } from './database.js';

/** What runs at a moment. It grows while a start goes on, so that a broken-off one can be taken back. */
export class StackParts {
  database: Database | null = null;
  children: SupervisedChild[] = [];
  logs: ChildLog[] = [];

  constructor(readonly registry: ChildRegistry) {}

  /** Lets the processes finish their work (25 s at the most), then stops the database. */
  async stop(): Promise<void> {
    await Promise.all(this.children.map((child) => child.stop()));
    await this.database?.stop();
    for (const log of this.logs) log.close();
  }

  /** Ends everything at once. The next start recovers. */
  kill(): void {
    for (const child of this.children) child.kill();
    this.database?.kill();
  }
}
