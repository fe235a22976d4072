import { onScopeDispose, shallowRef, toValue, watch, type MaybeRefOrGetter, type Ref } from 'vue';
import type { KeepOptions } from '../capture/recital';
import { closeInterrupted } from '../journal/close-interrupted';
import { decideToDelete, decideToKeep } from '../journal/decide';
import type { Journal } from '../journal/journal';
import { readRecording } from '../journal/read';
import { describeAll } from './describe-all';
import { downloadRecording } from './download-recording';
import { followChanges } from './follow-changes';
import type { UnsentRecital } from './unsent-recital';
import { acquireUploads, type UserUploads } from './user-uploads';

export interface UnsentRecitals {
  /** Oldest first; only those of this user. A running one is among them, with `recording` set. */
  recitals: Readonly<Ref<readonly UnsentRecital[]>>;
  /** Keeps a recital that ended; with `withoutLastSentence` its last take does not count. */
  keep(id: string, options?: KeepOptions): Promise<void>;
  /** Deletes a recital here and on the server; rejects when it is not on this device any more. */
  discard(id: string): Promise<void>;
  /** Hands the recording to the browser as a file download. */
  download(id: string): Promise<void>;
  /** Object URL to listen to it; revoked by the next call and with the scope. Null when nothing was recorded. */
  openPlayback(id: string): Promise<string | null>;
  /** Tries again at once whatever waits or was stopped (after signing in, for instance). */
  retry(): void;
}

/**
 * Sends, in the background, what this user has left on this device, and tells about it. Use it once high up in
 * the app, so that sending goes on on every page; more uses share the same uploader.
 */
export function useUnsentRecitals(userId: MaybeRefOrGetter<string | null>): UnsentRecitals {
  const recitals = shallowRef<readonly UnsentRecital[]>([]);
  let uploads: UserUploads | null = null;
  let playbackUrl: string | null = null;

  watch(
    () => toValue(userId),
    (id, _previous, onCleanup) => {
      recitals.value = [];
      closePlayback();
      if (!id) return;
      const acquired = acquireUploads(id);
      uploads = acquired;
      const following = new AbortController();
      acquired.journal().then(
        (opened) => {
          const read = () => describeAll(opened, navigator.locks, navigator.onLine);
          followChanges(opened, following.signal, read, (found) => {
            recitals.value = found;
          });
        },
        // A browser that refuses to open the journal has nothing to show; a recital says so when it starts.
        () => undefined,
      );
      onCleanup(() => {
        following.abort();
        uploads = null;
        acquired.release();
      });
    },
    { immediate: true },
  );
  onScopeDispose(closePlayback);

  function closePlayback(): void {
    if (playbackUrl) URL.revokeObjectURL(playbackUrl);
    playbackUrl = null;
  }

  function journal(): Promise<Journal> {
    if (!uploads) return Promise.reject(new Error('Nobody is signed in'));
    return uploads.journal();
  }

  return {
    recitals,
    async keep(id, options = { withoutLastSentence: false }) {
      const opened = await journal();
      await closeInterrupted(opened, navigator.locks, id);
      await decideToKeep(opened, id, options);
    },
    async discard(id) {
      await decideToDelete(await journal(), id);
    },
    async download(id) {
      await downloadRecording(await journal(), id);
    },
    async openPlayback(id) {
      closePlayback();
      const recording = await readRecording(await journal(), id);
      playbackUrl = recording && URL.createObjectURL(recording);
      return playbackUrl;
    },
    retry() {
      void uploads?.journal().then(({ changes }) => {
        for (const { id } of recitals.value) changes.announce({ clientKey: id, part: 'retry' });
      });
    },
  };
}
