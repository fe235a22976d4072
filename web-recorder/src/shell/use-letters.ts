import { watchEffect } from 'vue';

/** Leaves the drifting letters of all pages out where the site wants none (DISABLE_SOUP). */
export function useLetters(wanted: () => boolean | undefined): void {
  watchEffect(() => {
    if (wanted() === false) document.documentElement.dataset.letters = 'off';
  });
}
