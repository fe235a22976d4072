import { shallowRef, watch, type ShallowRef } from 'vue';
import type { HeardRecordingFragment } from '../gql/generated';

interface PlayingLink {
  link: Readonly<ShallowRef<{ src: string; expiresAt: string } | null>>;
  /** The next link that comes is to be played */
  renew: () => void;
}

/**
 * The link that plays. Each answer brings a new one, which must not interrupt what is being heard: another one is
 * taken only when the player asks, and when the recording was finished anew.
 *
 * @param apiUrl links are relative to the API, which need not be where the page is that hosts the console
 */
export function usePlayingLink(recording: () => HeardRecordingFragment, apiUrl: URL): PlayingLink {
  const link = shallowRef<{ src: string; expiresAt: string } | null>(null);
  let wanted = true;
  watch(
    () => [recording().preview, recording().review?.version] as const,
    ([preview, version], before) => {
      if (before && version !== before[1]) wanted = true;
      if (!preview || !wanted) return;
      link.value = { src: new URL(preview.audioUrl, apiUrl).href, expiresAt: preview.expiresAt };
      wanted = false;
    },
    { immediate: true },
  );
  return { link, renew: () => (wanted = true) };
}
