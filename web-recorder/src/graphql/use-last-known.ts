import { shallowRef, watch, type Ref } from 'vue';

/**
 * What a query answered last. An error that comes later (a poll that fails, an expired sign-in) empties the query's
 * own `data`; what is on the screen, a running recital above all, has to stay there.
 */
export function useLastKnown<Answer>(answer: () => Answer | undefined): Readonly<Ref<Answer | undefined>> {
  const known = shallowRef<Answer>();
  watch(
    answer,
    (arrived) => {
      if (arrived !== undefined) known.value = arrived;
    },
    { immediate: true, flush: 'sync' },
  );
  return known;
}
