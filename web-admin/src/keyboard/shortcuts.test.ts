import { enableAutoUnmount, mount } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { h } from 'vue';
import { provideShortcuts, shortcutOf, useAnsweredShortcuts, useShortcut } from './shortcuts';

enableAutoUnmount(afterEach);
afterEach(() => {
  document.body.replaceChildren();
});

function pressedOn(target: HTMLElement, key: string, init: KeyboardEventInit = {}): KeyboardEvent {
  document.body.append(target);
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
}

describe('what a key asks for', () => {
  const plain = () => document.createElement('div');

  it.each([
    ['j', 'nextRow'],
    ['k', 'previousRow'],
    ['/', 'search'],
    ['?', 'help'],
    ['Escape', 'close'],
    ['J', 'nextRow'],
  ])('%s asks for %s', (key, shortcut) => {
    expect(shortcutOf(pressedOn(plain(), key))).toBe(shortcut);
  });

  it('Space plays, except where it presses what has the focus', () => {
    expect(shortcutOf(pressedOn(plain(), ' ', { code: 'Space' }))).toBe('play');
    expect(shortcutOf(pressedOn(document.createElement('button'), ' ', { code: 'Space' }))).toBeNull();
  });

  it('goes by the place of the key where the layout is Hebrew', () => {
    expect(shortcutOf(pressedOn(plain(), 'ח', { code: 'KeyJ' }))).toBe('nextRow');
    expect(shortcutOf(pressedOn(plain(), 'ל', { code: 'KeyK' }))).toBe('previousRow');
    expect(shortcutOf(pressedOn(plain(), '/', { code: 'KeyQ' }))).toBe('search');
  });

  it('is nothing for other keys', () => {
    expect(shortcutOf(pressedOn(plain(), 'q'))).toBeNull();
    expect(shortcutOf(pressedOn(plain(), 'ק', { code: 'KeyQ' }))).toBeNull();
  });

  it.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }])('is nothing with %o', (modifier) => {
    expect(shortcutOf(pressedOn(plain(), 'j', modifier))).toBeNull();
  });

  it.each(['input', 'textarea', 'select'])('is nothing in a field: %s', (tag) => {
    expect(shortcutOf(pressedOn(document.createElement(tag), 'j'))).toBeNull();
  });

  it('is there on a box that is ticked', () => {
    const box = Object.assign(document.createElement('input'), { type: 'checkbox' });
    expect(shortcutOf(pressedOn(box, 'j'))).toBe('nextRow');
  });

  it('is nothing when somebody has used the key already', () => {
    const event = pressedOn(plain(), 'j');
    event.preventDefault();
    expect(shortcutOf(event)).toBeNull();
  });
});

describe('two keys, one after the other', () => {
  it('ask for a page', () => {
    const plain = () => document.createElement('div');
    expect(shortcutOf(pressedOn(plain(), 'p'), 'g')).toBe('people');
    expect(shortcutOf(pressedOn(plain(), 'פ', { code: 'KeyP' }), 'g')).toBe('people');
    expect(shortcutOf(pressedOn(plain(), 'v'))).toBeNull();
    expect(shortcutOf(pressedOn(plain(), 'j'), 'g')).toBe('jobs');
  });
});

describe('the shortcuts of the console', () => {
  function placed(overlayIsOpen = () => false) {
    const next = vi.fn();
    const toJobs = vi.fn();
    let answered: () => string[] = () => [];
    const root = document.createElement('div');
    document.body.append(root);
    const Page = {
      setup() {
        useShortcut('nextRow', next);
        useShortcut('jobs', toJobs);
        answered = useAnsweredShortcuts();
        return () => h('button');
      },
    };
    const Console = {
      setup() {
        provideShortcuts(root, overlayIsOpen);
        return () => h(Page);
      },
    };
    const wrapper = mount(Console, { attachTo: root });
    const press = (target: Element, key = 'j') =>
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    return { next, toJobs, press, wrapper, answered: () => answered() };
  }

  it('answer from within, and when nothing has the focus', () => {
    const { next, press, wrapper } = placed();
    press(wrapper.find('button').element);
    press(document.body);
    expect(next).toHaveBeenCalledTimes(2);
  });

  it('take the second key of a pair for the pair alone, and only once', () => {
    const { next, toJobs, press } = placed();
    press(document.body, 'g');
    press(document.body, 'j');
    expect([toJobs.mock.calls.length, next.mock.calls.length]).toEqual([1, 0]);
    press(document.body, 'j');
    expect([toJobs.mock.calls.length, next.mock.calls.length]).toEqual([1, 1]);
  });

  it('can be listed', () => {
    expect(placed().answered()).toEqual(['nextRow', 'jobs']);
  });

  it('leave the keys of the host alone', () => {
    const { next, press } = placed();
    const button = document.createElement('button');
    document.body.append(button);
    expect(press(button)).toBe(true);
    expect(next).not.toHaveBeenCalled();
  });

  it('leave the keys of an open menu or dialog alone', () => {
    const { next, press, wrapper } = placed(() => true);
    press(wrapper.find('button').element);
    expect(next).not.toHaveBeenCalled();
  });

  it('end with the console', () => {
    const { next, press, wrapper } = placed();
    wrapper.unmount();
    press(document.body);
    expect(next).not.toHaveBeenCalled();
  });
});
