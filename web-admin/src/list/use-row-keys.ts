import { toValue, type MaybeRefOrGetter, type Ref } from 'vue';
import { useEventListener } from '@vueuse/core';
import { useShortcut } from '../keyboard/shortcuts';

/**
 * Moves through the rows of a table by j and k from anywhere, by the arrows while a row has the focus. The focused
 * row is the one whose link (`data-row`) has the focus, so Enter opens it without any help.
 *
 * @param follow told the id of the row that was moved to
 */
export function useRowKeys(
  body: Readonly<Ref<HTMLElement | null>>,
  { selectedId, follow }: { selectedId: MaybeRefOrGetter<string | null>; follow: (id: string) => void },
): void {
  function move(step: 1 | -1): void {
    const links = [...(body.value?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const focused = links.findIndex((link) => link === document.activeElement);
    const here = focused >= 0 ? focused : links.findIndex((link) => link.dataset.row === toValue(selectedId));
    const next = links[here < 0 ? (step === 1 ? 0 : links.length - 1) : here + step];
    if (!next) return;
    next.focus({ preventScroll: true });
    next.closest('tr')?.scrollIntoView({ block: 'nearest' });
    follow(next.dataset.row ?? '');
  }

  useShortcut('nextRow', () => move(1));
  useShortcut('previousRow', () => move(-1));

  useEventListener(body, 'keydown', (event) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    if (step === null || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    move(step);
  });
}
