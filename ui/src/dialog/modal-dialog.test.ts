import { afterEach, expect, it, vi } from 'vitest';
import { createApp, defineComponent, h, nextTick, ref } from 'vue';
import ModalDialog from './ModalDialog.vue';

afterEach(() => {
  vi.restoreAllMocks();
});

it('is read from its top, wherever the focus goes when it opens', async () => {
  // Browsers scroll to the element that gets the focus.
  vi.spyOn(HTMLDialogElement.prototype, 'showModal').mockImplementation(function (this: HTMLDialogElement) {
    this.open = true;
    this.scrollTop = 120;
  });
  const open = ref(false);
  const root = document.createElement('div');
  const app = createApp(defineComponent(() => () => h(ModalDialog, { open: open.value, title: 'Terms' })));
  app.mount(root);
  open.value = true;
  await nextTick();
  const dialog = root.querySelector('dialog');
  expect([dialog?.open, dialog?.scrollTop]).toEqual([true, 0]);
  app.unmount();
});
