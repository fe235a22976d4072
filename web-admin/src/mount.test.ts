import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { admin, speaker, standInForApi } from '../test/api-stand-in';
import { mount, type MountOptions } from './mount';

const options: MountOptions = { basePath: '/admin', graphqlUrl: '/api/graphql' };
let element: HTMLElement;
let unmount: (() => void) | undefined;

// What mount fetches is compiled on first use here, which takes longer than a test may wait.
beforeAll(async () => {
  await Promise.all([import('./console/load-console'), import('./overview/OverviewPage.vue')]);
}, 60_000);

beforeEach(() => {
  localStorage.setItem('recital-language', 'en');
  history.replaceState(null, '', '/admin/');
  document.title = 'A page of somebody else';
  document.body.innerHTML = '<div id="place">kept</div>';
  element = document.body.querySelector('div') ?? document.body;
});

afterEach(() => {
  unmount?.();
  unmount = undefined;
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const shown = (words: string) =>
  vi.waitFor(
    () => {
      expect(element.textContent).toContain(words);
    },
    { timeout: 4_000 },
  );

/** Listeners on the window and the document: those that are added from now on and not removed again. */
function watchListeners(): { left: () => string[] } {
  const targets = [window, document] as const;
  const spies = targets.map((target) => ({
    name: target === window ? 'window' : 'document',
    added: vi.spyOn(target, 'addEventListener'),
    removed: vi.spyOn(target, 'removeEventListener'),
  }));
  return {
    left: () =>
      spies.flatMap(({ name, added, removed }) => {
        const gone = removed.mock.calls.map(([type, listener]) => ({ type, listener }));
        return added.mock.calls
          .filter(([type, listener]) => {
            const found = gone.findIndex((one) => one.type === type && one.listener === listener);
            if (found >= 0) gone.splice(found, 1);
            return found < 0;
          })
          .map(([type]) => `${name}: ${type}`);
      }),
  };
}

describe('mount', () => {
  it('shows an admin the overview, below one root, and names the page', async () => {
    standInForApi(admin);
    unmount = mount(element, options);
    await shown('Nothing waits for you');
    const root = element.querySelector('.recital-admin');
    expect(root?.getAttribute('dir')).toBe('ltr');
    expect(root?.getAttribute('lang')).toBe('en');
    expect([...element.childNodes].map((node) => node.textContent?.slice(0, 4))).toContain('kept');
    expect(location.pathname).toBe('/admin/overview');
    expect(document.title).toBe('Overview · Recital console');
  });

  it('leaves nothing behind, and can be mounted again', async () => {
    standInForApi(admin);
    const listeners = watchListeners();
    const before = { body: document.body.outerHTML, head: document.head.innerHTML };
    for (const time of ['once', 'again']) {
      const leave = (unmount = mount(element, options));
      await shown('Nothing waits for you');
      leave();
      leave();
      expect({ body: document.body.outerHTML, head: document.head.innerHTML }, time).toEqual(before);
      expect(document.title).toBe('A page of somebody else');
      expect(listeners.left()).toEqual([]);
    }
  });

  it.each([
    ['a menu', () => element.querySelector<HTMLElement>('button[aria-haspopup]')?.click(), '[role="menu"]'],
    [
      'a dialog',
      () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true })),
      'dialog[open]',
    ],
  ])('leaves nothing behind of %s that is open', async (_what, open, opened) => {
    standInForApi(admin);
    const listeners = watchListeners();
    const before = { body: document.body.outerHTML, head: document.head.innerHTML };
    const leave = (unmount = mount(element, options));
    await shown('Nothing waits for you');
    open();
    await vi.waitFor(() => expect(element.querySelector(opened)).not.toBeNull(), 20_000);
    leave();
    await vi.waitFor(
      () => expect({ body: document.body.outerHTML, head: document.head.innerHTML }).toEqual(before),
      20_000,
    );
    expect(listeners.left()).toEqual([]);
  });

  it('can be unmounted before it has come up', async () => {
    const requests = standInForApi(admin);
    mount(element, options)();
    unmount = mount(element, options);
    await shown('Nothing waits for you');
    expect(element.querySelectorAll('.recital-admin')).toHaveLength(1);
    expect(requests.filter(({ operation }) => operation === 'Me')).toHaveLength(1);
  });

  it('refuses a second console in the same page', async () => {
    standInForApi(admin);
    unmount = mount(element, options);
    const other = document.createElement('div');
    expect(() => mount(other, options)).toThrow('already mounted');
    await shown('Nothing waits for you');
    expect(other.innerHTML).toBe('');
  });

  it('refuses a base path that is no path, and can be mounted afterwards', async () => {
    standInForApi(admin);
    expect(() => mount(element, { ...options, basePath: 'admin' })).toThrow('slash');
    unmount = mount(element, options);
    await shown('Nothing waits for you');
  });

  it('begins at its beginning where the page is somewhere else', async () => {
    history.replaceState(null, '', '/tools/console.html');
    standInForApi(admin);
    unmount = mount(element, options);
    await shown('Nothing waits for you');
    expect(location.pathname).toBe('/admin/overview');
  });
});

describe('who may come in', () => {
  it('tells a speaker that this is for admins, and asks for nothing else', async () => {
    const requests = standInForApi(speaker);
    unmount = mount(element, options);
    await shown('This console is for admins');
    expect(element.textContent).toContain('speaker@localhost');
    expect(element.textContent).toContain('ask an admin');
    expect(requests.map(({ operation }) => operation)).not.toContain('Overview');
  });

  it('lets nobody sign in as one of the development users', async () => {
    standInForApi(null);
    unmount = mount(element, options);
    await shown('admin@localhost');
    expect(element.textContent).toContain('Sign in to the console');
  });

  it('goes by the cookie, with the header that makes it no simple request', async () => {
    const requests = standInForApi(admin);
    unmount = mount(element, options);
    await shown('Nothing waits for you');
    for (const { credentials, headers } of requests) {
      expect(credentials).toBe('include');
      expect(headers.get('apollo-require-preflight')).toBe('1');
      expect(headers.has('authorization')).toBe(false);
    }
  });

  it('goes by the token of its host instead, without any cookie', async () => {
    const requests = standInForApi(admin);
    unmount = mount(element, { ...options, getAccessToken: () => Promise.resolve('of-the-host') });
    await shown('Nothing waits for you');
    for (const { credentials, headers } of requests) {
      expect(credentials).toBe('omit');
      expect(headers.get('apollo-require-preflight')).toBe('1');
      expect(headers.get('authorization')).toBe('Bearer of-the-host');
    }
  });

  it('sends those whom its host signed in back to the host', async () => {
    standInForApi(null);
    unmount = mount(element, { ...options, getAccessToken: () => 'too-old' });
    await shown('The page around this console signs you in');
    expect(element.textContent).not.toContain('admin@localhost');
  });
});
