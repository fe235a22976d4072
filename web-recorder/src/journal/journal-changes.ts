/** Which part of a journal changed; `retry`: none, but somebody asks to try again what waits. */
export type JournalPart =
  'header' | 'voice' | 'marks' | 'end' | 'decision' | 'progress' | 'removed' | 'retry';

export interface JournalChange {
  clientKey: string;
  part: JournalPart;
}

/** Tells every tab of this user that a journal changed, this one included. */
export interface JournalChanges {
  announce(change: JournalChange): void;
  /** Calls `listener` on every change until the returned function is called. */
  listen(listener: (change: JournalChange) => void): () => void;
  close(): void;
}

/** Opens the channel on which the tabs of one user tell each other of changes. */
export function openJournalChanges(userId: string): JournalChanges {
  const listeners = new Set<(change: JournalChange) => void>();
  const channel = new BroadcastChannel(`crowd-recital:journal:${userId}`);
  const tellListeners = (change: JournalChange) => {
    for (const listener of [...listeners]) listener(change);
  };
  channel.onmessage = (event: MessageEvent<JournalChange>) => tellListeners(event.data);
  let open = true;

  return {
    announce(change) {
      if (!open) return;
      channel.postMessage(change);
      tellListeners(change);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      open = false;
      listeners.clear();
      channel.close();
    },
  };
}
