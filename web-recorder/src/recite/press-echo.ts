import { onScopeDispose, shallowRef, type Ref } from 'vue';

/** A press whose effect nothing else on the screen shows. */
export type PressEcho = 'again' | 'skipped';

const SHOWN_MILLISECONDS = 2500;

/** Says for a moment what a press did. */
export function usePressEcho(): { echo: Readonly<Ref<PressEcho | null>>; tell: (what: PressEcho) => void } {
  const echo = shallowRef<PressEcho | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const clear = () => clearTimeout(timer);
  onScopeDispose(clear);
  return {
    echo,
    tell(what) {
      clear();
      echo.value = what;
      timer = setTimeout(() => (echo.value = null), SHOWN_MILLISECONDS);
    },
  };
}
