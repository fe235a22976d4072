import { flushPromises } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, ref, type Ref } from 'vue';
import { useFontInPlace } from './font-in-place';
import { READING_STORAGE_KEY } from './reading-choices';

const check = vi.fn<(font: string, words: string) => boolean>();
const load = vi.fn<(font: string, words: string) => Promise<unknown>>();
let page: ReturnType<typeof effectScope>;

beforeEach(() => {
  vi.useFakeTimers();
  Object.defineProperty(document, 'fonts', { configurable: true, value: { check, load } });
  check.mockReturnValue(false);
  load.mockReturnValue(new Promise(() => undefined));
  page = effectScope();
});

afterEach(() => {
  page.stop();
  vi.useRealTimers();
  vi.resetAllMocks();
  localStorage.clear();
  Reflect.deleteProperty(document, 'fonts');
});

function open(text: () => string | undefined): Ref<boolean> {
  const inPlace = page.run(() => useFontInPlace(text));
  if (!inPlace) throw new Error('The page was left');
  return inPlace;
}

describe('the font of a text', () => {
  it('that is there shows it at once, with no wait for anything', () => {
    check.mockReturnValue(true);
    expect(open(() => 'שלום').value).toBe(true);
    expect(check).toHaveBeenCalledWith('1em "Frank Ruhl Libre Variable"', 'שלום');
    expect(load).not.toHaveBeenCalled();
  });

  it('that is on its way shows it on arrival', async () => {
    let arrive = (): void => undefined;
    load.mockReturnValue(new Promise<void>((resolve) => (arrive = resolve)));
    const inPlace = open(() => 'שלום');
    await vi.advanceTimersByTimeAsync(1_999);
    expect(inPlace.value).toBe(false);
    arrive();
    await flushPromises();
    expect(inPlace.value).toBe(true);
  });

  it('that does not come is not waited for', async () => {
    const inPlace = open(() => 'שלום');
    await vi.advanceTimersByTimeAsync(1_999);
    expect(inPlace.value).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(inPlace.value).toBe(true);
  });

  it('that cannot be had is done without', async () => {
    load.mockRejectedValue(new Error('offline'));
    const inPlace = open(() => 'שלום');
    await vi.advanceTimersByTimeAsync(0);
    expect(inPlace.value).toBe(true);
  });

  it('is asked for when the text is known, and is the one that was chosen', async () => {
    localStorage.setItem(READING_STORAGE_KEY, JSON.stringify({ font: 'plain' }));
    const text = ref<string>();
    const inPlace = open(() => text.value);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(inPlace.value).toBe(false);
    expect(load).not.toHaveBeenCalled();
    check.mockReturnValue(true);
    text.value = 'hello';
    await flushPromises();
    expect(inPlace.value).toBe(true);
    expect(check).toHaveBeenCalledWith('1em "Heebo Variable"', 'hello');
  });
});
