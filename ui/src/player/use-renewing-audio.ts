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
  /** Length of the audio in seconds; null until known, and for audio that does not know its own */
  durationSeconds: Ref<number | null>;
  play: () => void;
  pause: () => void;
  seek: (seconds: number) => void;
}

export interface RenewingAudioOptions {
  src: MaybeRefOrGetter<string>;
  /** ISO time stamp; null for links that do not end */
  expiresAt: MaybeRefOrGetter<string | null | undefined>;
  /** Asks for a new link: a new `src` and `expiresAt` are to follow */
  renew: () => void;
}

/** How long before its end a link is asked for anew. */
const RENEW_BEFORE_MS = 30_000;

/**
 * Drives an <audio> element whose link ends: asks for a new one in time while playing, before playing when the old
 * one is over, and once when it fails. When `src` changes it goes on at the same second.
 */
export function useRenewingAudio(
  element: Readonly<ShallowRef<HTMLAudioElement | null>>,
  options: RenewingAudioOptions,
): RenewingAudio {
  const state = shallowRef<PlayerState>('loading');
  const currentSeconds = ref(0);
  const durationSeconds = ref<number | null>(null);
  let frame = 0;
  let renewTimer: ReturnType<typeof setTimeout> | undefined;
  let wantsToPlay = false;
  let askedAfterError = false;

  const millisecondsLeft = (): number => {
    const expiresAt = toValue(options.expiresAt);
    return expiresAt ? Date.parse(expiresAt) - Date.now() : Infinity;
  };

  function renewInTime(): void {
    clearTimeout(renewTimer);
    const wait = millisecondsLeft() - RENEW_BEFORE_MS;
    if (wantsToPlay && Number.isFinite(wait)) renewTimer = setTimeout(options.renew, Math.max(0, wait));
  }

  function play(): void {
    wantsToPlay = true;
    if (millisecondsLeft() <= 0) {
      state.value = 'waiting';
      options.renew();
      return;
    }
    renewInTime();
    // A refused play() shows itself by the element's own events; a pause() right after is no failure.
    element.value?.play().catch(() => undefined);
  }

  function rest(): void {
    wantsToPlay = false;
    clearTimeout(renewTimer);
  }

  function pause(): void {
    rest();
    element.value?.pause();
    if (state.value === 'waiting') state.value = 'paused';
  }

  function seek(seconds: number): void {
    currentSeconds.value = Math.min(Math.max(0, seconds), durationSeconds.value ?? Infinity);
    if (element.value) element.value.currentTime = currentSeconds.value;
  }

  function followPlayhead(audio: HTMLAudioElement): void {
    cancelAnimationFrame(frame);
    currentSeconds.value = audio.currentTime;
    if (!audio.paused) frame = requestAnimationFrame(() => followPlayhead(audio));
  }

  function learnDuration({ duration }: HTMLAudioElement): void {
    if (Number.isFinite(duration)) durationSeconds.value = duration;
  }

  const reactions: Partial<Record<keyof HTMLMediaElementEventMap, (audio: HTMLAudioElement) => void>> = {
    durationchange: learnDuration,
    loadedmetadata(audio) {
      learnDuration(audio);
      if (currentSeconds.value > 0) audio.currentTime = currentSeconds.value;
      if (wantsToPlay) play();
      else state.value = 'paused';
    },
    playing(audio) {
      state.value = 'playing';
      askedAfterError = false;
      followPlayhead(audio);
    },
    waiting: () => (state.value = 'waiting'),
    timeupdate(audio) {
      // A new source begins at 0 for a moment: that is not where the listener is.
      if (audio.readyState > 0) currentSeconds.value = audio.currentTime;
    },
    pause() {
      if (!wantsToPlay && state.value !== 'broken') state.value = 'paused';
    },
    ended() {
      rest();
      state.value = 'paused';
    },
    error() {
      const mayHelp = !askedAfterError && Boolean(toValue(options.expiresAt));
      state.value = mayHelp ? 'waiting' : 'broken';
      askedAfterError = true;
      if (mayHelp) options.renew();
    },
  };

  watch(
    element,
    (audio, _, onCleanup) => {
      if (!audio) return;
      const listening = new AbortController();
      for (const [name, react] of Object.entries(reactions)) {
        audio.addEventListener(name, () => react(audio), { signal: listening.signal });
      }
      onCleanup(() => listening.abort());
    },
    { immediate: true },
  );
  watch(
    () => toValue(options.src),
    () => (state.value = wantsToPlay ? 'waiting' : 'loading'),
  );
  watch(() => toValue(options.expiresAt), renewInTime);
  onScopeDispose(() => {
    rest();
    cancelAnimationFrame(frame);
  });

  return { state, currentSeconds, durationSeconds, play, pause, seek };
}
