import { flushPromises, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTick } from 'vue';
import { mountInApp } from '../../test/mount-in-app';
import { stillRecital } from '../../test/still-recital';
import FinishDialog from './FinishDialog.vue';

let recital: ReturnType<typeof stillRecital>;
let keep: ReturnType<typeof vi.fn<(withoutLastSentence: boolean) => Promise<void>>>;
let wrapper: VueWrapper;

beforeEach(() => {
  recital = stillRecital();
  keep = vi.fn(() => Promise.resolve());
  wrapper = mountInApp(FinishDialog, { recital, keep });
});

afterEach(() => wrapper.unmount());

async function stop({ sentences = 3 } = {}): Promise<void> {
  recital.sentencesRead.value = sentences;
  recital.elapsedSeconds.value = 167.4;
  recital.phase.value = 'stopped';
  await nextTick();
  await nextTick();
}

const dialog = () => wrapper.find('dialog');
const isOpen = () => dialog().element.open;
const button = (words: string) => {
  const found = wrapper.findAll('button').find((candidate) => candidate.text() === words);
  if (!found) throw new Error(`No button says "${words}"`);
  return found;
};

describe('the finishing dialog', () => {
  it('asks when the recital has stopped, and not before', async () => {
    expect(isOpen()).toBe(false);
    await stop();
    expect(isOpen()).toBe(true);
    expect(dialog().text()).toContain('3 sentences, 02:47');
  });

  it('keeps all of it, or all but the last sentence', async () => {
    await stop();
    await button('Save').trigger('click');
    await flushPromises();
    expect(keep).toHaveBeenLastCalledWith(false);
    await button('Save without the last sentence').trigger('click');
    expect(keep).toHaveBeenLastCalledWith(true);
  });

  it('offers Save first', async () => {
    await stop();
    expect(button('Save').attributes()).toHaveProperty('autofocus');
  });

  it('does not offer to leave out the only sentence', async () => {
    await stop({ sentences: 1 });
    expect(wrapper.text()).not.toContain('without the last sentence');
  });

  it('deletes only after a second question', async () => {
    await stop();
    await button('Delete').trigger('click');
    expect(recital.discard).not.toHaveBeenCalled();
    await button('Do not delete').trigger('click');
    expect(isOpen()).toBe(true);
    await button('Delete').trigger('click');
    await button('Delete for good').trigger('click');
    expect(recital.discard).toHaveBeenCalledOnce();
  });

  it('cannot be waved away: Esc and a press beside it change nothing', async () => {
    await stop();
    await dialog().trigger('cancel');
    await dialog().trigger('click');
    await nextTick();
    expect(isOpen()).toBe(true);
    expect([keep.mock.calls.length, vi.mocked(recital.discard).mock.calls.length]).toEqual([0, 0]);
  });

  it('says so and stays when keeping failed', async () => {
    vi.stubGlobal('reportError', vi.fn());
    keep.mockRejectedValueOnce(new Error('The disk is full'));
    await stop();
    await button('Save').trigger('click');
    await flushPromises();
    expect(isOpen()).toBe(true);
    expect(wrapper.find('[role=alert]').text()).toContain('still safe on this device');
    vi.unstubAllGlobals();
  });

  it('tells what ended the recital, and what is safe', async () => {
    recital.problem.value = { kind: 'microphone-lost', detail: null };
    await stop();
    await vi.dynamicImportSettled();
    const alert = wrapper.find('[role=alert]').text();
    expect(alert).toContain('disconnected');
    expect(alert).toContain('safe on this device');
  });

  it('takes no second press while it saves', async () => {
    let finish: () => void = () => undefined;
    keep.mockImplementationOnce(() => new Promise((resolve) => (finish = resolve)));
    await stop();
    await button('Save').trigger('click');
    await button('Saving…').trigger('click');
    expect(keep).toHaveBeenCalledOnce();
    finish();
  });
});
