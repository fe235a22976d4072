import type { VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nextTick } from 'vue';
import { mountInApp } from '../../test/mount-in-app';
import { stillRecital } from '../../test/still-recital';
import RecordBar from './RecordBar.vue';

let recital: ReturnType<typeof stillRecital>;
let wrapper: VueWrapper;

beforeEach(() => {
  recital = stillRecital();
  wrapper = mountInApp(RecordBar, {
    recital,
    direction: 'rtl',
    segmentSeconds: 10,
    atStart: true,
    atEnd: false,
    letterKeys: true,
  });
});

afterEach(() => wrapper.unmount());

const names = () => wrapper.findAll('.controls button').map((button) => button.attributes('aria-label'));
const button = (name: string) => wrapper.find<HTMLButtonElement>(`button[aria-label="${name}"]`);

async function become(phase: typeof recital.phase.value): Promise<void> {
  recital.phase.value = phase;
  await nextTick();
}

describe('the bar of the recital', () => {
  it('offers what can be done now, in the direction of the text', async () => {
    expect(wrapper.find('.controls').attributes('dir')).toBe('rtl');
    expect(names()).toEqual(['Back', 'Start recording', 'Forward']);
    expect(button('Back').element.disabled).toBe(true);
    await become('recording');
    expect(names()).toEqual(['Pause', 'Again', 'Stop recording', 'Next', 'Skip']);
    await become('paused');
    expect(names()).toEqual(['Go on', 'Again', 'Stop recording', 'Next', 'Skip']);
    expect(button('Next').element.disabled).toBe(true);
  });

  it('keeps the focus where it is when a pause begins and ends', async () => {
    await become('recording');
    button('Pause').element.focus();
    await become('paused');
    expect(document.activeElement).toBe(button('Go on').element);
    await become('recording');
    expect(document.activeElement).toBe(button('Pause').element);
  });

  it('tells a press of the keyboard from one with a finger', async () => {
    await become('recording');
    await button('Again').trigger('click', { detail: 0 });
    await button('Skip').trigger('click', { detail: 1 });
    expect(wrapper.emitted('act')).toEqual([
      ['again', true],
      ['skip', false],
    ]);
  });

  it('says in words what is wrong with the sound', async () => {
    await become('recording');
    for (const [verdict, words] of [
      ['quiet', 'Too quiet'],
      ['loud', 'Too loud'],
      ['noisy', 'Background noise'],
      ['silent', 'No sound'],
    ] as const) {
      recital.level.value = { rms: 0.1, peak: 0.2, verdict };
      await nextTick();
      expect(wrapper.find('.level').text()).toBe(words);
    }
  });

  it('names no letter keys to somebody who switched them off', async () => {
    await become('recording');
    expect(wrapper.find('.hints').text()).toContain('R again');
    await wrapper.setProps({ letterKeys: false });
    expect(wrapper.findAll('kbd').map((key) => key.text())).toEqual(['Space', '←', 'Enter']);
  });
});
