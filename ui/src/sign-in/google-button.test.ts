import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import GoogleButton from './GoogleButton.vue';

const scriptUrl = 'https://accounts.google.example/gsi/client';
type Initialize = (options: { nonce: string; callback: (answer: { credential: string }) => void }) => void;
const google = {
  initialize: vi.fn<Initialize>(),
  renderButton: vi.fn<(parent: HTMLElement, options: { locale: string }) => void>(),
};

/** Scripts are not run here: the test says whether the one that was asked for came. */
let asked: HTMLScriptElement[] = [];
beforeEach(() => {
  asked = [];
  vi.spyOn(document.head, 'append').mockImplementation((...nodes) => {
    asked.push(...(nodes as HTMLScriptElement[]));
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  google.initialize.mockReset();
  google.renderButton.mockReset();
});

function draw(prepare: () => Promise<string | null>, url = scriptUrl) {
  return mount(GoogleButton, { props: { clientId: 'this-site', scriptUrl: url, language: 'yi', prepare } });
}

describe("Google's button", () => {
  it('is drawn with the nonce of the server, in a language that Google has', async () => {
    const button = draw(() => Promise.resolve('the-nonce'));
    vi.stubGlobal('google', { accounts: { id: google } });
    expect(asked.map(({ src }) => src)).toEqual([scriptUrl]);
    asked[0]?.dispatchEvent(new Event('load'));
    await flushPromises();
    const [options] = google.initialize.mock.lastCall ?? [];
    expect(options).toMatchObject({ client_id: 'this-site', nonce: 'the-nonce' });
    expect(google.renderButton.mock.lastCall?.[1]).toMatchObject({ locale: 'he' });
    options?.callback({ credential: 'a-token' });
    expect(button.emitted('credential')).toEqual([['a-token']]);
  });

  it('is not drawn where the server did not begin, and says nothing more', async () => {
    vi.stubGlobal('google', { accounts: { id: google } });
    const button = draw(() => Promise.resolve(null), `${scriptUrl}?other`);
    asked[0]?.dispatchEvent(new Event('load'));
    await flushPromises();
    expect(google.renderButton).not.toHaveBeenCalled();
    expect(button.emitted()).toEqual({});
  });

  it('says so when the script is kept away, and asks for it again the next time', async () => {
    const url = `${scriptUrl}?away`;
    const button = draw(() => Promise.resolve('the-nonce'), url);
    asked[0]?.dispatchEvent(new Event('error'));
    await flushPromises();
    expect(button.emitted('unavailable')).toHaveLength(1);
    draw(() => Promise.resolve('the-nonce'), url);
    expect(asked).toHaveLength(2);
  });
});
