import { flushPromises } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { defineComponent, h } from 'vue';
import { mountInApp } from '../../test/mount-in-app';
import { useLatePart } from './late-part';

const there = () => Promise.resolve({ default: defineComponent({ render: () => h('b', 'here') }) });

function screen(load: typeof there) {
  const Screen = defineComponent({
    setup() {
      const { part, prefetch } = useLatePart(load);
      prefetch();
      return () => h(part);
    },
  });
  return mountInApp(Screen, {});
}

describe('a late part', () => {
  it('shows itself once it is there', async () => {
    const wrapper = screen(there);
    expect(wrapper.text()).toBe('');
    await flushPromises();
    expect(wrapper.find('b').text()).toBe('here');
    wrapper.unmount();
  });

  it('that cannot be fetched says so, and takes nothing else down', async () => {
    const wrapper = screen(vi.fn(() => Promise.reject(new Error('offline'))));
    await flushPromises();
    expect(wrapper.find('[role=alert]').text()).toContain('cannot be fetched');
    wrapper.unmount();
  });
});
