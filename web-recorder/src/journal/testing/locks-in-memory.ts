interface Waiting {
  grant: () => void;
  isAborted: () => boolean;
}

/** Exclusive Web Locks of one browser, for tests: what the Locks API promises, as far as we use it. */
export class LocksInMemory implements LockManager {
  private readonly held = new Map<string, symbol>();
  private readonly queues = new Map<string, Waiting[]>();

  query(): Promise<LockManagerSnapshot> {
    const pending = [...this.queues].filter(([, queue]) => queue.length > 0);
    return Promise.resolve({
      held: [...this.held.keys()].map((name) => ({ name })),
      pending: pending.map(([name]) => ({ name })),
    });
  }

  request<T>(name: string, callback: LockGrantedCallback<T>): Promise<Awaited<T>>;
  request<T>(name: string, options: LockOptions, callback: LockGrantedCallback<T>): Promise<Awaited<T>>;
  async request<T>(
    name: string,
    optionsOrCallback: LockOptions | LockGrantedCallback<T>,
    callbackOrNothing?: LockGrantedCallback<T>,
  ): Promise<Awaited<T>> {
    const options = typeof optionsOrCallback === 'function' ? {} : optionsOrCallback;
    const callback = typeof optionsOrCallback === 'function' ? optionsOrCallback : callbackOrNothing;
    if (!callback) throw new TypeError('A lock needs a callback');
    await Promise.resolve();
    if (this.held.has(name)) {
      if (options.ifAvailable) return await callback(null);
      await this.wait(name, options.signal);
    }
    const holder = Symbol(name);
    this.held.set(name, holder);
    try {
      return await callback({ name, mode: 'exclusive' });
    } finally {
      if (this.held.get(name) === holder) this.free(name);
    }
  }

  /** What the browser does when the tab that holds a lock dies. */
  free(name: string): void {
    this.held.delete(name);
    const queue = this.queues.get(name) ?? [];
    let next = queue.shift();
    while (next?.isAborted()) next = queue.shift();
    next?.grant();
  }

  private wait(name: string, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const queue = this.queues.get(name) ?? [];
      this.queues.set(name, queue);
      queue.push({ grant: resolve, isAborted: () => signal?.aborted ?? false });
      signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')), {
        once: true,
      });
    });
  }
}
