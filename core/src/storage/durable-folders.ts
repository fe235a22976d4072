import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { DurableFile } from './durable-file.js';

/** Folders remembered as durable; beyond that they are only synced once more. */
const mostRemembered = 10_000;

/** Makes folders that survive the loss of power: a new name is durable once the folder that holds it is synced. */
export class DurableFolders {
  readonly #root: string;
  readonly #durable = new Set<string>();

  /** @param root - every folder lies below it; its own name is made durable too. */
  constructor(root: string) {
    this.#root = root;
  }

  /** True when `ensure` has resolved for the folder; it may have been deleted since. */
  wasEnsured(folder: string): boolean {
    return this.#durable.has(folder);
  }

  /**
   * Resolves when `folder` and all folders down to it are there for good. A folder that is found but was made by
   * another process, perhaps a moment ago, is synced as well.
   */
  async ensure(folder: string): Promise<void> {
    const made = await mkdir(folder, { recursive: true, mode: 0o700 });
    if (made === undefined && this.#durable.has(folder)) return;
    for (let name = folder; ; name = path.dirname(name)) {
      await this.sync(path.dirname(name));
      if (name === this.#root || name === path.dirname(name)) break;
    }
    if (this.#durable.size >= mostRemembered) this.#durable.clear();
    this.#durable.add(folder);
  }

  /** Makes the names in a folder durable as they are now. */
  async sync(folder: string): Promise<void> {
    const names = DurableFile.folder(folder);
    try {
      await names.sync();
    } finally {
      names.close();
    }
  }
}
