import { useEventListener } from '@vueuse/core';
import { computed, shallowRef, type ComputedRef } from 'vue';

/** Chromium's offer to install the site; other browsers have their own way and say nothing. */
interface InstallOffer extends Event {
  prompt: () => Promise<unknown>;
}

/** Whether the browser would install this site as an app, and how to ask it to. */
export function useInstall(): { canInstall: ComputedRef<boolean>; install: () => void } {
  const offer = shallowRef<InstallOffer | null>(null);
  useEventListener(window, 'beforeinstallprompt' as keyof WindowEventMap, (event) => {
    event.preventDefault();
    offer.value = event as InstallOffer;
  });
  useEventListener(window, 'appinstalled', () => (offer.value = null));
  return {
    canInstall: computed(() => offer.value !== null),
    install() {
      // An offer holds for one time.
      void offer.value?.prompt();
      offer.value = null;
    },
  };
}
