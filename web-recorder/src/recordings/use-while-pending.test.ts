import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, nextTick, ref, type EffectScope } from 'vue';
import { useWhilePending } from './use-while-pending';

let scope: EffectScope;
const pending = ref(true);
const ask = vi.fn<() => void>();

beforeEach(() => {
  vi.useFakeTimers();
  ask.mockClear();
  pending.value = true;
  scope = effectScope();
  scope.run(() => useWhilePending(() => pending.value, ask));
});

afterEach(() => {
  scope.stop();
  vi.useRealTimers();
});

describe('asking while something is pending', () => {
  it('asks every three seconds, and stops when nothing is pending', async () => {
    vi.advanceTimersByTime(9_000);
    expect(ask).toHaveBeenCalledTimes(3);
    pending.value = false;
    await nextTick();
    vi.advanceTimersByTime(60_000);
    expect(ask).toHaveBeenCalledTimes(3);
  });

  it('becomes patient after a minute', async () => {
    vi.advanceTimersByTime(60_000);
    await nextTick();
    ask.mockClear();
    vi.advanceTimersByTime(60_000);
    expect(ask).toHaveBeenCalledTimes(4);
  });

  it('ends with its page', () => {
    scope.stop();
    vi.advanceTimersByTime(60_000);
    expect(ask).not.toHaveBeenCalled();
  });
});
