import { onScopeDispose, shallowRef, watch, type Ref } from 'vue';
import type { Journal } from '../journal/journal';
import { readRecording } from '../journal/read';
import type { RecitalState } from './recital-state';

/** Object URL of the recording while it waits for its decision, else null; revoked when that ends. */
export function usePlayback(
  state: Readonly<RecitalState>,
  journal: () => Promise<Journal>,
): Readonly<Ref<string | null>> {
  const url = shallowRef<string | null>(null);

  function close(): void {
    if (url.value) URL.revokeObjectURL(url.value);
    url.value = null;
  }

  async function open(clientKey: string): Promise<void> {
    const recording = await readRecording(await journal(), clientKey);
    const isStillWanted = state.phase === 'stopped' && state.clientKey === clientKey;
    if (recording && isStillWanted) url.value = URL.createObjectURL(recording);
  }

  watch(
    () => state.phase,
    (phase) => {
      close();
      // Without playback the speaker can still decide; the problem of the journal shows when they do.
      if (phase === 'stopped' && state.clientKey) open(state.clientKey).catch(() => undefined);
    },
  );
  onScopeDispose(close);
  return url;
}
