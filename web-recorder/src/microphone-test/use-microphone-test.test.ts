import { flushPromises } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, type EffectScope } from 'vue';
import { CaptureInMemory } from '../capture/testing/capture-in-memory';
import { useMicrophoneTest } from './use-microphone-test';

let scope: EffectScope;
let capture: CaptureInMemory;

beforeEach(() => {
  vi.useFakeTimers();
  scope = effectScope();
  capture = new CaptureInMemory();
});
afterEach(() => {
  scope.stop();
  vi.useRealTimers();
});

function begin() {
  const samples = new Float32Array(48_000 * 4).map((_, index) => 0.2 * Math.sin(index / 20));
  const test = scope.run(() =>
    useMicrophoneTest(capture.devices('ada').openCapture, () => Promise.resolve(samples)),
  );
  if (!test) throw new Error('The scope is over');
  return test;
}

describe('the microphone test', () => {
  it('records, shows the level, and judges the whole take', async () => {
    const { test, start, stop } = begin();
    expect(test.value.state).toBe('idle');
    await start();
    capture.record(4);
    vi.advanceTimersByTime(100);
    expect(test.value).toMatchObject({ state: 'recording', seconds: 4, level: { verdict: 'good' } });
    await stop();
    await flushPromises();
    expect(test.value).toMatchObject({
      state: 'judged',
      take: { figures: { seconds: 4 }, findings: ['noisy'], microphone: 'A microphone' },
    });
    expect(capture.actions).toEqual(['open', 'start', 'stop']);
  });

  it('stopped at once: too short, whatever the recorder gave', async () => {
    const { test, start, stop } = begin();
    await start();
    await stop();
    await flushPromises();
    expect(test.value).toMatchObject({ state: 'judged', take: { findings: ['short'] } });
  });

  it('starts once, and stops by itself', async () => {
    const { test, start } = begin();
    await Promise.all([start(), start()]);
    capture.record(10);
    vi.advanceTimersByTime(100);
    await flushPromises();
    expect(test.value.state).toBe('judged');
    expect(capture.actions).toEqual(['open', 'start', 'stop']);
  });

  it.each(['microphone-denied', 'microphone-missing'] as const)('%s: says so', async (problem) => {
    capture.refusal = problem;
    const { test, start } = begin();
    await start();
    expect(test.value).toEqual({ state: 'failed', problem });
  });

  it('a microphone that goes away: says so, and can be tried again', async () => {
    const { test, start } = begin();
    await start();
    capture.fail('microphone-lost');
    expect(test.value).toEqual({ state: 'failed', problem: 'microphone-lost' });
    await start();
    expect(test.value.state).toBe('recording');
  });

  it('leaving closes the microphone, also one that is still being opened', async () => {
    let allow: () => void = () => undefined;
    capture.permission = new Promise((resolve) => (allow = resolve));
    const { start } = begin();
    const starting = start();
    scope.stop();
    allow();
    await starting;
    expect(capture.actions).toEqual(['open', 'stop']);
  });
});
