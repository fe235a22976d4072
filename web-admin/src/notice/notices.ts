import { inject, onScopeDispose, provide, shallowRef, type InjectionKey, type ShallowRef } from 'vue';

/** What the console says about something that was done, for a while. */
export interface Notice {
  words: string;
  /** Something did not work: it stays until it is dismissed */
  failed?: boolean;
  /** The way back, in a word, and what takes it */
  undo?: { words: string; go: () => void };
}

/** A notice on the screen; `left` runs when it goes, unless somebody took the way back. */
interface Shown extends Notice {
  left?: () => void;
}

export interface Notices {
  shown: ShallowRef<Shown | null>;
  say: (notice: Notice) => void;
  /**
   * Does what cannot be undone a moment later, so that it can be taken back until then. It is done at once when the
   * notice is dismissed, another one takes its place, or the console goes.
   */
  doSoon: (words: string, undoWords: string, act: () => void) => void;
  undo: () => void;
  dismiss: () => void;
  /** While somebody reads it, a notice stays. */
  hold: () => void;
  release: () => void;
}

const STAYS_MS = 8_000;
const noticesKey: InjectionKey<Notices> = Symbol('notices');

export function createNotices(): Notices {
  const shown = shallowRef<Shown | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function dismiss(): void {
    clearTimeout(timer);
    const gone = shown.value;
    shown.value = null;
    gone?.left?.();
  }

  function release(): void {
    clearTimeout(timer);
    if (shown.value && !shown.value.failed) timer = setTimeout(dismiss, STAYS_MS);
  }

  function show(notice: Shown): void {
    dismiss();
    shown.value = notice;
    release();
  }

  return {
    shown,
    say: show,
    doSoon: (words, undoWords, act) =>
      show({ words, undo: { words: undoWords, go: () => undefined }, left: act }),
    undo: () => {
      clearTimeout(timer);
      const taken = shown.value;
      shown.value = null;
      taken?.undo?.go();
    },
    dismiss,
    hold: () => clearTimeout(timer),
    release,
  };
}

export function provideNotices(): void {
  const notices = createNotices();
  provide(noticesKey, notices);
  onScopeDispose(notices.dismiss);
}

export function useNotices(): Notices {
  const notices = inject(noticesKey);
  if (!notices) throw new Error('useNotices() needs provideNotices() above it');
  return notices;
}
