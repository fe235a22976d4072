import { effectScope, ref } from 'vue';
import { expect, it, vi } from 'vitest';
import { useRetryOnline } from './use-retry-online';

it('asks again with the connection what failed without one, until its page is left', () => {
  const error = ref<unknown>(undefined);
  const executeQuery = vi.fn();
  const page = effectScope();
  page.run(() => useRetryOnline({ error, executeQuery }));
  dispatchEvent(new Event('online'));
  expect(executeQuery).not.toHaveBeenCalled();
  error.value = new Error('offline');
  dispatchEvent(new Event('online'));
  expect(executeQuery).toHaveBeenCalledExactlyOnceWith({ requestPolicy: 'network-only' });
  page.stop();
  dispatchEvent(new Event('online'));
  expect(executeQuery).toHaveBeenCalledOnce();
});
