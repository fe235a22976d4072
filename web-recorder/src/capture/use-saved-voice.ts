import { shallowRef, watch, type Ref } from 'vue';
import type { Journal } from '../journal/journal';
import { readSnapshot } from '../journal/read';
import { isAllOnServer, secondsOnServer } from '../upload/describe-recital';
import { followChanges } from '../upload/follow-changes';

export interface ServerSide {
  /** Seconds of voice that the server acknowledged */
  seconds: number;
  /** Every second and every sentence is there */
  complete: boolean;
}

const NOTHING: ServerSide = { seconds: 0, complete: false };

/**
 * How much of a recital the server has. A recital that has left the device after it was kept is wholly there.
 * @param totalSeconds how much was recorded, for that last case
 */
export function useSavedVoice(
  journal: () => Promise<Journal>,
  clientKey: () => string | null,
  totalSeconds: () => number,
): Readonly<Ref<ServerSide>> {
  const onServer = shallowRef<ServerSide>(NOTHING);

  watch(clientKey, (key, _previous, onCleanup) => {
    onServer.value = NOTHING;
    if (!key) return;
    const following = new AbortController();
    onCleanup(() => following.abort());
    const read = async (opened: Journal): Promise<ServerSide> => {
      const snapshot = await readSnapshot(opened, key);
      if (!snapshot) return { seconds: totalSeconds(), complete: true };
      return { seconds: secondsOnServer(snapshot), complete: isAllOnServer(snapshot) };
    };
    journal().then(
      (opened) =>
        followChanges(
          opened,
          following.signal,
          () => read(opened),
          (found) => {
            onServer.value = found;
          },
        ),
      // The recital itself tells of a journal that cannot be opened.
      () => undefined,
    );
  });
  return onServer;
}
