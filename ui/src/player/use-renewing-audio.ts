import {
  onScopeDispose,
  ref,
  shallowRef,
  toValue,
  watch,
  type MaybeRefOrGetter,
  type Ref,
  type ShallowRef,
} from 'vue';

export type PlayerState = 'loading' | 'paused' | 'playing' | 'waiting' | 'broken';

export interface RenewingAudio {
  state: Ref<PlayerState>;
  /** Where the playhead is, in seconds; follows every frame while playing */
  currentSeconds: Ref<number>;
  /** Length of the audio in seconds, 0 until known; recordings made in the browser may not know theirs */
  durationSeconds: Ref<number>;
  play(): Promise<void>;
  pause(): void;
  seek(seconds: number): void;
}

/** How long before its end a link is asked for anew. */
const RENEW_BEFORE_MS = 30_000;

/**
 * Drives an <audio> element whose link ends: asks for a new one (`renew`) in time while playing, before playing when
 * the old one is over, and once when it fails; when `src` changes it goes on at the same second.
 */
export function useRenewingAudio(
  element: Readonly<ShallowRef<HTMLAudioElement | null>>,
  options: {
    src: MaybeRefOrGetter<string>;
    /** ISO time stamp; null for links that do not end */
    expiresAt: MaybeRefOrGetter<string | null | undefined>;
    renew: () => void;
  },
): RenewingAudio {
  const state = shallowRef<PlayerState>('loading');
  const currentSeconds = ref(0);
  const durationSeconds = ref(0);
  let frame = 0;
  let renewTimer: ReturnType<typeof setTimeout> | undefined;
  let wantsToPlay = false;
  let askedAfterError = false;

  const millisecondsLeft = (): number => {
    const expiresAt = toValue(options.expiresAt);
    return expiresAt ? Date.parse(expiresAt) - Date.now() : Infinity;
  };

  function followPlayhead(): void {
    if (!element.value) return;
    currentSeconds.value = element.value.currentTime;
    if (!element.value.paused) frame = requestAnimationFrame(followPlayhead);
  }

  function renewInTime(): void {
    clearTimeout(renewTimer);
    const wait = millisecondsLeft() - RENEW_BEFORE_MS;
    if (wantsToPlay && Number.isFinite(wait)) renewTimer = setTimeout(options.renew, Math.max(0, wait));
  }

  async function play(): Promise<void> {
    wantsToPlay = true;
    if (millisecondsLeft() <= 0) {
      state.value = 'waiting';
      return options.renew();
    }
    renewInTime();
    // A refused play() shows itself by the element's own events; a pause() right after is no failure.
    await element.value?.play().catch(() => undefined);
  }

  function pause(): void {
    wantsToPlay = false;
    clearTimeout(renewTimer);
    element.value?.pause();
  }

  function seek(seconds: number): void {
    const last = durationSeconds.value || Infinity;
    currentSeconds.value = Math.min(Math.max(0, seconds), last);
    if (element.value) element.value.currentTime = currentSeconds.value;
  }

  const reactions: Partial<Record<keyof HTMLMediaElementEventMap, () => void>> = {
    loadedmetadata: () => {
      const audio = element.value!;
      if (Number.isFinite(audio.duration)) durationSeconds.value = audio.duration;
      if (currentSeconds.value > 0) audio.currentTime = currentSeconds.value;
      if (wantsToPlay) void play();
      else state.value = 'paused';
    },
    durationchange: () => {
      if (Number.isFinite(element.value!.duration)) durationSeconds.value = element.value!.duration;
    },
    playing: () => {
      state.value = 'playing';
      askedAfterError = false;
      cancelAnimationFrame(frame);
      followPlayhead();
    },
    waiting: () => (state.value = 'waiting'),
    timeupdate: () => (currentSeconds.value = element.value!.currentTime),
    pause: () => {
      if (state.value !== 'broken') state.value = 'paused';
    },
    ended: () => {
      wantsToPlay = false;
      clearTimeout(renewTimer);
      state.value = 'paused';
    },
    error: () => {
      if (askedAfterError || !toValue(options.expiresAt)) {
        state.value = 'broken';
        return;
      }
      askedAfterError = true;
      state.value = 'waiting';
      options.renew();
    },
  };

  watch(
    element,
    (audio, _, onCleanup) => {
      if (!audio) return;
      const names = Object.keys(reactions) as (keyof typeof reactions)[];
      for (const name of names) audio.addEventListener(name, reactions[name]!);
      onCleanup(() => names.forEach((name) => audio.removeEventListener(name, reactions[name]!)));
    },
    { immediate: true },
  );

  watch(
    () => toValue(options.src),
    () => {
      state.value = wantsToPlay ? 'waiting' : 'loading';
    },
  );
  watch(() => toValue(options.expiresAt), renewInTime);

  onScopeDispose(() => {
    clearTimeout(renewTimer);
    cancelAnimationFrame(frame);
  });

  return { state, currentSeconds, durationSeconds, play, pause, seek };
}
