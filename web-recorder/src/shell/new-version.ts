import { useEventListener } from '@vueuse/core';
import { onScopeDispose, shallowRef, type Ref } from 'vue';

const LOOK_EVERY_MILLISECONDS = 30 * 60_000;

/**
 * Whether the server has a newer version than the one that this page runs: its page then names another script. Looks
 * when somebody comes back to the page, and now and then while it is open. Nothing is loaded by itself.
 */
export function useNewVersion(): Readonly<Ref<boolean>> {
  const isThere = shallowRef(false);
  const own = entryOf(document.documentElement.outerHTML);

  async function look(): Promise<void> {
    if (isThere.value || document.visibilityState !== 'visible') return;
    const page = await fetch('/texts', { cache: 'no-store' })
      .then((answer) => (answer.ok ? answer.text() : ''))
      .catch(() => '');
    const current = entryOf(page);
    // What is no page of ours (a portal that wants a password, say) names none.
    isThere.value = current !== null && current !== own;
  }

  useEventListener(document, 'visibilitychange', () => void look());
  const timer = setInterval(() => void look(), LOOK_EVERY_MILLISECONDS);
  onScopeDispose(() => clearInterval(timer));
  return isThere;
}

/** Address of the script that a page of this app begins with; it changes with every version. */
export function entryOf(page: string): string | null {
  return /<script type="module"[^>]* src="([^"]+)"/.exec(page)?.[1] ?? null;
}
