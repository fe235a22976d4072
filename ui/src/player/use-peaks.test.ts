import { flushPromises } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, nextTick, ref, type EffectScope } from 'vue';
import type { loadPeaks } from './load-peaks';
import { usePeaks } from './use-peaks';

let scope: EffectScope;
beforeEach(() => (scope = effectScope()));
afterEach(() => scope.stop());

describe('the outline of what is played', () => {
  it('is fetched once, when the length is known, whatever becomes of the link', async () => {
    const load = vi.fn<typeof loadPeaks>(() => Promise.resolve([1]));
    const [src, duration] = [ref('a'), ref(0)];
    const peaks = scope.run(() =>
      usePeaks(
        () => src.value,
        () => duration.value,
        load,
      ),
    );
    expect(load).not.toHaveBeenCalled();
    duration.value = 30;
    await flushPromises();
    expect(peaks?.value).toEqual([1]);
    src.value = 'b';
    duration.value = 31;
    await nextTick();
    expect(load).toHaveBeenCalledOnce();
  });

  it('is given up when the player goes away', () => {
    const load = vi.fn<typeof loadPeaks>(() => new Promise(() => undefined));
    scope.run(() =>
      usePeaks(
        () => 'a',
        () => 30,
        load,
      ),
    );
    scope.stop();
    expect(load.mock.calls[0]?.[3].aborted).toBe(true);
  });
});
