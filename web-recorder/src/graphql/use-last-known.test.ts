import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { effectScope, ref, type EffectScope } from 'vue';
import { useLastKnown } from './use-last-known';

let scope: EffectScope;
beforeEach(() => (scope = effectScope()));
afterEach(() => scope.stop());

describe('the last known answer', () => {
  it('follows every answer and survives an error', () => {
    const data = ref<string>();
    const known = scope.run(() => useLastKnown(() => data.value));
    expect(known?.value).toBeUndefined();
    data.value = 'one';
    expect(known?.value).toBe('one');
    data.value = undefined;
    expect(known?.value).toBe('one');
    data.value = 'two';
    expect(known?.value).toBe('two');
  });
});
