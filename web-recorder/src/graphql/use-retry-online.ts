import { useEventListener } from '@vueuse/core';
import type { Ref } from 'vue';

interface Retriable {
  readonly error: Readonly<Ref<unknown>>;
  readonly executeQuery: (options: { requestPolicy: 'network-only' }) => unknown;
}

/** A query that failed asks again by itself as soon as there is a connection. */
export function useRetryOnline({ error, executeQuery }: Retriable): void {
  useEventListener(window, 'online', () => {
    if (error.value) executeQuery({ requestPolicy: 'network-only' });
  });
}
