import { appendEnd } from './append';
import type { Journal } from './journal';
import type { EndRecord, JournalSnapshot, MarkRecord } from './journal-records';
import { holdIfFree, recordingLock } from './locks';
import { removeRecital } from './progress';
import { readSnapshot } from './read';

/**
 * Ends a recital whose tab died: at the last slice that reached the disk, with the sentence that was open then as
 * its last one. Without any slice there is nothing to keep, and it is forgotten. Does nothing while it is still being recorded, or when it has an end.
 */
export async function closeInterrupted(
  journal: Journal,
  locks: LockManager,
  clientKey: string,
): Promise<void> {
  const release = await holdIfFree(locks, recordingLock(clientKey));
  if (!release) return;
  try {
    const snapshot = await readSnapshot(journal, clientKey);
    if (snapshot?.voice.slices === 0) await removeRecital(journal, clientKey, snapshot.decision);
    else await closeAtLastSlice(journal, clientKey);
  } finally {
    release();
  }
}

/** The same for whoever holds the lock of the recital: the recorder itself, when it could not write the end. */
export async function closeAtLastSlice(journal: Journal, clientKey: string): Promise<void> {
  const snapshot = await readSnapshot(journal, clientKey);
  if (!snapshot || snapshot.end || snapshot.voice.slices === 0) return;
  const end: EndRecord = { clientKey, durationSeconds: snapshot.voice.seconds, reason: 'INTERRUPTED' };
  await appendEnd(journal, end, openTake(snapshot));
}

/** The sentence that was open when the last slice was written; null when nothing of it was recorded. */
function openTake({ header, marks, voice }: JournalSnapshot): MarkRecord | null {
  const last = marks.at(-1);
  const position = last ? last.next : header.startAt;
  const seekStart = last?.seekEnd ?? 0;
  if (!position || voice.seconds <= seekStart) return null;
  return {
    clientKey: header.clientKey,
    sequence: marks.length,
    ...position,
    seekStart,
    seekEnd: voice.seconds,
    discarded: false,
    next: null,
  };
}
