import { afterEach, describe, expect, it } from 'vitest';
import { actionOfKey, type KeyContext } from './recital-keys';

const rtl = (phase: KeyContext['phase']): KeyContext => ({ phase, direction: 'rtl', letters: true });

/** What a press of `key` on `target` means; the event takes the real way through the document. */
function press(
  key: string,
  context: KeyContext,
  { on = document.body, ...init }: KeyboardEventInit & { on?: Element } = {},
) {
  let action: ReturnType<typeof actionOfKey> = null;
  const listener = (event: Event) => (action = actionOfKey(event as KeyboardEvent, context));
  document.addEventListener('keydown', listener);
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
  document.removeEventListener('keydown', listener);
  return action;
}

function add(html: string): Element {
  document.body.innerHTML = html;
  return document.body.children[0] ?? document.body;
}

afterEach(() => (document.body.innerHTML = ''));

describe('keys of the recital screen', () => {
  it('Enter starts and stops', () => {
    expect(press('Enter', rtl('idle'))).toBe('start');
    expect(press('Enter', rtl('failed'))).toBe('start');
    expect(press('Enter', rtl('recording'))).toBe('stop');
    expect(press('Enter', rtl('paused'))).toBe('stop');
  });

  it('starts only once: a held key and a recorder that is starting or stopping take nothing', () => {
    expect(press('Enter', rtl('idle'), { repeat: true })).toBeNull();
    for (const phase of ['starting', 'stopping', 'stopped'] as const) {
      expect(press('Enter', rtl(phase))).toBeNull();
      expect(press(' ', rtl(phase))).toBeNull();
    }
  });

  it('moves on with Space and with the arrow in the reading direction of the text', () => {
    expect(press(' ', rtl('recording'))).toBe('next');
    expect(press('ArrowLeft', rtl('recording'))).toBe('next');
    expect(press('ArrowRight', rtl('recording'))).toBeNull();
    expect(press('ArrowRight', { ...rtl('recording'), direction: 'ltr' })).toBe('next');
    expect(press('ArrowLeft', { ...rtl('recording'), direction: 'ltr' })).toBeNull();
  });

  it('does not run away while a key is held down', () => {
    expect(press(' ', rtl('recording'), { repeat: true })).toBeNull();
    expect(press('ArrowLeft', rtl('recording'), { repeat: true })).toBeNull();
  });

  it('jumps anywhere before recording, and only then', () => {
    expect(press('ArrowLeft', rtl('idle'), { repeat: true })).toBe('sentence-forward');
    expect(press('ArrowRight', rtl('idle'))).toBe('sentence-back');
    expect(press('ArrowDown', rtl('idle'))).toBe('paragraph-forward');
    expect(press('ArrowUp', rtl('idle'))).toBe('paragraph-back');
    expect(press('ArrowDown', rtl('recording'))).toBeNull();
    expect(press(' ', rtl('idle'))).toBeNull();
  });

  it('P pauses and goes on, R reads the sentence again, also on a Hebrew keyboard', () => {
    expect(press('פ', rtl('recording'), { code: 'KeyP' })).toBe('pause');
    expect(press('פ', rtl('paused'), { code: 'KeyP' })).toBe('resume');
    expect(press('ר', rtl('recording'), { code: 'KeyR' })).toBe('again');
    expect(press('ר', rtl('paused'), { code: 'KeyR' })).toBe('again');
    expect(press('p', rtl('idle'), { code: 'KeyP' })).toBeNull();
    expect(press('r', rtl('idle'), { code: 'KeyR' })).toBeNull();
  });

  it('S leaves the sentence out, also in a pause, and only then', () => {
    expect(press('ד', rtl('recording'), { code: 'KeyS' })).toBe('skip');
    expect(press('s', rtl('paused'), { code: 'KeyS' })).toBe('skip');
    expect(press('s', rtl('idle'), { code: 'KeyS' })).toBeNull();
  });

  it('means the letter that is typed where a Latin layout puts it elsewhere', () => {
    expect(press('p', rtl('recording'), { code: 'KeyR' })).toBe('pause');
    expect(press('S', rtl('recording'), { code: 'Semicolon' })).toBe('skip');
  });

  it('? tells which keys there are', () => {
    for (const phase of ['idle', 'failed', 'recording', 'paused'] as const) {
      expect(press('?', rtl(phase), { code: 'Slash', shiftKey: true })).toBe('help');
    }
    expect(press('?', rtl('stopping'), { code: 'Slash' })).toBeNull();
  });

  it('takes no single character from somebody who switched them off', () => {
    const context = { ...rtl('recording'), letters: false };
    for (const key of ['p', 'r', 's', '?']) expect(press(key, context)).toBeNull();
    expect(press(' ', context)).toBe('next');
    expect(press('Enter', context)).toBe('stop');
  });

  it.each(['<input>', '<textarea></textarea>', '<select></select>', '<div contenteditable="true"></div>'])(
    'takes no key from %s',
    (html) => {
      const on = add(html);
      for (const key of ['Enter', ' ', 'ArrowLeft', 'p'])
        expect(press(key, rtl('recording'), { on })).toBeNull();
    },
  );

  it.each(['<button></button>', '<a href="/"></a>', '<button><span></span></button>'])(
    'leaves Enter and Space to %s, arrows not',
    (html) => {
      const outer = add(html);
      const on = outer.firstElementChild ?? outer;
      expect(press('Enter', rtl('recording'), { on })).toBeNull();
      expect(press(' ', rtl('recording'), { on })).toBeNull();
      expect(press('ArrowLeft', rtl('recording'), { on })).toBe('next');
    },
  );

  it('takes no key while a dialog is open, wherever the focus is', () => {
    add('<dialog open></dialog>');
    expect(press('Enter', rtl('idle'))).toBeNull();
    expect(press('ArrowLeft', rtl('idle'))).toBeNull();
  });

  it.each(['ctrlKey', 'metaKey', 'altKey'] as const)('takes no key with %s', (modifier) => {
    expect(press('r', rtl('recording'), { code: 'KeyR', [modifier]: true })).toBeNull();
  });
});
