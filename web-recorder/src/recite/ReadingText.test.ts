import type { VueWrapper } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { mountInApp } from '../../test/mount-in-app';
import ReadingText from './ReadingText.vue';

let wrapper: VueWrapper;

function show(props: Record<string, unknown> = {}): VueWrapper {
  wrapper = mountInApp(ReadingText, {
    paragraphs: [
      ['One.', 'Two.'],
      ['Three.', 'Four.'],
    ],
    position: { paragraph: 0, sentence: 1 },
    language: 'HE',
    phase: 'idle',
    choices: { size: null, font: 'book', focus: false, letterKeys: true },
    ...props,
  });
  return wrapper;
}

afterEach(() => wrapper.unmount());

const tones = () => wrapper.findAll('.sentence').map((sentence) => sentence.classes().at(-1));

describe('the text to read', () => {
  it('marks what was read, the current sentence, the next one and the rest', () => {
    show();
    expect(tones()).toEqual(['read', 'now', 'next', 'later']);
    expect(wrapper.find('[aria-current]').text()).toBe('Two.');
  });

  it('has its own direction and language, whatever the interface speaks', () => {
    show();
    expect(wrapper.find('article').attributes()).toMatchObject({ dir: 'rtl', lang: 'he' });
  });

  it('tells which sentence was pressed, and a press beside them', async () => {
    show();
    await wrapper.findAll('.sentence')[2]?.trigger('click');
    await wrapper.find('main').trigger('click');
    expect(wrapper.emitted('press')).toEqual([[{ paragraph: 1, sentence: 0 }], [null]]);
  });

  it('takes a double click for one press', async () => {
    show({ phase: 'recording' });
    await wrapper.find('main').trigger('click', { detail: 1 });
    await wrapper.find('main').trigger('click', { detail: 2 });
    expect(wrapper.emitted('press')).toHaveLength(1);
  });

  it('is set as its reader likes it', () => {
    show({ choices: { size: 2.5, font: 'clear', focus: true, letterKeys: true } });
    expect(wrapper.find('.text').classes()).toContain('clear');
    expect(wrapper.find<HTMLElement>('.text').element.style.fontSize).toBe('2.5rem');
    expect(wrapper.find('.view').classes()).toContain('focused');
  });
});
