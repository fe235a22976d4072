import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createApp, defineComponent, h, nextTick, ref } from 'vue';
import { provideShortcuts } from '../keyboard/shortcuts';
import SearchField from './SearchField.vue';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
});

it('keeps what is typed while the address of an earlier search arrives', async () => {
  const words = ref('');
  const searched: string[] = [];
  const root = document.createElement('div');
  const app = createApp(
    defineComponent(() => {
      provideShortcuts(root, () => false);
      return () =>
        h(SearchField, {
          label: 'Search',
          words: words.value,
          onSearch: (now: string) => searched.push(now),
        });
    }),
  );
  app.mount(root);
  const field = root.querySelector('input');
  const type = (typed: string) => {
    if (field) field.value = typed;
    field?.dispatchEvent(new Event('input'));
  };
  type('ab');
  vi.advanceTimersByTime(250);
  type('abc');
  words.value = 'ab';
  await nextTick();
  expect(field?.value).toBe('abc');
  vi.advanceTimersByTime(250);
  expect(searched).toEqual(['ab', 'abc']);
  words.value = 'back';
  await nextTick();
  expect(field?.value).toBe('back');
  app.unmount();
});
