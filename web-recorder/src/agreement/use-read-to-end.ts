import { computed, onScopeDispose, shallowRef, watch, type Ref } from 'vue';

/** Watches how far a text has been read that scrolls with the page. */
export interface ReadToEnd {
  /** True once the end was in sight; stays so until another text is shown. */
  read: Readonly<Ref<boolean>>;
  /** Scrolls on by most of what is in sight. */
  readOn: () => void;
}

/** How much of the height in sight one step goes on: a line or two stay to find the place again. */
const step = 0.8;

/**
 * @param end - an element behind the last word.
 * @param bar - what covers the bottom of the page: nothing below its upper edge counts as seen.
 * @param text - names the text that is shown; another one has to be read anew.
 */
export function useReadToEnd(
  end: Readonly<Ref<HTMLElement | null>>,
  bar: Readonly<Ref<HTMLElement | null>>,
  text: () => string | undefined,
): ReadToEnd {
  const readTexts = shallowRef<ReadonlySet<string>>(new Set());
  let observer: IntersectionObserver | null = null;

  watch(
    [end, bar, text],
    ([endElement, barElement, shown]) => {
      observer?.disconnect();
      if (!endElement || !barElement || shown === undefined) return;
      const covered = barElement.getBoundingClientRect().height;
      observer = new IntersectionObserver(
        (entries) => {
          if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
          readTexts.value = new Set([...readTexts.value, shown]);
          observer?.disconnect();
        },
        { rootMargin: `0px 0px -${covered}px 0px` },
      );
      observer.observe(endElement);
    },
    { flush: 'post', immediate: true },
  );
  onScopeDispose(() => observer?.disconnect());

  return {
    read: computed(() => readTexts.value.has(text() ?? '')),
    readOn() {
      const smooth = !matchMedia('(prefers-reduced-motion: reduce)').matches;
      scrollBy({ top: innerHeight * step, behavior: smooth ? 'smooth' : 'auto' });
    },
  };
}
