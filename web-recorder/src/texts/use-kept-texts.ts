import { useOnline } from '@vueuse/core';
import { shallowRef, watch, type Ref } from 'vue';
import { keptTexts, type KeptText } from '../offline/kept-texts';

/** The texts that can be read without a connection, while there is none; null while there is one. */
export function useKeptTexts(): Readonly<Ref<readonly KeptText[] | null>> {
  const online = useOnline();
  const kept = shallowRef<readonly KeptText[] | null>(null);
  watch(
    online,
    async (isOnline) => {
      const found = isOnline ? null : await keptTexts();
      if (online.value === isOnline) kept.value = found;
    },
    { immediate: true },
  );
  return kept;
}
